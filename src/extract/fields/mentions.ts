import type { FieldType, Takes } from '../../config/record-types.ts';
import type { FieldSpec } from '../../config/types.ts';
import type { EntityKind, Mention } from '../../domain/mention.ts';
import { evidence, scrubbed } from './attested.ts';
import type { Compiling } from './context.ts';
import { compileParts } from './parts.ts';
import type { Scope } from './paths.ts';
import type { Place, Report, Value } from './report.ts';
import { compileTemplate } from './template.ts';
import { readUrl } from './urls.ts';

/** Compiles a field of named things: names, or objects with name, alternateName, within and url. */
export function compileMentions(spec: FieldSpec, field: string, type: FieldType, compiling: Compiling) {
  const kind = kindOf(type.takes);
  const read = compileParts(spec, 'name', field, type, compiling);
  const link = compileLink('parts' in spec ? undefined : spec.link, field);
  return (scope: Scope, report: Report): readonly Mention[] => {
    const urls = link(scope, report);
    return read(scope, report).flatMap((parts, i) => {
      const mention = parts.name && mentionOf(kind, parts.name, field, report);
      if (mention === undefined) return [];
      const url = (parts.url && urlOf(parts.url, field, report)) ?? (urls.length === 1 ? urls[0] : urls[i]);
      const within = parts.within && mentionOf('organization', parts.within, field, report);
      const alias = parts.alternateName && scrubbed(parts.alternateName, field, '', report);
      return [
        {
          ...mention,
          ...(within === undefined ? {} : { within }),
          ...(url === undefined ? {} : { url }),
          ...(alias === undefined || alias === '' ? {} : { aliases: [alias] }),
        },
      ];
    });
  };
}

/** What a value calls something; undefined where nothing is left of it without personal data. */
export function mentionOf(kind: EntityKind, value: Value, field: string, report: Report): Mention | undefined {
  const name = scrubbed(value, field, '', report);
  return name === '' ? undefined : { kind, name, surface: name, ...evidence(value as Place, `field:${field}`) };
}

/** The kind of thing that a field names. What an event is about is a project, unless a reference says otherwise. */
export const kindOf = (takes: Takes): EntityKind =>
  takes === 'person' || takes === 'organization' || takes === 'concept' || takes === 'cohort' || takes === 'event'
    ? takes
    : 'project';

/** Compiles `link: https://…/{{slug}}`: the addresses it makes of a row. */
export function compileLink(template: string | undefined, field: string) {
  if (template === undefined) return () => [];
  const fill = compileTemplate(template, encodeURIComponent);
  return (scope: Scope, report: Report): readonly string[] => {
    try {
      return fill(scope).map(({ text }) => readUrl(text));
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof URIError)) throw error;
      report.drop(error.message, field, { text: template, lines: scope.row.linesOf(scope.base) });
      return [];
    }
  };
}

// --- internal ---

function urlOf(value: Value, field: string, report: Report): string | undefined {
  try {
    return readUrl(value.text);
  } catch (error) {
    report.drop(`${(error as Error).message}; the address is left out`, `${field}.url`, value);
    return undefined;
  }
}

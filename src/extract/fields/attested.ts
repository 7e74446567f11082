import type { As, Takes } from '../../config/record-types.ts';
import type { Attested, Evidence } from '../../domain/evidence.ts';
import { PROJECT_KINDS, type ProjectKind } from '../../domain/project.ts';
import { scrub } from '../scrub.ts';
import type { FieldsContext } from './context.ts';
import { readDate } from './dates.ts';
import type { Place, Report, Value } from './report.ts';
import { readUrl } from './urls.ts';

/** Makes a value of a field what the field takes; undefined where it is left out, which is reported. */
export type Conversion = (value: Value, report: Report) => Attested | undefined;

/**
 * Compiles the conversion of a plain field. A date that is none throws RecordError: a record with a wrong date is not kept.
 * An address that is none leaves only the field out.
 */
export function compileConversion(takes: Takes | 'name', as: As, field: string, context: FieldsContext): Conversion {
  const rule = `field:${field}`;
  const attest = (value: string, place: Place): Attested => ({ value, ...evidence(place, rule) });
  if (as === 'date') {
    const zone = context.config.timezone;
    return (value, report) => {
      const date = attempt(() => readDate(value.text, zone), field, value, report);
      if (date.ambiguous) report.finding({ code: 'ambiguous-local-time', field, value: value.text, zone }, value);
      return attest(date.value, value);
    };
  }
  if (as === 'url') {
    return (value, report) => {
      try {
        return attest(readUrl(value.text), value);
      } catch (error) {
        report.drop(`${messageOf(error)}; the field is left out`, field, value);
        return undefined;
      }
    };
  }
  if (as === 'integer') {
    return (value, report) => {
      if (/^[+-]?\d{1,15}$/.test(value.text)) return attest(String(Number(value.text)), value);
      report.drop('a whole number is expected; the field is left out', field, value);
      return undefined;
    };
  }
  if (takes === 'kind') {
    return (value, report) => {
      if (isKind(value.text)) return attest(value.text, value);
      report.finding({ code: 'unknown-kind', field, value: value.text }, value);
      return undefined;
    };
  }
  // A gap can be shown in a text; a name is better without it.
  const mark = takes === 'name' ? '' : '[…]';
  return (value, report) => {
    const text = scrubbed(value, field, mark, report);
    return text === '' ? undefined : attest(text, value);
  };
}

/** A value's text without personal data. Text that was nothing else is empty. What was taken out is reported. */
export function scrubbed(value: Value, field: string, mark: string, report: Report): string {
  const { text, removed } = scrub(value.text, mark);
  if (removed.length === 0) return text;
  report.finding({ code: 'personal-data-removed', field, removed }, value);
  return /[\p{L}\p{N}]/u.test(text) ? text : '';
}

/** Evidence of a value that the source, or the config, states. */
export const evidence = ({ lines, document }: Place, rule: string, grade: Evidence['grade'] = 'stated'): Evidence =>
  document === undefined ? { lines, rule, grade } : { lines, rule, grade, document };

export const isKind = (text: string): text is ProjectKind => (PROJECT_KINDS as readonly string[]).includes(text);

// --- internal ---

function attempt<T>(read: () => T, field: string, value: Value, report: Report): T {
  try {
    return read();
  } catch (error) {
    throw report.error(`${messageOf(error)}; the record is left out`, field, value, error);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

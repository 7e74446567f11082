import { schema } from '../../map/vocab.ts';
import type { Context } from '../context.ts';
import { KIND_WORDS, KINDS } from '../kinds.ts';
import { ANY_COLUMN, type Notations } from './results.ts';

/**
 * What the notations in these columns are called in the page's language, from the schemes of the ontology; and what terms
 * are called, under no column, where some column has terms.
 */
export function notationsOf(context: Context, columns: readonly string[]): Notations {
  const terms = columns.some((column) => TERMS.has(column))
    ? Object.fromEntries([...context.labels.keys()].map((iri) => [iri, context.label(iri)]))
    : undefined;
  const words = Object.fromEntries(
    columns.flatMap((column) => {
      const schemes = SCHEMES.get(column);
      if (schemes === undefined) return [];
      const words = [...context.labels].flatMap(([iri, { notation }]) => {
        const scheme = /\/([a-z-]+)\/[^/]+$/.exec(iri)?.[1] ?? '';
        return notation !== undefined && schemes.includes(scheme) ? [[notation, context.label(iri)] as const] : [];
      });
      return [[column, { ...Object.fromEntries(words), ...others(context, column) }] as const];
    }),
  );
  return terms === undefined ? words : { ...words, [ANY_COLUMN]: terms };
}

// --- internal ---

/** Columns that hold terms of the ontology and of other vocabularies. */
const TERMS: ReadonlySet<string> = new Set(['class', 'property']);

/** Schemes whose notations stand in a column, by the ends of their IRIs. */
const SCHEMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['format', ['format']],
  ['capacity', ['capacity']],
  ['kind', ['project-kind', 'participant-kind']],
  ['severity', ['severity']],
  ['code', ['finding']],
  ['measure', ['metric']],
  ['type', []],
  ['decision', []],
  ['as', []],
]);

/** Words that are in no scheme: kinds of things, and what few queries say. */
function others({ t, kind }: Context, column: string): Record<string, string> {
  if (column === 'decision')
    return {
      same: t('une même entité', 'one entity'),
      different: t('deux', 'two'),
      unsure: t('on ne sait pas', 'unsure'),
    };
  if (column === 'as') return { subject: t('sujet', 'subject'), object: t('objet', 'object') };
  if (column !== 'kind' && column !== 'type') return {};
  return {
    // Kinds stand in queries as one, and as many where they are counted.
    ...Object.fromEntries(KINDS.map((one) => [one, kind(one)])),
    ...Object.fromEntries(KINDS.map((one) => [KIND_WORDS.en[one].many, kind(one, 2)])),
    concepts: t('thèmes', 'themes'),
    'digital commons': t('communs numériques', 'digital commons'),
    memberships: t('affiliations', 'memberships'),
    findings: t('signalements', 'findings'),
    [schema.Event]: kind('event'),
    stewardship: t('portage d’un projet', 'stewardship of a project'),
  };
}

import type { Format, ResultKind } from './store.ts';
import { QueryRefused } from './store.ts';

export const formats: Readonly<Record<Format, { readonly mediaType: string; readonly kinds: readonly ResultKind[] }>> =
  {
    json: { mediaType: 'application/sparql-results+json', kinds: ['bindings', 'boolean'] },
    xml: { mediaType: 'application/sparql-results+xml', kinds: ['bindings', 'boolean'] },
    csv: { mediaType: 'text/csv', kinds: ['bindings', 'boolean'] },
    tsv: { mediaType: 'text/tab-separated-values', kinds: ['bindings', 'boolean'] },
    turtle: { mediaType: 'text/turtle', kinds: ['graph'] },
    ntriples: { mediaType: 'application/n-triples', kinds: ['graph'] },
    rdfxml: { mediaType: 'application/rdf+xml', kinds: ['graph'] },
    jsonld: { mediaType: 'application/ld+json', kinds: ['graph'] },
  };

/** The format to use for a kind of result. Throws QueryRefused, naming the formats of that kind, where it has no such form. */
export function formatFor(kind: ResultKind, accept?: Format): Format {
  const format = accept ?? (kind === 'graph' ? 'turtle' : 'json');
  if (Object.hasOwn(formats, format) && formats[format].kinds.includes(kind)) return format;
  throw new QueryRefused(
    'format',
    `${kinds[kind]} cannot be given as ${format}; ask for ${formatsOf(kind).join(', ')}`,
  );
}

/** The formats that a kind of result has, the default first. */
export function formatsOf(kind: ResultKind): Format[] {
  return (Object.keys(formats) as Format[]).filter((format) => formats[format].kinds.includes(kind));
}

// --- internal ---

const kinds: Readonly<Record<ResultKind, string>> = {
  bindings: 'the rows of a SELECT',
  boolean: 'the answer of an ASK',
  graph: 'the graph of a CONSTRUCT or DESCRIBE',
};

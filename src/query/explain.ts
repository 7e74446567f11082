import { UsageError } from '../errors.ts';
import { isIri } from '../map/nquads.ts';
import { NAMESPACES } from '../map/vocab.ts';
import type { Store } from '../store/store.ts';

/** Where a statement was read. */
export interface Reading {
  /** The document's path as configured. */
  readonly path: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The words of those lines. */
  readonly quote: string;
  /** Rules that read the passage, with their grades: `people-block (stated)`. */
  readonly rules: readonly string[];
}

export interface ExplainedStatement {
  readonly subject: string;
  readonly predicate: string;
  /** An IRI, or the text of a literal. */
  readonly object: string;
  readonly objectIsIri: boolean;
  readonly readings: readonly Reading[];
  /** The graph, where it is not a passage. */
  readonly graph?: string;
}

/**
 * Every statement with an IRI as subject or object, each with where it was read. A name or other name of an entity, which
 * resolution chose, is explained by the mentions that bear it.
 * @throws UsageError for what is no IRI, and where nothing is said of it
 */
export async function explainIri(store: Store, iri: string): Promise<ExplainedStatement[]> {
  if (!isIri(iri)) throw new UsageError(`"${iri}" is no IRI; give a full one, or its end such as person/ada-lovelace`);
  const rows = await select(
    store,
    STATEMENTS.replaceAll('?_focus', () => `<${iri}>`),
  );
  if (rows.length === 0)
    throw new UsageError(`nothing is said of <${iri}>; \`maillage query mentions\` lists what is named`);
  const mentions = await select(
    store,
    MENTIONS.replaceAll('?_focus', () => `<${iri}>`),
  );
  const statements = new Map<
    string,
    { statement: Omit<ExplainedStatement, 'readings'>; readings: Map<string, { reading: Reading; rules: Set<string> }> }
  >();
  for (const row of rows) {
    const { s = iri, p = '', o = iri } = row;
    const key = `${s} ${p} ${o}`;
    const inPassage = row.path !== undefined;
    const entry = statements.get(key) ?? {
      statement: {
        subject: s,
        predicate: p,
        object: o,
        objectIsIri: row.isIri !== 'false',
        ...(inPassage ? {} : { graph: row.g ?? '' }),
      },
      readings: new Map(),
    };
    statements.set(key, entry);
    const sources = inPassage ? [row] : isName(p) ? mentions.filter((mention) => bears(mention.surface ?? '', o)) : [];
    for (const source of sources.length > 0 || inPassage ? sources : isName(p) ? mentions : [])
      addReading(entry.readings, source);
  }
  return [...statements.values()].map(({ statement, readings }) => ({
    ...statement,
    readings: [...readings.values()].map(({ reading, rules }) => ({ ...reading, rules: [...rules].sort() })),
  }));
}

// --- internal ---

type Row = Record<string, string | undefined>;

const PREFIXES = `PREFIX mlg: <${NAMESPACES.mlg}> PREFIX prov: <${NAMESPACES.prov}> PREFIX oa: <${NAMESPACES.oa}>`;
const PASSAGE = `OPTIONAL { ?g prov:wasDerivedFrom ?document ; mlg:firstLine ?first ; mlg:lastLine ?last ; oa:exact ?quote . ?document mlg:path ?path .
    OPTIONAL { GRAPH ?g { ?g mlg:rule ?rule ; mlg:grade ?grade } } }`;

const STATEMENTS = `${PREFIXES} SELECT ?s ?p ?o ?isIri ?g ?path ?first ?last ?quote ?rule ?grade WHERE {
  { GRAPH ?g { ?_focus ?p ?o } BIND(isIRI(?o) AS ?isIri) } UNION { GRAPH ?g { ?s ?p ?_focus } }
  ${PASSAGE}
} ORDER BY ?s ?p ?o ?path ?first ?last ?rule`;

const MENTIONS = `${PREFIXES} SELECT ?surface ?g ?path ?first ?last ?quote ?rule ?grade WHERE {
  GRAPH ?g { ?mention mlg:refersTo ?_focus ; mlg:surface ?surface }
  ${PASSAGE}
} ORDER BY ?path ?first ?last ?rule`;

async function select(store: Store, sparql: string): Promise<Row[]> {
  const { body } = await store.query(sparql, { accept: 'json' });
  const { results } = JSON.parse(body) as { results: { bindings: Record<string, { value: string }>[] } };
  return results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])),
  );
}

const NAMES = new Set([`${NAMESPACES.schema}name`, `${NAMESPACES.schema}alternateName`, `${NAMESPACES.skos}prefLabel`]);
const isName = (predicate: string): boolean => NAMES.has(predicate);

/** The surface is the name, or holds it (`l'association X` for `X`). */
const bears = (surface: string, name: string): boolean => surface.toLowerCase().includes(name.toLowerCase());

function addReading(readings: Map<string, { reading: Reading; rules: Set<string> }>, row: Row): void {
  const { path = '', first = '0', last = '0', quote = '', rule, grade } = row;
  const key = `${path} ${first} ${last}`;
  const entry = readings.get(key) ?? {
    reading: { path, firstLine: Number(first), lastLine: Number(last), quote, rules: [] },
    rules: new Set<string>(),
  };
  if (rule !== undefined) entry.rules.add(`${rule} (${grade})`);
  readings.set(key, entry);
}

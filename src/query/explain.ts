import { UsageError } from '../errors.ts';
import { isIri, literal } from '../map/nquads.ts';
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

/** Statements of one subject: all, or those of a property, or the one with this value. */
export interface StatementPattern {
  readonly subject: string;
  readonly predicate?: string;
  /** An IRI, or the text of a literal. */
  readonly object?: string;
}

/**
 * Every statement with an IRI as subject or object, each with where it was read. A name or other name of an entity, which
 * resolution chose, is explained by the mentions that bear it; what is said of a finding, by the passage that it is about.
 * @throws UsageError for what is no IRI, and where nothing is said of it
 */
export async function explainIri(store: Store, iri: string): Promise<ExplainedStatement[]> {
  const focus = iriOf(iri);
  const rows = await select(store, statements(`{ GRAPH ?g { ${focus} ?p ?o } } UNION { GRAPH ?g { ?s ?p ${focus} } }`));
  if (rows.length === 0)
    throw new UsageError(`nothing is said of <${iri}>; \`maillage query mentions\` lists what is named`);
  return explained(store, iri, rows);
}

/**
 * The statements that fit, each with where it was read, as `explainIri` does. None where the graph does not say so.
 * @throws UsageError for a subject or predicate that is no IRI
 */
export async function explainStatements(store: Store, pattern: StatementPattern): Promise<ExplainedStatement[]> {
  const { subject, predicate, object } = pattern;
  const property = predicate === undefined ? '?p' : iriOf(predicate);
  const filter = object === undefined ? '' : `FILTER(STR(?o) = ${literal(object)})`;
  const rows = await select(store, statements(`GRAPH ?g { ${iriOf(subject)} ${property} ?o } ${filter}`));
  const given = predicate === undefined ? {} : { p: predicate };
  return explained(
    store,
    subject,
    rows.map((row) => ({ ...given, ...row })),
  );
}

// --- internal ---

type Row = Record<string, string | undefined>;

const PREFIXES = `PREFIX mlg: <${NAMESPACES.mlg}> PREFIX prov: <${NAMESPACES.prov}> PREFIX oa: <${NAMESPACES.oa}>`;
const PASSAGE = `OPTIONAL { ?g prov:wasDerivedFrom ?document ; mlg:firstLine ?first ; mlg:lastLine ?last ; oa:exact ?quote . ?document mlg:path ?path .
    OPTIONAL { GRAPH ?g { ?g mlg:rule ?rule ; mlg:grade ?grade } } }`;

const statements = (
  where: string,
): string => `${PREFIXES} SELECT ?s ?p ?o (isIRI(?o) AS ?isIri) ?g ?path ?first ?last ?quote ?rule ?grade WHERE {
  ${where}
  ${PASSAGE}
} ORDER BY ?s ?p ?o ?path ?first ?last ?rule`;

const mentionsOf = (
  focus: string,
): string => `${PREFIXES} SELECT ?surface ?g ?path ?first ?last ?quote ?rule ?grade WHERE {
  GRAPH ?g { ?mention mlg:refersTo ${focus} ; mlg:surface ?surface }
  ${PASSAGE}
} ORDER BY ?path ?first ?last ?rule`;

/** Passages of a finding, or of the findings about something. */
const passagesOf = (focus: string): string => `${PREFIXES} SELECT ?finding ?path ?first ?last ?quote WHERE {
  { BIND(${focus} AS ?finding) } UNION { ?finding mlg:focus ${focus} }
  ?finding mlg:passage ?g .
  ?g prov:wasDerivedFrom ?document ; mlg:firstLine ?first ; mlg:lastLine ?last ; oa:exact ?quote . ?document mlg:path ?path
} ORDER BY ?finding ?path ?first ?last`;

/** The token of an IRI. @throws UsageError */
function iriOf(iri: string): string {
  if (!isIri(iri)) throw new UsageError(`"${iri}" is no IRI; give a full one, or its end such as person/ada-lovelace`);
  return `<${iri}>`;
}

/** Joins the rows of each statement; what no passage says is looked up in mentions and findings. */
async function explained(store: Store, iri: string, rows: readonly Row[]): Promise<ExplainedStatement[]> {
  const mentions = await select(store, mentionsOf(`<${iri}>`));
  const passages = await select(store, passagesOf(`<${iri}>`));
  const entries = new Map<
    string,
    { statement: Omit<ExplainedStatement, 'readings'>; readings: Map<string, { reading: Reading; rules: Set<string> }> }
  >();
  for (const row of rows) {
    const { s = iri, p = '', o = iri } = row;
    const key = `${s} ${p} ${o}`;
    const inPassage = row.path !== undefined;
    const entry = entries.get(key) ?? {
      statement: {
        ...{ subject: s, predicate: p, object: o, objectIsIri: row.isIri !== 'false' },
        ...(inPassage ? {} : { graph: row.g ?? '' }),
      },
      readings: new Map(),
    };
    entries.set(key, entry);
    const read = inPassage ? [row] : isName(p) ? bearing(mentions, o) : passages.filter(({ finding }) => finding === s);
    for (const source of read) addReading(entry.readings, source);
  }
  return [...entries.values()].map(({ statement, readings }) => ({
    ...statement,
    readings: [...readings.values()].map(({ reading, rules }) => ({ ...reading, rules: [...rules].sort() })),
  }));
}

/** Mentions that bear a name: all of them where none does. */
function bearing(mentions: readonly Row[], name: string): readonly Row[] {
  const own = mentions.filter(({ surface = '' }) => bears(surface, name));
  return own.length > 0 ? own : mentions;
}

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

import { UsageError } from '../errors.ts';
import { isIri, literal } from '../map/nquads.ts';
import { NAMESPACES } from '../map/vocab.ts';
import type { Store } from '../store/store.ts';
import { type Reading, readPassages, selectRows } from './passages.ts';

export type { Reading } from './passages.ts';

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
  const where = `{ GRAPH ?g { ${focus} ?p ?o } } UNION { GRAPH ?g { ?s ?p ${focus} } }`;
  const rows = await selectRows(store, statements(where));
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
  const rows = await selectRows(store, statements(`GRAPH ?g { ${iriOf(subject)} ${property} ?o } ${filter}`));
  const given = predicate === undefined ? {} : { p: predicate };
  return explained(
    store,
    subject,
    rows.map((row) => ({ ...given, ...row })),
  );
}

// --- internal ---

type Row = Record<string, string | undefined>;

const PREFIX = `PREFIX mlg: <${NAMESPACES.mlg}>`;

const statements = (where: string): string =>
  `SELECT DISTINCT ?s ?p ?o (isIRI(?o) AS ?isIri) ?g WHERE { ${where} } ORDER BY ?s ?p ?o ?g`;

const mentionsOf = (focus: string): string =>
  `${PREFIX} SELECT ?surface ?g WHERE { GRAPH ?g { ?mention mlg:refersTo ${focus} ; mlg:surface ?surface } }`;

/** Passages of a finding, or of the findings about something. */
const findingsOf = (focus: string): string =>
  `${PREFIX} SELECT ?finding ?g WHERE { { ${focus} mlg:passage ?g BIND(${focus} AS ?finding) } UNION { ?finding mlg:focus ${focus} ; mlg:passage ?g } }`;

/** The token of an IRI. @throws UsageError */
function iriOf(iri: string): string {
  if (!isIri(iri)) throw new UsageError(`"${iri}" is no IRI; give a full one, or its end such as person/ada-lovelace`);
  return `<${iri}>`;
}

/** Joins the rows of each statement; what no passage says is looked up in mentions and findings. */
async function explained(store: Store, iri: string, rows: readonly Row[]): Promise<ExplainedStatement[]> {
  const mentions = await selectRows(store, mentionsOf(`<${iri}>`));
  const findings = await selectRows(store, findingsOf(`<${iri}>`));
  const passages = await readPassages(
    store,
    [...rows, ...mentions, ...findings].map(({ g = '' }) => g),
  );
  const entries = new Map<string, { statement: Omit<ExplainedStatement, 'readings'>; graphs: Set<string> }>();
  for (const { s = iri, p = '', o = iri, g = '', isIri: type } of rows) {
    const key = `${s} ${p} ${o}`;
    const inPassage = passages.has(g);
    const entry = entries.get(key) ?? {
      statement: {
        ...{ subject: s, predicate: p, object: o, objectIsIri: type !== 'false' },
        ...(inPassage ? {} : { graph: g }),
      },
      graphs: new Set(),
    };
    entries.set(key, entry);
    const said = inPassage
      ? [{ g }]
      : isName(p)
        ? bearing(mentions, o)
        : findings.filter(({ finding }) => finding === s);
    for (const { g: graph = '' } of said) entry.graphs.add(graph);
  }
  return [...entries.values()].map(({ statement, graphs }) => ({
    ...statement,
    readings: [...graphs].flatMap((graph) => passages.get(graph) ?? []).sort(byPlace),
  }));
}

/** Mentions that bear a name: all of them where none does. */
function bearing(mentions: readonly Row[], name: string): readonly Row[] {
  const own = mentions.filter(({ surface = '' }) => bears(surface, name));
  return own.length > 0 ? own : mentions;
}

const NAMES = new Set([`${NAMESPACES.schema}name`, `${NAMESPACES.schema}alternateName`, `${NAMESPACES.skos}prefLabel`]);
const isName = (predicate: string): boolean => NAMES.has(predicate);

/** The surface is the name, or holds it (`l'association X` for `X`). */
const bears = (surface: string, name: string): boolean => surface.toLowerCase().includes(name.toLowerCase());

const byPlace = (a: Reading, b: Reading): number =>
  a.path === b.path ? a.firstLine - b.firstLine || a.lastLine - b.lastLine : a.path < b.path ? -1 : 1;

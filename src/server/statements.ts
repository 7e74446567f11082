import { iriToken, literal } from '../map/nquads.ts';
import { ONTOLOGY_GRAPH } from '../map/vocab.ts';
import type { Statements } from '../publish/about.ts';
import { parseLine, type Statement } from '../publish/statement.ts';
import type { Store } from '../store/store.ts';

/** Looks up statements in a store, the ontology's left out. Throws Error where the store cuts an answer: half of it would look whole. */
export function createStatements(store: Store): Statements {
  return {
    async of(iris, properties) {
      const only = properties === undefined ? '' : ` FILTER(?p IN (${[...properties].map(iriToken).join(', ')}))`;
      const found = await Promise.all(
        chunks(iris.map(iriToken)).map((tokens) =>
          select(store, `VALUES ?s { ${tokens.join(' ')} } GRAPH ?g { ?s ?p ?o }${only}`),
        ),
      );
      return found.flat().map(parseLine);
    },
    to: async (iri) => (await select(store, `VALUES ?o { ${iriToken(iri)} } GRAPH ?g { ?s ?p ?o }`)).map(parseLine),
  };
}

/** Statements as lines of a document that has no graphs. */
export const triples = (statements: readonly Statement[]): string[] =>
  [...new Set(statements.map(({ subject, predicate, token }) => `<${subject}> <${predicate}> ${token} .`))].sort();

// --- internal ---

/** Rows of a SELECT. Throws as `createStatements` tells. */
async function rows(store: Store, sparql: string): Promise<readonly Row[]> {
  const { body, truncated } = await store.query(sparql, { accept: 'json', quick: true });
  if (truncated !== undefined) throw new Error(`an answer is not whole: ${truncated.message}`);
  return (JSON.parse(body) as { results: { bindings: Row[] } }).results.bindings;
}

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}
type Row = Readonly<Record<string, Term | undefined>>;

/** Room for IRIs in one query, of the 16 KiB that a query may have. */
const ROOM = 12_000;

function chunks(tokens: readonly string[]): string[][] {
  const out: string[][] = [];
  let size = ROOM;
  for (const token of tokens) {
    size += Buffer.byteLength(token) + 1;
    if (size > ROOM) {
      out.push([]);
      size = Buffer.byteLength(token);
    }
    out.at(-1)?.push(token);
  }
  return out;
}

/** Canonical lines of what a pattern of ?s ?p ?o ?g finds. */
async function select(store: Store, pattern: string): Promise<string[]> {
  const found = await rows(store, `SELECT ?s ?p ?o ?g WHERE { ${pattern} }`);
  return found.flatMap(({ s, p, o, g }) => {
    if (s?.type !== 'uri' || p === undefined || o === undefined || o.type === 'bnode' || g === undefined) return [];
    if (g.value === ONTOLOGY_GRAPH) return [];
    const object = o.type === 'uri' ? iriToken(o.value) : literal(o.value, o['xml:lang'] ?? o.datatype);
    return [`${iriToken(s.value)} ${iriToken(p.value)} ${object} ${iriToken(g.value)} .`];
  });
}

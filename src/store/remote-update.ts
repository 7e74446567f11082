import type { Statement } from './statements.ts';

/** SPARQL 1.1 Update as text, from terms that are N-Triples already. N-Triples terms are SPARQL terms. */

/** Adds statements to their graphs. */
export function insertData(statements: Iterable<Statement>): string {
  const graphs = new Map<string, string[]>();
  for (const { graph, triple } of statements) {
    const triples = graphs.get(graph);
    if (triples === undefined) graphs.set(graph, [triple]);
    else triples.push(triple);
  }
  const blocks = [...graphs].map(([graph, triples]) => `GRAPH ${iri(graph)} {\n${triples.join('\n')}\n}`);
  return `INSERT DATA {\n${blocks.join('\n')}\n}`;
}

/** Empties graphs; none is missed where it is not there. */
export function dropGraphs(graphs: readonly string[]): string[] {
  return graphs.map((graph) => `DROP SILENT GRAPH ${iri(graph)}`);
}

/** One request of several operations: one transaction on servers that have them. */
export const inOneRequest = (operations: readonly string[]): string => operations.join(' ;\n');

/** An IRI as a token. Throws RangeError for text that could end one early. */
export function iri(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u0020<>"{}|\\^`]/.test(value)) throw new RangeError(`not an IRI: ${JSON.stringify(value)}`);
  return `<${value}>`;
}

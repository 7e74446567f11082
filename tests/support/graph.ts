import { Parser, type Quad, Writer } from 'n3';
import { expect } from 'vitest';
import { prefixesOf } from '../../src/map/iri.ts';
import { ONTOLOGY_GRAPH, scheme } from '../../src/map/vocab.ts';

/** The base of graphs in tests. */
export const BASE = 'https://example.test/';

/** Prefixes that stand before every graph of `ttl`: vocabularies, kinds of ids, `source:`, `graph:`, schemes. */
export const PREFIXES: Readonly<Record<string, string>> = {
  ...prefixesOf(BASE),
  '': BASE,
  source: `${BASE}source/`,
  graph: `${BASE}graph/`,
  format: `${scheme.format}/`,
  capacity: `${scheme.capacity}/`,
  'participant-kind': `${scheme['participant-kind']}/`,
  'project-kind': `${scheme['project-kind']}/`,
  severity: `${scheme.severity}/`,
  ontology: ONTOLOGY_GRAPH,
};

/** A graph as a sorted list of canonical N-Quads lines, each once. */
export type Graph = readonly string[];

/**
 * A graph stated in Turtle or TriG. `PREFIXES` are declared, and IRIs are relative to `BASE`.
 *
 * @example ttl`<source/a/b.md#L1> { person:x a schema:Person . }`
 */
export function ttl(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Graph {
  const text = String.raw({ raw: strings.raw }, ...values);
  const declared = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  return linesOf(new Parser({ format: 'application/trig', baseIRI: BASE }).parse(declared.join('') + text));
}

/** A graph given as N-Quads text (or pieces of it, each of whole lines). */
export function nquads(...texts: readonly string[]): Graph {
  return linesOf(texts.flatMap((text) => new Parser({ format: 'application/n-quads' }).parse(text)));
}

/** The statements of a graph that stand in the named graphs whose IRI starts with `prefix` (relative to `BASE`). */
export function inGraphs(graph: Graph, prefix: string): Graph {
  return graph.filter((line) => graphOf(line)?.startsWith(BASE + prefix));
}

/** The statements whose text, as an N-Quads line, contains the given piece. */
export function about(graph: Graph, piece: string): Graph {
  return graph.filter((line) => line.includes(piece));
}

/** Fails, showing what is missing and what is too much with prefixes, where the graphs differ. */
export function expectGraph(actual: Graph, expected: Graph): void {
  const have = new Set(actual);
  const want = new Set(expected);
  const missing = expected.filter((line) => !have.has(line)).map((line) => `- ${readable(line)}`);
  const extra = actual.filter((line) => !want.has(line)).map((line) => `+ ${readable(line)}`);
  const differences = [...missing, ...extra];
  if (differences.length > 0) {
    expect.fail(`missing (-) and unexpected (+) statements:\n${differences.slice(0, 60).join('\n')}`);
  }
}

// --- internal ---

function linesOf(quads: readonly Quad[]): Graph {
  const text = new Writer({ format: 'N-Quads' }).quadsToString([...quads]);
  return [...new Set(text.split('\n').filter((line) => line !== ''))].sort();
}

function graphOf(line: string): string | undefined {
  const quad = new Parser({ format: 'application/n-quads' }).parse(line)[0];
  return quad?.graph.termType === 'NamedNode' ? quad.graph.value : undefined;
}

function readable(line: string): string {
  return line.replace(/<([^<>"\s]+)>/g, (whole, iri: string) => {
    const [prefix, namespace] = Object.entries(PREFIXES)
      .filter(([, start]) => iri.startsWith(start))
      .reduce((best, next) => (next[1].length > best[1].length ? next : best), ['', '']);
    return namespace === '' ? whole : `${prefix}:${iri.slice(namespace.length)}`;
  });
}

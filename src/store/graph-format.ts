import { Parser, Writer } from 'n3';
import oxigraph from 'oxigraph';
import { type Caps, cut } from './cut.ts';
import { formats } from './formats.ts';
import type { Answer } from './protocol.ts';
import type { Format } from './store.ts';

/**
 * A graph, given as N-Triples, within the caps and in the format asked for: triples sorted, each once. Engines give them in
 * any order, and more than once.
 */
export function graphAs(
  ntriples: string,
  format: Format,
  caps: Caps,
  prefixes: Readonly<Record<string, string>>,
): Answer {
  const lines = ntriples.split('\n').filter((line) => line !== '');
  const sorted = [...new Set(lines)].sort();
  const graph = cut(sorted.map((line) => `${line}\n`).join(''), 'ntriples', caps);
  return { ...graph, body: inFormat(graph.body, format, prefixes) };
}

// --- internal ---

function inFormat(ntriples: string, format: Format, prefixes: Readonly<Record<string, string>>): string {
  if (format === 'ntriples') return ntriples;
  if (format === 'turtle') {
    const triples = new Parser({ format: 'N-Triples', blankNodePrefix: '' }).parse(ntriples);
    let body = '';
    const writer = new Writer({ prefixes });
    writer.addQuads(triples);
    writer.end((_error, text) => {
      body = text;
    });
    return body;
  }
  const graph = new oxigraph.Store();
  graph.load(ntriples, { format: formats.ntriples.mediaType });
  return graph.dump({ format: formats[format].mediaType, from_graph_name: oxigraph.defaultGraph() });
}

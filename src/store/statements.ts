import { Parser, type Quad, Writer } from 'n3';
import { UsageError } from '../errors.ts';
import { quadLines, readText, withoutGraph } from './chunks.ts';
import type { LoadFile } from './store.ts';

/** A triple as a line of N-Triples (without line feed), and the IRI of the graph that says it. */
export interface Statement {
  readonly graph: string;
  readonly triple: string;
}

/**
 * The statements of files, in their order. N-Quads with a SHA-256 are our own, and taken as they are; others are parsed.
 * Throws DamagedFile, UsageError (naming the file) for what cannot be parsed, or stands in no graph.
 */
export function* statementsOf(files: readonly LoadFile[]): Generator<Statement> {
  for (const file of files) {
    if (file.path.endsWith('.nq') && file.sha256 !== undefined) yield* ownStatements(file);
    else yield* parsedStatements(file);
  }
}

// --- internal ---

function* ownStatements(file: LoadFile): Generator<Statement> {
  for (const line of quadLines(file)) {
    const triple = withoutGraph(line);
    if (triple === undefined)
      throw new UsageError(`a statement stands in no graph: ${line.slice(0, 200)}`, { path: file.path });
    yield { triple, graph: line.slice(triple.length, line.lastIndexOf('>')) };
  }
}

function* parsedStatements(file: LoadFile): Generator<Statement> {
  const isTurtle = file.path.endsWith('.ttl');
  const text = readText(file);
  const writer = new Writer({ format: 'N-Triples' });
  let quads: Quad[];
  try {
    quads = new Parser({
      format: isTurtle ? 'text/turtle' : 'application/n-quads',
      ...(file.graph === undefined ? {} : { baseIRI: file.graph }),
    }).parse(text);
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { path: file.path }, cause);
  }
  for (const { subject, predicate, object, graph } of quads) {
    const name = isTurtle ? file.graph : graph.value;
    if (name === undefined || name === '') {
      throw new UsageError('a statement stands in no graph: a remote store keeps all of them in named graphs', {
        path: file.path,
      });
    }
    yield { graph: name, triple: writer.quadToString(subject, predicate, object).trimEnd() };
  }
}

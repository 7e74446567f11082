import { createReadStream } from 'node:fs';
import { Parser, type Quad } from 'n3';
import { UsageError } from '../errors.ts';
import { iriToken, literal } from '../map/nquads.ts';

/** N-Quads: texts cut anywhere, or the paths of files. */
export type Segments = AsyncIterable<string> | readonly string[];

/**
 * All statements as canonical N-Quads lines without line feed, sorted by code unit, each once: the same for the same
 * statements, whatever their order and notation.
 *
 * @throws UsageError for what is no N-Quads, and for blank nodes and triple terms, which a dump must not hold.
 */
export async function canonicalLines(segments: Segments): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = createCanonicalizer();
  for await (const text of wholeLines(segments)) {
    for (const quad of parse(text)) lines.push(write(quad));
  }
  lines.sort();
  return lines.filter((line, i) => line !== lines[i - 1]);
}

/** Turns quads into canonical lines; remembers the tokens of IRIs. */
export function createCanonicalizer(): (quad: Quad) => string {
  const tokens = new Map<string, string>();
  const iri = (term: { readonly termType: string; readonly value: string }): string => {
    if (term.termType !== 'NamedNode') {
      throw new UsageError(
        `the graph holds a ${term.termType}; give the thing an IRI: blank nodes have no stable name`,
        {
          field: 'term',
          value: term.value,
        },
      );
    }
    let token = tokens.get(term.value);
    if (token === undefined) {
      token = iriToken(term.value);
      if (tokens.size >= 100_000) tokens.clear();
      tokens.set(term.value, token);
    }
    return token;
  };
  return ({ subject, predicate, object, graph }) => {
    const value =
      object.termType === 'Literal' ? literal(object.value, object.language || object.datatype.value) : iri(object);
    const name = graph.termType === 'DefaultGraph' ? '' : ` ${iri(graph)}`;
    return `${iri(subject)} ${iri(predicate)} ${value}${name} .`;
  };
}

// --- internal ---

function parse(text: string): Quad[] {
  try {
    return new Parser({ format: 'application/n-quads', blankNodePrefix: '' }).parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`a segment of the graph is not N-Quads: ${reason}`, {}, cause);
  }
}

/** The same text in pieces that end with a line. */
async function* wholeLines(segments: Segments): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textsOf(segments)) {
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) {
      rest += text;
      continue;
    }
    yield rest + text.slice(0, end);
    rest = text.slice(end);
  }
  if (rest !== '') yield rest;
}

async function* textsOf(segments: Segments): AsyncGenerator<string> {
  if (!isPaths(segments)) {
    yield* segments;
    return;
  }
  for (const path of segments) {
    yield* createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 });
    // A file may lack its last line feed; an empty line is nothing to N-Quads.
    yield '\n';
  }
}

function isPaths(segments: Segments): segments is readonly string[] {
  return Array.isArray(segments);
}

import { DataFactory, type Quad_Graph, Writer } from 'n3';
import { isIri, parseLine, type Statement } from './statement.ts';
import { subjectsOf } from './subjects.ts';

export type Prefixes = Readonly<Record<string, string>>;

/** Turtle: the union of all graphs, by subject. Yields pieces of text. */
export function* turtle(lines: readonly string[], prefixes: Prefixes, header: readonly string[]): Generator<string> {
  yield comment(header);
  yield* written(prefixes, [{ name: undefined, lines }]);
}

/** A small graph as Turtle in one text, sorted, with the prefixes that it needs and no others. */
export function turtleText(lines: Iterable<string>, prefixes: Prefixes): string {
  const sorted = [...new Set(lines)].sort();
  const used = Object.entries(prefixes).filter(([, iri]) => sorted.some((line) => line.includes(`<${iri}`)));
  return [...turtle(sorted, Object.fromEntries(used), [])].join('');
}

/** TriG: graph by graph, the default graph first, each by subject. */
export function* trig(lines: readonly string[], prefixes: Prefixes, header: readonly string[]): Generator<string> {
  yield comment(header);
  yield* written(prefixes, graphsOf(lines));
}

// --- internal ---

interface Graph {
  readonly name: string | undefined;
  readonly lines: readonly string[];
}

const { namedNode, literal, defaultGraph } = DataFactory;

function* written(prefixes: Prefixes, graphs: readonly Graph[]): Generator<string> {
  let text = '';
  const output = {
    write(chunk: string, _encoding: string, done?: () => void) {
      text += chunk;
      done?.();
    },
    end(done?: () => void) {
      done?.();
    },
  };
  const sorted = Object.fromEntries(Object.entries(prefixes).sort(([a], [b]) => (a < b ? -1 : 1)));
  // The writer takes any object that writes; its types ask for a whole stream.
  const writer = new Writer(output as unknown as NodeJS.WritableStream, {
    format: 'application/trig',
    prefixes: sorted,
  });
  for (const { name, lines } of graphs) {
    const graph = name === undefined ? defaultGraph() : namedNode(name);
    for (const { iri, statements } of subjectsOf(lines)) {
      const subject = namedNode(iri);
      for (const statement of statements) {
        writer.addQuad(subject, namedNode(statement.predicate), objectOf(statement), graph as Quad_Graph);
      }
      if (text.length < 1 << 16) continue;
      yield plain(text);
      text = '';
    }
  }
  writer.end();
  yield plain(text);
}

/**
 * The writer escapes what lies beyond U+FFFF (`\U0001F600`). It is legal, but nobody can read it, and rdflib reads it
 * wrong: the character itself stands better.
 */
function plain(text: string): string {
  return text.replace(/\\(?:U([0-9A-Fa-f]{8})|[^U])/g, (written, hex: string | undefined) =>
    hex === undefined ? written : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

function objectOf({ object }: Statement): ReturnType<typeof namedNode> | ReturnType<typeof literal> {
  if (isIri(object)) return namedNode(object.iri);
  const { value, language, datatype } = object;
  return literal(value, language ?? (datatype === undefined ? undefined : namedNode(datatype)));
}

function graphsOf(lines: readonly string[]): readonly Graph[] {
  const graphs = new Map<string, string[]>();
  for (const line of lines) {
    const name = graphName(line);
    const known = graphs.get(name);
    if (known === undefined) graphs.set(name, [line]);
    else known.push(line);
  }
  return [...graphs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, members]) => ({ name: name === '' ? undefined : name, lines: members }));
}

/** The name of the line's graph, empty for the default graph. */
function graphName(line: string): string {
  return parseLine(line).graph ?? '';
}

/** A header as comments: what would end a comment's line becomes a space. */
function comment(header: readonly string[]): string {
  return header.map((line) => `# ${line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}\n`).join('');
}

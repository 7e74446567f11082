import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { literal } from '../map/nquads.ts';
import { NAMESPACES, xsd } from '../map/vocab.ts';
import { DUMPS, type DumpName } from './dump.ts';
import { canonicalLines } from './lines.ts';
import { xmlText } from './rdfxml.ts';
import { READERS, type ReaderName } from './readers.ts';
import { parseLine } from './statement.ts';

/** What one reader made of one file, against `graph.nq`. */
export interface Check {
  readonly file: DumpName;
  readonly reader: ReaderName;
  /** Statements that it read, each once. */
  readonly statements: number;
  /** The first statements, as N-Quads lines, that it should have read and did not. */
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
  /** Why it could not read the file at all. */
  readonly failure?: string;
}

/**
 * Reads the dumps in `dir` back with n3, oxigraph and rdflib, each the formats that it knows, and compares what they
 * read with `graph.nq`: quads for N-Quads and TriG, the union's triples for the others.
 *
 * Both sides pass through the same normalisation: terms as canonical N-Quads tokens, that is xsd:string left out and
 * language tags in lower case. For RDF/XML also U+FFFD for what XML 1.0 cannot hold, on the side of `graph.nq`.
 * Lexical forms are compared as they are: n3 and oxigraph's parser keep them (oxigraph rewrites them only in its
 * store). rdflib reads numbers and booleans of Turtle into JavaScript's: there both sides are compared by value.
 * All of it stands in memory: for graphs under some 100,000 quads.
 */
export async function verifyDumps(dir: string): Promise<readonly Check[]> {
  const quads = await canonicalLines([join(dir, 'graph.nq')]);
  const checks: Check[] = [];
  for (const [file, readers] of PLAN) {
    const text = await readFile(join(dir, file), 'utf8');
    const wanted = expected(file, quads);
    for (const reader of readers) checks.push(await check(file, reader, text, wanted));
  }
  return checks;
}

/** Whether a reader read exactly what it should have. */
export function isFaithful(check: Check): boolean {
  return check.failure === undefined && check.missing.length === 0 && check.unexpected.length === 0;
}

// --- internal ---

const SHOWN = 10;

const PLAN: readonly (readonly [DumpName, readonly ReaderName[]])[] = [
  ['graph.nq', ['n3', 'oxigraph', 'rdflib']],
  ['graph.trig', ['n3', 'oxigraph']],
  ['graph.ttl', ['n3', 'oxigraph', 'rdflib']],
  ['graph.jsonld', ['oxigraph', 'rdflib']],
  ['graph.rdf', ['oxigraph', 'rdflib']],
];

async function check(file: DumpName, reader: ReaderName, text: string, wanted: ReadonlySet<string>): Promise<Check> {
  try {
    const read = new Set(await READERS[reader](text, DUMPS[file]));
    const same = reader === 'rdflib' ? byValue : (line: string) => line;
    return {
      ...{ file, reader, statements: read.size },
      missing: difference(wanted, read, same),
      unexpected: difference(read, wanted, same),
    };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { file, reader, statements: 0, missing: [], unexpected: [], failure };
  }
}

function expected(file: DumpName, quads: readonly string[]): ReadonlySet<string> {
  if (file === 'graph.nq' || file === 'graph.trig') return new Set(quads);
  return new Set(
    quads.map((line) => {
      const { subject, predicate, object, token } = parseLine(line);
      const inXml =
        file === 'graph.rdf' && 'value' in object
          ? literal(xmlText(object.value), object.language ?? object.datatype)
          : token;
      return `<${subject}> <${predicate}> ${inXml} .`;
    }),
  );
}

/** What stands in one set and not in the other, where lines count as equal that `same` makes equal. */
function difference(
  from: ReadonlySet<string>,
  other: ReadonlySet<string>,
  same: (line: string) => string,
): readonly string[] {
  const known = new Set([...other].map(same));
  return [...from].filter((line) => !known.has(same(line))).slice(0, SHOWN);
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'double'].map((name) => NAMESPACES.xsd + name));

/** The line with numbers and booleans in one form for each value. */
function byValue(line: string): string {
  const { subject, predicate, object, token, graph } = parseLine(line);
  let shown = token;
  if ('value' in object && object.datatype === xsd.boolean) {
    shown = literal(object.value === '1' || object.value === 'true' ? 'true' : 'false', xsd.boolean);
  } else if ('value' in object && object.datatype !== undefined && NUMBERS.has(object.datatype)) {
    shown = `number ${Number(object.value)}`;
  }
  return `${subject} ${predicate} ${shown} ${graph ?? ''}`;
}

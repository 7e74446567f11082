import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser, type Quad } from 'n3';
import rdfCanonize from 'rdf-canonize';
import { UsageError } from '../errors.ts';
import { canonicalLines, createCanonicalizer } from '../publish/lines.ts';
import { openSnapshot, segmentPaths } from '../store/snapshot.ts';

/**
 * The graph at a path as canonical N-Quads lines, sorted, each once: of a build folder, of a published folder, or of a dump
 * (`.nq`, `.trig`, `.ttl`, also with `.gz`). Blank nodes, which our own graphs have none of, get canonical names (RDFC-1.0).
 * @throws UsageError for what is none of these
 */
export async function readGraph(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) throw new UsageError('there is no such folder or file', { path });
  if (!statSync(path).isDirectory()) return readDump(path);
  if (existsSync(join(path, 'current'))) return canonicalLines(segmentPaths(await openSnapshot(path)));
  const dump = [join(path, 'dumps', 'graph.nq'), join(path, 'graph.nq')].find((file) => existsSync(file));
  if (dump !== undefined) return readDump(dump);
  throw new UsageError('neither a build folder (no file "current") nor a published one (no dumps/graph.nq)', { path });
}

// --- internal ---

const FORMATS = new Map([
  ['nq', 'application/n-quads'],
  ['trig', 'application/trig'],
  ['ttl', 'text/turtle'],
]);

async function readDump(path: string): Promise<readonly string[]> {
  const [, ending = '', packed] = /\.([a-z]+)(\.gz)?$/.exec(path) ?? [];
  const format = FORMATS.get(ending);
  if (format === undefined) throw new UsageError('expected a dump in .nq, .trig or .ttl (also .gz)', { path });
  let quads: Quad[];
  try {
    const bytes = readFileSync(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(packed === undefined ? bytes : gunzipSync(bytes));
    quads = new Parser({ format, blankNodePrefix: '' }).parse(text);
  } catch (cause) {
    throw new UsageError(
      `cannot be read as ${format}: ${cause instanceof Error ? cause.message : cause}`,
      { path },
      cause,
    );
  }
  const lines = hasBlankNodes(quads) ? await canonized(quads) : quads.map(createCanonicalizer());
  return [...new Set(lines)].sort();
}

const hasBlankNodes = (quads: readonly Quad[]): boolean =>
  quads.some((quad) => [quad.subject, quad.object, quad.graph].some(({ termType }) => termType === 'BlankNode'));

/** Names of blank nodes as IRIs of their canonical labels, so that all else treats them as things. */
async function canonized(quads: readonly Quad[]): Promise<string[]> {
  const text = await rdfCanonize.canonize([...quads], { algorithm: 'RDFC-1.0', maxWorkFactor: 1 });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/(^|[ ])_:(c14n\d+)(?=[ ])/g, '$1<urn:blank:$2>'));
}

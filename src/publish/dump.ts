import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, contextOf } from './context.ts';
import { jsonld } from './jsonld.ts';
import { canonicalLines, type Segments } from './lines.ts';
import { rdfxml } from './rdfxml.ts';
import { type Prefixes, trig, turtle } from './turtle.ts';
import { type Written, writeFile } from './write-file.ts';

export interface DumpOptions {
  readonly prefixes: Prefixes;
  /** JSON-LD context to write under; the prefixes alone without it. */
  readonly context?: Context;
  /** Lines of the comment at the head of Turtle and TriG. Nothing that changes between equal builds. */
  readonly header?: readonly string[];
}

export interface Dump extends Written {
  readonly name: DumpName;
  readonly mediaType: string;
}

export interface Dumps {
  /** Quads in `graph.nq`. */
  readonly quads: number;
  readonly files: readonly Dump[];
}

/** The files of a dump, with their media types. `graph.nq` and `graph.trig` keep graphs, the others unite them. */
export const DUMPS = {
  'graph.nq': 'application/n-quads',
  'graph.ttl': 'text/turtle',
  'graph.trig': 'application/trig',
  'graph.jsonld': 'application/ld+json',
  'graph.rdf': 'application/rdf+xml',
} as const;
export type DumpName = keyof typeof DUMPS;

/**
 * Writes the graph into `outDir` in each format. The bytes depend on the statements and options alone, not on the
 * order of segments; each file is replaced at once or not at all.
 *
 * @throws UsageError for what is no N-Quads, for blank nodes, and for predicates that RDF/XML cannot say.
 */
export async function writeDumps(segments: Segments, outDir: string, options: DumpOptions): Promise<Dumps> {
  return writeDumpsOf(await canonicalLines(segments), outDir, options);
}

/** The same of lines that `canonicalLines` gave. */
export async function writeDumpsOf(lines: readonly string[], outDir: string, options: DumpOptions): Promise<Dumps> {
  const { prefixes, context = contextOf(prefixes), header = [] } = options;
  await mkdir(outDir, { recursive: true });
  const texts: Readonly<Record<DumpName, Iterable<string>>> = {
    'graph.nq': nquads(lines),
    'graph.ttl': turtle(lines, prefixes, header),
    'graph.trig': trig(lines, prefixes, header),
    'graph.jsonld': jsonld(lines, context),
    'graph.rdf': rdfxml(lines, prefixes),
  };
  const files: Dump[] = [];
  for (const name of Object.keys(DUMPS) as DumpName[]) {
    files.push({ name, mediaType: DUMPS[name], ...(await writeFile(join(outDir, name), texts[name])) });
  }
  return { quads: lines.length, files };
}

// --- internal ---

function* nquads(lines: readonly string[]): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

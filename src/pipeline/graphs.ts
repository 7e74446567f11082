import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMapper, type Mapper } from '../map/index.ts';
import { ONTOLOGY_FILES, ONTOLOGY_GRAPH } from '../map/vocab.ts';
import type { FileEntry } from '../store/manifest.ts';
import type { LoadFile } from '../store/store.ts';
import { checkLoads, type Run } from './run.ts';
import { segmentWriter } from './segments.ts';

/** Writes what is not of one source. @returns its segments */
export async function writeGraph(
  run: Run,
  name: string,
  write: (mapper: Mapper) => void,
): Promise<readonly FileEntry[]> {
  const segments = segmentWriter(run.writer, name, (part) => checkLoads(run, part));
  write(createMapper({ base: run.config.base, ids: run.ids, emit: segments.emit, scrub: run.scrub }));
  return segments.end();
}

/** The files of a generation in the making, once all are written. */
export function graphFiles(folder: string): LoadFile[] {
  const segments = readdirSync(join(folder, 'segments')).sort();
  return [
    ...segments.map((name) => ({ path: join(folder, 'segments', name) })),
    ...ONTOLOGY_FILES.map((name) => ({ path: join(folder, 'ontology', name), graph: ONTOLOGY_GRAPH })),
  ];
}

/** Takes the ontology into the generation, in its own graph. @returns its quads */
export async function writeOntology(run: Run, folder: string): Promise<number> {
  let quads = 0;
  for (const name of ONTOLOGY_FILES) {
    const entry = await run.writer.write(`ontology/${name}`, [readFileSync(join(folder, name))], {
      graph: ONTOLOGY_GRAPH,
    });
    quads += await run.checker.check({ path: join(run.writer.folder, entry.path), graph: ONTOLOGY_GRAPH });
  }
  return quads;
}

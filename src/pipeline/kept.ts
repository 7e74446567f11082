import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameCounts } from '../resolve/names.ts';
import type { GenerationWriter } from '../store/generation.ts';
import type { SourceReport } from './report.ts';

/** What a build keeps of a source beside its segments, so that the next one need not read it again. */
export interface Kept {
  readonly fingerprint: string;
  /** Paths of its segments in the generation. */
  readonly segments: readonly string[];
  readonly report: Omit<SourceReport, 'reused'>;
  /** Names of its entities, counted: `NameCounts` as lists. */
  readonly names: readonly (readonly [id: string, names: readonly (readonly [name: string, count: number])[]])[];
}

export const keptPath = (sourceId: string): string => `sources/${sourceId}.json`;

export const namesToKeep = (counts: NameCounts): Kept['names'] => [...counts].map(([id, names]) => [id, [...names]]);

export const namesKept = (kept: Kept): NameCounts => new Map(kept.names.map(([id, names]) => [id, new Map(names)]));

/** What the generation before kept of a source; undefined where it has nothing that can be read. */
export function readKept(writer: GenerationWriter, sourceId: string): Kept | undefined {
  const previous = writer.previous;
  if (previous === undefined || !previous.manifest.files.some((file) => file.path === keptPath(sourceId)))
    return undefined;
  try {
    return JSON.parse(readFileSync(join(previous.folder, keptPath(sourceId)), 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

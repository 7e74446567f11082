import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../resolve/profile.ts';
import type { Resolution } from '../resolve/resolved.ts';
import type { GenerationWriter } from '../store/generation.ts';
import type { SourceReport } from './report.ts';

/** What a build keeps of a source beside its segments, so that the next one need not read it again. */
export interface Kept {
  readonly fingerprint: string;
  /** Paths of its segments in the generation. */
  readonly segments: readonly string[];
  readonly report: Omit<SourceReport, 'reused'>;
  /** What it says of names: resolution needs that of all sources. */
  readonly profiles: readonly Profile[];
  /** Slugs that its segments give to the profiles. Where resolution gives others now, the source is mapped again. */
  readonly slugs: readonly string[];
  /** Entities that its segments name, as `kind slug`. */
  readonly entities: readonly string[];
}

export const keptPath = (sourceId: string): string => `sources/${sourceId}.json`;

/** The slug of each profile. */
export const slugsOf = (profiles: readonly Profile[], resolution: Resolution): string[] =>
  profiles.map((profile) => resolution.slugOfProfile(profile) ?? '');

/** True when resolution still gives the slugs that the segments have. */
export const isStill = ({ profiles, slugs }: Kept, resolution: Resolution): boolean =>
  profiles.every((profile, at) => resolution.slugOfProfile(profile) === slugs[at]);

/**
 * Takes what the generation before kept of a source over into this one, where the source is as it was; undefined where it
 * is not, and where the file is damaged: what it says of names would go into the graph of all sources.
 */
export async function takeKept(writer: GenerationWriter, sourceId: string, print: string): Promise<Kept | undefined> {
  const path = keptPath(sourceId);
  const { previous } = writer;
  if (previous === undefined || !previous.manifest.files.some((file) => file.path === path)) return undefined;
  if ((await writer.reuse(path)) === undefined) return undefined;
  const kept = JSON.parse(readFileSync(join(previous.folder, path), 'utf8')) as Kept;
  if (kept.fingerprint === print) return kept;
  await writer.giveBack(path);
  return undefined;
}

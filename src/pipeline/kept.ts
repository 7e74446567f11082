import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../resolve/profile.ts';
import type { Slugs } from '../resolve/resolved.ts';
import type { GenerationWriter } from '../store/generation.ts';
import { sha256 } from './fingerprint.ts';
import type { SourceReport } from './report.ts';

/** What a build keeps of a source beside its segments, so that the next one need not read it again. */
export interface Kept {
  readonly fingerprint: string;
  /** Paths of its segments in the generation. */
  readonly segments: readonly string[];
  readonly report: Omit<SourceReport, 'reused'>;
  /** Hash of what it says of names: where that of every source is as it was, so is who is who. */
  readonly profilesHash: string;
  /** Entities that its segments name, as `kind slug`. */
  readonly entities: readonly string[];
}

/** What a source says of names, in a file of its own: it is only read where names have to be resolved anew. */
export interface KeptNames {
  readonly profiles: readonly Profile[];
  /** Slugs that its segments give to the profiles. Where resolution gives others now, the source is mapped again. */
  readonly slugs: readonly string[];
}

export const keptPath = (sourceId: string): string => `sources/${sourceId}.json`;
export const namesPath = (sourceId: string): string => `names/${sourceId}.json`;

/** Hash of what a source says of names. */
export const hashOfProfiles = (profiles: readonly Profile[]): string => sha256(JSON.stringify(profiles));

/** The text of a file of names: with the slug of each profile, without the lists that are empty, which most are. */
export function namesText(profiles: readonly Profile[], { slugOfProfile }: Slugs): string {
  const slugs = profiles.map((profile) => slugOfProfile(profile) ?? '');
  return JSON.stringify({ profiles, slugs }, (_, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
}

/** True when names still have the slugs that the segments have. */
export const isStill = ({ profiles, slugs }: KeptNames, { slugOfProfile }: Slugs): boolean =>
  profiles.every((profile, at) => slugOfProfile(profile) === slugs[at]);

/**
 * Takes what the generation before kept of a source over into this one, where the source is as it was; undefined where it
 * is not, and where a file is damaged: what it says of names would go into the graph of all sources.
 */
export async function takeKept(writer: GenerationWriter, sourceId: string, print: string): Promise<Kept | undefined> {
  const kept = await takeJson<Kept>(writer, keptPath(sourceId));
  if (kept === undefined) return undefined;
  if (kept.fingerprint === print && (await writer.reuse(namesPath(sourceId))) !== undefined) return kept;
  await writer.giveBack(keptPath(sourceId));
  return undefined;
}

/** Gives back what `takeKept` took. */
export async function giveKeptBack(writer: GenerationWriter, sourceId: string): Promise<void> {
  await writer.giveBack(keptPath(sourceId));
  await writer.giveBack(namesPath(sourceId));
}

/** The names of a source whose file was taken over. */
export function readNames({ folder }: GenerationWriter, sourceId: string): KeptNames {
  const { profiles = [], slugs = [] } = readJson<Partial<KeptNames>>(folder, namesPath(sourceId));
  return { profiles: profiles.map((profile) => ({ ...NOTHING, ...profile })), slugs };
}

/** Takes a file of JSON over; undefined where there is none, or it is damaged. */
export async function takeJson<T>(writer: GenerationWriter, path: string): Promise<T | undefined> {
  return (await writer.reuse(path)) === undefined ? undefined : readJson<T>(writer.folder, path);
}

// --- internal ---

const NOTHING = { names: [], surfaces: [], acronyms: [], lines: [], bodies: [], roles: [], events: [], projects: [] };

const readJson = <T>(folder: string, path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;

import { join } from 'node:path';
import type { Config, SourceConfig } from '../config/types.ts';
import type { FieldsContext } from '../extract/fields.ts';
import { splitRole } from '../extract/people/role.ts';
import { findFiles } from '../read/files.ts';
import { createCollector } from '../resolve/collect.ts';
import type { Profile } from '../resolve/profile.ts';
import { fingerprint } from './fingerprint.ts';
import { giveKeptBack, hashOfProfiles, type Kept, takeKept } from './kept.ts';
import { extractGroup, type FoundSource, lineTextOf } from './read-group.ts';
import type { Run } from './run.ts';
import { referencesOf } from './source.ts';
import { createSpool, type Spool } from './spool.ts';
import { withhold } from './withhold.ts';

/** Sources that belong together, looked through: what they say of names, and what is needed to map them. */
export interface Gathered {
  readonly group: readonly FoundSource[];
  /** Fingerprint of each source of the group. */
  readonly prints: readonly string[];
  /** What the build before kept of each, where nothing that it depends on has changed. */
  readonly kept?: readonly Kept[];
  /** Hash of what each says of names. */
  readonly profilesHashes: readonly string[];
  /** What each says of names, and the documents, where they had to be read. */
  readonly profiles?: readonly (readonly Profile[])[];
  readonly spool?: Spool;
}

/** Looks whether sources have changed, and reads them where they have. */
export async function gather(sources: readonly SourceConfig[], run: Run): Promise<Gathered> {
  const group = sources.map((source) => find(source, run.config));
  const prints = group.map(({ source, found }) => fingerprint(run.config, source, found, run.ledgers.withheldHash));
  const kept: Kept[] = [];
  for (const [at, { source }] of run.reuse ? group.entries() : []) {
    const one = await takeKept(run.writer, source.id, prints[at] as string);
    if (one === undefined) break;
    kept.push(one);
  }
  if (kept.length === group.length)
    return { group, prints, kept, profilesHashes: kept.map(({ profilesHash }) => profilesHash) };
  for (const { report } of kept) await giveKeptBack(run.writer, report.id);
  const read = readAgain(group, run);
  return { group, prints, profilesHashes: read.profiles.map(hashOfProfiles), ...read };
}

/** Reads and extracts sources, whatever the build before kept of them. */
export function readAgain(group: readonly FoundSource[], run: Run): Required<Pick<Gathered, 'profiles' | 'spool'>> {
  const { config } = run;
  const linked = group.length > 1 || group.some(({ source }) => referencesOf(source).size > 0);
  const context: FieldsContext = { config, splitRole: splitRoleText };
  const sources = group.map(({ source }) => source);
  const spool = createSpool(join(run.writer.folder, `${sources[0]?.id}.spool`), sources, run.budget);
  const collectors = new Map(sources.map(({ id }) => [id, createCollector(id)]));
  let done = 0;
  for (const all of extractGroup(group, linked, config, context)) {
    const extracted = withhold(all, run.ledgers.withheld);
    const { source, file, records } = extracted;
    if (file !== undefined) collectors.get(source.id)?.add(file.name, records, lineTextOf(file.text));
    spool.push(extracted);
    done += 1;
    if (done % 2000 === 0) run.progress(`${source.id}: ${done} documents read`);
  }
  return { spool, profiles: [...collectors.values()].map((collector) => collector.profiles()) };
}

// --- internal ---

function find(source: SourceConfig, config: Config): FoundSource {
  const patterns = [...source.files, ...source.exclude.map((glob) => `!${glob}`)];
  return { source, found: findFiles(config.folder, patterns, { sourceId: source.id }) };
}

function splitRoleText(text: string): { role?: string; organization?: string } {
  const { role, organization } = splitRole(text);
  return {
    ...(role === undefined ? {} : { role }),
    ...(organization === undefined ? {} : { organization: organization.surface }),
  };
}

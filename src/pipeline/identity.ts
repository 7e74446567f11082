import { groupBy } from '../domain/group-by.ts';
import { type Bearer, lookup } from '../resolve/lookup.ts';
import { resolve } from '../resolve/resolution.ts';
import type { Slugs } from '../resolve/resolved.ts';
import { codeHash, sha256 } from './fingerprint.ts';
import type { Gathered } from './gather.ts';
import { writeGraph } from './graphs.ts';
import { isStill, type KeptNames, namesPath, namesText, readNames, takeJson } from './kept.ts';
import { published } from './published.ts';
import { quadsOf, type Run, takeSegments } from './run.ts';

/**
 * Who is who in one build. Where nothing that it depends on has changed since the build before, names are not resolved
 * again: they keep their slugs, and the graph of who is who is taken over.
 */
export interface Identity {
  /** True where segments of the build before name everyone by the slugs that hold now. */
  isStill(sourceIds: readonly string[]): boolean;
  /** Slugs of what sources mention. */
  slugsOf(sourceIds: readonly string[]): Slugs;
  /** Writes the names of a source, with their slugs, for the next build. */
  keepNames(sourceId: string): Promise<void>;
  /** Writes the graph of who is who, once all sources are mapped. @returns its quads */
  write(): Promise<number>;
}

/** @throws UsageError for judgements that contradict each other */
export async function identify(
  gathered: readonly Gathered[],
  run: Run,
  warn: (message: string) => void,
): Promise<Identity> {
  const basis = basisOf(gathered, run);
  const before = run.reuse ? await takeJson<KeptIdentity>(run.writer, PATH) : undefined;
  if (before !== undefined) await run.writer.giveBack(PATH);
  const stands = before?.basis === basis && (await takeNames(gathered, run));
  return stands ? standing(before, gathered, run, warn) : resolved(basis, gathered, run, warn);
}

// --- internal ---

/** What a build keeps of who is who. */
interface KeptIdentity {
  /** Hash of all that it depends on. */
  readonly basis: string;
  /** Hash of the entities that the graph names: it says nothing of others. */
  readonly named: string;
  readonly segments: readonly string[];
  readonly quads: number;
  readonly warnings: readonly string[];
}

const PATH = 'identity.json';
const GRAPH = 'graph-identity';

/** All that who is who depends on, besides the ledger of ids: names have theirs already where that is as the build before left it. */
function basisOf(gathered: readonly Gathered[], { config, ledgers }: Run): string {
  const { base, judgements, links } = config;
  return sha256(
    JSON.stringify({
      code: codeHash(),
      config: { base, judgements, links },
      ledgers: { judgements: ledgers.judgements, links: ledgers.links, withheld: ledgers.withheldHash },
      sources: gathered.flatMap(({ group, profilesHashes }) =>
        group.map(({ source }, at) => [source.id, profilesHashes[at]]),
      ),
    }),
  );
}

const namedHash = ({ entities }: Run): string => sha256([...entities].join('\n'));

/** Takes the names of all sources over; false, with none taken, where a file is missing or damaged. */
async function takeNames(gathered: readonly Gathered[], { writer }: Run): Promise<boolean> {
  const read = gathered.filter(({ kept }) => kept === undefined).flatMap(({ group }) => group);
  const taken: string[] = [];
  for (const { source } of read) {
    const path = namesPath(source.id);
    if ((await writer.reuse(path)) === undefined) {
      for (const one of taken) await writer.giveBack(one);
      return false;
    }
    taken.push(path);
  }
  return true;
}

function standing(
  before: KeptIdentity,
  gathered: readonly Gathered[],
  run: Run,
  warn: (message: string) => void,
): Identity {
  return {
    isStill: () => true,
    slugsOf: (sourceIds) => lookup(bearersOf(sourceIds, run)),
    keepNames: async () => {},
    async write() {
      const isSame = namedHash(run) === before.named && (await takeSegments(run, before.segments));
      if (isSame) return finish(before, run, warn);
      return resolved(before.basis, gathered, run, warn).write();
    },
  };
}

/** Names with the slugs that the build before gave them. */
function bearersOf(sourceIds: readonly string[], { writer }: Run): Bearer[] {
  const named = sourceIds.flatMap((id) => {
    const { profiles, slugs } = readNames(writer, id);
    return profiles.map((profile, at) => ({ profile, slug: slugs[at] as string }));
  });
  const bearers = groupBy(named, ({ profile: { kind, key }, slug }) => `${kind} ${key}\0${slug}`);
  return [...bearers.values()].map((all) => {
    const [{ profile, slug }] = all as [(typeof named)[number]];
    return { kind: profile.kind, key: profile.key, slug, profiles: all.map((one) => one.profile) };
  });
}

function resolved(basis: string, gathered: readonly Gathered[], run: Run, warn: (message: string) => void): Identity {
  const { config, ids, ledgers, writer } = run;
  const kept = new Map(
    gathered
      .filter((group) => group.kept !== undefined)
      .flatMap(({ group }) => group.map(({ source: { id } }) => [id, readNames(writer, id)] as const)),
  );
  const profiles = new Map(
    gathered.flatMap(({ group, profiles }) =>
      group.map(({ source: { id } }, at) => [id, kept.get(id)?.profiles ?? profiles?.[at] ?? []] as const),
    ),
  );
  const resolution = resolve([...profiles.values()].flat(), ids, ledgers.judgements, config.judgements);
  return {
    isStill: (sourceIds) => sourceIds.every((id) => isStill(kept.get(id) as KeptNames, resolution)),
    slugsOf: () => resolution,
    async keepNames(id) {
      if (kept.has(id)) await writer.giveBack(namesPath(id));
      await writer.write(namesPath(id), [namesText(profiles.get(id) ?? [], resolution)]);
    },
    async write() {
      const warnings = [...resolution.warnings];
      const statements = published(resolution, run, (warning) => warnings.push(warning));
      const parts = await writeGraph(run, GRAPH, (mapper) => mapper.mapIdentity(statements));
      return finish(
        { basis, named: namedHash(run), segments: parts.map(({ path }) => path), quads: quadsOf(parts), warnings },
        run,
        warn,
      );
    },
  };
}

async function finish(kept: KeptIdentity, { writer }: Run, warn: (message: string) => void): Promise<number> {
  for (const warning of kept.warnings) warn(warning);
  await writer.write(PATH, [JSON.stringify(kept)]);
  return kept.quads;
}

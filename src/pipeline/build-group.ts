import { type Gathered, readAgain } from './gather.ts';
import type { Identity } from './identity.ts';
import { type Kept, keptPath } from './kept.ts';
import { sourceMapper } from './map-source.ts';
import type { SourceReport } from './report.ts';
import { checkLoads, quadsOf, type Run, takeSegments } from './run.ts';
import { segmentWriter } from './segments.ts';

/** Takes sources that belong together over from the build before, or maps them anew. */
export async function buildGroup(gathered: Gathered, identity: Identity, run: Run): Promise<SourceReport[]> {
  const { kept, group } = gathered;
  if (kept !== undefined && identity.isStill(group.map(({ source }) => source.id))) {
    const reused = await takeOver(kept, run);
    if (reused !== undefined) return reused;
  }
  for (const { report } of kept ?? []) await run.writer.giveBack(keptPath(report.id));
  const read = gathered.spool === undefined ? readAgain(group, run) : { ...gathered, spool: gathered.spool };
  try {
    return await mapGroup({ ...gathered, ...read }, identity, run);
  } finally {
    read.spool.remove();
  }
}

// --- internal ---

type Read = Gathered & Required<Pick<Gathered, 'spool'>>;

async function mapGroup(read: Read, identity: Identity, run: Run): Promise<SourceReport[]> {
  const { group, prints, profilesHashes, spool } = read;
  const { writer } = run;
  const slugs = identity.slugsOf(group.map(({ source }) => source.id));
  const works = new Map(
    group.map(({ source }) => {
      const segments = segmentWriter(writer, source.id, (part) => checkLoads(run, part));
      return [source.id, { segments, mapper: sourceMapper(run, slugs, segments.emit) }] as const;
    }),
  );
  let done = 0;
  for await (const extracted of spool.documents()) {
    const work = works.get(extracted.source.id) as NonNullable<ReturnType<typeof works.get>>;
    work.mapper.map(extracted);
    done += 1;
    if (done % 256 === 0) await work.segments.drain();
    if (done % 2000 === 0) run.progress(`${extracted.source.id}: ${done} documents mapped`);
  }
  const reports: SourceReport[] = [];
  for (const [at, { source }] of group.entries()) {
    const { segments, mapper } = works.get(source.id) as NonNullable<ReturnType<typeof works.get>>;
    const parts = await segments.end();
    const report = mapper.report(source.id, quadsOf(parts));
    const keep: Kept = {
      fingerprint: prints[at] as string,
      segments: parts.map((part) => part.path),
      report,
      profilesHash: profilesHashes[at] as string,
      entities: [...mapper.entities].sort(),
    };
    await writer.write(keptPath(source.id), [JSON.stringify(keep)]);
    await identity.keepNames(source.id);
    for (const entity of keep.entities) run.entities.add(entity);
    run.progress(`${source.id}: ${report.documents} document(s), ${report.quads} quads`);
    reports.push({ ...report, reused: false });
  }
  return reports;
}

/** Undefined where a file of the build before is damaged: then the sources are read again. */
async function takeOver(kept: readonly Kept[], run: Run): Promise<SourceReport[] | undefined> {
  const isTaken = await takeSegments(
    run,
    kept.flatMap(({ segments }) => segments),
  );
  if (!isTaken) return undefined;
  for (const { report, entities } of kept) {
    for (const entity of entities) run.entities.add(entity);
    run.progress(`${report.id}: unchanged, ${report.quads} quads taken over`);
  }
  return kept.map(({ report }) => ({ ...report, reused: true }));
}

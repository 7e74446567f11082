import type { Resolution } from '../resolve/resolved.ts';
import { type Gathered, readAgain } from './gather.ts';
import { isStill, type Kept, keptPath, slugsOf } from './kept.ts';
import { sourceMapper } from './map-source.ts';
import type { SourceReport } from './report.ts';
import { checkLoads, type Run } from './run.ts';
import { segmentWriter } from './segments.ts';

/** Takes sources that belong together over from the build before, or maps them anew. */
export async function buildGroup(gathered: Gathered, resolution: Resolution, run: Run): Promise<SourceReport[]> {
  const { kept, group } = gathered;
  if (kept?.every((one) => isStill(one, resolution)) === true) {
    const reused = await takeOver(kept, run);
    if (reused !== undefined) return reused;
  }
  for (const { report } of kept ?? []) await run.writer.giveBack(keptPath(report.id));
  const read = gathered.spool === undefined ? readAgain(group, run) : { ...gathered, spool: gathered.spool };
  try {
    return await mapGroup({ ...gathered, ...read }, resolution, run);
  } finally {
    read.spool.remove();
  }
}

// --- internal ---

type Read = Gathered & Required<Pick<Gathered, 'spool'>>;

async function mapGroup(read: Read, resolution: Resolution, run: Run): Promise<SourceReport[]> {
  const { group, prints, profiles, spool } = read;
  const { writer } = run;
  const works = new Map(
    group.map(({ source }) => {
      const segments = segmentWriter(writer, source.id, (part) => checkLoads(run, part));
      return [source.id, { segments, mapper: sourceMapper(run, resolution, segments.emit) }] as const;
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
    const report = mapper.report(
      source.id,
      parts.reduce((sum, part) => sum + (part.quads ?? 0), 0),
    );
    const own = profiles[at] ?? [];
    const keep: Kept = {
      fingerprint: prints[at] as string,
      segments: parts.map((part) => part.path),
      report,
      profiles: own,
      slugs: slugsOf(own, resolution),
      entities: [...mapper.entities].sort(),
    };
    await writer.write(keptPath(source.id), [JSON.stringify(keep)]);
    for (const entity of mapper.entities) run.entities.add(entity);
    run.progress(`${source.id}: ${report.documents} document(s), ${report.quads} quads`);
    reports.push({ ...report, reused: false });
  }
  return reports;
}

/** Undefined where a file of the build before is damaged: then the sources are read again. */
async function takeOver(kept: readonly Kept[], run: Run): Promise<SourceReport[] | undefined> {
  const undo: (() => Promise<void>)[] = [];
  for (const path of kept.flatMap(({ segments }) => segments)) {
    const isTaken = (await run.writer.reuse(path)) !== undefined;
    if (isTaken) undo.push(() => run.writer.giveBack(path));
    if (isTaken && (await run.tallies.takeOver(path))) {
      undo.push(() => run.tallies.giveBack(path));
      continue;
    }
    for (const giveBack of undo) await giveBack();
    return undefined;
  }
  for (const { report, entities } of kept) {
    for (const entity of entities) run.entities.add(entity);
    run.progress(`${report.id}: unchanged, ${report.quads} quads taken over`);
  }
  return kept.map(({ report }) => ({ ...report, reused: true }));
}

import type { Config, SourceConfig } from '../config/types.ts';
import type { FieldsContext } from '../extract/fields.ts';
import { splitRole } from '../extract/people/role.ts';
import { findFiles } from '../read/files.ts';
import { addCounts } from '../resolve/names.ts';
import { fingerprint } from './fingerprint.ts';
import { type Kept, keptPath, namesKept, namesToKeep, readKept } from './kept.ts';
import { sourceMapper } from './map-source.ts';
import { extractGroup, type FoundSource } from './read-group.ts';
import type { SourceReport } from './report.ts';
import { checkLoads, type Run } from './run.ts';
import { segmentWriter } from './segments.ts';
import { referencesOf } from './source.ts';

/** Takes sources that belong together over from the build before, or reads and maps them anew. */
export async function buildGroup(sources: readonly SourceConfig[], run: Run): Promise<SourceReport[]> {
  const group = sources.map((source) => find(source, run.config));
  const prints = group.map(({ source, found }) => fingerprint(run.config, source, found));
  const kept = run.reuse ? group.map(({ source }, at) => unchanged(readKept(run.writer, source.id), prints[at])) : [];
  if (kept.length > 0 && kept.every((one) => one !== undefined)) {
    const reused = await takeOver(kept as Kept[], run);
    if (reused !== undefined) return reused;
  }
  return mapGroup(group, prints, run);
}

// --- internal ---

function find(source: SourceConfig, config: Config): FoundSource {
  const patterns = [...source.files, ...source.exclude.map((glob) => `!${glob}`)];
  return { source, found: findFiles(config.folder, patterns, { sourceId: source.id }) };
}

/** @param prints fingerprint of each source of the group */
async function mapGroup(group: readonly FoundSource[], prints: readonly string[], run: Run): Promise<SourceReport[]> {
  const { config, writer } = run;
  const linked = group.length > 1 || group.some(({ source }) => referencesOf(source).size > 0);
  const context: FieldsContext = { config, splitRole: splitRoleText };
  const works = new Map(
    group.map(({ source }) => {
      const segments = segmentWriter(writer, source.id, (part) => checkLoads(run, part.path, part.sha256));
      return [source.id, { segments, mapper: sourceMapper(config, run.ids, segments.emit) }] as const;
    }),
  );
  let done = 0;
  for (const extracted of extractGroup(group, linked, config, context)) {
    const work = works.get(extracted.source.id) as NonNullable<ReturnType<typeof works.get>>;
    work.mapper.map(extracted);
    done += 1;
    if (done % 256 === 0) await work.segments.drain();
    if (done % 2000 === 0) run.progress(`${extracted.source.id}: ${done} documents`);
  }
  const reports: SourceReport[] = [];
  for (const [at, { source }] of group.entries()) {
    const { segments, mapper } = works.get(source.id) as NonNullable<ReturnType<typeof works.get>>;
    const parts = await segments.end();
    const report = mapper.report(
      source.id,
      parts.reduce((sum, part) => sum + (part.quads ?? 0), 0),
    );
    const keep: Kept = {
      fingerprint: prints[at] as string,
      segments: parts.map((part) => part.path),
      report,
      names: namesToKeep(mapper.names),
    };
    await writer.write(keptPath(source.id), [JSON.stringify(keep)]);
    addCounts(run.names, mapper.names);
    run.progress(`${source.id}: ${report.documents} document(s), ${report.quads} quads`);
    reports.push({ ...report, reused: false });
  }
  return reports;
}

const unchanged = (kept: Kept | undefined, print: string | undefined): Kept | undefined =>
  kept?.fingerprint === print ? kept : undefined;

/** Undefined where a file of the build before is damaged: then the sources are read again. */
async function takeOver(kept: readonly Kept[], { writer, names, progress }: Run): Promise<SourceReport[] | undefined> {
  const taken: string[] = [];
  for (const path of kept.flatMap(({ report, segments }) => [...segments, keptPath(report.id)])) {
    if ((await writer.reuse(path)) === undefined) {
      for (const other of taken) await writer.giveBack(other);
      return undefined;
    }
    taken.push(path);
  }
  for (const one of kept) {
    addCounts(names, namesKept(one));
    progress(`${one.report.id}: unchanged, ${one.report.quads} quads taken over`);
  }
  return kept.map(({ report }) => ({ ...report, reused: true }));
}

function splitRoleText(text: string): { role?: string; organization?: string } {
  const { role, organization } = splitRole(text);
  return {
    ...(role === undefined ? {} : { role }),
    ...(organization === undefined ? {} : { organization: organization.surface }),
  };
}

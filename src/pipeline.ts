import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config/types.ts';
import { UsageError } from './errors.ts';
import type { FieldsContext } from './extract/fields.ts';
import { splitRole } from './extract/people/role.ts';
import { createMapper, type Mapper } from './map/index.ts';
import { ONTOLOGY_GRAPH } from './map/vocab.ts';
import { fingerprint, sha256 } from './pipeline/fingerprint.ts';
import { type Kept, keptPath, namesKept, namesToKeep, readKept } from './pipeline/kept.ts';
import { sourceMapper } from './pipeline/map-source.ts';
import { measurementsOf, toPublish } from './pipeline/quality.ts';
import { extractGroup, type FoundSource } from './pipeline/read-group.ts';
import type { BuildReport, SourceReport } from './pipeline/report.ts';
import { segmentWriter } from './pipeline/segments.ts';
import { referencesOf, sourceGroups } from './pipeline/source.ts';
import { findFiles } from './read/files.ts';
import { createIds, type IdRegister } from './resolve/ids.ts';
import { ledgerText, readLedger } from './resolve/ledger.ts';
import { addCounts, type NameCounts, namedEntities } from './resolve/names.ts';
import { type Checker, createChecker } from './store/checker.ts';
import { createGeneration, type GenerationWriter } from './store/generation.ts';

/** What a build needs from outside. */
export interface BuildOptions {
  /** Name and version of the program, for the manifest. */
  readonly tool: string;
  /** Folder of `maillage.ttl` and `schemes.ttl`. */
  readonly ontology: string;
  /** Read every source again, whatever has changed. */
  readonly fresh?: boolean;
  readonly progress?: (message: string) => void;
  readonly warn?: (message: string) => void;
}

/**
 * Builds the graph of a config into a folder as a new generation:
 * read -> extract -> resolve -> map -> load. Sources that have not changed since the last build are taken over.
 * Files that cannot be read are left out and named in the report; the graph of the others is built.
 * @throws UsageError for a ledger or measurements that cannot be read; FolderTaken while another build runs in the folder
 */
export async function build(config: Config, dir: string, options: BuildOptions): Promise<BuildReport> {
  const { progress = () => {}, warn = () => {} } = options;
  const writer = await createGeneration(dir, { tool: options.tool, warn });
  const checker = createChecker();
  try {
    const ledgerPath =
      config.identities === undefined ? join(dir, 'identities.jsonl') : join(config.folder, config.identities);
    const ledgerBefore = textOf(ledgerPath);
    const ids = createIds(readLedger(ledgerPath));
    const measurements = measurementsOf(config);
    const run: Run = {
      config,
      writer,
      checker,
      ids,
      checks: [],
      names: new Map(),
      reuse: options.fresh !== true && ledgerIsOurs(writer, ledgerPath),
      progress,
    };
    const reports: SourceReport[] = [];
    for (const group of sourceGroups(config))
      reports.push(
        ...(await buildGroup(
          group.map((source) => ({
            source,
            found: findFiles(config.folder, [...source.files, ...source.exclude.map((glob) => `!${glob}`)], {
              sourceId: source.id,
            }),
          })),
          run,
        )),
      );
    const ownQuads =
      (await writeGraph(run, 'graph-identity', (mapper) => mapper.mapIdentity(namedEntities(run.names)))) +
      (await writeGraph(run, 'graph-dataset', (mapper) =>
        mapper.mapQuality(toPublish(measurements, config, reports, warn)),
      ));
    const ontologyQuads = await writeOntology(run, options.ontology);
    await Promise.all(run.checks);
    const ledger = ledgerText(ids.identities());
    writeLedger(ledgerPath, ledger, ledgerBefore);
    await writer.write('ledger.json', [JSON.stringify({ sha256: sha256(ledger) })]);
    const snapshot = await writer.commit();
    const order = new Map(config.sources.map((source, at) => [source.id, at]));
    return {
      generation: snapshot.number,
      folder: snapshot.folder,
      quads: reports.reduce((sum, report) => sum + report.quads, ownQuads + ontologyQuads),
      sources: reports.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
      entities: entityCounts(run.names),
      minted: ids.minted,
    };
  } finally {
    await writer.abort();
    await checker.close();
  }
}

// --- internal ---

interface Run {
  readonly config: Config;
  readonly writer: GenerationWriter;
  /** Loads each new segment as soon as it is written: what cannot be loaded must not be committed. */
  readonly checker: Checker;
  readonly ids: IdRegister;
  readonly checks: Promise<unknown>[];
  readonly names: NameCounts;
  readonly reuse: boolean;
  readonly progress: (message: string) => void;
}

/** Takes a group of sources over from the build before, or reads and maps it anew. */
async function buildGroup(group: readonly FoundSource[], run: Run): Promise<SourceReport[]> {
  const { config, writer } = run;
  const prints = group.map(({ source, found }) => fingerprint(config, source, found));
  const kept = run.reuse ? group.map(({ source }, at) => unchanged(readKept(writer, source.id), prints[at])) : [];
  if (kept.length > 0 && kept.every((one) => one !== undefined)) {
    const reused = await takeOver(kept as Kept[], run);
    if (reused !== undefined) return reused;
  }
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

function checkLoads(run: Run, path: string, hash: string): void {
  const checking = run.checker.check({ path: join(run.writer.folder, path), sha256: hash });
  // The failure is met when all checks are awaited; until then it must not end the process.
  checking.catch(() => {});
  run.checks.push(checking);
}

/** Writes what is not of one source. @returns its quads */
async function writeGraph(run: Run, name: string, write: (mapper: Mapper) => void): Promise<number> {
  const segments = segmentWriter(run.writer, name, (part) => checkLoads(run, part.path, part.sha256));
  write(createMapper({ base: run.config.base, ids: run.ids, emit: segments.emit, scrub: (text) => text }));
  const parts = await segments.end();
  return parts.reduce((sum, part) => sum + (part.quads ?? 0), 0);
}

async function writeOntology(run: Run, folder: string): Promise<number> {
  let quads = 0;
  for (const name of ['maillage.ttl', 'schemes.ttl']) {
    const entry = await run.writer.write(`ontology/${name}`, [readFileSync(join(folder, name))], {
      graph: ONTOLOGY_GRAPH,
    });
    quads += await run.checker.check({ path: join(run.writer.folder, entry.path), graph: ONTOLOGY_GRAPH });
  }
  return quads;
}

/** True when the ledger is as the last build left it. An edited one may change any id, so everything is read again. */
function ledgerIsOurs(writer: GenerationWriter, path: string): boolean {
  if (writer.previous === undefined || !existsSync(path)) return false;
  try {
    const { sha256: known } = JSON.parse(readFileSync(join(writer.previous.folder, 'ledger.json'), 'utf8')) as {
      sha256: string;
    };
    return known === sha256(readFileSync(path));
  } catch {
    return false;
  }
}

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** @param before the ledger as the build read it: what an editor or another build wrote meanwhile is not written over */
function writeLedger(path: string, text: string, before: string | undefined): void {
  const now = textOf(path);
  if (now !== before) throw new UsageError('this ledger has changed while the build ran: build again', { path });
  if (now === text) return;
  writeFileSync(`${path}.partial`, text, { flush: true });
  renameSync(`${path}.partial`, path);
}

function splitRoleText(text: string): { role?: string; organization?: string } {
  const { role, organization } = splitRole(text);
  return {
    ...(role === undefined ? {} : { role }),
    ...(organization === undefined ? {} : { organization: organization.surface }),
  };
}

function entityCounts(names: NameCounts): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of names.keys()) {
    const kind = id.slice(0, id.indexOf(' '));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

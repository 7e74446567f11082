import type { Config } from './config/types.ts';
import { buildGroup } from './pipeline/build-group.ts';
import { describe } from './pipeline/describe.ts';
import { sha256 } from './pipeline/fingerprint.ts';
import { type Gathered, gather } from './pipeline/gather.ts';
import { graphFiles, writeGraph, writeOntology } from './pipeline/graphs.ts';
import { identify } from './pipeline/identity.ts';
import { ledgerIsOurs, ledgerPathOf, textOf, writeLedger } from './pipeline/ledger-file.ts';
import { readLedgers } from './pipeline/ledgers.ts';
import { measurementsOf, toPublish } from './pipeline/quality.ts';
import type { BuildReport, SourceReport } from './pipeline/report.ts';
import { quadsOf, type Run } from './pipeline/run.ts';
import { scrubbed } from './pipeline/scrubbed.ts';
import { sourceGroups } from './pipeline/source.ts';
import { spoolBudget } from './pipeline/spool.ts';
import { createTallies } from './pipeline/tallies.ts';
import { verifiedAhead } from './pipeline/verified-ahead.ts';
import { createIds } from './resolve/ids.ts';
import { type Identity, ledgerText, readLedger } from './resolve/ledger.ts';
import type { Withheld } from './resolve/suppressions.ts';
import { createChecker } from './store/checker.ts';
import { createGeneration } from './store/generation.ts';
import type { LoadFile } from './store/store.ts';

/** What a build needs from outside. */
export interface BuildOptions {
  /** Name and version of the program, for the manifest. */
  readonly tool: string;
  /** Folder of `maillage.ttl`, `schemes.ttl` and `alignments.ttl`. */
  readonly ontology: string;
  /** Day that the dataset says it was built on, such as `2026-11-27`; without it the newest day that its sources bear. */
  readonly day?: string;
  /** Read every source again, whatever has changed. */
  readonly fresh?: boolean;
  /** Is given the files of the whole graph before it becomes the current one. Where it throws, the one before stays. */
  readonly gate?: (files: readonly LoadFile[]) => Promise<void>;
  readonly progress?: (message: string) => void;
  readonly warn?: (message: string) => void;
}

/**
 * Builds the graph of a config into a folder as a new generation:
 * read -> extract -> resolve -> map -> load. Sources that have not changed since the last build are taken over.
 * Files that cannot be read are left out and named in the report; the graph of the others is built.
 * @throws UsageError for a ledger or measurements that cannot be read; FolderTaken while another build runs in the folder;
 * what the gate throws
 */
export async function build(config: Config, dir: string, options: BuildOptions): Promise<BuildReport> {
  const { progress = () => {}, warn = () => {} } = options;
  const checker = createChecker();
  const ahead = verifiedAhead(checker);
  const writer = await createGeneration(dir, { tool: options.tool, warn, verify: ahead.verify }).catch(
    async (error) => {
      await checker.close();
      throw error;
    },
  );
  try {
    const ledgerPath = ledgerPathOf(config, dir);
    const ledgerBefore = textOf(ledgerPath);
    const reuse = options.fresh !== true && ledgerIsOurs(writer, ledgerPath);
    if (reuse && writer.previous !== undefined) ahead.begin(writer.previous);
    const ledgers = readLedgers(config);
    const { withheld } = ledgers;
    const ids = createIds(readLedger(ledgerPath), withheld?.isId);
    if (withheld !== undefined) ids.withdraw((identity) => holds(identity, withheld));
    const measurements = measurementsOf(config);
    const run: Run = {
      config,
      writer,
      checker,
      ids,
      checks: [],
      tallies: createTallies(writer),
      entities: new Set(),
      budget: spoolBudget(),
      ledgers,
      scrub: (text) => scrubbed(withheld?.redact(text) ?? text),
      reuse,
      progress,
    };
    const reports: SourceReport[] = [];
    const gathered: Gathered[] = [];
    for (const group of sourceGroups(config)) gathered.push(await gather(group, run));
    const identity = await identify(gathered, run, warn);
    for (const group of gathered) reports.push(...(await buildGroup(group, identity, run)));
    const identityQuads = await identity.write();
    // From here on nothing mints ids. What does not wait for the checks is done before they are awaited.
    const ledger = ledgerText(ids.identities());
    const ontologyQuads = await writeOntology(run, options.ontology);
    await Promise.all(run.checks);
    await run.tallies.write();
    const dataset = await writeGraph(run, 'graph-dataset', (mapper) => {
      mapper.mapDataset(describe(run, reports, options));
      mapper.mapQuality(toPublish(measurements, config, reports, warn));
    });
    await Promise.all(run.checks);
    await options.gate?.(graphFiles(writer.folder));
    writeLedger(ledgerPath, ledger, ledgerBefore);
    await writer.write('ledger.json', [JSON.stringify({ sha256: sha256(ledger) })]);
    const snapshot = await writer.commit();
    const order = new Map(config.sources.map((source, at) => [source.id, at]));
    return {
      generation: snapshot.number,
      folder: snapshot.folder,
      quads: reports.reduce((sum, { quads }) => sum + quads, identityQuads + quadsOf(dataset) + ontologyQuads),
      sources: reports.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
      entities: entityCounts(run.entities),
      minted: ids.minted,
    };
  } finally {
    await writer.abort();
    await checker.close();
  }
}

// --- internal ---

/** Whether an id, or what it was minted for, tells of someone who is left out: then the ledger of ids must not keep it. */
function holds({ kind, key, slug, at = '' }: Identity, { isId, redact }: Withheld): boolean {
  return isId(kind, slug) || [key, slug, at].some((text) => redact(text) !== text);
}

function entityCounts(entities: ReadonlySet<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of entities) {
    const kind = id.slice(0, id.indexOf(' '));
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

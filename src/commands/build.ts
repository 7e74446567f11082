import { Temporal } from 'temporal-polyfill';
import { UsageError } from '../errors.ts';
import { prefixesOf } from '../map/iri.ts';
import { type BuildReport, type Problem, problemsOf } from '../pipeline/report.ts';
import { build as runBuild } from '../pipeline.ts';
import { writeDumps } from '../publish/dump.ts';
import { isFaithful, verifyDumps } from '../publish/verify.ts';
import { runQuery } from '../query/run.ts';
import { openSnapshot, segmentPaths } from '../store/snapshot.ts';
import {
  type CommonOptions,
  catalogue,
  configOf,
  EXIT,
  jsonldContext,
  ontologyFolder,
  progressOf,
  type Terminal,
  toolName,
  withStore,
} from './context.ts';
import { GraphRefused, gateOf } from './gate.ts';

export interface BuildCommandOptions extends CommonOptions {
  readonly dumps?: boolean;
  readonly report?: boolean;
  readonly fresh?: boolean;
  /** Hold the graph to shapes and rules, and name what breaks them. */
  readonly check?: boolean;
  /** The same, and give the build up where something does. */
  readonly strict?: boolean;
  readonly json?: boolean;
  /** Seconds since 1970 that stand for the day of the build: SOURCE_DATE_EPOCH of the environment. */
  readonly epoch?: string;
}

/** Builds the graph, and with `dumps` and `report` leaves dumps and says what the graph holds. @returns the exit code */
export async function build(options: BuildCommandOptions, terminal: Terminal): Promise<number> {
  const config = configOf(options);
  const say = progressOf(options, terminal);
  if (config.baseIsDefault)
    say(`note: the graph stands on the example base ${config.base}; set "base" in the config before publishing`);
  const strict = options.strict === true;
  const gate = strict || options.check === true ? gateOf(strict, prefixesOf(config.base), say, terminal) : undefined;
  const report = await runBuild(config, options.build, {
    tool: toolName(),
    ontology: ontologyFolder,
    ...dayOf(options.epoch),
    fresh: options.fresh === true,
    ...(gate === undefined ? {} : { gate }),
    progress: say,
    warn: (message) => terminal.err(`warning: ${message}\n`),
  }).catch((error: unknown) => {
    if (!(error instanceof GraphRefused)) throw error;
    terminal.err(`error: ${error.message}\n`);
    return undefined;
  });
  if (report === undefined) return EXIT.failed;
  const problems = problemsOf(report);
  for (const problem of problems) terminal.err(`${problem.what}: ${problem.message}\n`);
  if (options.dumps === true) await dumps(config.base, options.build, say);
  if (options.json === true) terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else terminal.out(text(report, problems));
  if (options.report === true) await holdings(options, terminal);
  return problems.some(({ what }) => what === 'quarantined') ? EXIT.quarantined : EXIT.done;
}

// --- internal ---

/**
 * The day, in UTC, of what reproducible-builds.org calls SOURCE_DATE_EPOCH.
 * @throws UsageError for what is no number of seconds
 */
function dayOf(epoch: string | undefined): { readonly day?: string } {
  if (epoch === undefined || epoch === '') return {};
  if (!/^\d{1,11}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; expected whole seconds since 1970, such as 1700000000`);
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(epoch) * 1000);
  return { day: instant.toZonedDateTimeISO('UTC').toPlainDate().toString() };
}

/** Quads. Above this, reading the dumps back takes longer than making them. */
const VERIFY_BELOW = 50_000;

async function dumps(base: string, dir: string, say: (message: string) => void): Promise<void> {
  const segments = segmentPaths(await openSnapshot(dir));
  const context = jsonldContext();
  const written = await writeDumps(segments, dir, { prefixes: prefixesOf(base), context });
  say(`dumps: ${written.files.map(({ name, bytes }) => `${name} (${size(bytes)})`).join(', ')} in ${dir}`);
  if (written.quads > VERIFY_BELOW) return;
  const checks = await verifyDumps(dir);
  const bad = checks.filter((check) => !isFaithful(check));
  if (bad.length > 0)
    throw new Error(
      `dumps that do not read back as written: ${bad.map(({ file, reader, failure }) => `${file} with ${reader}${failure === undefined ? '' : ` (${failure})`}`).join(', ')}`,
    );
  say(`dumps: read back to the same graph by n3, oxigraph and rdflib (${checks.length} readings)`);
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

function text(report: BuildReport, problems: readonly Problem[]): string {
  const lines = [`generation ${report.generation}: ${report.quads} quads`];
  for (const source of report.sources) {
    const records = Object.entries(source.records)
      .filter(([type]) => type !== 'mention')
      .map(([type, count]) => `${count} ${type}`);
    const excluded = source.excluded === 0 ? '' : `; ${source.excluded} of ${source.rows} row(s) are for no record`;
    const findings = Object.values(source.findings).reduce((sum, count) => sum + count, 0);
    lines.push(
      `  ${source.id}: ${source.documents} document(s)${records.length === 0 ? '' : `: ${records.join(', ')}`}${excluded}; ${findings} finding(s)${source.reused ? ' (unchanged)' : ''}`,
    );
  }
  lines.push(
    `entities: ${
      Object.entries(report.entities)
        .sort()
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ') || 'none'
    }; ${report.minted} id(s) minted`,
  );
  const left = problems.filter(({ what }) => what === 'quarantined').length;
  if (left > 0) lines.push(`${left} file(s) left out: each is named above with its reason`);
  return `${lines.join('\n')}\n`;
}

/** Runs every saved query that needs no parameter, and says how many rows each gives. */
async function holdings(options: CommonOptions, terminal: Terminal): Promise<void> {
  const queries = await catalogue();
  await withStore(options, terminal, async (store) => {
    for (const saved of queries) {
      const result = await runQuery(store, saved, new Map(), { format: 'json' });
      const rows = (JSON.parse(result.body) as { results?: { bindings: unknown[] } }).results?.bindings.length ?? 0;
      terminal.out(`  ${String(rows).padStart(6)}  ${saved.name.padEnd(34)} ${saved.summary}\n`);
    }
  });
  terminal.out('Ask one with: npx maillage query NAME (npx maillage query alone lists them)\n');
}

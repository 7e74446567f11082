import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { figuresOf, type Sample } from './figures.ts';
import { type CorpusKind, generate } from './generate.ts';
import { lineVerdict, measureLines } from './hostile.ts';
import { type Round, runRound } from './run.ts';
import { figuresTable, linesTable, verdictsTable } from './table.ts';
import { TARGET_RECORDS, verdicts } from './targets.ts';

/** Measures builds of generated corpora, and scanners on hostile lines. See README.md beside this file. */

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    sizes: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const KINDS: readonly { kind: CorpusKind; title: string; sizes: readonly number[]; quick: readonly number[] }[] = [
  { kind: 'pages', title: 'Pages of 50 sources', sizes: [1_000, 10_000, 50_000], quick: [1_000, 5_000] },
  { kind: 'linked', title: 'Pages that refer to pages of another source', sizes: [1_000, 10_000], quick: [1_000] },
  { kind: 'booklets', title: 'Sessions, in programmes of 100', sizes: [1_000, 4_000], quick: [500] },
  { kind: 'booklet', title: 'Sessions, in one programme', sizes: [250, 1_000], quick: [250] },
];

const RESULTS = fileURLToPath(new URL('../../results/', import.meta.url));

const runs = Number(options.runs ?? (options.quick ? 2 : 3));
const seed = Number(options.seed);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const results: Record<string, unknown> = {};
for (const { kind, title, sizes, quick } of KINDS) {
  if (!isWanted(kind)) continue;
  const wanted = options.sizes?.split(',').map(Number) ?? (options.quick ? quick : sizes);
  const samples = await measure(kind, wanted);
  const figures = samples.map(figuresOf);
  process.stdout.write(`\n${title}\n${figuresTable(figures)}\n`);
  if (kind === 'pages') process.stdout.write(`${verdictsTable(verdicts(figures))}\n`);
  if (kind === 'pages' && !wanted.includes(TARGET_RECORDS))
    process.stdout.write(`The targets are set for ${TARGET_RECORDS} records, which this run did not measure.\n`);
  results[kind] = { figures, verdicts: kind === 'pages' ? verdicts(figures) : [], samples };
}
if (isWanted('hostile')) {
  const lines = measureLines();
  const verdict = lineVerdict(lines);
  process.stdout.write(`\nHostile lines\n${linesTable(lines)}\n${verdictsTable([verdict])}\n`);
  results.hostile = { lines, verdicts: [verdict] };
}
save();

// --- internal ---

function isWanted(kind: string): boolean {
  return options.only === undefined || options.only.includes(kind);
}

/** Rounds go over all sizes in turn, so that a busy spell of the machine does not fall on one size alone. */
async function measure(kind: CorpusKind, sizes: readonly number[]): Promise<Sample[]> {
  const home = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  try {
    const corpora = sizes.map((records) => {
      const folder = join(home, String(records));
      mkdirSync(folder);
      return { records, folder, corpus: generate(folder, { kind, records, seed }), rounds: [] as Round[] };
    });
    for (let run = 1; run <= runs; run += 1) {
      for (const { records, folder, corpus, rounds } of corpora) {
        rounds.push(await runRound(folder, corpus, hasFrontMatter(kind)));
        say(`${kind} ${records}, run ${run} of ${runs}: ${summary(rounds.at(-1) as Round)}`);
      }
    }
    return corpora.map(({ records, corpus, rounds }) => ({ records, sources: corpus.sources, rounds }));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function hasFrontMatter(kind: CorpusKind): boolean {
  return kind === 'pages' || kind === 'linked';
}

function summary({ full, parts, again }: Round): string {
  const beside = parts === undefined ? '' : `, its parts ${parts.seconds.toFixed(2)} s`;
  return `${full.seconds.toFixed(2)} s${beside}, one changed ${again.seconds.toFixed(2)} s (load ${loadavg()[0]?.toFixed(1)})`;
}

function save(): void {
  mkdirSync(RESULTS, { recursive: true });
  const date = new Date().toISOString();
  const machine = { cores: cpus().length, memoryGigabytes: Math.round(totalmem() / 1e9), node: process.version };
  const path = join(RESULTS, `${date.replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify({ date, machine, runs, seed, ...results }, null, 2)}\n`);
  say(`\n${path}`);
}

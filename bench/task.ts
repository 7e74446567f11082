import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A process of its own for one measurement, so that memory is that of the task alone.
 * `task.js parts FOLDER` or `task.js build FOLDER`: FOLDER has a corpus and its build folder. Prints one line of JSON.
 */
const [task, folder] = process.argv.slice(2);
if (folder === undefined || (task !== 'parts' && task !== 'build')) throw new Error('task.js parts|build FOLDER');

// Modules are loaded before the clock starts: they take the same time for any corpus.
const run = task === 'parts' ? await partsOf(folder) : await buildOf(folder);
const idle = peakKilobytes();
const cpu = process.cpuUsage();
const started = performance.now();
const result = await run();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(
  `${JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, idleKilobytes: idle, peakKilobytes: peakKilobytes(), ...result })}\n`,
);

// --- internal ---

async function partsOf(corpus: string): Promise<() => Promise<object>> {
  const { unavoidableParts } = await import('./parts.ts');
  const generations = join(corpus, 'build', 'generations');
  const number = readFileSync(join(corpus, 'build', 'current'), 'utf8').split(' ')[0] as string;
  const { files } = JSON.parse(readFileSync(join(generations, number, 'manifest.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const segments = files.filter(({ path }) => path.endsWith('.nq')).map(({ path }) => join(generations, number, path));
  return async () => unavoidableParts(join(corpus, 'sources'), segments);
}

async function buildOf(corpus: string): Promise<() => Promise<object>> {
  const { loadConfig } = await import('../src/config.ts');
  const { build } = await import('../src/pipeline.ts');
  const ontology = join(fileURLToPath(import.meta.url), '..', '..', '..', '..', 'ontology');
  return async () => {
    const config = loadConfig(join(corpus, 'maillage.config.yaml'));
    const report = await build(config, join(corpus, 'build'), { tool: 'bench', ontology });
    const problems = report.sources.flatMap((source) => source.problems);
    if (problems.length > 0) throw new Error(`${problems.length} problems, first: ${problems[0]?.message}`);
    const documents = report.sources.reduce((sum, source) => sum + source.documents, 0);
    return { quads: report.quads, documents, reread: report.sources.filter(({ reused }) => !reused).length };
  };
}

/** The most memory that this process had, in kB. On Linux not that of whoever started it, which rusage may count. */
function peakKilobytes(): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found !== null) return Number(found[1]);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}

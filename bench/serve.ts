import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import oxigraph from 'oxigraph';
import { readCatalogue } from '../src/query/catalogue.ts';
import { bindParameters } from '../src/query/parameters.ts';
import { quadChunks } from '../src/store/chunks.ts';
import { filesToLoad, openSnapshot } from '../src/store/snapshot.ts';
import type { Seen } from './client.ts';
import { generate } from './generate.ts';
import { type Served, startBare, startServer } from './served.ts';

/**
 * Servers under load, beside the same engine called in this process. The package must be compiled (`npm run compile`).
 * `serve.js [--only edition|hostile|large] [--pages 10000]`: about three minutes in all. See README.md beside this file.
 */
const { values: given } = parseArgs({
  options: { only: { type: 'string', multiple: true }, pages: { type: 'string', default: '10000' } },
});

const PEOPLE = 'SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s a <https://schema.org/Person> } } ORDER BY ?s LIMIT 1000';
/** Look-ups of which none comes twice: one property of one thing. */
const PROPERTIES =
  'SELECT DISTINCT ?s ?p WHERE { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?s)) } ORDER BY ?s ?p LIMIT 100000';
const JSON_TYPE = 'application/sparql-results+json';
const sparql = (query: string): string => `/sparql?query=${encodeURIComponent(query)}`;

const BOMBS = [
  'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
  'SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 100000',
  'SELECT ?a (GROUP_CONCAT(?f) AS ?x) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a',
  'CONSTRUCT { ?a ?b ?f } WHERE { ?a ?b ?c . ?d ?e ?f }',
  'SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i',
  'SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?b (!<urn:y>)* ?c }',
  `SELECT * { ?s ?p ?o FILTER(${'!'.repeat(400)}true) }`,
  `SELECT * ${'{'.repeat(90)} ?s ?p ?o . ?a ?b ?c ${'}'.repeat(90)}`,
];
/** Bombs go on for so long at most. */
const BOMBS_MS = 75_000;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = join(ROOT, 'bin/maillage.mjs');
const home = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const rest = (milliseconds: number) => new Promise((rested) => setTimeout(rested, milliseconds));
const SECTIONS = { edition, hostile, large };

try {
  say(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (given.only !== undefined && !given.only.includes(name)) continue;
    const from = performance.now();
    say(`\n${name}`);
    await measure();
    say(`(${((performance.now() - from) / 1000).toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)})`);
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}

// --- internal ---

/** The shipped edition: look-ups, pages, each saved query. */
async function edition(): Promise<void> {
  const build = buildOf(ROOT);
  await withServer(['-b', build], async (server) => {
    const known = await engineOf(build);
    const { engine, people } = known;
    await lookUps(server, known);
    await pages(server, people);
    say(`${'saved query'.padEnd(34)} p50 ms   in process ms`);
    for (const saved of await readCatalogue(join(ROOT, 'queries'))) {
      const text = bindParameters(saved, new Map());
      const results_format = saved.kind === 'graph' ? 'text/turtle' : JSON_TYPE;
      const { p50, failed } = await server.client.load([`/queries/${saved.name}`], 400, 1);
      const inProcess = 1000 / rate(300, () => engine.query(text, { results_format }));
      const note = failed === 0 ? '' : `   ${failed} FAILED`;
      say(`${saved.name.padEnd(34)} ${p50.toFixed(1).padStart(6)} ${inProcess.toFixed(1).padStart(10)}${note}`);
    }
  });
}

/** The edition among hostile clients: those that run away, slow ones, bombs. */
async function hostile(): Promise<void> {
  const build = buildOf(ROOT);
  const { people, properties } = await engineOf(build);
  const paths = people.map(lookUp).map(sparql);
  // Each asked once, so that none is answered from memory.
  const once = properties.map(propertyOf).map(sparql);
  await withServer(['-b', build, '--timeout', '1'], async ({ client }) => {
    await client.load(paths, 1_000, 16);
    const calm = await client.paced(once.slice(0, 1_000), 10_000);
    const away = BOMBS.concat(BOMBS).map((_, i) => client.insist(sparql(BOMBS[0] as string), `192.0.2.${i}`, 10_000));
    const beside = await client.paced(once.slice(1_000, 2_000), 10_000);
    await Promise.all(away);
    say(`100 look-ups a second: p99 ${calm.p99.toFixed(1)} ms; beside 16 clients that run away: ${told(beside)}`);

    const slow = Array.from({ length: 400 }, () => client.dawdle());
    const from = performance.now();
    await client.get(paths[0] as string);
    const good = performance.now() - from;
    await Promise.all(slow);
    const closed = (performance.now() - from) / 1000;
    say(`400 slow connections: a good request ${good.toFixed(0)} ms; all closed after ${closed.toFixed(1)} s`);
  });
  await withServer(['-b', build, '--timeout', '0.25'], async ({ client, memory }) => {
    await client.load(paths, 2_000, 16);
    await rest(5_000);
    const before = memory();
    const statuses = new Map<number, number>();
    const from = performance.now();
    let sent = 0;
    for (; sent < 200 && performance.now() - from < BOMBS_MS; sent += BOMBS.length)
      await Promise.all(
        BOMBS.map(async (bomb, i) => {
          const status = await client.get(sparql(bomb), { 'x-forwarded-for': `192.0.2.${i}` }).catch(() => 0);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }),
      );
    const status = await client.get(paths[0] as string);
    const most = memory('most');
    await rest(10_000);
    const after = memory();
    const answers = [...statuses].sort(([a], [b]) => a - b).map(([code, count]) => `${count} times ${code}`);
    say(
      `${sent} bombs in ${((performance.now() - from) / 1000 - 10).toFixed(0)} s: ${answers.join(', ')}; then ${status}`,
    );
    say(
      `memory: ${before} MB at rest, ${most} MB at most, ${after} MB ten seconds after (${((100 * after) / before).toFixed(0)} %)`,
    );
  });
}

/** Generated pages, a million statements of them. */
async function large(): Promise<void> {
  const folder = join(home, 'large');
  mkdirSync(folder);
  const { config } = generate(folder, { kind: 'pages', records: Number(given.pages), seed: 1 });
  const build = buildOf(folder, config);
  await withServer(['-b', build, '-c', config], async (server) => {
    const known = await engineOf(build);
    say(`${known.quads} statements`);
    await lookUps(server, known);
    await pages(server, known.people);
  });
}

/** Look-ups over all people again and again, and over all properties of all things, each once. */
async function lookUps({ client, cpu }: Served, { engine, people, properties }: Known): Promise<void> {
  const kinds = [
    ['asked again', people.map(lookUp)],
    ['each asked once', properties.map(propertyOf)],
  ] as const;
  const bare = await startBare();
  const most = await bare.client.load(['/'], 2_000, 16);
  await bare.stop();
  say(`a bare server of Node, 16 at once: ${told(most)}`);
  await client.load(people.map(lookUp).map(sparql), 1_000, 16);
  for (const [kind, queries] of kinds) {
    const ask = (i: number) => engine.query(queries[i % queries.length] as string, { results_format: JSON_TYPE });
    rate(1_000, ask);
    // The engine before and after, since a busy machine changes from one second to the next.
    const before = rate(1_500, ask);
    const from = cpu();
    const seen = await client.load(
      queries.map(sparql),
      5_000,
      16,
      kind === 'each asked once' ? queries.length : undefined,
    );
    const spent = ((cpu() - from) * 1000) / seen.count;
    const inProcess = (before + rate(1_500, ask)) / 2;
    say(`look-ups, ${kind}, 16 at once: ${told(seen)}, ${spent.toFixed(2)} ms of CPU each`);
    say(`  the engine in process: ${inProcess.toFixed(0)}/s; served ${(seen.rate / inProcess).toFixed(2)} of that`);
  }
}

async function pages({ client }: Served, people: readonly string[]): Promise<void> {
  const paths = people.map((iri) => `${iri.replace(/^https?:\/\/[^/]+\/id\//, '/doc/')}.fr.html`);
  say(`pages of people, 8 at once: ${told(await client.load(paths, 3_000, 8))}`);
}

async function withServer(options: readonly string[], measure: (server: Served) => Promise<void>): Promise<void> {
  const server = await startServer(ROOT, options);
  say(`ready after ${server.readyAfter.toFixed(0)} ms, ${server.memory()} MB`);
  try {
    await measure(server);
  } finally {
    await server.stop();
  }
}

/** The build folder of a project, built once. */
function buildOf(project: string, config?: string): string {
  const build = join(home, project === ROOT ? 'edition' : 'large-build');
  const options = ['build', '-b', build, '--quiet', ...(config === undefined ? [] : ['-c', config])];
  execFileSync(process.execPath, [PROGRAM, ...options], { cwd: project, stdio: 'ignore' });
  return build;
}

type Known = Awaited<ReturnType<typeof engineOf>>;

/** The engine in this process, with the same in it, the IRIs of people, and things with the properties that they have. */
async function engineOf(build: string) {
  const engine = new oxigraph.Store();
  const snapshot = await openSnapshot(build);
  const files = filesToLoad(snapshot).filter(({ path }) => path.endsWith('.nq'));
  engine.load(quadChunks(files), { format: 'application/n-quads', lenient: true });
  const rows = (query: string) =>
    [...String(engine.query(query, { results_format: 'text/csv' })).matchAll(/^https?:\S+/gm)].map(String);
  const properties = rows(PROPERTIES).map((row) => row.split(',') as [string, string]);
  return { engine, people: rows(PEOPLE), properties, quads: snapshot.manifest.quads };
}

function lookUp(iri: string): string {
  return `SELECT ?p ?o WHERE { <${iri}> ?p ?o }`;
}

function propertyOf([thing, property]: readonly [string, string]): string {
  return `SELECT ?o WHERE { <${thing}> <${property}> ?o }`;
}

/** Runs a second. */
function rate(milliseconds: number, run: (i: number) => unknown): number {
  const start = performance.now();
  let times = 0;
  while (performance.now() - start < milliseconds) run(times++);
  return (times * 1000) / (performance.now() - start);
}

function told({ rate: each, p50, p99, count, failed }: Seen): string {
  return `${each.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} of ${count} failed`;
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import oxigraph from 'oxigraph';
import { readCatalogue } from '../src/query/catalogue.ts';
import { bindParameters } from '../src/query/parameters.ts';
import { quadChunks } from '../src/store/chunks.ts';
import { filesToLoad, openSnapshot } from '../src/store/snapshot.ts';

/**
 * A server of the shipped edition under load, beside the same engine called in this process. `serve.js [BUILD]` takes another
 * build folder of the same config; the package must be compiled (`npm run compile`).
 */
const PEOPLE = 'SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s a <https://schema.org/Person> } } ORDER BY ?s LIMIT 100';
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

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = join(ROOT, 'bin/maillage.mjs');
const home = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
const build = process.argv[2] ?? join(home, 'build');
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

if (process.argv[2] === undefined)
  execFileSync(process.execPath, [PROGRAM, 'build', '-b', build, '--quiet'], { cwd: ROOT, stdio: 'ignore' });
const begun = performance.now();
const server = spawn(
  process.execPath,
  [PROGRAM, 'serve', '-b', build, '--port', '0', '--timeout', '1', '--trusted-proxy', '--quiet'],
  {
    cwd: ROOT,
  },
);
const port = await portOf(server);
say(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}; ready after ${Math.round(performance.now() - begun)} ms`,
);
try {
  const engine = new oxigraph.Store();
  engine.load(quadChunks(filesToLoad(await openSnapshot(build)).filter(({ path }) => path.endsWith('.nq'))), {
    format: 'application/n-quads',
    lenient: true,
  });
  const rest = memory(server);
  say(`memory at rest: ${rest} MB`);
  const people = [...String(engine.query(PEOPLE, { results_format: 'text/csv' })).matchAll(/^https?:\S+/gm)].map(
    String,
  );
  const lookUps = people.map((iri) => `SELECT ?p ?o WHERE { <${iri.trim()}> ?p ?o }`);
  const direct = rate(lookUps.length * 5, (i) =>
    engine.query(lookUps[i % lookUps.length] as string, { results_format: JSON_TYPE }),
  );
  const served = await load(lookUps.map(sparql), 5_000, 16);
  say(
    `look-ups: ${served.rate.toFixed(0)}/s, p50 ${served.p50.toFixed(1)} ms, p99 ${served.p99.toFixed(1)} ms; in process ${direct.toFixed(0)}/s: ${(served.rate / direct).toFixed(2)} times`,
  );
  const pages = await load(
    people.map((iri) => iri.trim().replace(/^https?:\/\/[^/]+\/id\//, '/doc/')).map((path) => `${path}.fr.html`),
    5_000,
    8,
  );
  say(`pages of people: ${pages.rate.toFixed(0)}/s, p50 ${pages.p50.toFixed(1)} ms, p99 ${pages.p99.toFixed(1)} ms`);

  say(`\n${'saved query'.padEnd(34)} p50 ms   in process ms`);
  for (const saved of await readCatalogue(join(ROOT, 'queries'))) {
    const text = bindParameters(saved, new Map());
    const type = saved.kind === 'graph' ? 'text/turtle' : JSON_TYPE;
    const inProcess = 1000 / rate(5, () => engine.query(text, { results_format: type }));
    const { p50 } = await load([`/queries/${saved.name}`], 1_000, 1);
    say(`${saved.name.padEnd(34)} ${p50.toFixed(1).padStart(6)} ${inProcess.toFixed(1).padStart(10)}`);
  }

  const calm = await paced(lookUps.map(sparql), 10_000);
  const away = Array.from({ length: 16 }, (_, i) => runAway(`192.0.2.${i}`, 10_000));
  const beside = await paced(lookUps.map(sparql), 10_000);
  await Promise.all(away);
  say(
    `\n100 look-ups a second: p99 ${calm.p99.toFixed(1)} ms; beside 16 clients that run away: p99 ${beside.p99.toFixed(1)} ms, ${beside.failed} of ${beside.count} failed`,
  );

  const slow = Array.from({ length: 400 }, slowConnection);
  const from = performance.now();
  await get(sparql(lookUps[0] as string));
  const good = performance.now() - from;
  await Promise.all(slow);
  say(
    `400 slow connections: a good request ${good.toFixed(0)} ms; all closed after ${((performance.now() - from) / 1000).toFixed(1)} s`,
  );

  for (let i = 0; i < 25; i++)
    await Promise.all(
      BOMBS.map((bomb, at) => get(sparql(bomb), { 'x-forwarded-for': `192.0.2.${at}` }).catch(() => 0)),
    );
  const { status } = await get(sparql(lookUps[0] as string));
  say(`200 bombs: ${memory(server)} MB now, ${memory(server, 'VmHWM')} MB at most; the next look-up: ${status}`);
  await new Promise((rested) => setTimeout(rested, 10_000));
  say(`ten seconds later: ${memory(server)} MB, ${((100 * memory(server)) / rest).toFixed(0)} % of rest`);
} finally {
  server.kill('SIGKILL');
  agent.destroy();
  rmSync(home, { recursive: true, force: true });
}

// --- internal ---

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (text) => {
      const found = /http:\/\/[^:]+:(\d+)\//.exec(String(text))?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** Megabytes of a process. */
function memory({ pid }: ChildProcess, what: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Runs a second. */
function rate(times: number, run: (i: number) => unknown): number {
  run(0);
  const start = performance.now();
  for (let i = 0; i < times; i++) run(i);
  return (times * 1000) / (performance.now() - start);
}

function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: '127.0.0.1', port, path, headers: { accept: '*/*', ...headers } },
      (response) => {
        response.resume();
        response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  readonly failed: number;
}

function measured(times: number[], failed: number, milliseconds: number): Measured {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { rate: (times.length * 1000) / milliseconds, p50: at(0.5), p99: at(0.99), count: times.length, failed };
}

/** Asks one after the other, by so many at once. */
async function load(paths: readonly string[], milliseconds: number, clients: number): Promise<Measured> {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const start = performance.now();
  const client = async () => {
    while (performance.now() - start < milliseconds) {
      const from = performance.now();
      const { status } = await get(paths[next++ % paths.length] as string);
      times.push(performance.now() - from);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  if (failed > 0) say(`${failed} of ${times.length} failed: ${paths[0]}`);
  return measured(times, failed, performance.now() - start);
}

/** A hundred a second, whether the ones before are answered or not. */
async function paced(paths: readonly string[], milliseconds: number): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i * 10 < milliseconds; i++) {
    await new Promise((ready) => setTimeout(ready, Math.max(0, start + i * 10 - performance.now())));
    const from = performance.now();
    asked.push(
      get(paths[i % paths.length] as string).then(({ status }) => {
        times.push(performance.now() - from);
        if (status !== 200) failed += 1;
      }),
    );
  }
  await Promise.all(asked);
  return measured(times, failed, milliseconds);
}

async function runAway(client: string, milliseconds: number): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < milliseconds)
    await get(sparql(BOMBS[0] as string), { 'x-forwarded-for': client }).catch(() => {});
}

function slowConnection(): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.resume();
  socket.write('POST /sparql HTTP/1.1\r\nHost: x\r\n');
  return new Promise((closed) => socket.on('close', () => closed()));
}

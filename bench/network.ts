import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { exportNetwork } from '../src/network/export.ts';
import { networkOf } from '../src/network/filter.ts';
import { layout } from '../src/network/layout.ts';
import { measure } from '../src/network/measures.ts';
import type { Actor, Occasion, Presences } from '../src/network/network.ts';
import { createWorld } from './fiction.ts';
import { createRandom } from './random.ts';

/**
 * A network of 5,000 people and some 50,000 ties: how long its making takes, and how smoothly the page moves with it in
 * Chromium. `network.js [ACTORS [TIES]]`; the package must be compiled (`npm run compile`).
 */
const ACTORS = Number(process.argv[2] ?? 5_000);
const TIES = Number(process.argv[3] ?? 50_000);
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const NEXT_FRAME = 'new Promise((ready) => requestAnimationFrame(() => requestAnimationFrame(ready)))';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`);
const presences = invented();
const network = timed('projected in', () => networkOf(presences, 'people'));
say(`${network.nodes.length} nodes, ${network.edges.length} edges`);
timed('measured in', () => measure(network));
timed('laid out in', () => layout(network));
if (CHROMIUM === undefined) say('Chromium is not there: the page was not measured');
else await inBrowser(CHROMIUM);

// --- internal ---

function timed<T>(what: string, work: () => T): T {
  const from = performance.now();
  const result = work();
  say(`${what.padEnd(14)} ${((performance.now() - from) / 1000).toFixed(2)} s`);
  return result;
}

/** Sessions of two to eight people, of whom a fifth speaks at half of all. */
function invented(): Presences {
  const random = createRandom(1);
  const world = createWorld(random, ACTORS * 8);
  const actors = Array.from({ length: ACTORS }, (_, i): Actor & { presences: Actor['presences'][number][] } => ({
    id: `https://maillage.example/id/person/p${i}`,
    name: world.people[i % world.people.length]?.name ?? `P ${i}`,
    kind: 'person',
    presences: [],
  }));
  const occasions: Occasion[] = [];
  for (let ties = 0; ties < TIES; ) {
    const size = 2 + random.below(7);
    const present = new Set(Array.from({ length: size }, () => random.often(actors)));
    for (const actor of present) actor.presences.push({ occasion: occasions.length, source: 'booklet', line: 1 });
    occasions.push({
      id: `https://maillage.example/id/session/s${occasions.length}`,
      title: `Session ${occasions.length}`,
      type: 'session',
      start: `${2015 + random.below(10)}-06-01T10:00:00+02:00`,
    });
    ties += (present.size * (present.size - 1)) / 2;
  }
  return { occasions, actors };
}

async function inBrowser(executablePath: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
  const maillage = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, 'bin/maillage.mjs'), ...args, '-b', join(home, 'build'), '--quiet'], {
      cwd: ROOT,
      stdio: 'ignore',
    });
  maillage('build');
  maillage('publish', '-o', join(home, 'site'));
  writeFileSync(join(home, 'site/network/people.json'), exportNetwork(network, 'json'));
  const server = createServer((request, response) => {
    const path = join(home, 'site', new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  }).listen(0, '127.0.0.1');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const from = performance.now();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/network.en.html#view=people`);
    await page.waitForSelector('.stage canvas', { timeout: 120_000 });
    say(`drawn after    ${((performance.now() - from) / 1000).toFixed(2)} s`);
    await page
      .getByText(/modularity/)
      .first()
      .waitFor({ timeout: 300_000 });
    say(`measured after ${((performance.now() - from) / 1000).toFixed(2)} s`);
    const idle = await frames(page, () => page.waitForTimeout(3_000));
    say(`frames a second: at rest ${idle.toFixed(0)} (all that this browser draws)`);
    await page.evaluate(`document.querySelector('.stage').scrollIntoView()`);
    const box = await page.locator('.stage').boundingBox();
    if (box === null) throw new Error('the stage is not shown');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const moves = async (steps: number) => {
      for (let i = 0; i < steps; i++) {
        await page.mouse.move(x + 150 * Math.sin(i / 9), y + 150 * Math.cos(i / 9));
        await page.waitForTimeout(16);
      }
    };
    say(`  hovering     ${(await frames(page, () => moves(120))).toFixed(0)}`);
    await page.mouse.move(x, y);
    await page.mouse.down();
    say(`  dragging     ${(await frames(page, () => moves(120))).toFixed(0)}`);
    await page.mouse.up();
    const zoomed = await frames(page, async () => {
      for (let i = 0; i < 40; i++) {
        await page.mouse.wheel(0, i % 20 < 10 ? -120 : 120);
        await page.waitForTimeout(60);
      }
    });
    say(`  zooming      ${zoomed.toFixed(0)}`);
    const rest = performance.now();
    await page.waitForFunction(`document.querySelector('.sigma-nodes').style.transform === ''`);
    await page.evaluate(NEXT_FRAME);
    say(`drawn anew after the last move: ${(performance.now() - rest).toFixed(0)} ms`);
    const click = performance.now();
    await page.mouse.click(x + 4, y + 4);
    await page.evaluate(NEXT_FRAME);
    say(`answer to a click after ${(performance.now() - click).toFixed(0)} ms`);
  } finally {
    await browser.close();
    server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Frames a second that the page draws while something goes on. */
async function frames(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(`
    window.drawn = 0;
    window.from = performance.now();
    if (!window.count) requestAnimationFrame(window.count = () => { window.drawn += 1; requestAnimationFrame(window.count); });
  `);
  await work();
  return page.evaluate<number>('(window.drawn * 1000) / (performance.now() - window.from)');
}

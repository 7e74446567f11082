// The server as it is run: a process that listens, meets hostile clients, follows builds, and ends.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { maillage } from '../support/build.ts';
import { sharedFolderOf } from '../support/files.ts';
import { HOSTILE_QUERIES } from '../support/hostile-queries.ts';
import { type Running, startServer } from '../support/running.ts';
import { village } from '../support/village.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = sharedFolderOf(village(40));
let server: Running;

beforeAll(async () => {
  expect((await maillage(['build'], { cwd: folder })).code).toBe(0);
  server = await startServer(folder, '--port', '0', '--timeout', '1');
});
afterAll(() => void server?.process.kill('SIGKILL'));

const ask = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/sparql`, {
    method: 'POST',
    body: query,
    headers: { 'content-type': 'application/sparql-query', ...headers },
  });
const LOOK_UP = 'SELECT ?name { ?s a <https://schema.org/Person> ; <https://schema.org/name> ?name } LIMIT 1';

describe('a server', () => {
  it('is there when it says so', async () => {
    const { status, statements } = (await (await fetch(`${server.origin}/health`)).json()) as Record<string, unknown>;
    expect(status).toBe('ok');
    expect(statements).toBeGreaterThan(100);
    expect(await (await fetch(`${server.origin}/`)).text()).toContain('<html');
  });

  it.each(Object.entries(HOSTILE_QUERIES))('outlives %s, and answers the next query', async (_, query) => {
    const response = await ask(query);
    await response.text();
    expect([200, 400, 403, 413, 500, 503, 504]).toContain(response.status);
    const next = await ask(LOOK_UP, { accept: 'text/csv' });
    expect([next.status, (await next.text()).split('\r\n').length]).toEqual([200, 3]);
  });

  it('answers others while many clients run away', async () => {
    const runaway = HOSTILE_QUERIES['a count of a product'] as string;
    const away = Array.from({ length: 16 }, () => ask(runaway).then((response) => response.status));
    const answers: number[] = [];
    for (let i = 0; i < 20; i++) answers.push((await ask(LOOK_UP)).status);
    expect(answers).toEqual(Array(20).fill(200));
    for (const status of await Promise.all(away)) expect([503, 504]).toContain(status);
  });

  it('asks no other host for anything', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`;
    for (const query of [
      `SELECT * { SERVICE <${address}> { ?s ?p ?o } }`,
      `SELECT * { SERVICE SILENT <${address}> { ?s ?p ?o } }`,
      `SELECT * FROM <${address}> { ?s ?p ?o }`,
      `DESCRIBE <${address}>`,
      `LOAD <${address}>`,
    ])
      await (await ask(query)).text();
    await (await fetch(`${server.origin}/sparql?query=ASK{}&default-graph-uri=${encodeURIComponent(address)}`)).text();
    await (
      await fetch(`${server.origin}/reconcile?queries=${encodeURIComponent(`{"q":{"query":"${address}"}}`)}`)
    ).text();
    other.close();
    expect(asked).toEqual([]);
  });

  it('takes no address from a request', async () => {
    const { port } = new URL(server.origin);
    const raw = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      let text = '';
      socket.on('data', (bytes) => {
        text += bytes;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.write(
        'GET /sparql HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n',
      );
    });
    expect(raw).toMatch(/^HTTP\/1\.1 200/);
    expect(raw).not.toContain('evil');
  });

  it('closes who sends too slowly, and answers others meanwhile', async () => {
    const { port } = new URL(server.origin);
    const slow = Array.from({ length: 100 }, () => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => {});
      socket.resume();
      socket.write('POST /sparql HTTP/1.1\r\nHost: x\r\n');
      return new Promise<void>((closed) => socket.on('close', () => closed()));
    });
    expect((await ask(LOOK_UP)).status).toBe(200);
    await Promise.all(slow);
    expect((await ask(LOOK_UP)).status).toBe(200);
  });

  it('logs what was answered, and not what was asked', async () => {
    await ask(`${LOOK_UP} # a secret word`);
    await fetch(`${server.origin}/search?q=anotherSecret`);
    await vi.waitUntil(() => server.log().includes('"path":"/search"'), { timeout: 5_000 });
    expect(server.log()).toMatch(/"method":"POST","path":"\/sparql","status":200/);
    expect(server.log()).not.toMatch(/secret|127\.0\.0\.1.*"path"/i);
  });
});

describe('a new build', () => {
  it('is served without a failing request, and a damaged one is not', async () => {
    const health = async () => ((await (await fetch(`${server.origin}/health`)).json()) as { edition: string }).edition;
    const before = await health();
    let stop = false;
    const failures: number[] = [];
    const client = (async () => {
      while (!stop) {
        const response = await ask(LOOK_UP);
        await response.text();
        if (response.status !== 200) failures.push(response.status);
      }
    })();
    const page = readdirSync(join(folder, 'pages')).find((name) => name.endsWith('.md')) as string;
    const path = join(folder, 'pages', page);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, 'title: Tout autre chose'));
    expect((await maillage(['build'], { cwd: folder })).code).toBe(0);
    await expect.poll(health, { timeout: 30_000 }).not.toBe(before);
    stop = true;
    await client;
    expect(failures).toEqual([]);
    const after = await health();
    const generations = join(folder, 'build/generations');
    const [newest] = readdirSync(generations)
      .map(Number)
      .sort((a, b) => b - a);
    expect((await maillage(['build', '--fresh'], { cwd: folder })).code).toBe(0);
    // The pointer now names a generation whose bytes are not those of its manifest.
    const damaged = join(generations, String((newest ?? 0) + 1), 'segments');
    const segment = join(damaged, readdirSync(damaged)[0] as string);
    if (existsSync(segment)) writeFileSync(segment, 'damage');
    writeFileSync(join(folder, 'build/current'), readFileSync(join(folder, 'build/current')));
    server.process.kill('SIGHUP');
    await expect.poll(health, { timeout: 30_000 }).toBe(after);
    expect((await ask(LOOK_UP)).status).toBe(200);
  });
});

describe('a server ends', () => {
  it('when the port is taken, and says what to do', async () => {
    const { port } = new URL(server.origin);
    const { code, stderr } = await maillage(['serve', '--port', port], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/port \d+ of 127\.0\.0\.1 is taken: .* --port/);
  });
  it('when there is no build', async () => {
    const { code, stderr } = await maillage(['serve', '-b', 'nowhere', '--port', '0'], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/nowhere/);
  });
  it('when it is told to, after what is under way', async () => {
    const long = ask(HOSTILE_QUERIES['a count of a product'] as string).then((response) => response.status);
    await vi.waitUntil(async () => (await fetch(`${server.origin}/health`)).ok);
    server.process.kill('SIGTERM');
    expect([503, 504]).toContain(await long);
    expect(await server.ended).toBe(0);
  });
});

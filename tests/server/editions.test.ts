// Builds that come while the server runs, as its clients see them: over HTTP.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/server/app.ts';
import type { ServerContext } from '../../src/server/context.ts';
import { type Editions, openEditions } from '../../src/server/editions.ts';
import { createLog, type Listening, listen } from '../../src/server/listen.ts';
import { createGeneration } from '../../src/store/generation.ts';
import type { Store } from '../../src/store/store.ts';
import { sharedFolderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const SITE = { base: 'https://maillage.example/', title: 'Le Lac', language: 'fr', queries: [] } as const;
const dir = sharedFolderOf();
/** Where this file's server puts what is temporary, apart from those of other tests. */
const temporary = sharedFolderOf();
vi.stubEnv('TMPDIR', temporary);
const warnings: string[] = [];
let editions: Editions;
let server: Listening;
beforeAll(async () => {
  await build('old');
  editions = await openEditions({ dir, site: SITE, warn: (message) => void warnings.push(message), say: () => {} });
  const address = 'http://127.0.0.1/';
  const context: ServerContext = { ...SITE, address, current: editions.current };
  const [web, ontology, tables] = ['dist/web', 'ontology', 'tables'].map((name) => join(ROOT, name)) as [
    string,
    string,
    string,
  ];
  const { fetch } = createApp({ context, web, ontology, tables });
  server = await listen({ fetch, host: '127.0.0.1', port: 0, log: createLog('warn'), track: editions.track });
});
afterAll(async () => {
  await server.close();
  await editions.close();
});

/** Two files that say of which build they are, and a third that no store reads. */
async function build(name: string, into = dir): Promise<string> {
  const writer = await createGeneration(into, { tool: 'test' });
  for (const letter of ['a', 'b'])
    await writer.write(`segments/${letter}.nq`, [`<urn:${letter}> <urn:is> "${name}" <urn:g> .\n`]);
  await writer.write('report.json', [`{"name": "${name}"}\n`]);
  return (await writer.commit()).folder;
}

/** What the graph says, and the edition. */
async function served(): Promise<readonly [string, string]> {
  const at = `http://127.0.0.1:${server.port}`;
  const query = encodeURIComponent('SELECT ?name { <urn:a> <urn:is> ?name }');
  const answer = await fetch(`${at}/sparql?format=csv&query=${query}`);
  const { edition } = (await (await fetch(`${at}/health`)).json()) as { edition: string };
  return [await answer.text(), edition];
}

const FILES = ['manifest.json', 'manifest.sha256', 'segments/a.nq', 'segments/b.nq', 'report.json'];
/** Forty for each file: one bit turned, or the end cut off, at places all over it. */
const DAMAGES = FILES.flatMap((path) =>
  Array.from({ length: 40 }, (_, i) => ({ path, at: (i * 0.618034) % 1, cut: i % 2 === 1 })),
);

describe('what is written for an edition', () => {
  it('goes when the next one is served', async () => {
    const folders = () => readdirSync(temporary).filter((name) => name.startsWith('maillage-data-'));
    expect((await fetch(`http://127.0.0.1:${server.port}/dumps/graph.nq`)).status).toBe(200);
    expect(folders()).toHaveLength(1);
    await build('old, again');
    await editions.reload();
    expect(folders()).toEqual([]);
  });
});

describe('a damaged build', () => {
  it(`is refused ${DAMAGES.length} times of ${DAMAGES.length}, and the one before is served on`, async () => {
    const before = await served();
    expect(before[0]).toMatch(/^name\r\n"?old/);
    const whole = await build('new');
    // Aside, and not the current one: damaged copies of it are to come.
    const aside = join(sharedFolderOf(), 'whole');
    renameSync(whole, aside);
    const [, sha256] = readFileSync(join(dir, 'current'), 'utf8').trim().split(' ');
    for (const [i, { path, at, cut }] of DAMAGES.entries()) {
      const folder = join(dir, 'generations', String(10 + i));
      cpSync(aside, folder, { recursive: true });
      const bytes = readFileSync(join(folder, path));
      // Of the checksum's own file, only the checksum counts.
      const place = Math.floor(at * (path.endsWith('.sha256') ? 64 : bytes.length));
      if (!cut) bytes[place] = (bytes[place] as number) ^ (1 << (i % 7));
      writeFileSync(join(folder, path), cut ? bytes.subarray(0, place) : bytes);
      writeFileSync(join(dir, 'current'), `${10 + i} ${sha256}\n`);
      warnings.length = 0;
      await editions.reload();
      expect(await served(), `${path} ${at} ${cut}`).toEqual(before);
      expect(warnings.join(), `${path} ${at} ${cut}`).toMatch(/damaged|missing/);
      rmSync(folder, { recursive: true });
    }
    // The same, undamaged, is served at once.
    mkdirSync(join(dir, 'generations'), { recursive: true });
    cpSync(aside, join(dir, 'generations', '999'), { recursive: true });
    writeFileSync(join(dir, 'current'), `999 ${sha256}\n`);
    await editions.reload();
    expect((await served())[0]).toBe('name\r\nnew\r\n');
  });
});

describe('a build whose graph is on another server', () => {
  it('is verified at the start, and the one before served where it is damaged', async () => {
    const dir = sharedFolderOf();
    const empty = { kind: 'bindings', mediaType: '', body: '{"head":{"vars":[]},"results":{"bindings":[]}}' } as const;
    const remote = (): Store => ({
      query: async () => empty,
      load: async () => ({ quads: 0 }),
      size: async () => 0,
      close: async () => {},
    });
    await build('first', dir);
    const second = await build('second', dir);
    writeFileSync(join(second, 'segments/b.nq'), '<urn:b> <urn:is> "damaged" <urn:g> .\n');
    const said: string[] = [];
    const options = { dir, site: SITE, remote, warn: (message: string) => void said.push(message), say: () => {} };
    const opened = await openEditions(options);
    expect(opened.current().folder).toMatch(/generations.1$/);
    expect(said.join()).toMatch(/b\.nq: damaged/);
    await opened.close();
  });
});

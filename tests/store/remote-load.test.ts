// Loading builds into a real Apache Jena Fuseki: what is sent, what is kept, and what a stop half-way leaves.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRemote } from '../../src/store/remote.ts';
import { loadRemote } from '../../src/store/remote-load.ts';
import type { LoadFile, Store } from '../../src/store/store.ts';
import { FUSEKI_JAR, type Fuseki, startFuseki } from '../support/fuseki.ts';

// A Java machine takes its time to start on a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const x = 'http://example.org/';

describe.skipIf(FUSEKI_JAR === undefined)('loading a build (needs Fuseki: .ci/fuseki fetches it)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-load-'));
  let fuseki: Fuseki;
  let store: Store;
  let number = 0;

  /** A file of our own making, given as `graph subject text` lines. */
  const file = (...lines: [graph: string, subject: string, text: string][]): LoadFile => {
    const text = lines.map(([g, s, o]) => `<${x}${s}> <${x}p> ${JSON.stringify(o)} <${x}${g}> .\n`).join('');
    number += 1;
    const path = join(folder, `${number}.nq`);
    writeFileSync(path, text);
    return { path, sha256: createHash('sha256').update(text).digest('hex') };
  };
  /** What the server says, as `graph subject text`. */
  const held = async (): Promise<string[]> => {
    const query = `SELECT ?g ?s ?o { GRAPH ?g { ?s <${x}p> ?o } } ORDER BY ?g ?s ?o`;
    const { body } = await store.query(query, { accept: 'csv' });
    return body
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replaceAll(x, '').replaceAll(',', ' '));
  };
  const many = (count: number, text: string): LoadFile =>
    file(...Array.from({ length: count }, (_, i): [string, string, string] => [`g${i}`, `s${i}`, text]));

  beforeAll(async () => {
    fuseki = await startFuseki();
    store = createRemote(fuseki);
  });
  beforeEach(() => fuseki.clear());
  afterAll(async () => {
    await store?.close();
    await fuseki?.stop();
    rmSync(folder, { recursive: true });
  });

  it('sends everything once, then nothing, then only graphs that changed, and takes away those that went', async () => {
    const first = [file(['a', '1', 'eins'], ['b', '2', 'zwei']), file(['a', '3', 'drei'], ['c', '4', 'vier'])];
    expect(await loadRemote(first, fuseki)).toEqual({
      graphs: { replaced: 3, removed: 0, unchanged: 0 },
      statements: 4,
      requests: 1,
      built: 4,
    });
    expect(await held()).toEqual(['a 1 eins', 'a 3 drei', 'b 2 zwei', 'c 4 vier']);
    expect(await store.size()).toBe(4);
    // The same statements, cut into other files, are the same graphs.
    const again = [file(['a', '1', 'eins']), file(['b', '2', 'zwei'], ['a', '3', 'drei'], ['c', '4', 'vier'])];
    expect(await loadRemote(again, fuseki)).toMatchObject({ statements: 0, requests: 0 });
    const second = [file(['a', '1', 'eins'], ['b', '2', 'deux'], ['a', '3', 'drei'], ['d', '5', 'cinq'])];
    expect((await loadRemote(second, fuseki)).graphs).toEqual({ replaced: 2, removed: 1, unchanged: 1 });
    expect(await held()).toEqual(['a 1 eins', 'a 3 drei', 'b 2 deux', 'd 5 cinq']);
  });

  it('leaves graphs alone that it did not put there', async () => {
    writeFileSync(join(folder, 'theirs.nq'), `<${x}t> <${x}p> "theirs" <${x}z> .\n`);
    await store.load([join(folder, 'theirs.nq')]);
    await loadRemote([file(['a', '1', 'un'])], fuseki);
    await loadRemote([], fuseki);
    expect(await held()).toEqual(['z t theirs']);
  });

  it('goes on where it was after a stop half-way, and never has half of a graph in the meantime', async () => {
    const files = [many(40, 'alt')];
    await loadRemote(files, fuseki);
    const changed = [many(40, 'neu')];
    const controller = new AbortController();
    const stopped = loadRemote(changed, {
      ...fuseki,
      batch: 400,
      signal: controller.signal,
      progress: ({ graphs }) => {
        if (graphs >= 20) controller.abort(new Error('stopped by the test'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped by the test');
    const between = await held();
    expect(between).toHaveLength(40);
    expect(between.filter((line) => line.endsWith('neu')).length).toBeGreaterThanOrEqual(20);
    expect(between.filter((line) => line.endsWith('alt')).length).toBeGreaterThan(0);
    const rest = await loadRemote(changed, { ...fuseki, batch: 400 });
    expect(rest.graphs.replaced).toBeLessThanOrEqual(20);
    expect(rest.graphs.replaced + rest.graphs.unchanged).toBe(40);
    expect(new Set((await held()).map((line) => line.split(' ')[2]))).toEqual(new Set(['neu']));
    expect(await loadRemote(changed, fuseki)).toMatchObject({ statements: 0 });
  });

  it('sends a graph that is larger than a request in parts, and again where it was stopped between them', async () => {
    const big = [
      file(...Array.from({ length: 30 }, (_, i): [string, string, string] => ['big', `s${i}`, 'x'.repeat(50)])),
    ];
    let sent = 0;
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (...given: Parameters<typeof fetch>) => {
      if (given[0] === fuseki.update && ++sent === 3) throw new TypeError('the line is cut');
      return real(...given);
    });
    try {
      await expect(loadRemote(big, { ...fuseki, batch: 500, attempts: 1 })).rejects.toThrow('the line is cut');
    } finally {
      vi.unstubAllGlobals();
    }
    const between = await held();
    expect(between.length).toBeGreaterThan(0);
    expect(between.length).toBeLessThan(30);
    const { requests, graphs } = await loadRemote(big, { ...fuseki, batch: 500 });
    expect(requests).toBeGreaterThan(2);
    expect(graphs.replaced).toBe(1);
    expect(await held()).toHaveLength(30);
  });

  it('replaces everything where asked to, whatever the server says of itself', async () => {
    const files = [file(['a', '1', 'un'])];
    await loadRemote(files, fuseki);
    await fetch(fuseki.update, { method: 'POST', body: new URLSearchParams({ update: `DROP GRAPH <${x}a>` }) });
    expect(await loadRemote(files, fuseki)).toMatchObject({ statements: 0 });
    expect(await loadRemote(files, { ...fuseki, fresh: true })).toMatchObject({ statements: 1 });
    expect(await held()).toEqual(['a 1 un']);
  });

  it('carries any text: quotes, backslashes before u, line ends, other planes', async () => {
    const texts = ['a "b" \\u0041 \\', 'l1\nl2\r\tx', '𝒳 é \u0001', '<> } GRAPH <x> { ; DROP ALL'];
    await loadRemote([file(...texts.map((text, i): [string, string, string] => ['a', `s${i}`, text]))], fuseki);
    const { body } = await store.query(`SELECT ?o { ?s <${x}p> ?o } ORDER BY ?s`);
    const values = (JSON.parse(body) as { results: { bindings: { o: { value: string } }[] } }).results.bindings;
    expect(values.map(({ o }) => o.value)).toEqual(texts);
  });
});

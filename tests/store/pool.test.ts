import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPool, type PoolOptions } from '../../src/store/pool.ts';
import type { QueryOptions, Store } from '../../src/store/store.ts';
import { testStore } from './suite.ts';

// Threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

testStore('pool', async () => createPool());

const RUNAWAY = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }';
const LOOK_UP = 'SELECT ?o { <https://x.example/1> <https://x.example/p> ?o }';

describe('a pool of stores', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillage-pool-'));
    const lines = Array.from(
      { length: 200 },
      (_, n) => `<https://x.example/${n}> <https://x.example/p> "${n}" <https://x.example/g> .\n`,
    );
    writeFileSync(join(folder, 'data.nq'), lines.join(''));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function withPool(options: PoolOptions, work: (store: Store) => Promise<void>): Promise<void> {
    const store = createPool(options);
    try {
      await store.load([join(folder, 'data.nq')]);
      await work(store);
    } finally {
      await store.close();
    }
  }
  /** How a query ended: its answer, or the reason of its failure. */
  const ending = (store: Store, sparql: string, options: QueryOptions = {}): Promise<string> =>
    store.query(sparql, { accept: 'csv', ...options }).then(
      ({ body }) => body.split('\r\n')[1] ?? '',
      (error: { reason?: string }) => error.reason ?? String(error),
    );

  it('answers quick queries while long ones hold all the rest', () =>
    withPool({ running: 1, timeoutMs: 3_000 }, async (store) => {
      const ended: string[] = [];
      const long = [1, 2].map((n) => ending(store, RUNAWAY).then((how) => ended.push(`long ${n}: ${how}`)));
      await ending(store, LOOK_UP, { quick: true }).then((answer) => ended.push(`quick: ${answer}`));
      expect(ended).toEqual(['quick: 1']);
      await Promise.all(long);
      expect(ended.slice(1)).toEqual(['long 1: timeout', 'long 2: timeout']);
    }));

  it('moves a query that was said to be quick, and is not, among the long ones', () =>
    withPool({ running: 1, timeoutMs: 3_000 }, async (store) => {
      const slow = ending(store, RUNAWAY, { quick: true });
      expect(await ending(store, LOOK_UP, { quick: true })).toBe('1');
      expect(await slow).toBe('timeout');
      expect(await ending(store, LOOK_UP)).toBe('1');
    }));

  it('lets no client hold all that run at once', () =>
    withPool({ running: 2, timeoutMs: 4_000 }, async (store) => {
      const ended: string[] = [];
      const greedy = [1, 2, 3].map(() =>
        ending(store, RUNAWAY, { client: 'greedy' }).then((how) => ended.push(`greedy ${how}`)),
      );
      await ending(store, LOOK_UP, { client: 'other' }).then((answer) => ended.push(`other ${answer}`));
      expect(ended).toEqual(['other 1']);
      await Promise.all(greedy);
      expect(ended).toHaveLength(4);
    }));

  it('says that it is busy where too many wait, in all, of one client, or too long', () =>
    withPool({ running: 1, timeoutMs: 4_000, waitMs: 500, mostWaiting: 3, mostOfClient: 2 }, async (store) => {
      const first = ending(store, RUNAWAY, { client: 'a' });
      const waits = [ending(store, LOOK_UP, { client: 'b' }), ending(store, LOOK_UP, { client: 'b' })];
      expect(await ending(store, LOOK_UP, { client: 'b' })).toBe('busy');
      waits.push(ending(store, LOOK_UP, { client: 'c' }));
      expect(await ending(store, LOOK_UP, { client: 'd' })).toBe('busy');
      expect(await Promise.all(waits)).toEqual(['busy', 'busy', 'busy']);
      expect(await first).toBe('timeout');
      expect(await ending(store, LOOK_UP, { client: 'b' })).toBe('1');
    }));

  it('forgets a query whose caller gives up while it waits', () =>
    withPool({ running: 1, timeoutMs: 2_000 }, async (store) => {
      const first = ending(store, RUNAWAY);
      const caller = new AbortController();
      const left = ending(store, LOOK_UP, { signal: caller.signal });
      caller.abort();
      expect(await left).toBe('aborted');
      expect(await first).toBe('timeout');
    }));

  it('ends what waits when it is closed', () =>
    withPool({ running: 1 }, async (store) => {
      const asked = [ending(store, RUNAWAY), ending(store, LOOK_UP)];
      // Both have come.
      await ending(store, LOOK_UP, { quick: true });
      await store.close();
      expect(await Promise.all(asked)).toEqual(['closed', 'closed']);
    }));
});

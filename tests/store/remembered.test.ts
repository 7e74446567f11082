import { describe, expect, it, vi } from 'vitest';
import { createPool } from '../../src/store/pool.ts';
import { createRemembering } from '../../src/store/remembered.ts';
import type { QueryOptions, Store } from '../../src/store/store.ts';
import { testStore } from './suite.ts';

// Threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

testStore('pool that remembers', async () => createRemembering(createPool(), 1 << 20));

/** A store that answers with the number of the question, in a body of that length. */
function counting(mostBytes: number, size = 100) {
  let asked = 0;
  const inner: Store = {
    query: async () => ({ kind: 'bindings', mediaType: 'text/csv', body: String(++asked).padEnd(size) }),
    load: async () => ({ quads: 0 }),
    size: async () => 0,
    close: async () => {},
  };
  const store = createRemembering(inner, mostBytes);
  return {
    store,
    ask: async (text: string, options?: QueryOptions) => Number((await store.query(text, options)).body),
  };
}

describe('answers that are remembered', () => {
  it('are those to the same text, in the same format, over the same graphs', async () => {
    const { ask } = counting(1e6);
    const dataset = { defaultGraphs: ['urn:g'], namedGraphs: [] };
    const asked: [string, QueryOptions?][] = [['a'], ['b'], ['a', { accept: 'csv' }], ['a', { dataset }]];
    for (const [i, [text, options]] of asked.entries()) expect(await ask(text, options)).toBe(i + 1);
    for (const [i, [text, options]] of asked.entries()) expect(await ask(text, options)).toBe(i + 1);
    expect(await ask('a', { quick: true, client: 'x' })).toBe(1);
  });
  it('go when what was not asked for longest has no room', async () => {
    // 17 entries of 506 bytes.
    const { ask } = counting(17 * 506);
    for (let i = 1; i <= 17; i++) expect(await ask(String.fromCharCode(96 + i))).toBe(i);
    expect(await ask('a')).toBe(1);
    expect(await ask('z')).toBe(18);
    expect(await ask('a')).toBe(1);
    expect(await ask('b')).toBe(19);
  });
  it('are not large, and none where there is no room', async () => {
    const large = counting(16 * 505);
    expect(await large.ask('a')).toBe(1);
    expect(await large.ask('a')).toBe(2);
    const none = counting(0);
    expect(await none.ask('a')).toBe(1);
    expect(await none.ask('a')).toBe(2);
  });
  it.each(['SELECT (NOW() AS ?n) {}', 'SELECT (rand\n() AS ?n) {}', 'SELECT (StrUUID # \n() AS ?n) {}'])(
    'are not of what differs each time: %j',
    async (text) => {
      const { ask } = counting(1e6);
      expect([await ask(text), await ask(text)]).toEqual([1, 2]);
    },
  );
  it('are forgotten when something is loaded, those under way as well', async () => {
    const { ask, store } = counting(1e6);
    await ask('a');
    const underWay = ask('b');
    await store.load([]);
    await underWay;
    expect([await ask('a'), await ask('b')]).toEqual([3, 4]);
  });
  it('are not given to who gave up', async () => {
    const { ask } = counting(1e6);
    await ask('a');
    await expect(ask('a', { signal: AbortSignal.abort() })).rejects.toMatchObject({ reason: 'aborted' });
  });
  it('are not failures', async () => {
    let asked = 0;
    const { store: inner } = counting(0);
    const failing = { ...inner, query: () => Promise.reject(new Error(String(++asked))) };
    const store = createRemembering(failing, 1e6);
    await expect(store.query('a')).rejects.toThrow('1');
    await expect(store.query('a')).rejects.toThrow('2');
  });
});

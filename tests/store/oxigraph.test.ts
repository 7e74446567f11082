import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { limits } from '../../src/store/guards.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';
import type { QueryFailed, Store } from '../../src/store/store.ts';
import { QueryRefused } from '../../src/store/store.ts';
import { testStore } from './suite.ts';

// Threads, processes and disks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

testStore('oxigraph', async () => createOxigraph());

describe('the embedded store', () => {
  let folder = '';
  const save = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return { path, sha256: createHash('sha256').update(text).digest('hex') };
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillage-oxigraph-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function withStore<T>(work: (store: Store) => Promise<T>, options = {}): Promise<T> {
    const store = createOxigraph(options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  describe('verified files of our own', () => {
    it('loads them in bulk, whatever the literals hold, and merges them into the default graph', () =>
      withStore(async (store) => {
        // A thousand statements by a fixed seed: the engine starts slowly, so one load tries them all.
        const statements = fc.sample(statement, { seed: 7, numRuns: 1000 });
        const lines = new Set(statements.map(({ triple, graph }) => `${triple} ${graph} .`));
        const triples = new Set(statements.map(({ triple }) => triple));
        expect(lines.size).toBeGreaterThan(triples.size);
        const file = save('ours.nq', `${[...lines].join('\n')}\n`);
        expect(await store.load([file])).toEqual({ quads: lines.size });
        const { body } = await store.query('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { accept: 'csv' });
        expect(body).toBe(`n\r\n${triples.size}\r\n`);
      }));
    it('loads several at once, one without a newline at its end, across chunk borders', () =>
      withStore(async (store) => {
        const many = Array.from(
          { length: 30_000 },
          (_, i) => `<http://e.x/s${i}> <http://e.x/p> "é ${i}" <http://e.x/g> .`,
        );
        const big = save('big.nq', many.join('\n'));
        const small = save('small.nq', '<http://e.x/t> <http://e.x/p> "t" <http://e.x/g> .\n');
        expect(await store.load([big, small])).toEqual({ quads: 30_001 });
        const { body } = await store.query('SELECT ?o { <http://e.x/s29999> ?p ?o }', { accept: 'csv' });
        expect(body).toBe('o\r\né 29999\r\n');
      }));
    it('refuses a file whose bytes are not those of its hash, and keeps nothing of it', () =>
      withStore(async (store) => {
        const file = save('damaged.nq', '<http://e.x/t> <http://e.x/p> "t" <http://e.x/g> .\n');
        writeFileSync(file.path, '<http://e.x/t> <http://e.x/p> "u" <http://e.x/g> .\n');
        await expect(store.load([file])).rejects.toThrow(/damaged\.nq: damaged/);
        expect(await store.size()).toBe(0);
      }));
  });

  describe('a lost worker', () => {
    it('comes back with what was loaded', () =>
      withStore(async (store) => {
        await store.load([save('one.nq', '<http://e.x/a> <http://e.x/p> "1" <http://e.x/g> .\n')]);
        await store.load([save('two.nq', '<http://e.x/a> <http://e.x/p> "2" <http://e.x/g> .\n')]);
        await expect(store.query(endless, { timeoutMs: 50 })).rejects.toThrow(/time limit/);
        expect(await store.size()).toBe(2);
      }));
    it('says so when its files have gone meanwhile, and works again when they are back', () =>
      withStore(async (store) => {
        const text = '<http://e.x/a> <http://e.x/p> "1" <http://e.x/g> .\n';
        const file = save('gone.nq', text);
        await store.load([file]);
        rmSync(file.path);
        await expect(store.query(endless, { timeoutMs: 50 })).rejects.toThrow(/time limit/);
        const failure = await store.query('ASK {}').catch((error: unknown) => error);
        expect((failure as QueryFailed).reason).toBe('lost');
        expect((failure as Error).message).toContain('gone.nq');
        save('gone.nq', text);
        expect(await store.size()).toBe(1);
      }));
    it('lets those who wait behind a runaway query have their answers', () =>
      withStore(async (store) => {
        await store.load([
          save('few.nq', '<http://e.x/a> <http://e.x/p> "1", "2" <http://e.x/g> .\n'.replace(', "2"', '')),
        ]);
        const runaway = store.query(endless, { timeoutMs: 200 }).catch((error: unknown) => error);
        const others = await Promise.all(Array.from({ length: 10 }, () => store.query('ASK { ?s ?p ?o }')));
        expect(others.map(({ body }) => JSON.parse(body).boolean)).toEqual(Array(10).fill(true));
        expect(((await runaway) as QueryFailed).reason).toBe('timeout');
      }));
    it('does not keep a cancelled query waiting behind others', () =>
      withStore(async (store) => {
        const runaway = store.query(endless, { timeoutMs: 1500 }).catch((error: unknown) => error);
        const controller = new AbortController();
        const waiting = store.query('ASK {}', { signal: controller.signal }).catch((error: unknown) => error);
        controller.abort();
        const first = await Promise.race([runaway, waiting]);
        expect((first as QueryFailed).reason).toBe('aborted');
        await runaway;
      }));
  });

  describe('hostile queries', () => {
    const n = (count: number, piece: string) => piece.repeat(count);
    const bombs: [name: string, query: string][] = [
      ['braces', `SELECT * { ${n(1000, '{')}${n(1000, '}')} }`],
      ['parentheses', `SELECT * { FILTER${n(2000, '(')}1${n(2000, ')')} }`],
      ['not', `SELECT * { FILTER(${n(5000, '!')}?x) }`],
      ['not, spaced', `SELECT * { FILTER(${n(2000, '! ')}?x) }`],
      ['minus', `SELECT * { FILTER(${n(2000, '- ')}1) }`],
      ['unions', `SELECT * { ${n(1700, '{} UNION ')}{} }`],
      ['or', `SELECT * { FILTER(${n(3000, '?x||')}?x) }`],
      ['optionals', `SELECT * { ${n(1000, 'OPTIONAL{}')} }`],
      ['paths', `SELECT * { ?s ${n(5000, 'a/')}a ?o }`],
      ['inverse paths', `SELECT * { ?s ${n(5000, '^')}a ?o }`],
      ['lists', `SELECT * { ?s ?p ${n(2000, '(')}${n(2000, ')')} }`],
      ['blank nodes', `SELECT * { ?s ?p ${n(2000, '[a ')}${n(2000, ']')} }`],
      ['functions', `SELECT * { FILTER(${n(2000, 'str(')}1${n(2000, ')')}) }`],
      ['triples', `SELECT * { ${n(1700, '?s ?p ?o.')} }`],
      ['half a string', `SELECT * { ?s ?p "${n(8000, '\\')} }`],
      ['half a surrogate', 'SELECT * { ?s ?p "\ud800" }'],
      ['nesting behind a comment that CR ends', `#\rSELECT * { FILTER${n(2000, '(')}1${n(2000, ')')} }`],
      ['nesting behind an escaped quote', `PREFIX e: <e:> ASK { e:\\' ?p ?o FILTER${n(2000, '(')}1${n(2000, ')')} }`],
      ['nesting behind an escaped #', `PREFIX e: <e:> ASK { e:\\# ?p ?o FILTER${n(2000, '(')}1${n(2000, ')')} }`],
      ['nesting behind odd quotes', `ASK { VALUES ?x { '''a' } FILTER${n(2000, '(')}1${n(2000, ')')} }`],
      ['an IRI that ends early', 'SELECT * { ?s ?p <http://e.x/\\u003E> }'],
    ];
    it.each(bombs)('refuses %s in no time', (_name, query) => {
      const store = createOxigraph();
      const start = performance.now();
      return expect(store.query(query))
        .rejects.toBeInstanceOf(QueryRefused)
        .then(() => expect(performance.now() - start).toBeLessThan(3000));
    });

    // Just within the limits, the engine must hold; if it does not, the store must.
    const { nesting, operators, blocks, steps } = limits;
    const heavy: [name: string, query: string][] = [
      ['braces', `ASK { ${n(nesting - 1, '{')}${n(nesting - 1, '}')} }`],
      ['parentheses', `ASK { FILTER${n(nesting - 1, '(')}1${n(nesting - 1, ')')} }`],
      ['or', `ASK { FILTER(${n(operators - 1, '?x||')}true) }`],
      ['plus', `ASK { FILTER(${n(operators - 1, '1+')}1 = 0) }`],
      ['unions', `ASK { ${n(blocks - 2, '{} UNION ')}{} }`],
      ['optionals', `ASK { ${n(blocks - 1, 'OPTIONAL{}')} }`],
      ['nested optionals', `ASK { ${n(nesting - 1, 'OPTIONAL{')}${n(nesting - 1, '}')} }`],
      ['nested exists', `ASK { ${n(nesting - 1, 'FILTER EXISTS{')}${n(nesting - 1, '}')} }`],
      ['paths', `ASK { ?s ${n(steps - 1, 'a/')}a ?o }`],
      ['functions', `ASK { FILTER(${n(nesting - 2, 'str(')}1${n(nesting - 2, ')')} = "") }`],
    ];
    it('survives queries at the very limits', () =>
      withStore(async (store) => {
        for (const [name, query] of heavy) {
          const outcome = await store.query(query, { timeoutMs: 5000 }).then(
            ({ kind }) => kind,
            (error: QueryFailed) => `${error.name} ${error.reason}: ${error.message}`,
          );
          expect(outcome, name).toBe('boolean');
          expect(await store.size(), name).toBe(0);
        }
      }));
  });

  describe('caps', () => {
    const rows = (count: number) =>
      `SELECT ?n ?t { VALUES (?n ?t) { ${Array.from({ length: count }, (_, i) => `(${i} "a,\\"]}\\n</result>")`).join(' ')} } }`;
    it('says nothing when the result just fits', () =>
      withStore(
        async (store) => {
          const { body, truncated } = await store.query(rows(10));
          expect(truncated).toBeUndefined();
          expect(JSON.parse(body).results.bindings).toHaveLength(10);
        },
        { maxRows: 10 },
      ));
    it.each(['json', 'xml', 'csv', 'tsv'] as const)('cuts %s after whole rows and says so', (accept) =>
      withStore(
        async (store) => {
          const whole = (await store.query(rows(7), { accept })).body;
          const { body, truncated } = await store.query(rows(40), { accept });
          expect(body).toBe(whole);
          expect(truncated).toMatchObject({ rows: 7, by: 'rows' });
          expect(truncated?.message).toMatch(/at most 7 rows/);
        },
        { maxRows: 7 },
      ),
    );
    it.each(['json', 'xml', 'csv', 'tsv'] as const)('cuts %s at the cap of bytes, well formed', (accept) =>
      withStore(
        async (store) => {
          const { body, truncated } = await store.query(rows(200), { accept });
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1000);
          expect(truncated?.by).toBe('bytes');
          const left = truncated?.rows ?? 0;
          expect(left).toBeGreaterThan(0);
          expect(body).toBe((await store.query(rows(left), { accept })).body);
        },
        { maxBytes: 1000 },
      ),
    );
    it('cuts graphs by triples', () =>
      withStore(
        async (store) => {
          const construct = `CONSTRUCT { <http://e.x/s> <http://e.x/p> ?n } { VALUES ?n { ${Array.from({ length: 9 }, (_, i) => i).join(' ')} } }`;
          const { body, truncated } = await store.query(construct, { accept: 'ntriples' });
          expect(body.split('\n')).toHaveLength(6);
          expect(truncated).toMatchObject({ rows: 5, by: 'rows' });
          const turtle = await store.query(construct);
          expect(turtle.truncated?.rows).toBe(5);
        },
        { maxRows: 5 },
      ));
    it('keeps a LIMIT and a trailing VALUES as they are', () =>
      withStore(
        async (store) => {
          const limited = await store.query('SELECT ?n { VALUES ?n { 1 2 3 } } LIMIT 2 # end', { accept: 'csv' });
          expect(limited.body).toBe('n\r\n1\r\n2\r\n');
          expect(limited.truncated).toBeUndefined();
          const valued = await store.query('SELECT ?n { } VALUES ?n { 1 2 3 4 5 }', { accept: 'csv' });
          expect(valued.truncated).toMatchObject({ rows: 3 });
          const commented = await store.query('SELECT ?n { VALUES ?n { 1 2 3 4 5 } } # end', { accept: 'csv' });
          expect(commented.truncated).toMatchObject({ rows: 3 });
        },
        { maxRows: 3 },
      ));
  });

  it('gives graphs as RDF/XML and JSON-LD', () =>
    withStore(async (store) => {
      const construct = 'CONSTRUCT { <http://e.x/s> <http://e.x/p> "é" } {}';
      expect((await store.query(construct, { accept: 'rdfxml' })).body).toContain('>é<');
      expect(JSON.parse((await store.query(construct, { accept: 'jsonld' })).body)).toEqual([
        { '@id': 'http://e.x/s', 'http://e.x/p': [{ '@value': 'é' }] },
      ]);
    }));
});

// --- internal ---

const endless = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 4 }, (_, i) => `{ VALUES ?v${i} { ${Array.from({ length: 300 }, (_, j) => j).join(' ')} } }`).join(' ')} }`;

const literal = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `"${quoted(text)}"`);
const object = fc.oneof(
  literal,
  literal.map((text) => `${text}@fr`),
  literal.map((text) => `${text}^^<http://e.x/dt>`),
  fc.constantFrom('<http://e.x/o>', '" <http://e.x/fake> ."', '"a . b"', '"x <y"', '"_:b"', '"ends ."', '"a _:b"@fr'),
);
const statement = fc
  .tuple(fc.nat(3), object, fc.nat(3))
  .map(([s, o, g]) => ({ triple: `<http://e.x/s${s}> <http://e.x/p> ${o}`, graph: `<http://e.x/g${g}>` }));

function quoted(text: string): string {
  return text.replace(/["\\\n\r]/g, (c) => ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[c] ?? c);
}

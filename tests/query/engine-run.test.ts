import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { SavedQuery } from '../../src/query/catalogue.ts';
import { findQuery, readCatalogue, readSavedQuery } from '../../src/query/catalogue.ts';
import { bindParameters } from '../../src/query/parameters.ts';
import { runQuery, runSparql } from '../../src/query/run.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';
import { parseQuery, survivesWriting } from '../../src/store/sparql.ts';
import type { Store } from '../../src/store/store.ts';

// Threads, processes and disks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let store: Store;
let catalogue: SavedQuery[];
let folder = '';
const named = (name: string) => findQuery(catalogue, name);
const run = async (name: string, parameters: Record<string, string> = {}) =>
  (await runQuery(store, named(name), new Map(Object.entries(parameters)), { format: 'csv' })).body
    .split('\r\n')
    .slice(1, -1);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-run-'));
  const path = join(folder, 'data.nq');
  writeFileSync(path, data);
  store = createOxigraph();
  await store.load([path]);
  catalogue = await readCatalogue(fileURLToPath(new URL('./fixtures/good', import.meta.url)));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('a saved query', () => {
  it('runs with its defaults', async () => {
    expect(await run('by-name')).toEqual(['http://example.org/a,first']);
  });
  it('runs with the values given', async () => {
    expect(await run('by-name', { name: 'Bob' })).toEqual(['http://example.org/b,']);
    expect(await run('by-name', { name: 'nobody' })).toEqual([]);
  });
  it('leaves an optional parameter unbound when it has no value', async () => {
    expect(await run('of-kind')).toEqual(['http://example.org/a', 'http://example.org/b', 'http://example.org/c']);
    expect(await run('of-kind', { kind: 'red' })).toEqual(['http://example.org/a', 'http://example.org/c']);
  });
  it('takes only the values of its choice', async () => {
    await expect(async () => run('of-kind', { kind: 'green' })).rejects.toThrow(
      /kind = "green": expected one of red, blue/,
    );
  });
  it('wants its required parameters, and knows no others', async () => {
    await expect(async () => run('echo')).rejects.toThrow(/echo needs a value for its parameter text \(string\)/);
    await expect(async () => run('of-kind', { colour: 'red' })).rejects.toThrow(
      /of-kind has no parameter "colour"; known: kind \(one of red, blue\)/,
    );
    await expect(async () => run('any', { x: '1' })).rejects.toThrow(/any has no parameter "x"; it has none/);
    expect(() => bindParameters(named('any'), new Map([['__proto__', 'x']]))).toThrow(UsageError);
  });
  it('constructs around a parameter', async () => {
    const { kind, body } = await runQuery(store, named('graph'), new Map([['thing', 'http://example.org/b']]), {
      format: 'nt',
    });
    expect(kind).toBe('graph');
    expect(body).toBe(
      '<http://example.org/b> <http://example.org/p/kind> "blue" .\n<http://example.org/b> <http://example.org/p/name> "Bob" .\n',
    );
  });
  it('makes terms of the declared types', async () => {
    const { body } = await runQuery(store, named('typed'), new Map(Object.entries(typed)), { format: 'tsv' });
    expect(body.split('\n')[1]?.split('\t')).toEqual([
      '<urn:isbn:1>',
      '-12',
      '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>',
      '"2022-09-28T10:00:00+02:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
      '1.5',
      'true',
      '"été"@fr',
      '"2022"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    ]);
  });
  it.each([
    [
      'thing',
      [
        'javascript:alert(1)',
        'data:,x',
        'http://e.x/>',
        'http://e.x/ a',
        'ftp://e.x',
        '',
        'http://',
        'http://e.x/%zz',
        'http://e.x/\n',
      ],
    ],
    ['count', ['1.5', '', 'one', '1 ', '1e3', '٣', '9'.repeat(19)]],
    ['day', ['2023-02-29', '2022-13-01', '2022-00-10', '2022-9-28', '20220928', '2022-09-28Z', '0']],
    ['moment', ['2022-09-28', '2022-09-28T25:00:00', '2022-09-28 10:00:00', '2022-02-30T10:00:00', '2022-09-28T10:00']],
    ['size', ['', '1,5', 'NaN', '0x10', '.']],
    ['open', ['yes', 'TRUE', '']],
    ['since', ['22', '20222']],
  ])('refuses values of %s that are not of its type', async (name, values) => {
    for (const value of values) {
      expect(() => bindParameters(named('typed'), new Map(Object.entries({ ...typed, [name]: value }))), value).toThrow(
        new RegExp(`^${name} = .*: expected `),
      );
    }
  });
  it('refuses what is too long or not Unicode', () => {
    expect(() => bindParameters(named('echo'), new Map([['text', 'x'.repeat(1001)]]))).toThrow(
      /at most 1000 characters/,
    );
    expect(() => bindParameters(named('echo'), new Map([['text', '\ud800']]))).toThrow(/surrogate/);
  });
});

describe('injection', () => {
  it('2,000 hostile strings come back exactly, in every scope, and change nothing else', async () => {
    const before = await store.size();
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/\p{Cs}/u.test(text)),
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { body } = await runQuery(store, named('echo'), new Map([['text', text]]), { format: 'json' });
        const { results } = JSON.parse(body);
        expect(results.bindings).toHaveLength(1);
        const [row] = results.bindings;
        expect(row.given).toEqual({ type: 'literal', value: text });
        expect(row.filtered.value).toBe(`${text}!`);
        expect(row.inner.value).toBe(text);
        expect(row.all.value).toBe('7');
      }),
      { numRuns: 2000 },
    );
    expect(await store.size()).toBe(before);
  }, 120_000);
  it('hostile IRIs are refused or come back exactly', async () => {
    const hostile = fc
      .array(fc.constantFrom(...pieces, '[', ']', ':', '@', '//', '\ue000', '\ufdd0', 'a', '/', 'é', '%41', '?', '&'), {
        maxLength: 6,
      })
      .map((parts) => `http://e.x/${parts.join('')}`);
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(hostile, async (iri) => {
        const parameters = new Map(Object.entries({ ...typed, thing: iri }));
        let sparql: string;
        try {
          sparql = bindParameters(named('typed'), parameters);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          return;
        }
        kept++;
        const { results } = JSON.parse((await store.query(sparql)).body);
        expect(results.bindings).toHaveLength(1);
        expect(results.bindings[0].iri).toEqual({ type: 'uri', value: iri });
      }),
      { numRuns: 1000 },
    );
    expect(kept).toBeGreaterThan(20);
  }, 60_000);
});

describe('writing a query again', () => {
  it('keeps the meaning of queries with every construct', () => {
    for (const sparql of constructs) expect(survivesWriting(parseQuery(sparql)), sparql).toBe(true);
  });
  it('is known to fail for what the writer gets wrong', () => {
    expect(survivesWriting(parseQuery('SELECT ?a { ?a ?p ?o FILTER((?a || ?o) IN (true)) }'))).toBe(false);
  });
  it('reaches groups of MINUS, EXISTS, GRAPH and nested groups, where bindings from outside do not', async () => {
    const ask = async (where: string, name: string) => {
      const saved = readSavedQuery(
        `#+ summary: S\nPREFIX p: <http://example.org/p/>\nSELECT ?s { ${where} } ORDER BY ?s`,
        'q.rq',
      );
      return (await runQuery(store, saved, new Map([['name', name]]), { format: 'csv' })).body
        .split('\r\n')
        .slice(1, -1)
        .map((iri) => iri.slice(-1))
        .join('');
    };
    expect(await ask('?s p:kind ?k MINUS { ?s p:name ?n FILTER(?n = ?_name) }', 'Ada')).toBe('bc');
    expect(await ask('?s p:kind ?k FILTER EXISTS { ?s p:name ?n FILTER(?n = ?_name) }', 'Ada')).toBe('a');
    expect(await ask('?s p:kind ?k FILTER NOT EXISTS { ?s p:name ?_name }', 'Ada')).toBe('bc');
    expect(await ask('?s p:kind ?k { { ?s p:name ?n FILTER(?n = ?_name) } }', 'Bob')).toBe('b');
    expect(await ask('GRAPH ?g { ?s p:name ?n FILTER(?n = ?_name) }', 'Bob')).toBe('b');
    expect(await ask('{ ?s p:name ?_name } UNION { ?s p:note ?n FILTER(?_name = "Bob") }', 'Bob')).toBe('ab');
    expect(await ask('{ SELECT ?s { ?s p:name ?n FILTER(STRSTARTS(?n, ?_name)) } }', 'B')).toBe('b');
    expect(await ask('?s p:kind ?k FILTER(?_name IN ("x", "y"))', 'y')).toBe('abc');
  });
});

describe('formats', () => {
  it('gives a table of rows by default, CSV as the protocol has it', async () => {
    const { mediaType, body } = await runQuery(store, named('by-name'), new Map(), {
      prefixes: { ex: 'http://example.org/' },
    });
    expect(mediaType).toBe('text/plain');
    expect(body).toBe('thing  note\n─────  ─────\nex:a   first\n1 row\n');
    expect((await runQuery(store, named('by-name'), new Map(), { format: 'csv' })).body).toBe(
      'thing,note\r\nhttp://example.org/a,first\r\n',
    );
  });
  it('answers ASK with yes or no, and as JSON', async () => {
    expect((await runQuery(store, named('any'))).body).toBe('yes\n');
    expect(JSON.parse((await runQuery(store, named('any'), new Map(), { format: 'json' })).body).boolean).toBe(true);
  });
  it('gives graphs as Turtle by default', async () => {
    expect((await runQuery(store, named('graph'))).mediaType).toBe('text/turtle');
    expect((await runSparql(store, 'DESCRIBE <http://example.org/a>', { format: 'rdf' })).mediaType).toBe(
      'application/rdf+xml',
    );
  });
  it('names the formats that there are for one that there is not', async () => {
    await expect(runQuery(store, named('graph'), new Map(), { format: 'csv' })).rejects.toThrow(
      /no result in the format csv; it has ttl, nt, rdf, jsonld/,
    );
    await expect(runQuery(store, named('any'), new Map(), { format: 'ttl' })).rejects.toThrow(
      /it has table, csv, tsv, json, xml/,
    );
  });
  it('passes on that a result was cut', async () => {
    const small = createOxigraph({ maxRows: 2 });
    const { body, truncated } = await runSparql(small, 'SELECT ?n { VALUES ?n { 1 2 3 } }');
    expect(body).toBe('n\n─\n1\n2\n2 rows\n');
    expect(truncated).toMatchObject({ rows: 2, by: 'rows' });
    await small.close();
  });
});

// --- internal ---

const data = [
  '<http://example.org/a> <http://example.org/p/name> "Ada" <http://example.org/g> .',
  '<http://example.org/a> <http://example.org/p/note> "first" <http://example.org/g> .',
  '<http://example.org/a> <http://example.org/p/kind> "red" <http://example.org/g> .',
  '<http://example.org/b> <http://example.org/p/name> "Bob" <http://example.org/h> .',
  '<http://example.org/b> <http://example.org/p/kind> "blue" <http://example.org/h> .',
  '<http://example.org/c> <http://example.org/p/kind> "red" <http://example.org/h> .',
  '<http://example.org/c> <http://example.org/p/kind> "red" <http://example.org/g> .',
  '<http://example.org/c> <http://example.org/p/see> <http://example.org/a> <http://example.org/g> .',
  '',
].join('\n');

const typed = {
  thing: 'urn:isbn:1',
  count: '-12',
  day: '2024-02-29',
  moment: '2022-09-28T10:00:00+02:00',
  size: '1.5',
  open: 'true',
  label: 'été',
  since: '2022',
};

const pieces = [
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '\\"',
  '\\u0022',
  '\n',
  '\r',
  '\t',
  '\b',
  '\f',
  '\0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '}',
  '{',
  ')',
  '(',
  ' . ',
  ';',
  '#',
  '?_text',
  '$_text',
  '$&',
  '$1',
  '`',
  '<',
  '>',
  '<http://e.x/>',
  '^^',
  '@fr',
  '%s',
  ' } DROP ALL #',
  '" } ; CLEAR ALL ; SELECT * { "',
  ' UNION { ?s ?p ?o } ',
  'SERVICE <http://127.0.0.1:9/> {}',
  '😀',
  'e\u0301',
  '\\\\',
];

const constructs = [
  'SELECT DISTINCT ?a (COUNT(DISTINCT ?b) AS ?n) (GROUP_CONCAT(?b; SEPARATOR=", \\"") AS ?all) { ?a <a:p> ?b } GROUP BY ?a HAVING (COUNT(?b) > 1) ORDER BY DESC(?n) ?a LIMIT 3 OFFSET 1',
  'PREFIX e: <http://e.x/> SELECT ?a { ?a e:p/^e:q*/(e:r|!(e:s|^e:t))?/e:u+ ?b ; e:v [ e:w ( 1 2.5 "x"@fr ) ] , 1e3 , true , "\\n\\\\" }',
  'SELECT ?a FROM <a:g> FROM NAMED <a:h> { GRAPH ?g { ?a ?p ?o } OPTIONAL { ?a <a:p> ?b FILTER(?b > 1) } MINUS { ?a <a:q> ?b } }',
  'SELECT ?a { { ?a ?p 1 } UNION { ?a ?p 2 } UNION { SELECT ?a { ?a ?p 3 } LIMIT 1 } FILTER NOT EXISTS { ?a <a:x> ?y } VALUES (?a ?p) { (<a:a> UNDEF) (<a:b> "x") } }',
  'SELECT ?a { ?a ?p ?o FILTER((?o + 1) * 2 - -3 >= 4 / 5 && !(?o = 1 || ?o != 2) && ?o IN (1, 2) && ?o NOT IN ("a") && IF(BOUND(?o), REGEX(STR(?o), "^a", "i"), false)) BIND(COALESCE(?o, 1/0) AS ?c) } VALUES ?a { <a:a> }',
  'CONSTRUCT { ?a <a:p> [ <a:q> ?o ] } WHERE { ?a ?p ?o }',
  'DESCRIBE ?a <a:x> WHERE { ?a ?p ?o }',
  'PREFIX w: <http://e.x/a+b(c)[d]*$> ASK { ?a w:p ?o }',
];

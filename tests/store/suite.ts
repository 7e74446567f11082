import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { QueryFailed, QueryRefused } from '../../src/store/store.ts';

/**
 * What every store does. An implementation runs it with a function that opens an empty store.
 * The data: three triples in graph one, one of which stands in graph two as well, with one of its own there.
 */
export function testStore(name: string, open: () => Promise<Store>): void {
  describe(`${name}: the contract of stores`, () => {
    let folder = '';
    let store: Store;
    const rows = async (sparql: string) => {
      const { body } = await store.query(sparql, { accept: 'csv' });
      return body.split('\r\n').slice(1, -1);
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'maillage-store-'));
      writeFileSync(join(folder, 'data.nq'), data);
      store = await open();
      expect(await store.load([join(folder, 'data.nq')])).toEqual({ quads: 5 });
    });
    afterAll(async () => {
      await store.close();
      rmSync(folder, { recursive: true });
    });

    describe('the dataset', () => {
      it('counts a statement once for each graph that says it', async () => {
        expect(await store.size()).toBe(5);
      });
      it('shows a triple of two graphs once in the default graph', async () => {
        expect(await rows('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toEqual(['4']);
        expect(await rows(`SELECT ?s { ?s <${p}shared> "both" }`)).toEqual([`${x}a`]);
      });
      it('reads the graphs one by one under GRAPH', async () => {
        expect(await rows(`SELECT ?g { GRAPH ?g { ?s <${p}shared> ?o } } ORDER BY ?g`)).toEqual([`${x}g1`, `${x}g2`]);
      });
      it('reads only the graphs of FROM and FROM NAMED', async () => {
        expect(await rows(`SELECT (COUNT(*) AS ?n) FROM <${x}g2> { ?s ?p ?o }`)).toEqual(['2']);
        expect(await rows(`SELECT (COUNT(*) AS ?n) FROM NAMED <${x}g1> { GRAPH ?g { ?s ?p ?o } }`)).toEqual(['3']);
      });
      it('reads the graphs that the caller names, whatever the query names', async () => {
        const count = async (body: string, defaultGraphs: string[], namedGraphs: string[]) => {
          const dataset = { defaultGraphs, namedGraphs };
          return (await store.query(`SELECT (COUNT(*) AS ?n) ${body}`, { accept: 'csv', dataset })).body.split(
            '\r\n',
          )[1];
        };
        expect(await count('{ ?s ?p ?o }', [`${x}g2`], [])).toBe('2');
        expect(await count(`FROM <${x}g1> { ?s ?p ?o }`, [`${x}g2`], [])).toBe('2');
        expect(await count('{ GRAPH ?g { ?s ?p ?o } }', [`${x}g2`], [])).toBe('0');
        expect(await count('{ GRAPH ?g { ?s ?p ?o } }', [], [`${x}g1`])).toBe('3');
        expect(await count('{ ?s ?p ?o }', [], [`${x}g1`])).toBe('0');
      });
      it('reads names with escapes in them', async () => {
        expect(await rows('PREFIX e: <http://example.org/> SELECT ?o { e:a e:p\\/own ?o }')).toEqual(['deux']);
      });
      it('joins statements of different graphs', async () => {
        expect(await rows(`SELECT ?o { ?s <${p}shared> "both" ; <${p}own> ?o }`)).toEqual(['deux']);
      });
    });

    describe('results', () => {
      it('gives SELECT as JSON by default', async () => {
        const { kind, mediaType, body, truncated } = await store.query(`SELECT ?o { ?s <${p}name> ?o }`);
        expect({ kind, mediaType, truncated }).toEqual({
          kind: 'bindings',
          mediaType: 'application/sparql-results+json',
          truncated: undefined,
        });
        expect(JSON.parse(body)).toEqual({
          head: { vars: ['o'] },
          results: { bindings: [{ o: { type: 'literal', value: 'É "a", b', 'xml:lang': 'fr' } }] },
        });
      });
      it('gives CSV as the protocol says: CRLF, quotes doubled, empty where unbound', async () => {
        const { body, mediaType } = await store.query(
          'SELECT ?a ?b { VALUES (?a ?b) { ("x,\\"y\\"" UNDEF) ("l1\\nl2" 2) ("=1+1" <http://e.x/>) } }',
          { accept: 'csv' },
        );
        expect(mediaType).toBe('text/csv');
        expect(body).toBe('a,b\r\n"x,""y""",\r\n"l1\nl2",2\r\n=1+1,http://e.x/\r\n');
      });
      it('gives TSV with terms as in Turtle', async () => {
        const { body } = await store.query('SELECT ?a { VALUES ?a { "t\\tb" 2 <http://e.x/> } }', { accept: 'tsv' });
        expect(body).toBe('?a\n"t\\tb"\n2\n<http://e.x/>\n');
      });
      it('gives XML', async () => {
        const { body, mediaType } = await store.query('SELECT ?a { VALUES ?a { "<&" } }', { accept: 'xml' });
        expect(mediaType).toBe('application/sparql-results+xml');
        expect(body).toContain('<binding name="a"><literal>&lt;&amp;</literal></binding>');
      });
      it('answers ASK', async () => {
        const { kind, body } = await store.query(`ASK { ?s <${p}name> ?o }`);
        expect(kind).toBe('boolean');
        expect(JSON.parse(body).boolean).toBe(true);
        expect(JSON.parse((await store.query('ASK { <a:b> <a:b> 1 }')).body).boolean).toBe(false);
      });
      it('gives a graph as sorted N-Triples, each triple once', async () => {
        const { kind, body, mediaType } = await store.query(
          `CONSTRUCT { <${x}z> <${p}says> ?o . <${x}b> <${p}says> "always" } { ?s ?p ?o FILTER(?o IN ("both", "deux")) }`,
          { accept: 'ntriples' },
        );
        expect({ kind, mediaType }).toEqual({ kind: 'graph', mediaType: 'application/n-triples' });
        expect(body).toBe(
          [`<${x}b> <${p}says> "always" .`, `<${x}z> <${p}says> "both" .`, `<${x}z> <${p}says> "deux" .`, ''].join(
            '\n',
          ),
        );
      });
      it('gives a graph as Turtle by default, with the prefixes of the query', async () => {
        const { body, mediaType } = await store.query(`PREFIX p: <${p}> CONSTRUCT { ?s p:is ?o } { ?s p:own ?o }`);
        expect(mediaType).toBe('text/turtle');
        expect(body).toContain(`@prefix p: <${p}>.`);
        expect(body).toContain(`<${x}a> p:is "deux"`);
      });
      it('describes', async () => {
        const { kind, body } = await store.query(`DESCRIBE <${x}a>`, { accept: 'ntriples' });
        expect(kind).toBe('graph');
        expect(body.split('\n').filter((line) => line !== '')).toHaveLength(4);
      });
      it('refuses a format that the kind of result does not have, and names those it has', async () => {
        await expect(store.query('ASK {}', { accept: 'turtle' })).rejects.toThrow(/json, xml, csv, tsv/);
        await expect(store.query('DESCRIBE <a:b>', { accept: 'csv' })).rejects.toThrow(/turtle, ntriples/);
      });
    });

    describe('what is never run', () => {
      const refusals: [reason: QueryRefused['reason'], query: string][] = [
        ['update', 'INSERT DATA { <a:b> <a:b> <a:b> }'],
        ['update', 'DELETE WHERE { ?s ?p ?o }'],
        ['update', 'CLEAR ALL'],
        ['update', 'LOAD <http://127.0.0.1:9/x>'],
        ['update', 'LOAD SILENT <http://127.0.0.1:9/x> INTO GRAPH <a:b>'],
        ['service', 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'],
        ['service', 'SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }'],
        ['service', 'SELECT * { ?s ?p ?o FILTER NOT EXISTS { { SELECT * { SERVICE ?s { ?a ?b ?c } } } } }'],
        ['syntax', 'SELECT * { ?s ?p }'],
        ['syntax', ''],
        ['syntax', 'SELECT * { ?s ex:p ?o }'],
        ['limit', `SELECT * { ?s ?p "${'é'.repeat(9000)}" }`],
        ['limit', `SELECT * { ${'{'.repeat(1000)}${'}'.repeat(1000)} }`],
      ];
      it.each(refusals)('refuses (%s) %s', async (reason, query) => {
        const refusal = await store.query(query).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(QueryRefused);
        expect((refusal as QueryRefused).reason).toBe(reason);
        expect(await store.size()).toBe(5);
      });
      it('names line and cause of a syntax error, and an undeclared prefix', async () => {
        await expect(store.query('SELECT *\n{ ?s\n ?p }')).rejects.toThrow(/line 3, at "}"/);
        await expect(store.query('SELECT *\n{ ?s ex:p ?o }')).rejects.toThrow(/unknown prefix ex: on line 2/);
      });
    });

    describe('time', () => {
      it('stops a query at its time limit, and answers the next one', async () => {
        const failure = await store.query(endless, { timeoutMs: 200 }).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(QueryFailed);
        expect((failure as QueryFailed).reason).toBe('timeout');
        expect(await store.size()).toBe(5);
      });
      it('stops a query when its caller gives up, and answers the next one', async () => {
        const controller = new AbortController();
        const failure = store.query(endless, { signal: controller.signal }).catch((error: unknown) => error);
        setTimeout(() => controller.abort(), 100);
        expect(((await failure) as QueryFailed).reason).toBe('aborted');
        expect(await rows('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toEqual(['4']);
      });
      it('answers queries that are asked at once, each with its own result', async () => {
        const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => rows(`SELECT ?n { VALUES ?n { ${n} } }`)));
        expect(answers).toEqual([['1'], ['2'], ['3'], ['4'], ['5']]);
      });
    });

    describe('loading', () => {
      it('adds all files or none', async () => {
        writeFileSync(join(folder, 'good.nq'), `<${x}new> <${p}p> "1" <${x}g9> .\n`);
        writeFileSync(join(folder, 'bad.nq'), '<a:b> <a:b> .\n');
        await expect(store.load([join(folder, 'good.nq'), join(folder, 'bad.nq')])).rejects.toThrow(/bad\.nq/);
        await expect(store.load([join(folder, 'missing.nq')])).rejects.toThrow(/missing\.nq/);
        expect(await store.size()).toBe(5);
        expect(await rows(`SELECT ?o { <${x}new> ?p ?o }`)).toEqual([]);
      });
      it('puts a Turtle file into its graph and into the default graph', async () => {
        writeFileSync(join(folder, 'terms.ttl'), `@prefix e: <${x}> . e:T a e:Class ; e:label "T"@en .`);
        expect(await store.load([{ path: join(folder, 'terms.ttl'), graph: `${x}terms` }])).toEqual({ quads: 2 });
        expect(await rows(`SELECT ?g { GRAPH ?g { ?s a <${x}Class> } }`)).toEqual([`${x}terms`]);
        expect(await rows(`SELECT ?s { ?s a <${x}Class> }`)).toEqual([`${x}T`]);
      });
      it('refuses a Turtle file without a graph, and files of other kinds', async () => {
        await expect(store.load([join(folder, 'terms.ttl')])).rejects.toThrow(/needs the graph/);
        await expect(store.load([join(folder, 'terms.csv')])).rejects.toThrow(/N-Quads/);
      });
    });

    it('fails clearly once it is closed', async () => {
      const other = await open();
      await other.close();
      const failure = await other.query('ASK {}').catch((error: unknown) => error);
      expect((failure as QueryFailed).reason).toBe('closed');
    });
  });
}

// --- internal ---

const x = 'http://example.org/';
const p = 'http://example.org/p/';
const data = [
  `<${x}a> <${p}name> "É \\"a\\", b"@fr <${x}g1> .`,
  `<${x}a> <${p}shared> "both" <${x}g1> .`,
  `<${x}a> <${p}link> <${x}b> <${x}g1> .`,
  `<${x}a> <${p}shared> "both" <${x}g2> .`,
  `<${x}a> <${p}own> "deux" <${x}g2> .`,
  '',
].join('\n');

/** Runs for hours: a product of 4^20 rows. */
const endless = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 20 }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(' ')} }`;

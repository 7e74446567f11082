import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser as XmlParser } from 'htmlparser2';
import { Parser as RdfParser } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { type QueryOptions, query, type SparqlOptions, sparql } from '../../src/commands/query.ts';
import { UsageError } from '../../src/errors.ts';
import { buildIn } from '../support/build.ts';
import { sharedFolderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';
import { village } from '../support/village.ts';
import { paper } from './support.ts';

const folder = sharedFolderOf(village(4));
const common = { build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') };

beforeAll(async () => {
  await buildIn(folder);
});

/** Runs a saved query that must succeed. @returns what stands on stdout */
async function ask(name: string | undefined, options: Partial<QueryOptions> = {}): Promise<string> {
  const terminal = paper();
  expect(await query(name, { ...common, ...options }, terminal)).toBe(0);
  expect(terminal.stderr()).toBe('');
  return terminal.stdout();
}

async function run(text: string | undefined, options: Partial<SparqlOptions> = {}, input = ''): Promise<string> {
  const terminal = paper(input);
  expect(await sparql(text, { ...common, ...options }, terminal)).toBe(0);
  expect(terminal.stderr()).toBe('');
  return terminal.stdout();
}

const TITLES = ['Réparer ensemble', 'Cartes et sentiers'];
const PREFIX = 'PREFIX schema: <https://schema.org/> PREFIX mlg: <https://w3id.org/maillage/ontology#>';
const SESSIONS = `${PREFIX} SELECT ?title { ?s a mlg:Session ; schema:name ?title ; schema:startDate ?at } ORDER BY ?at`;

describe('query', () => {
  it('without a name lists every saved query with its summary, one a line, or as JSON', async () => {
    const names = readdirSync(join(ROOT, 'queries')).map((file) => file.replace(/\.rq$/, ''));
    const lines = (await ask(undefined)).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(names.sort());
    for (const line of lines) expect(line).toMatch(/^\S+ +\S.{10,}/);
    const listed = JSON.parse(await ask(undefined, { json: true })) as { name: string; columns: string[] }[];
    expect(listed.find(({ name }) => name === 'sessions')?.columns.slice(0, 2)).toEqual(['session', 'title']);
  });

  it('gives CSV: a header of the columns, and a line a row', async () => {
    const lines = (await ask('sessions', { format: 'csv' })).trimEnd().split(/\r?\n/);
    expect(lines[0]).toBe('session,title,event,start,end,format,page,source,line');
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(TITLES);
    expect(lines[1]).toContain('2023-06-15T10:00:00+02:00,2023-06-15T11:00:00+02:00');
  });

  it('gives TSV with terms as SPARQL writes them', async () => {
    const [header, first] = (await ask('sessions', { format: 'tsv' })).trimEnd().split(/\r?\n/);
    expect(header?.split('\t')[1]).toBe('?title');
    expect(first?.split('\t')[1]).toMatch(/^"Réparer ensemble"/);
    expect(first?.split('\t')[0]).toMatch(/^<https:/);
  });

  it('gives SPARQL JSON, and the same for --json', async () => {
    const text = await ask('sessions', { format: 'json' });
    const { results } = JSON.parse(text) as { results: { bindings: { title: { value: string } }[] } };
    expect(results.bindings.map(({ title }) => title.value)).toEqual(TITLES);
    expect(await ask('sessions', { json: true })).toBe(text);
  });

  it('gives SPARQL XML', async () => {
    const texts: string[] = [];
    let inLiteral = false;
    const parser = new XmlParser(
      {
        onopentag: (name) => {
          inLiteral = name === 'literal';
        },
        ontext: (text) => {
          if (inLiteral) texts.push(text);
        },
        onclosetag: () => {
          inLiteral = false;
        },
      },
      { xmlMode: true },
    );
    const xml = await ask('sessions', { format: 'xml' });
    parser.end(xml);
    expect(xml).toMatch(/^<\?xml version="1\.0"/);
    expect(texts).toEqual(expect.arrayContaining(TITLES));
  });

  it('gives a table by default, cut to the width of the terminal', async () => {
    const whole = await ask('sessions');
    expect(whole).toContain('session:reparer-ensemble');
    const narrow = paper('', 60);
    await query('sessions', common, narrow);
    const widths = narrow
      .stdout()
      .split('\n')
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThan(Math.max(...whole.split('\n').map((line) => line.length)));
  });

  it('takes values for parameters', async () => {
    const all = await ask('sessions-of-day', { param: ['date=2023-06-15'], format: 'csv' });
    expect(all.trimEnd().split('\n')).toHaveLength(3);
    const none = await ask('sessions-of-day', { param: ['date=2023-06-16'], format: 'csv' });
    expect(none.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each<[string, string, Partial<QueryOptions>, RegExp]>([
    ['an unknown name', 'sesions', {}, /no saved query "sesions".*(sessions|known)/],
    ['part of a name', 'session', {}, /did you mean .*sessions/],
    ['a path', '../queries/sessions', {}, /no saved query/],
    ['a parameter without value', 'sessions-of-day', { param: ['date'] }, /NAME=VALUE, not as "date"/],
    ['an unknown parameter', 'sessions-of-day', { param: ['day=2023-06-15'] }, /"day"; known: date/],
    ['a parameter of another type', 'said-of-actor', { param: ['actor=x> } #'] }, /actor/],
    ['a format that rows do not have', 'sessions', { format: 'ttl' }, /ttl; it has table, csv, tsv, json, xml/],
  ])('refuses %s, and says what there is', async (_, name, options, message) => {
    const terminal = paper();
    const refused = query(name, { ...common, ...options }, terminal);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
    expect(terminal.stdout()).toBe('');
  });

  it('says what to do where nothing is built', async () => {
    const nowhere = { ...common, build: join(folder, 'nowhere') };
    await expect(query('sessions', nowhere, paper())).rejects.toThrow(
      /nothing is built here yet; run "maillage build"/,
    );
  });
});

describe('sparql', () => {
  it('takes a query as argument, from a file and from stdin', async () => {
    const file = join(folder, 'sessions.rq');
    writeFileSync(file, SESSIONS);
    const answer = `title\n${TITLES.join('\n')}\n`;
    const plain = (text: string) => text.replaceAll('\r\n', '\n');
    expect(plain(await run(SESSIONS, { format: 'csv' }))).toBe(answer);
    expect(plain(await run(undefined, { format: 'csv', file }))).toBe(answer);
    expect(plain(await run(undefined, { format: 'csv' }, SESSIONS))).toBe(answer);
  });

  it.each(['ttl', 'nt', 'rdf', 'jsonld'] as const)('gives a CONSTRUCT as %s', async (format) => {
    const construct = `${PREFIX} CONSTRUCT { ?s schema:name ?t } WHERE { ?s a mlg:Session ; schema:name ?t }`;
    const text = await run(construct, { format });
    for (const title of TITLES) expect(text).toContain(title);
    if (format === 'ttl' || format === 'nt') {
      const quads = new RdfParser({ format: format === 'nt' ? 'N-Triples' : 'Turtle' }).parse(text);
      expect(quads.map(({ object }) => object.value).sort()).toEqual([...TITLES].sort());
    }
    if (format === 'jsonld') expect(JSON.parse(text)).toBeTruthy();
    if (format === 'rdf') expect(text).toMatch(/<rdf:RDF/);
  });

  it('answers ASK with yes or no', async () => {
    expect(await run(`${PREFIX} ASK { ?s a mlg:Session }`)).toBe('yes\n');
    expect(await run('ASK { <urn:none> ?p ?o }')).toBe('no\n');
  });

  it('asks the union of all graphs, and knows passages as graphs', async () => {
    const count = `${PREFIX} SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s schema:performer ?p } }`;
    expect(Number((await run(count, { format: 'csv' })).split(/\r?\n/)[1])).toBe(3);
  });

  it.each([
    'INSERT DATA { <urn:a> <urn:b> 1 }',
    'DELETE WHERE { ?s ?p ?o }',
    'CLEAR ALL',
    'LOAD <http://127.0.0.1:9/x>',
    'DROP ALL ; SELECT * { ?s ?p ?o }',
    'CREATE GRAPH <urn:g>',
  ])('refuses to write: %s', async (text) => {
    const before = await run('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', { format: 'csv' });
    await expect(run(text)).rejects.toThrow(UsageError);
    expect(await run('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', { format: 'csv' })).toBe(before);
  });

  it.each<[string, string | undefined, Partial<SparqlOptions>, RegExp]>([
    ['a syntax error', 'SELECT ?s { ?s ?p', {}, /syntax error on line 1/],
    ['SERVICE', 'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }', {}, /SERVICE/],
    ['no query', undefined, {}, /the query is empty: give it/],
    ['two queries', SESSIONS, { file: 'x.rq' }, /not both/],
    ['a file that is not there', undefined, { file: 'none.rq' }, /^none\.rq: cannot be read \(ENOENT\)/],
    ['a folder', undefined, { file: ROOT }, /cannot be read \(EISDIR\)/],
    ['CSV of a graph', 'CONSTRUCT WHERE { ?s ?p ?o }', { format: 'csv' }, /csv; it has ttl, nt, rdf, jsonld/],
  ])('refuses %s', async (_, text, options, message) => {
    const refused = sparql(text, { ...common, ...options }, paper());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { findQuery, readCatalogue, readSavedQuery } from '../../src/query/catalogue.ts';

const good = fileURLToPath(new URL('./fixtures/good', import.meta.url));

describe('the catalogue of saved queries', () => {
  it('lists the .rq files of a folder by name', async () => {
    const names = (await readCatalogue(good)).map((query) => query.name);
    expect(names).toEqual(['any', 'by-name', 'echo', 'graph', 'of-kind', 'typed']);
  });
  it('reads what the decorators and the query say', async () => {
    const query = findQuery(await readCatalogue(good), 'by-name');
    expect(query).toMatchObject({
      summary: 'Who has this name?',
      summaryFr: 'Qui porte ce nom ?',
      description: 'Columns are thing and note.',
      tags: ['people', 'test'],
      kind: 'bindings',
      columns: ['thing', 'note'],
    });
    expect(query.descriptionFr).toBeUndefined();
    expect(query.parameters).toEqual([
      { name: 'name', variable: '_name', type: 'string', required: false, default: 'Ada' },
    ]);
  });
  it('reads optional parameters and their choices', async () => {
    expect(findQuery(await readCatalogue(good), 'of-kind').parameters).toEqual([
      { name: 'kind', variable: '__kind', type: 'string', required: false, values: ['red', 'blue'] },
    ]);
  });
  it('reads the types of parameters from their names', async () => {
    const { parameters } = findQuery(await readCatalogue(good), 'typed');
    expect(parameters.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['thing', 'iri', true],
      ['count', 'integer', true],
      ['day', 'date', true],
      ['moment', 'dateTime', true],
      ['size', 'number', true],
      ['open', 'boolean', true],
      ['label', 'fr', true],
      ['since', 'gYear', true],
    ]);
  });
  it('keeps a default as it is written: no number, date or truth is made of it', () => {
    for (const value of ['010', '2022-09-28', 'no', '1.50', 'null', '0x1F']) {
      const { parameters } = readSavedQuery(
        saved('SELECT ?a { ?a ?p ?_x }', `#+ defaults:\n#+   - x: ${value}`),
        'q.rq',
      );
      expect(parameters[0]?.default).toBe(value);
    }
  });
  it('reads files with CRLF and a byte order mark', () => {
    const text = `\ufeff${saved('SELECT ?a { ?a ?p ?_x }', '#+ tags:\n#+   - t')}`.replaceAll('\n', '\r\n');
    expect(readSavedQuery(text, 'q.rq')).toMatchObject({ summary: 'S', tags: ['t'] });
  });
  it('names the queries there are, or the near ones, for an unknown name', async () => {
    const catalogue = await readCatalogue(good);
    expect(() => findQuery(catalogue, 'name')).toThrow(/no saved query "name"; did you mean by-name\?/);
    expect(() => findQuery(catalogue, 'zzz')).toThrow(/known: any, by-name, echo/);
    expect(() => findQuery(catalogue, '__proto__')).toThrow(UsageError);
  });
  it('says which folder cannot be read', async () => {
    await expect(readCatalogue('/no/such/folder')).rejects.toThrow(/^\/no\/such\/folder: cannot read/);
  });

  const faults: [what: string, text: string, message: RegExp][] = [
    ['no summary', 'SELECT ?a { ?a ?p ?o }', /^q\.rq:1: a query needs a summary/],
    ['bad YAML', '#+ summary: S\n#+ tags: [a\n\nASK {}', /^q\.rq:2: the decorators are not YAML/],
    ['a colon in a text', '#+ summary: S\n#+ description: a: b\n\nASK {}', /^q\.rq:2: the decorators are not YAML/],
    ['a decorator twice', '#+ summary: S\n#+ summary: T\n\nASK {}', /^q\.rq:2: .*unique/],
    ['an alias', '#+ summary: &a S\n#+ description: *a\n\nASK {}', /^q\.rq:\d: /],
    [
      'an unknown decorator',
      '#+ summary: S\n#+ sumary_fr: T\n\nASK {}',
      /^q\.rq:2: unknown decorator "sumary_fr"; known: summary, summary_fr/,
    ],
    ['tags that are no list', '#+ summary: S\n#+ tags: people\n\nASK {}', /^q\.rq:2: #\+ tags: /],
    ['a syntax error', saved('SELECT ?a {\n  ?a ?p\n}'), /^q\.rq:5: syntax error on line 5, at "}"/],
    ['an unknown prefix', saved('SELECT ?a {\n  ?a ex:p ?o\n}'), /^q\.rq:4: unknown prefix ex:/],
    ['an update', saved('CLEAR ALL'), /^q\.rq: this store is read only/],
    ['SERVICE', saved('SELECT ?a { SERVICE <http://e.x/> { ?a ?p ?o } }'), /^q\.rq: SERVICE is not allowed/],
    ['SELECT *', saved('SELECT *\n{ ?a ?p ?o }'), /^q\.rq:3: name the columns/],
    [
      'a type that is none',
      saved('SELECT ?a {\n ?a ?p ?_x_colour }'),
      /^q\.rq:4: \?_x_colour: "colour" is not a type .* integer/,
    ],
    ['a name that is none', saved('SELECT ?a {\n ?a ?p ?_x_y_z }'), /^q\.rq:4: \?_x_y_z: a parameter is written/],
    ['two variables for one parameter', saved('SELECT ?a { ?a ?_x ?_x_iri }'), /two variables for one parameter/],
    [
      'a default for nothing',
      saved('SELECT ?a { ?a ?p ?_x }', '#+ defaults:\n#+   - y: 1'),
      /^q\.rq:2: #\+ defaults: the query has no parameter "y"/,
    ],
    [
      'a default of another type',
      saved('SELECT ?a { ?a ?p ?_x_integer }', '#+ defaults:\n#+   - x: two'),
      /^q\.rq:2: x = "two": expected a whole number/,
    ],
    [
      'a default that is no choice',
      saved('SELECT ?a { ?a ?p ?_x }', '#+ defaults:\n#+   - x: c\n#+ enumerate:\n#+   - x:\n#+     - a'),
      /x = "c": expected one of a/,
    ],
    [
      'a parameter beside aggregates',
      saved('SELECT ?a (COUNT(*) AS ?n) { ?a ?p ?o } GROUP BY ?a\nHAVING (?n > ?_least_integer)'),
      /^q\.rq:4: \?_least_integer is used beside aggregates/,
    ],
    [
      'what cannot be written again',
      saved('SELECT ?a { ?a ?p ?_x FILTER((?a || ?p) IN (true)) }'),
      /cannot be put into this query faithfully/,
    ],
  ];
  it.each(faults)('refuses %s, naming file and line', (_what, text, message) => {
    expect(() => readSavedQuery(text, 'q.rq')).toThrow(UsageError);
    expect(() => readSavedQuery(text, 'q.rq')).toThrow(message);
  });
  it('refuses names of files that would not do in a URL or a shell', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maillage-queries-'));
    writeFileSync(join(folder, 'My query.rq'), saved('ASK {}'));
    await expect(readCatalogue(folder)).rejects.toThrow(/My query\.rq: the name of a saved query/);
    rmSync(folder, { recursive: true });
  });
});

// --- internal ---

/** A query below its decorators; the query starts on line 3 where there are no further decorators. */
function saved(query: string, decorators = ''): string {
  return `#+ summary: S\n${decorators}${decorators === '' ? '' : '\n'}\n${query}\n`;
}

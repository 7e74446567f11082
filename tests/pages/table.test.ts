import { describe, expect, it } from 'vitest';
import { ANY_COLUMN, type Cell, type Known, notationText, type Results } from '../../src/pages/result/results.ts';
import { resultTable } from '../../src/pages/result/table.ts';

const BASE = 'https://maillage.example/';
const SCHEMA = 'https://schema.org/';
const iri = (path: string): Cell => ({ type: 'uri', value: path.startsWith('https:') ? path : BASE + path });
const text = (value: string): Cell => ({ type: 'literal', value });
const decimal = (value: string): Cell => ({
  type: 'literal',
  value,
  datatype: 'http://www.w3.org/2001/XMLSchema#decimal',
});
const NOTATIONS = { [ANY_COLUMN]: { [`${SCHEMA}affiliation`]: 'rattachement' } };
const known = (language: Known['language']): Known => ({
  language,
  base: BASE,
  thing: (value) => (value === `${BASE}id/person/ada` ? { name: 'Ada', kind: 'person', href: '#' } : undefined),
  label: (value) => notationText(NOTATIONS, ANY_COLUMN, value),
  notation: () => undefined,
});

/** Heads and cells as they are read. */
function read(results: Results, language: Known['language'] = 'fr', hidden?: ReadonlySet<number>): string[][] {
  const markup = resultTable(results, known(language), '', ...(hidden === undefined ? [] : [hidden])).text;
  return [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim()),
  );
}

describe('a table of results', () => {
  it('names terms and nodes in words, and leaves out what only repeats a name', () => {
    const rows = [
      [iri(`${SCHEMA}affiliation`), iri('id/person/ada'), text('Ada')],
      [iri(`${SCHEMA}affiliation`), iri('id/membership/ada/lac/-'), text('Coopérative du Lac')],
      [iri(`${SCHEMA}affiliation`), iri(`${SCHEMA}Person`), undefined],
    ];
    expect(read({ columns: ['property', 'other', 'otherName'], rows })).toEqual([
      ['propriété', 'autre'],
      ['rattachement', 'Ada'],
      ['rattachement', 'Coopérative du Lac'],
      ['rattachement', 'schema.org/Person'],
    ]);
  });

  it('leaves nodes without page or name to the exports, but not entities that are gone', () => {
    const rows = [[iri('id/candidate/0b0b0b0b0b0b'), iri('id/person/gone'), text('x')]];
    const results = { columns: ['candidate', 'id', 'because'], rows };
    expect(read(results)).toEqual([
      ['identifiant', 'pourquoi'],
      ['id/person/gone', 'x'],
    ]);
    expect(read(results, 'fr', new Set())[0]).toHaveLength(3);
    expect(read({ columns: ['passage'], rows: [[iri('source/a/b.md#L1')]] })).toHaveLength(2);
  });

  it('says another name than that of the thing beside it', () => {
    const rows = [[iri('id/person/ada'), text('Ada L.')]];
    expect(read({ columns: ['person', 'personName'], rows })[1]).toEqual(['Ada', 'Ada L.']);
  });

  it('writes figures with the point of the language', () => {
    const results = { columns: ['score'], rows: [[decimal('0.75')]] };
    expect(read(results)[1]).toEqual(['0,75']);
    expect(read(results, 'en')[1]).toEqual(['0.75']);
  });
});

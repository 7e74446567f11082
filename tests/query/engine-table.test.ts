import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { table } from '../../src/query/table.ts';

describe('a table', () => {
  it('has a header, aligned columns, numbers to the right, and the number of rows', () => {
    const rows = [
      { name: text('Ada'), n: number('7') },
      { name: text('Grace Hopper'), n: number('12') },
    ];
    expect(table(json(['name', 'n'], rows))).toBe(
      ['name           n', '────────────  ──', 'Ada            7', 'Grace Hopper  12', '2 rows', ''].join('\n'),
    );
  });
  it('leaves unbound cells empty and says that there is nothing', () => {
    expect(table(json(['a', 'b'], [{ b: text('x') }]))).toBe('a  b\n─  ─\n   x\n1 row\n');
    expect(table(json(['a'], []))).toBe('a\n─\n0 rows\n');
  });
  it('shortens IRIs by the longest prefix, and leaves others whole', () => {
    const rows = ['https://e.x/id/person/ada', 'https://e.x/other', 'http://else.where/'].map((value) => ({
      iri: { type: 'uri', value },
    }));
    const body = table(json(['iri'], rows), { prefixes: { e: 'https://e.x/', person: 'https://e.x/id/person/' } });
    expect(body.split('\n').slice(2, 5)).toEqual(['person:ada', 'e:other', 'http://else.where/']);
  });
  it('cuts the longest cells first to fit the terminal', () => {
    const rows = [{ id: text('abc'), words: text('one two three four five six seven') }];
    expect(table(json(['id', 'words'], rows), { width: 20 }).split('\n')).toEqual([
      'id   words',
      '───  ───────────────',
      'abc  one two three …',
      '1 row',
      '',
    ]);
  });
  it('measures accents, wide characters and emoji as terminals do', () => {
    const rows = [
      { a: text('e\u0301te\u0301'), b: text('|') },
      { a: text('日本'), b: text('|') },
      { a: text('😀'), b: text('|') },
    ];
    const lines = table(json(['a', 'b'], rows))
      .split('\n')
      .slice(2, 5);
    expect(lines).toEqual(['e\u0301te\u0301   |', '日本  |', '😀    |']);
  });
  it('never passes on what steers a terminal, and never breaks a line', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('\x1b[31m', '\x1b]0;x\x07', '\n', '\r', '\t', '\u202e', '\u009b', 'a', 'é', ' '),
    });
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const body = table(json(['a', 'b'], [{ a: text(a), b: { type: 'uri', value: b } }]), { width: 40 });
        expect(body.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
        expect(body.split('\n')).toHaveLength(5);
      }),
    );
  });
  it('keeps every line within the width, where each column may have six characters', () => {
    const cell = fc.string({ maxLength: 60, unit: fc.constantFrom('a', 'b', ' ', 'é') });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }),
        fc.integer({ min: 24, max: 100 }),
        (rows, width) => {
          const body = table(
            json(
              ['x', 'y', 'z'],
              rows.map(([x, y, z]) => ({ x: text(x), y: text(y), z: text(z) })),
            ),
            { width },
          );
          for (const line of body.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
  it('shows a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => ({ n: number(String(i)) }));
    expect(table(json(['n'], rows)).endsWith('99999\n100000 rows\n')).toBe(true);
  });
});

// --- internal ---

type Row = Record<string, { type: string; value: string; datatype?: string }>;

function json(vars: string[], bindings: Row[]): string {
  return JSON.stringify({ head: { vars }, results: { bindings } });
}

function text(value: string) {
  return { type: 'literal', value };
}

function number(value: string) {
  return { type: 'literal', value, datatype: 'http://www.w3.org/2001/XMLSchema#integer' };
}

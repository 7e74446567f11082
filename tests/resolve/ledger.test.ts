import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { type Identity, ledgerText, readLedger } from '../../src/resolve/ledger.ts';
import { folderOf } from '../support/files.ts';

const read = (text: string): Identity[] => readLedger(join(folderOf({ 'ledger.jsonl': text }), 'ledger.jsonl'));
const line = (kind: string, key: string, slug: string): string => `${JSON.stringify({ kind, key, slug })}\n`;

const identity = fc.record({
  kind: fc.constantFrom('person', 'organization', 'session'),
  key: fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('\ud800', '\u2028', ' ')),
  slug: fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,6}){0,2}$/),
});
const ledger = fc.uniqueArray(identity, { selector: ({ kind, key }) => `${kind} ${key}`, maxLength: 20 });

describe('the ledger of ids', () => {
  it('reads back as it was written, whatever the keys hold', () => {
    fc.assert(
      fc.property(ledger, (identities) => {
        const text = ledgerText(identities);
        const back = read(text);
        expect(new Set(back.map((one) => JSON.stringify(one)))).toEqual(
          new Set(identities.map(({ kind, key, slug }) => JSON.stringify({ kind, key, slug }))),
        );
        expect(ledgerText(back)).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('is written in one order, one id a line', () => {
    fc.assert(
      fc.property(
        ledger.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([a, b]) => {
          expect(ledgerText(a)).toBe(ledgerText(b));
          expect(ledgerText(a).split('\n')).toHaveLength(a.length + 1);
        },
      ),
    );
    expect(
      ledgerText([
        { kind: 'person', key: 'zoe', slug: 'zoe' },
        { kind: 'event', key: 'é', slug: 'e' },
      ]),
    ).toBe('{"kind":"event","key":"é","slug":"e"}\n{"kind":"person","key":"zoe","slug":"zoe"}\n');
  });

  it('is empty where there is no file, and passes over empty lines and other fields', () => {
    expect(readLedger(join(folderOf(), 'none.jsonl'))).toEqual([]);
    expect(read(`\n${line('person', 'zoe', 'zoe')}\n  \n{"kind":"event","key":"e","slug":"e","note":"x"}`)).toEqual([
      { kind: 'person', key: 'zoe', slug: 'zoe' },
      { kind: 'event', key: 'e', slug: 'e' },
    ]);
  });

  it('may give one slug to two keys: that is how an editor says that two names are one', () => {
    expect(
      read(line('person', 'jb martel', 'jean-martel') + line('person', 'jean martel', 'jean-martel')),
    ).toHaveLength(2);
  });

  it.each([
    ['no JSON', 'person zoe zoe\n', /ledger\.jsonl:2: not JSON: each line/],
    ['no object', '12\n', /ledger\.jsonl:2: kind: expected a text/],
    ['null', 'null\n', /ledger\.jsonl:2: kind: expected a text/],
    ['a missing field', '{"kind":"person","key":"zoe"}\n', /ledger\.jsonl:2: slug: expected a text that is not empty/],
    ['an empty key', line('person', '', 'zoe'), /ledger\.jsonl:2: key = "": expected a text that is not empty/],
    ['a number', '{"kind":"person","key":7,"slug":"zoe"}\n', /ledger\.jsonl:2: key = 7: expected a text/],
    ['a slug with a capital', line('person', 'zoe', 'Zoe'), /ledger\.jsonl:2: slug = "Zoe": a slug is made of/],
    ['a slug that climbs', line('person', 'zoe', '../zoe'), /ledger\.jsonl:2: slug = "\.\.\/zoe": a slug is made of/],
    ['a slug that ends in -', line('person', 'zoe', 'zoe-'), /a slug is made of/],
    [
      'a key twice',
      line('person', 'ada', 'other'),
      /ledger\.jsonl:2: key = "ada": this key has an id on line 1 already/,
    ],
  ])('names file and line, and stops, at %s', (_, second, message) => {
    const run = () => read(line('person', 'ada', 'ada') + second);
    expect(run).toThrow(UsageError);
    expect(run).toThrow(message);
  });

  it('does not take a conflict that git left for an id', () => {
    expect(() => read(`<<<<<<< HEAD\n${line('person', 'ada', 'ada')}=======\n`)).toThrow(/ledger\.jsonl:1: not JSON/);
  });
});

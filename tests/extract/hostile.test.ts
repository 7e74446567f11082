import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DOCUMENTS, FILLINGS, lineOf, SCANNERS } from '../../bench/hostile-lines.ts';
import { LONGEST_TEXT } from '../../src/extract/text/bounded.ts';
import { eventPage, read as readPage } from './page/support.ts';
import { EVENT, read } from './programme/support.ts';

// Many texts take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

// How long scanners take is measured in bench/ (npm run bench -- --only hostile); here one that breaks is found.

const ALL = Object.entries({ ...SCANNERS, ...DOCUMENTS });

describe.each(ALL)('%s', (_name, scan) => {
  it('takes a line that says the same again and again', () => {
    for (const filling of FILLINGS) expect(() => scan(lineOf(filling, 1_000)), JSON.stringify(filling)).not.toThrow();
  });

  it('takes 50,000 characters of what opens and never closes', () => {
    for (const filling of ['(', '(A ', '(B, ', '((a)', '[', '« ', 'Anne Aa (', 'Université de Aa (Ville de Bb ('])
      expect(() => scan(lineOf(filling, 50_000)), JSON.stringify(filling)).not.toThrow();
  });
});

describe('a text that is too long to be read', () => {
  const long = lineOf('Solène Kerbrat, directrice de la Ville de Brumance, ', LONGEST_TEXT + 100);

  it('is left aside in a programme, and a finding leads to it', () => {
    const { sessions, people, findings } = read(`# Réparer\n\n10h – 11h\n\nAvec : Malik Oubara\n\n${long}\n`);
    expect(sessions.map(({ title }) => title.value)).toEqual(['Réparer']);
    expect(people.map(({ actor }) => actor.name)).toEqual(['Malik Oubara']);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'long-line', lines: { first: 7, last: 7 }, about: EVENT.key }),
    );
  });

  it('is left aside in a page, and a finding leads to it', () => {
    const { people, findings } = readPage(eventPage(`Avec Malik Oubara, médiateur.\n\n${long}`));
    expect(people.map(({ actor }) => actor.name)).toEqual(['Malik Oubara']);
    expect(findings).toEqual(['long-line 9']);
  });

  it('may be one sentence that names people again and again: it is read as far as it can be', () => {
    const one = lineOf('explique Solène Kerbrat, directrice de la Ville de Brumance, ', LONGEST_TEXT - 100);
    const { people, findings } = readPage(eventPage(one));
    expect(people.map(({ actor }) => actor.name)).toEqual(['Solène Kerbrat']);
    expect(findings).toEqual(['long-line 7']);
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...FILLINGS), { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  it.each(ALL)('does not make %s throw, and is read twice alike', (_name, scan) => {
    fc.assert(
      fc.property(text, (any) => {
        expect(scan(any)).toEqual(scan(any));
      }),
      { numRuns: 150 },
    );
  });
});

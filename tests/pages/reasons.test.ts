import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPARATORS, reasonText } from '../../src/pages/result/reasons.ts';
import { ROOT } from '../support/imports.ts';

describe('reasons for and against two names', () => {
  it('are put into words, with what they rest on', () => {
    expect(reasonText('one-letter: Ada Lind / Ada Lund\nsame-event: Rencontres', 'fr')).toBe(
      'une lettre d’écart\u00a0: Ada Lind / Ada Lund\nau même événement\u00a0: Rencontres',
    );
    expect(reasonText('one-letter: Ada Lind / Ada Lund', 'en')).toBe('one letter apart: Ada Lind / Ada Lund');
  });

  it('are words alone where they stand alone, and themselves where nobody knows them', () => {
    expect(reasonText('introduced-acronym, same-event', 'en')).toBe(
      'an acronym that the text explains, at the same event',
    );
    expect(reasonText('unheard-of: x', 'fr')).toBe('unheard-of\u00a0: x');
    expect(reasonText('', 'fr')).toBe('');
  });

  it('have words in both languages for every comparator of names', () => {
    const folder = join(ROOT, 'src', 'resolve');
    const used = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [
        ...readFileSync(join(folder, path), 'utf8').matchAll(/\b(?:nameFound|evidence|inCommon|add)\(\s*'([a-z-]+)'/g),
      ])
      .map(([, code]) => code);
    expect([...new Set(used)].sort()).toEqual([...COMPARATORS.keys()].sort());
  });
});

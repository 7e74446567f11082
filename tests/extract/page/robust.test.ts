import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Mention } from '../../../src/domain/mention.ts';
import type { DomainRecord } from '../../../src/domain/record.ts';
import { extractPage } from '../../../src/extract/page/page.ts';
import { documentOf, eventPage, ownOf, plain, read, wordsOn } from './support.ts';

// Many texts take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const HEADING = '## Programme\n\n';

describe('hostile pages', () => {
  const repeat = (words: string, times: number): string => words.repeat(times);
  it.each<[string, string]>([
    ['times', repeat('10h ', 12_000)],
    ['dashes', repeat('- ', 20_000)],
    ['quotes that never close', repeat('« ', 20_000)],
    ['brackets', `${repeat('(', 20_000)}ABC${repeat(')', 20_000)}`],
    ['a long list of names', repeat('Jean Dupont, ', 4000)],
    ['bodies inside bodies', repeat('département de la Ville de ', 2000)],
    ['letters', repeat('ABC DEF ', 6000)],
    ['lead-ins without anyone', repeat('animé par ', 5000)],
    ['lists of nothing', repeat('programmes tels que Alpha, ', 2000)],
    ['initiatives', repeat('à l’initiative de la Région ', 2000)],
    ['dates', repeat('12 mai 2024 ', 4000)],
    ['cells', repeat('| ', 20_000)],
    ['links', repeat('[Alpha Beta](https://x.example) ', 1500)],
    ['posts', repeat('la directrice de la ', 3000)],
  ])('%s are read', (_what, body) => {
    const document = documentOf(eventPage(HEADING + body));
    const { records } = extractPage(document, ownOf(document), { timezone: 'Europe/Paris' });
    expect(records[0]?.type).toBe('event');
  });
});

const mentionsOf = (record: DomainRecord): Mention[] => {
  switch (record.type) {
    case 'mention':
      return [record.mention];
    case 'project':
      return [record.project, ...record.stewards];
    case 'organization':
      return [record.organization];
    case 'participation':
      return [
        record.actor,
        ...record.affiliations.flatMap(({ organization }) => (organization === undefined ? [] : [organization])),
      ];
    case 'agenda-item':
      return [...record.hosts, ...record.projects];
    case 'event':
      return [...record.organizers, ...record.partners];
    default:
      return [];
  }
};

describe('whatever a page says', () => {
  const fragments = fc.constantFrom(
    'La Ville de Rochebelle',
    'Terre Vive',
    'Lucie Armand',
    'maire de Rochebelle',
    'explique',
    'organise',
    'par',
    'avec',
    'et',
    ',',
    '.',
    ':',
    '«',
    '»',
    '(INRAE)',
    'le programme Semailles',
    'tels que',
    'piloté par',
    'en partenariat avec',
    '9h30',
    '10h - 11h',
    '\n',
    '\n\n',
    '\n- ',
    '\n## Programme\n',
    '[Pollen](https://p.example)',
    'mardi 14 mai',
    'Atelier',
    'animé par',
    'à l’initiative de',
    '**Semer.**',
    '| 9h | Bilan |',
    'sa directrice,',
    'un outil',
    '—',
    'jusqu’au 12/05/24',
  );
  const pages = fc.array(fragments, { maxLength: 40 }).map((parts) => eventPage(parts.join(' ')));

  it('every surface stands on the lines that it is said to stand on', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const page = read(text);
        for (const mention of page.records.flatMap(mentionsOf)) {
          expect(wordsOn(page.source, mention.lines)).toContain(plain(mention.surface));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('agenda items have their own keys, and what takes part is the page or one of them', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const { items, people, event } = read(text);
        const keys = items.map(({ key }) => key);
        expect(keys).toEqual(items.map((_, at) => `${event.key}/agenda/${at + 1}`));
        for (const one of people) expect([event.key, ...keys]).toContain(one.in);
        for (const item of items) expect(item.event).toBe(event.key);
      }),
      { numRuns: 100 },
    );
  });

  it('reads the same page the same way twice', () => {
    fc.assert(
      fc.property(pages, (text) => {
        expect(read(text).records).toEqual(read(text).records);
      }),
      { numRuns: 40 },
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const document = documentOf(eventPage(text.replace(/[\r\p{Cc}\p{Cs}]/gu, ' ')));
        expect(extractPage(document, ownOf(document), { timezone: 'Europe/Paris' }).records[0]?.type).toBe('event');
      }),
      { numRuns: 150 },
    );
  });
});

describe('a page without a record of its own', () => {
  it('still names projects and bodies, and nobody takes part in nothing', () => {
    const document = documentOf(
      '---\ntitle: X\n---\n\n« Semons », dit Lucie Armand. Le programme Semailles, piloté par la DREAL, sème.\n',
    );
    const { records, findings } = extractPage(document, undefined, { timezone: 'Europe/Paris' });
    expect(records.map(({ type }) => type)).toEqual(['project', 'mention']);
    expect(findings).toEqual([]);
  });
});

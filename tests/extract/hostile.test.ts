import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInText, leadingFormat } from '../../src/extract/format.ts';
import { peopleLabel } from '../../src/extract/people/labels.ts';
import { scanPeople } from '../../src/extract/people/list.ts';
import { splitRole } from '../../src/extract/people/role.ts';
import { carriedBy, presentedItem } from '../../src/extract/presented.ts';
import { indexEntries } from '../../src/extract/programme/index-page.ts';
import { introduced } from '../../src/extract/programme/introduced.ts';
import { extractProgramme } from '../../src/extract/programme/programme.ts';
import { casedWords, sentenceCase } from '../../src/extract/programme/titles.ts';
import { projectsIn } from '../../src/extract/projects/candidates.ts';
import { tokenize } from '../../src/extract/text/tokens.ts';
import { clockRanges } from '../../src/extract/time/clock.ts';
import { isHalfDay, printedDays, wholeDay } from '../../src/extract/time/day.ts';
import type { Block } from '../../src/read/reader.ts';
import { EVENT, file } from './programme/support.ts';

const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({
  kind,
  text,
  lines: { first: 1, last: 1 },
});
const programme = (...blocks: Block[]) => extractProgramme({ file: file(''), rows: [], blocks }, EVENT);

/** Every scanner of the grammar that takes a text. */
const SCANNERS: Readonly<Record<string, (text: string) => unknown>> = {
  tokenize,
  peopleLabel,
  scanPeople: (text) => scanPeople(text, 'speaker'),
  biography: (text) => scanPeople(`Solène Kerbrat, ${text}`, 'facilitator'),
  splitRole,
  post: (text) => splitRole(`directrice ${text}`),
  clockRanges,
  printedDays,
  wholeDay,
  isHalfDay,
  leadingFormat,
  formatInText,
  presentedItem,
  presentedBody: (text) => presentedItem(`La ville ${text}`),
  carriedBy,
  projectsIn,
  indexEntries: (text) => indexEntries(block(text)),
  introduced: (text) => introduced(block(text)),
  sentenceCase: (text) => sentenceCase(text, casedWords([text])),
};

/** Whole programmes; what they cost on long lines is what their scanners cost. */
const PROGRAMMES: Readonly<Record<string, (text: string) => unknown>> = {
  programmeText: (text) => programme(block('Titre', 'heading'), block(text)),
  programmeHeading: (text) => programme(block(text, 'heading'), block('10h – 11h')),
  programmePeople: (text) => programme(block('Titre', 'heading'), block('10h – 11h'), block(`Avec : ${text}`)),
};

/** What a line may be filled with to make a scanner work in vain. */
const FILLINGS = [
  ...[
    '(',
    '(A ',
    'A (',
    ')',
    '((a)',
    '[',
    '"',
    '« ',
    '«A ',
    '“A” ',
    ',',
    ', ',
    'A, ',
    'A',
    'A ',
    'Ab ',
    'AB ',
    'France ',
  ],
  ...[
    'de ',
    'de de de ',
    'X de ',
    'Ville de ',
    'ville de ',
    'CNVR de ',
    'direction de la ville de ',
    "d'",
    'l’',
    'le La ',
  ],
  ...[
    '1',
    '1 ',
    '10h ',
    '10h-',
    '1/1/1',
    '1 mars ',
    'p. 1 – ',
    'T ..... 1\n',
    '.... ',
    '. ',
    'A. ',
    'J.-B. ',
    '-\n',
    'a-\n',
  ],
  ...[
    'directeur ',
    'directrice et ',
    'directrice, ',
    'docteure et ',
    'ancien ',
    'ex-',
    'ex ',
    'open ',
    'chargée de ',
    'qui ',
  ],
  ...[
    'Anne Aa ',
    'Anne Aa, ',
    'Anne Aa et ',
    'MARTIN Anne, ',
    'Anne van ',
    'Anne Aa, directrice de X et ',
    'un représentant de ',
  ],
  ...[
    'Avec : ',
    'avec ',
    'par ',
    'animé par ',
    'l’équipe Aa : ',
    'équipe X (',
    'tous deux ',
    'et/ou ',
    'sous réserve ',
  ],
  ...[
    'le programme Xa, un service ',
    'X porté par ',
    'grâce à ',
    'Xa à l’initiative de ',
    'Présente : ',
    'introduits par M. A',
  ],
  ...[
    'Université de Aa (Ville de Bb (',
    'Mon ',
    '\n',
    ' ',
    '\t',
    '·',
    'é·e',
    'a@b',
    '😀',
    '\ud800',
    'ﬁ',
    'e\u0301',
    'ß',
  ],
];

const LENGTH = 50_000;

// How long they take is measured in bench/; here a scanner that never ends, or breaks, is found.
describe('a line of 50,000 characters', () => {
  it.each(Object.entries(SCANNERS))(
    'does not stop %s',
    (_name, scan) => {
      for (const filling of FILLINGS) {
        const line = filling.repeat(Math.ceil(LENGTH / filling.length)).slice(0, LENGTH);
        expect(() => scan(line), JSON.stringify(filling)).not.toThrow();
      }
    },
    300_000,
  );
});

describe('any text', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...FILLINGS), { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  it.each(Object.entries({ ...SCANNERS, ...PROGRAMMES }))(
    'does not make %s throw, and is read twice alike',
    (_name, scan) => {
      fc.assert(
        fc.property(text, (any) => {
          expect(scan(any)).toEqual(scan(any));
        }),
        { numRuns: 150 },
      );
    },
  );
});

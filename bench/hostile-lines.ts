import type { EventRecord } from '../src/domain/event.ts';
import { parseAddress } from '../src/extract/address.ts';
import { bodiesNamed } from '../src/extract/bodies/named.ts';
import { formatInText, leadingFormat } from '../src/extract/format.ts';
import { scanned } from '../src/extract/page/context.ts';
import { involvedIn } from '../src/extract/page/organizers.ts';
import { extractPage } from '../src/extract/page/page.ts';
import { proseOf } from '../src/extract/page/people-prose.ts';
import { printedSpans } from '../src/extract/page/printed-dates.ts';
import { sightingsIn } from '../src/extract/page/projects.ts';
import { hintsOf } from '../src/extract/page/title.ts';
import { peopleLabel } from '../src/extract/people/labels.ts';
import { scanPeople } from '../src/extract/people/list.ts';
import { splitRole } from '../src/extract/people/role.ts';
import { presentedItem } from '../src/extract/presented.ts';
import { indexEntries } from '../src/extract/programme/index-page.ts';
import { introduced } from '../src/extract/programme/introduced.ts';
import { extractProgramme } from '../src/extract/programme/programme.ts';
import { casedWords, sentenceCase } from '../src/extract/programme/titles.ts';
import { projectsIn } from '../src/extract/projects/candidates.ts';
import { carriedBy } from '../src/extract/projects/carried-by.ts';
import { scrub } from '../src/extract/scrub.ts';
import { tokenize } from '../src/extract/text/tokens.ts';
import { clockRanges } from '../src/extract/time/clock.ts';
import { isHalfDay, printedDays, wholeDay } from '../src/extract/time/day.ts';
import type { Block, SourceFile } from '../src/read/reader.ts';

/** Every scanner of the grammar that takes a text, and lines made to have them work in vain. */

const block = (text: string): Block => ({ kind: 'paragraph', text, lines: { first: 1, last: 1 } });
const pageText = (text: string) =>
  scanned({ ...block(text), flat: text.replaceAll('\n', ' '), strong: false, links: [], opening: 0 });

const FILE: SourceFile = { sourceId: 'bench', path: 'a.md', name: 'a.md', text: '', sha256: '' };

const STATED = { lines: { first: 1, last: 1 }, rule: 'bench', grade: 'stated' } as const;

const EVENT: EventRecord = {
  type: 'event',
  key: 'bench',
  name: { value: 'Une journée', ...STATED },
  startDate: { value: '2024-05-14T09:00:00+02:00', ...STATED },
  keywords: [],
  urls: [],
  organizers: [],
  partners: [],
  about: [],
  ...STATED,
};

const programme = (...blocks: Block[]) =>
  extractProgramme(
    { file: FILE, rows: [], blocks },
    { key: 'bench', startDate: '2024-05-14', timezone: 'Europe/Paris' },
  );

export const SCANNERS: Readonly<Record<string, (text: string) => unknown>> = {
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
  parseAddress,
  scrub,
  bodiesNamed: (text) => bodiesNamed({ flat: text, tokens: tokenize(text) }, new Set(['aa', 'france']), []),
  pageText,
  proseOf: (text) => proseOf(pageText(text)),
  involvedIn: (text) => involvedIn(pageText(text), 'Une journée'),
  printedSpans,
  sightingsIn: (text) => sightingsIn(pageText(text), hintsOf(['Aa', 'Semailles'])),
};

/** Whole documents of one such line. */
export const DOCUMENTS: typeof SCANNERS = {
  page: (text) =>
    extractPage(
      { file: FILE, rows: [], blocks: [{ ...block('Programme'), kind: 'heading', depth: 2 }, block(text)] },
      EVENT,
      { timezone: 'Europe/Paris' },
    ),
  programmeText: (text) => programme({ ...block('Titre'), kind: 'heading' }, block('10h – 11h'), block(text)),
  programmeHeading: (text) => programme({ ...block(text), kind: 'heading' }, block('10h – 11h')),
  programmePeople: (text) =>
    programme(
      { ...block('Titre'), kind: 'heading' },
      block('10h – 11h'),
      block(`Avec : ${text}`.slice(0, text.length)),
    ),
};

/** What a line may be filled with to make a scanner work in vain. */
export const FILLINGS: readonly string[] = [
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
  'Anne Aa ',
  'Anne Aa, ',
  'Anne Aa et ',
  'MARTIN Anne, ',
  'Anne van ',
  'Anne Aa, directrice de X et ',
  'un représentant de ',
  'Avec : ',
  'avec ',
  'par ',
  'animé par ',
  'l’équipe Aa : ',
  'équipe X (',
  'tous deux ',
  'et/ou ',
  'sous réserve ',
  'le programme Xa, un service ',
  'X porté par ',
  'grâce à ',
  'Xa à l’initiative de ',
  'Présente : ',
  'introduits par M. A',
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
  'é',
  'ß',
  'Jean Dupont, ',
  '- ',
  '« Aa » et ',
  '| ',
  '10h – 11h ',
  '12 mai 2024 ',
  'département de la Ville de ',
  'la directrice de la ',
  'programmes tels que Alpha, ',
  'à l’initiative de la Région ',
  'vous propose ',
  'Aa, vous propose ',
  'Aa, Aa et Bb, vous propose. ',
  'A. X organise B. ',
  'X organise ',
  'organisé par ',
  'en partenariat avec ',
  'X est partenaire ',
  'explique Anne Aa, ',
  'selon ',
  '« Aa ',
  'le réseau « Aa » et ',
  'Anne Aa (',
  'Anne Aa, directrice de la ville de ',
  '(B, ',
  '[A](',
  '1. ',
  'Titre : ',
  '12 rue de la ',
  '75001 ',
  '1er ',
  'animée par M. A ',
  'Zz Yy, ',
  'responsable du service ',
  'co-',
  'é',
  '- - ',
  'A. A, ',
  ': ',
  'l’équipe A (B, ',
  'maire de A et maire de B, ',
  'service X à Y à ',
  'et ',
  'de A et de B et ',
  'porté par A, ',
  '(A)(',
  'qui est ',
  'est directrice de A. Elle ',
];

/** A line of so many characters, filled with the same again and again. */
export const lineOf = (filling: string, length: number): string =>
  filling.repeat(Math.ceil(length / filling.length)).slice(0, length);

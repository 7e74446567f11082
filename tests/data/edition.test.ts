import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type Line,
  pageLines,
  programmeLines,
  runs,
  sessionSections,
  sharedRun,
  slots,
  splitPage,
  tellingWords,
  withoutTitle,
  words,
} from './prose.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const sources = join(root, 'data', 'sources');
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

const programme = read(sources, 'programmes', 'nec-2022.md');
const pages = readdirSync(join(sources, 'pages'))
  .sort()
  .map((name) => ({ name, text: read(sources, 'pages', name) }));
const everything = [{ name: 'nec-2022.md', text: programme }, ...pages];

/** The longest fact is a line of people with their ministries; abstracts of one paragraph start at about 350. */
const LONGEST_LINE = 320;
/** A name and who carries it need no more; a description does. */
const LONGEST_ITEM = 20;
/** A title or a role may run to eleven words by itself; a sentence that was copied is longer. */
const RUN = 12;

describe('the edition is complete', () => {
  const lines = programmeLines(programme);

  it('has the 91 sessions of the programme, each with its heading, its time and its line in the index', () => {
    expect(sessionSections(lines)).toHaveLength(91);
    expect(slots(programme)).toHaveLength(91);
    expect(lines.filter((line) => /^(?:- )?p\.\d/.test(line.text))).toHaveLength(91);
  });

  it('has them in the half-days in which they are given', () => {
    const halves = programme.split(/^## (?:MATIN|APRÈS-MIDI)$/mu).slice(1);
    expect(halves.map((half) => slots(half).length)).toEqual([23, 28, 24, 16]);
  });

  it('says of every session who takes part', () => {
    const silent = sessionSections(lines).filter((section) => !section.lines.some((line) => line.kind === 'people'));
    expect(silent.map((section) => section.heading)).toEqual([]);
  });

  it('has the numbered items of the three list sessions', () => {
    const numbers = lines.flatMap((line) => /^(\d+)\. /.exec(line.text)?.[1] ?? []).map(Number);
    const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
    expect(numbers).toEqual([...upTo(14), ...upTo(14), ...upTo(12)]);
  });

  it('has the four pages, each with a title and a date', () => {
    expect(pages.map((page) => page.name.slice(0, 3))).toEqual(['000', '001', '002', '004']);
    for (const page of pages) {
      const values = parse(splitPage(page.text).frontMatter) as Record<string, unknown>;
      expect(values.title, page.name).toBeTypeOf('string');
      expect(String(values.date), page.name).toMatch(/^202[34]-\d\d-\d\d /);
    }
  });
});

describe('the edition holds facts only', () => {
  it.each(everything)('$name has no line longer than a fact needs', ({ text }) => {
    const long = text.split('\n').filter((line) => line.length > LONGEST_LINE);
    expect(long).toEqual([]);
  });

  it.each(everything)('$name has no e-mail address and no telephone number', ({ text }) => {
    expect(text).not.toMatch(/[\w.+-]+\s?(?:@|\[@\]|\[at\]|\(at\))\s?[\w-]+\.\w/iu);
    expect(text).not.toMatch(/mailto:|(?:\+33|\b0)[\s.]?[1-9](?:[\s.-]?\d\d){4}\b/iu);
  });

  it.each(pages)('$name has in its front matter no field for prose', ({ text }) => {
    const values = parse(splitPage(text).frontMatter) as Record<string, unknown>;
    const allowed = 'title date categories tags event_start_date event_end_date lieu adresse champs_informations';
    expect(Object.keys(values).filter((key) => !allowed.split(' ').includes(key))).toEqual([]);
  });

  it.each(everything)('$name names the items of a list and does not describe them', (document) => {
    const items = linesOf(document.name, document.text).filter((line) => line.kind === 'item');
    const long = items.filter((line) => words(withoutTitle(line.text)).length > LONGEST_ITEM);
    expect(long.map((line) => line.text)).toEqual([]);
  });

  it('gives people a name, a role and an organisation, and tells nothing of them', () => {
    const telling = /(?:^|[\s'’])(?:il|elle|ils|elles|est|sont|a|ont|ses|leurs?|vous|nous)\s/iu;
    const people = everything.flatMap(({ name, text }) =>
      linesOf(name, text).filter((line) => line.kind === 'people' && telling.test(line.text)),
    );
    expect(people.map((line) => line.text)).toEqual([]);
  });
});

describe('the check for copied sentences', () => {
  const source =
    'Chaque mardi, les habitants du quartier réparent ensemble leurs vieux ordinateurs dans la salle commune.';
  const known = runs([words(source)], RUN);
  const page = (body: string): Line[] => pageLines(`---\ntitle: x\n---\n\n${body}\n`);
  const found = (lines: readonly Line[]): (string | undefined)[] =>
    lines.map((line) => sharedRun(tellingWords(line), known, RUN)).filter((run) => run !== undefined);

  it('finds a sentence that was copied, whatever its markup and case', () => {
    expect(found(page(source))).toHaveLength(1);
    expect(found(page(`*${source.toUpperCase()}*`))).toHaveLength(1);
    expect(found(page(`* **Atelier** ${source}`))).toHaveLength(1);
    expect(found(programmeLines(`# TITRE\n\n${source}\n\n## AVEC\n\nAnne Roux\n\n*${source}*`))).toHaveLength(2);
  });

  it('lets a title, an agenda line and a shorter run pass', () => {
    expect(found(page(`### ${source}\n[10h] ${source}\n* **${source}**`))).toEqual([]);
    expect(found(page('les habitants du quartier réparent ensemble leurs vieux ordinateurs'))).toEqual([]);
  });
});

const seeds = join(root, '..', 'shared', 'seeds');

describe.skipIf(!existsSync(seeds))('beside the documents as received (../shared/seeds)', () => {
  const originals = existsSync(seeds)
    ? readdirSync(seeds)
        .sort()
        .map((name) => ({ name, text: read(seeds, name) }))
    : [];
  const original = originals.find(({ name }) => name.startsWith('003'))?.text ?? '';
  const known = runs(originals.flatMap(proseOf), RUN);

  it.each(everything)('$name shares no run of 12 words with an abstract or an article', ({ name, text }) => {
    expect(known.size).toBeGreaterThan(5000);
    expect(copied(name, text, known)).toEqual([]);
  });

  it.each(everything)('a sentence planted in $name is found', ({ name, text }) => {
    const planted = originals.flatMap(proseOf).find((prose) => prose.length >= 2 * RUN) ?? [];
    const sentence = planted.slice(3, 3 + RUN).join(' ');
    expect(copied(name, `${text}\n\n${sentence}.\n`, known)).toHaveLength(1);
    expect(copied(name, `${text}\n\nAvec Anne Roux, ${sentence}\n`, known)).toHaveLength(1);
  });

  it('the programme has the same index, headings, times and day footers in the same order', () => {
    const frame = (text: string): string[] =>
      programmeLines(text)
        .filter((line) => ['title', 'index', 'footer'].includes(line.kind))
        .map((line) => line.text);
    expect(frame(programme)).toEqual(frame(original));
    expect(slots(programme)).toEqual(slots(original));
  });

  it.each(pages)('$name has the same facts in its front matter', ({ name, text }) => {
    const whole = originals.find((candidate) => candidate.name.startsWith(name.slice(0, 3)))?.text ?? '';
    const { 'chapeau-text': _abstract, 'une-ou-diaporama': _image, ...facts } = parse(splitPage(whole).frontMatter);
    expect(parse(splitPage(text).frontMatter)).toEqual(facts);
  });
});

// --- internal ---

function linesOf(name: string, text: string): Line[] {
  return name === 'nec-2022.md' || name.startsWith('003') ? programmeLines(text) : pageLines(text);
}

/** The abstracts and articles of a document as received, and what its people blocks tell after the first sentence. */
function proseOf({ name, text }: { name: string; text: string }): string[][] {
  const lines = linesOf(name, text);
  const prose = lines.map(tellingWords);
  if (name.startsWith('003')) return [...prose, ...lines.map(biographyWords)];
  const chapeau = (parse(splitPage(text).frontMatter) as Record<string, unknown>)['chapeau-text'];
  return [...prose, words(String(chapeau ?? ''))];
}

function biographyWords(line: Line): string[] {
  return line.kind === 'people' ? words(line.text.split('. ').slice(1).join('. ')) : [];
}

/** What of the edition was copied. Only who introduces a session is printed in an abstract and may be kept as it is. */
function copied(name: string, text: string, known: ReadonlySet<string>): string[] {
  return linesOf(name, text).flatMap((line) => {
    const people = line.kind === 'people' && !line.text.startsWith('Session introduite par ');
    const run = sharedRun(people ? words(line.text) : tellingWords(line), known, RUN);
    return run === undefined ? [] : [`line ${line.number}: ${run}`];
  });
}

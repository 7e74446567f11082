// Pages with labels read by hand. They measure; rules are not tuned to one of them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/domain/fold.ts';
import { extractPage } from '../../../src/extract/page/page.ts';
import { frontMatter } from '../../../src/read/front-matter.ts';
import { type FieldNames, ownOf } from './support.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const FIELDS: FieldNames = {
  title: 'title',
  start: 'event_start_date',
  end: 'event_end_date',
  date: 'date',
  abstract: 'chapeau-text',
};

interface Label {
  readonly doc: string;
  readonly kind: string;
  readonly organizers?: readonly string[];
  readonly contributors: readonly { readonly name: string }[];
  readonly agenda?: readonly { readonly start: string | null; readonly title: string }[];
}

const CORPORA = [
  {
    what: 'the other hand’s pages',
    pages: 'tests/corpora/other/pages',
    labels: 'tests/corpora/other/gold-pages/pages.json',
  },
  {
    what: 'the seeds (in ../shared, which is not part of the project)',
    pages: '../shared/seeds',
    labels: '../shared/gold/seeds/pages.json',
  },
];

/** `9h`, `09h30` and `2024-…T09:30:00+02:00` as `09:30`. */
function clock(text: string | null | undefined): string {
  const found = /(\d{1,2})(?:h|:)(\d{2})?/.exec(text?.replace(/^.*T/, '') ?? '');
  return found === null ? '' : `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}`;
}

const words = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

for (const { what, pages, labels } of CORPORA) {
  const file = join(root, labels);
  const absent = !existsSync(file);
  const gold: Label[] = absent ? [] : JSON.parse(readFileSync(file, 'utf8'));
  describe.skipIf(absent)(what, () => {
    it.each(gold.map((label) => [label.doc, label] as const))('%s', (doc, label) => {
      const name = readdirSync(join(root, pages)).find((one) => one.startsWith(`${doc}_`)) ?? '';
      const text = readFileSync(join(root, pages, name), 'utf8');
      const document = frontMatter.read({ sourceId: 'pages', path: name, name, text, sha256: '' });
      const { records } = extractPage(document, ownOf(document, FIELDS), { timezone: 'Europe/Paris' });
      const items = records.flatMap((record) => (record.type === 'agenda-item' ? [record] : []));
      expect(items.map(({ start }) => clock(start?.value.includes('T') === true ? start.value : ''))).toEqual(
        (label.agenda ?? []).map(({ start }) => clock(start)),
      );
      for (const [at, { title }] of (label.agenda ?? []).entries())
        expect(words(items[at]?.title.value ?? '')).toContain(words(title));
      const people = new Set(
        records.flatMap((record) => (record.type === 'participation' ? [fold(record.actor.name)] : [])),
      );
      expect([...people].sort()).toEqual(label.contributors.map((one) => fold(one.name)).sort());
      const own = records[0];
      const organizers =
        own?.type === 'event' ? own.organizers.flatMap(({ name: one, surface }) => [fold(one), fold(surface)]) : [];
      for (const organizer of label.organizers ?? []) expect(organizers).toContain(fold(organizer));
    });
  });
}

// The other hands' corpora are only a measure if their labels are right: every label file has the scorer's shape, and
// every word that a label quotes stands in the document that it labels.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { CAPACITIES } from '../../src/domain/participation.ts';
import { PROJECT_KINDS } from '../../src/domain/project.ts';
import { FORMATS } from '../../src/domain/session.ts';

const corpora = dirname(fileURLToPath(import.meta.url));
const read = (...path: string[]) => readFileSync(join(corpora, ...path), 'utf8');

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const format = z.enum(FORMATS);
const capacity = z.enum(CAPACITIES);

const affiliation = z
  .strictObject({
    role: text.nullable(),
    organisation: text.nullable(),
    within: text.optional(),
    past: z.literal(true).optional(),
    acceptRole: z.array(text).optional(),
    acceptOrganisation: z.array(text).optional(),
  })
  .refine((a) => a.role !== null || a.organisation !== null, 'an affiliation says a role or an organisation');

const session = z.strictObject({
  id: z.string().regex(/^[a-z]{3}-(am|pm)-\d\d$/),
  heading: text,
  title: text,
  page: z.int().positive().nullable(),
  day,
  start: time.nullable(),
  end: time.nullable(),
  format: format.nullable(),
  formatEvidence: text.nullable(),
  acceptFormats: z.array(format).optional(),
  contributors: z.array(
    z.strictObject({
      name: text,
      surface: text,
      capacity,
      acceptCapacity: z.array(capacity).optional(),
      affiliations: z.array(affiliation),
      tentative: z.boolean(),
    }),
  ),
  collectives: z.array(
    z.strictObject({
      name: text,
      surface: text,
      capacity,
      acceptCapacity: z.array(capacity).optional(),
      kind: z.enum(['organisation', 'team', 'unnamed-representative']),
      tentative: z.literal(true).optional(),
    }),
  ),
  presented: z.array(
    z.strictObject({
      n: z.int().positive().nullable(),
      name: text,
      kind: z.enum(['project', 'programme', 'organisation', 'service', 'dataset', 'event', 'report']),
      steward: text.nullable(),
      acceptStewards: z.array(text).optional(),
    }),
  ),
  mentions: z.array(z.strictObject({ name: text, kind: text })),
  note: text.optional(),
});

const page = z.looseObject({
  doc: z.string().regex(/^\d{3}$/),
  kind: z.enum(['event', 'article']),
  title: text,
  startDate: z.iso.datetime({ offset: true }).optional(),
  endDate: z.iso.datetime({ offset: true }).optional(),
  venue: z.strictObject({ name: text, street: text, postalCode: text, locality: text }).optional(),
  organizers: z.array(text),
  contributors: z.array(
    z.looseObject({ name: text, surface: text, role: text.nullable(), organisation: text.nullable(), capacity }),
  ),
  agenda: z.array(z.looseObject({ start: text.nullable(), end: text.nullable(), title: text, hosts: z.array(text) })),
  organisations: z.array(z.looseObject({ name: text, surface: text })),
  projects: z.array(
    z.looseObject({ name: text, surface: text, kind: z.enum(PROJECT_KINDS), steward: text.nullable() }),
  ),
  links: z.array(z.strictObject({ text, url: z.url() })),
});

const project = z.strictObject({
  name: text,
  surfaces: z.array(text).min(1),
  kind: z.enum(PROJECT_KINDS),
  acceptKinds: z.array(z.enum(PROJECT_KINDS)),
  stewards: z.array(text),
  docs: z.array(z.string()).min(1),
  evidence: text,
  confidence: z.enum(['high', 'medium', 'low']),
  note: text.optional(),
});

const config = z.looseObject({
  sources: z
    .array(
      z.looseObject({
        files: text,
        reader: text,
        event: z.strictObject({ name: text, startDate: day, endDate: day }).optional(),
      }),
    )
    .length(1),
});

describe.each([
  ['a', 'other'],
  ['b', 'other'],
  ['c', 'other'],
  ['d', 'held-out'],
  ['e', 'held-out'],
  ['f', 'blind'],
])('booklet %s of %s', (letter, hand) => {
  const source = config.parse(parseYaml(read(hand, `${letter}.config.yaml`))).sources[0];
  const document = fold(read(hand, source?.files ?? ''));
  const sessions = z.array(session).parse(JSON.parse(read(hand, `gold-${letter}`, 'sessions.json')));

  it('labels sessions once each, within the days of the event, from an earlier to a later time', () => {
    expect(sessions.length).toBeGreaterThanOrEqual(10);
    expect(new Set(sessions.map((s) => s.id)).size).toBe(sessions.length);
    for (const s of sessions) {
      expect(s.day >= (source?.event?.startDate ?? '') && s.day <= (source?.event?.endDate ?? ''), s.id).toBe(true);
      expect(s.start === null ? s.end === null : s.end !== null && s.start < s.end, s.id).toBe(true);
      expect(s.format === null, s.id).toBe(s.formatEvidence === null);
    }
  });

  it('quotes only what the booklet prints', () => {
    const quotes = sessions.flatMap((s) => [
      ...[s.heading, s.formatEvidence].filter((x) => x !== null).map((quote) => ({ id: s.id, quote })),
      ...[...s.contributors, ...s.collectives].map((c) => ({ id: s.id, quote: c.surface })),
    ]);
    expect(quotes.filter(({ quote }) => !document.includes(fold(quote)))).toEqual([]);
  });

  it('names affiliations, projects and stewards in the words of the booklet', () => {
    const names = sessions.flatMap((s) => [
      ...s.contributors.flatMap((c) => c.affiliations.flatMap((a) => [a.organisation, a.within])),
      ...s.presented.flatMap((p) => [p.name, p.steward]),
      ...s.mentions.map((m) => m.name),
    ]);
    const plain = straight(document);
    expect(names.filter((n) => typeof n === 'string' && !plain.includes(straight(n)))).toEqual([]);
  });
});

describe.each(['other', 'held-out', 'blind'])('pages of %s', (hand) => {
  const names = readdirSync(join(corpora, hand, 'pages'));
  const files = new Map(names.map((f) => [/^(\d{3})_[0-9a-f]{16}\.md$/.exec(f)?.[1], f]));
  const pages = z.array(page).parse(JSON.parse(read(hand, 'gold-pages', 'pages.json')));
  const projects = z.array(project).parse(JSON.parse(read(hand, 'gold-pages', 'projects.json')));
  const document = (doc: string) => fold(read(hand, 'pages', files.get(doc) ?? ''));

  it('labels every page, and events with their dates and venue', () => {
    expect(config.parse(parseYaml(read(hand, 'pages.config.yaml'))).sources[0]?.files).toBe('pages/*.md');
    expect(pages.map((p) => p.doc)).toEqual([...files.keys()].sort());
    for (const p of pages)
      if (p.kind === 'event') expect([p.startDate, p.endDate, p.venue], p.doc).not.toContain(undefined);
  });

  it('quotes only what the page prints', () => {
    const quotes = pages.flatMap((p) =>
      [
        p.title,
        ...Object.values(p.venue ?? {}),
        ...p.organizers,
        ...[...p.contributors, ...p.organisations, ...p.projects].map((x) => x.surface),
        ...p.agenda.flatMap((a) => [a.title, a.start, a.end, ...a.hosts]).filter((x) => x !== null),
        ...p.links.flatMap((l) => [l.text, l.url]),
      ].map((quote) => ({ doc: p.doc, quote })),
    );
    expect(quotes.filter(({ doc, quote }) => !document(doc).includes(fold(quote)))).toEqual([]);
  });

  it('quotes the projects where it says they stand', () => {
    const quotes = projects.flatMap((p) =>
      p.docs.flatMap((doc) => [...p.surfaces, ...p.stewards, p.evidence].map((quote) => ({ doc, quote }))),
    );
    expect(quotes.filter(({ doc, quote }) => !document(doc).includes(fold(quote)))).toEqual([]);
  });
});

// --- internal ---

/** Words only: markup of headings and bold runs, line breaks and runs of spaces count as one space. */
function fold(s: string): string {
  return s
    .replace(/^#+|[*]+/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names are given in the label's own spelling: apostrophes and case may differ from the print. */
function straight(s: string): string {
  return s.replaceAll('’', "'").toLowerCase();
}

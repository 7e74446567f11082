// Small examples whose figures are worked out by hand.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Labels } from '../../src/evaluate/labels.ts';
import { readLabels } from '../../src/evaluate/labels.ts';
import { figuresOf } from '../../src/evaluate/measures.ts';
import type { QueryName, Row } from '../../src/evaluate/rows.ts';
import { sharedFolderOf } from '../support/files.ts';

const labelsOf = (files: Readonly<Record<string, unknown>>): Labels =>
  readLabels(
    sharedFolderOf(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]))),
  );

function measured(labels: Labels, rows: Partial<Record<QueryName, readonly Row[]>>) {
  const [part] = evaluate(labels, (query) => rows[query] ?? []);
  if (part === undefined) throw new Error('nothing was measured');
  const of = new Map<string, unknown>();
  for (const { measure, ...figures } of part.measures) of.set(measure, figures);
  return { of, misses: part.misses.map(({ measure, what, text }) => `${measure} ${what}: ${text}`), part };
}

const found = (matched: number, all: number, labelled: number) => ({
  ...{ matched, found: all, labelled },
  ...{ precision: matched / all, recall: matched / labelled, f1: (2 * matched) / (all + labelled) },
});
const right = (count: number, labelled: number) => ({ right: count, labelled, accuracy: count / labelled });

describe('a programme', () => {
  const labels = labelsOf({
    'sessions.json': [
      {
        ...{ id: 'm1', title: 'Visiter le moulin', day: '2031-05-12', start: '10:00', end: '11:00', format: 'visite' },
        contributors: [
          {
            ...{ name: 'Ada Noor', surface: 'ADA NOOR', capacity: 'facilitator', tentative: true },
            affiliations: [
              { role: 'meunière', organisation: 'Le Moulin' },
              { role: null, organisation: 'Ville d’Orse', acceptOrganisation: ['Orse'] },
              { role: 'ancienne maire', organisation: 'Aulne', past: true },
            ],
          },
          { name: 'Léo Brun', capacity: 'speaker', acceptCapacity: ['participant'] },
        ],
        collectives: [{ name: 'Les Remonteurs' }],
        presented: [{ name: 'Semis libre' }, { name: 'Ruche' }],
      },
      { id: 'm2', title: 'Visiter le moulin', day: '2031-05-12', start: '14:00', end: null, format: null },
      {
        id: 'm3',
        title: 'Dire au revoir',
        day: '2031-05-12',
        start: '18:00',
        end: '18:30',
        acceptFormats: ['echange'],
      },
    ],
  });
  const at = { source: 'sources/orse.md', line: '7' };
  const rows: Partial<Record<QueryName, readonly Row[]>> = {
    sessions: [
      // the later one first: the time tells which is which
      { ...at, session: 's2', title: 'Visiter le moulin', start: '2031-05-12T14:00:00+02:00' },
      {
        ...{ ...at, session: 's1', title: 'Visiter un moulin', format: 'atelier' },
        ...{ start: '2031-05-12T10:00:00+02:00', end: '2031-05-12T11:00:00+02:00' },
      },
      { ...at, session: 's4', title: 'Autre chose' },
      { ...at, session: 's5', title: 'Un autre jour', start: '2031-05-13T10:00:00+02:00' },
    ],
    contributions: [
      {
        ...{ ...at, session: 's1', person: 'p1', name: 'Noor Ada', capacity: 'facilitator', tentative: 'true' },
        ...{ role: 'meunière en chef', organization: 'o1', organizationName: 'moulin' },
      },
      {
        ...{ ...at, session: 's1', person: 'p1', name: 'Noor Ada', capacity: 'facilitator', tentative: 'true' },
        ...{ role: 'ancienne maire', organization: 'o2', organizationName: 'Aulne' },
      },
      { ...at, session: 's1', person: 'p1', name: 'Noor Ada', organization: 'o3', organizationName: 'Orsay' },
      { ...at, session: 's1', person: 'p2', name: 'Léo Brun', capacity: 'opening', tentative: 'false' },
      { ...at, session: 's4', person: 'p3', name: 'Zoé Pont', capacity: 'speaker', tentative: 'false' },
      { ...at, session: 's5', person: 'p4', name: 'Nils Mer', capacity: 'speaker', tentative: 'false' },
    ],
    'organization-contributions': [
      { ...at, session: 's1', organization: 'o4', name: 'Remonteurs' },
      { ...at, session: 's2', organization: 'o4', name: 'Les Remonteurs' },
    ],
    presented: [
      { ...at, session: 's1', project: 'q1', name: 'SEMIS LIBRE' },
      { ...at, session: 's1', project: 'q1', name: 'Semis libre' },
    ],
  };
  const { of, misses, part } = measured(labels, rows);

  it('counts sessions of labelled days, and those without a day', () => {
    expect(of.get('sessions')).toEqual(found(2, 3, 3));
    expect(misses).toContain('sessions missed: m3 Dire au revoir');
    expect(misses).toContain('sessions extra: Autre chose');
    expect(misses.join()).not.toContain('Un autre jour');
    expect(part.documents).toEqual(['sources/orse.md']);
  });

  it('compares titles, times and formats of sessions that are there', () => {
    // "Visiter un moulin" shares two of three words: the same session, another title
    expect(of.get('session-titles')).toEqual(right(1, 3));
    expect(of.get('session-starts')).toEqual(right(2, 3));
    expect(of.get('session-ends')).toEqual(right(2, 3));
    expect(of.get('session-formats')).toEqual(right(1, 2));
    expect(misses).toContain('session-formats wrong: m1 expected visite, found atelier');
  });

  it('finds people by their names in any order, and compares how they take part', () => {
    expect(of.get('people')).toEqual(found(2, 3, 2));
    expect(of.get('capacities')).toEqual(right(1, 2));
    expect(of.get('tentative')).toEqual(right(2, 2));
    expect(misses).toContain('people extra: (no label) s4 Zoé Pont');
    expect(misses).toContain('capacities wrong: m1 Léo Brun expected speaker, found opening');
  });

  it('lets former posts be told or left out', () => {
    // Le Moulin of two; Orsay is too much; Aulne is neither
    expect(of.get('affiliations')).toEqual(found(1, 2, 2));
    // "meunière en chef" shares one of four words: 2/4
    expect(of.get('roles')).toEqual({ matched: 0, found: 1, labelled: 1, precision: 0, recall: 0, f1: 0 });
    expect(misses).toContain('roles extra: m1 Noor Ada: meunière en chef');
  });

  it('compares who takes part as a body, and what is presented', () => {
    expect(of.get('organizations')).toEqual(found(1, 2, 1));
    expect(of.get('presented')).toEqual(found(1, 1, 2));
    expect(misses).toContain('presented missed: m1 Ruche');
  });

  it('names the line of what is found, for whoever looks it up', () => {
    expect(part.misses.find(({ what }) => what === 'extra')).toMatchObject({ source: 'sources/orse.md', line: 7 });
  });

  it('becomes figures of four decimals, with the number of labels', () => {
    const figures = figuresOf(part, 'main', 'livret');
    const base = { source: 'livret', documents: ['sources/orse.md'] };
    expect(figures).toContainEqual({
      ...{ ...base, measure: 'sessions-recall', value: 0.6667, labels: { name: 'main', things: 3 } },
    });
    expect(figures).toContainEqual({
      ...{ ...base, measure: 'session-formats-accuracy', value: 0.5, labels: { name: 'main', things: 2 } },
    });
  });

  it('of which nothing is read scores nothing, and nothing labelled is no figure', () => {
    const none = measured(labels, {});
    expect(none.of.get('sessions')).toEqual({ precision: 0, recall: 0, f1: 0, matched: 0, found: 0, labelled: 3 });
    expect(none.of.get('session-formats')).toEqual({ accuracy: undefined, right: 0, labelled: 0 });
    expect(figuresOf(none.part, 'main', undefined).map(({ measure }) => measure)).not.toContain(
      'session-formats-accuracy',
    );
  });
});

describe('pages', () => {
  const labels = labelsOf({
    'pages.json': [
      {
        ...{ doc: '101', kind: 'event', title: 'La foire', startDate: '2031-05-12T09:00:00+02:00' },
        venue: { name: 'La Halle', locality: 'Orse' },
        organizers: ['Ville d’Orse', 'Les Remonteurs'],
        agenda: [
          { title: 'Accueil', start: '9h' },
          { title: 'Clôture', start: '17h30' },
        ],
        contributors: [{ name: 'Ada Noor' }],
      },
      { doc: '102', kind: 'article', title: 'Le récit' },
    ],
  });
  const source = 'pages/101_ab.md';
  const { of, misses, part } = measured(labels, {
    events: [
      // the same moment in another offset; one of two organisers, a row each
      { source, name: 'La Foire', startDate: '2031-05-12T07:00:00Z', venue: 'Halle', organizer: 'Les remonteurs' },
      { source, name: 'La Foire', startDate: '2031-05-12T07:00:00Z', venue: 'Halle', organizer: 'Aulne' },
      { source: 'pages/103_ab.md', name: 'La foire' },
    ],
    agenda: [
      { source, title: 'Accueil', start: '2031-05-12T09:00:00+02:00' },
      { source, title: 'CLOTURE', start: '2031-05-12T17:00:00+02:00' },
      { source: 'pages/102_ab.md', title: 'Accueil' },
      { source: 'pages/103_ab.md', title: 'Accueil' },
    ],
    'people-in-pages': [
      { source, person: 'p1', name: 'Ada Noor' },
      { source, person: 'p1', name: 'Ada Noor', role: 'maire' },
      { source: 'pages/102_ab.md', person: 'p1', name: 'Ada Noor' },
    ],
  });

  it('are compared field by field, of what is labelled', () => {
    // title, start, venue and one organiser are right; the locality and the other organiser are not
    expect(of.get('event-fields')).toEqual(right(4, 6));
    expect(misses).toContain('event-fields wrong: 101 locality expected Orse, found none');
    expect(misses).toContain('event-fields wrong: 101 organizer expected Ville d’Orse, found Les remonteurs, Aulne');
  });

  it('have an agenda with times, and people, of their own', () => {
    expect(of.get('agenda-items')).toEqual(found(2, 3, 2));
    expect(of.get('agenda-times')).toEqual(right(1, 2));
    expect(of.get('people-in-pages')).toEqual(found(1, 2, 1));
    expect(part.documents).toEqual([source, 'pages/102_ab.md']);
  });
});

describe('projects', () => {
  const labels = labelsOf({
    'projects.json': [
      { name: 'Semis libre', surfaces: ['Semis'], stewards: ['Ville d’Orse', 'Aulne'] },
      { name: 'Ruche', kind: 'service', stewards: ['Aulne'] },
      { name: 'Lande', stewards: ['Aulne'] },
      { name: 'Peut-être', confidence: 'low', stewards: ['Aulne'] },
    ],
  });

  it('are found by any of their names; those that are not sure need not be', () => {
    const { of, misses } = measured(labels, {
      projects: [
        { project: 'q1', name: 'Le Semis', steward: 'X' },
        { project: 'q1', name: 'Le Semis', steward: 'Mairie', stewardAsPrinted: 'la ville d’Orse' },
        { project: 'q2', name: 'Lande', steward: 'X', source: 'a.md', line: '3' },
        { project: 'q3', name: 'Peut-être', steward: 'X' },
      ],
    });
    expect(of.get('projects')).toEqual(right(2, 3));
    expect(of.get('project-stewards')).toEqual(right(1, 3));
    expect(misses).toEqual([
      'projects missed: Ruche (service)',
      'project-stewards wrong: Lande expected Aulne, found X',
    ]);
  });
});

describe('identity', () => {
  const labels = labelsOf({
    'clusters.json': {
      persons: [
        {
          canonical: 'Ada Noor',
          surfaces: [
            { surface: 'Ada Noor', doc: '003', line: 10 },
            { surface: 'A. Noor', doc: '003', line: 20 },
            { surface: 'Noor', doc: '003', line: 30 },
            { surface: 'Mme Noor' },
          ],
        },
        { canonical: 'Léo Brun', surfaces: [{ surface: 'Léo Brun', doc: '003', line: 12 }] },
        { canonical: 'Nils Mer', surfaces: [{ surface: 'Nils Mer', doc: '004', line: 12 }] },
      ],
      notSame: [
        ['Léo Brun', 'A. Noor', 'two people'],
        ['Léo Brun', 'Ada Noor'],
        ['Léo Brun', 'Nobody'],
      ],
    },
  });

  it('is right where two mentions of one have one entity, and two of others have two', () => {
    const at = { kind: 'person', source: 'sources/003_ab.txt' };
    const { of, misses } = measured(labels, {
      mentions: [
        { ...at, surface: 'Ada Noor', entity: 'p9', line: '90' },
        { ...at, surface: 'ADA NOOR', entity: 'p1', line: '13' },
        { ...at, surface: 'A. Noor', entity: 'p2', line: '20' },
        { ...at, surface: 'Mme Noor', entity: 'p1', line: '31' },
        { ...at, surface: 'Léo Brun', entity: 'p2', line: '12' },
        { ...at, surface: 'Nils Mer', entity: 'p3', line: '12' },
      ],
    });
    // "Noor" is held by "Mme Noor" a line below; the surface without a place does not count; Nils Mer is of another file
    expect(of.get('person-mentions')).toEqual(right(4, 5));
    // of Ada's three mentions one pair of three is joined; A. Noor and Léo Brun are joined wrongly
    expect(of.get('person-identity')).toEqual(found(1, 2, 3));
    expect(of.get('look-alikes')).toEqual(right(1, 2));
    expect(misses).toContain('person-mentions missed: Nils Mer (004, line 12)');
    expect(misses).toContain('person-identity extra: merged: A. Noor / Léo Brun');
    expect(misses).toContain('look-alikes wrong: Léo Brun / A. Noor are one: two people');
    expect([...of.keys()]).not.toContain('organization-mentions');
  });
});

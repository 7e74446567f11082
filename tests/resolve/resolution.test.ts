// Who is who, by names and what stands beside them. Names are invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityKind } from '../../src/domain/mention.ts';
import { createIds } from '../../src/resolve/ids.ts';
import type { JudgementLine } from '../../src/resolve/judgements.ts';
import { identityKey } from '../../src/resolve/key.ts';
import type { Profile } from '../../src/resolve/profile.ts';
import { resolve } from '../../src/resolve/resolution.ts';

interface Said {
  readonly in?: string;
  readonly bodies?: readonly string[];
  readonly roles?: readonly string[];
  readonly acronyms?: readonly string[];
  readonly source?: string;
  readonly span?: readonly [string, string];
  readonly place?: string;
}

function named(kind: EntityKind, name: string, said: Said = {}): Profile {
  const { in: anchor = 'doc', source = 's' } = said;
  return {
    ...{ kind, key: identityKey(kind, name), source, names: [[name, 1]], surfaces: [], lines: [1] },
    ...(kind === 'person' ? { document: 'doc', anchor: `${source}/${anchor}` } : {}),
    ...{ acronyms: said.acronyms ?? [], roles: said.roles ?? [], events: [`${source}/${anchor}`], projects: [] },
    bodies: (said.bodies ?? []).map((body) => identityKey('organization', body)),
    ...(said.span === undefined ? {} : { span: said.span }),
    ...(said.place === undefined ? {} : { place: said.place }),
  };
}
const person = (name: string, said?: Said) => named('person', name, said);
const body = (name: string, said?: Said) => named('organization', name, said);

function outcome(profiles: readonly Profile[], judgements: readonly JudgementLine[] = []) {
  const resolution = resolve(profiles, createIds([]), judgements);
  const slugs = profiles.map((profile) => resolution.slugOfProfile(profile));
  return { one: new Set(slugs).size === 1, candidates: resolution.candidates.length, resolution, slugs };
}
/** `one`, `candidate` for an editor, or `two`. */
function verdict(...profiles: readonly Profile[]): string {
  const { one, candidates } = outcome(profiles);
  return one ? 'one' : candidates > 0 ? 'candidate' : 'two';
}

describe('two names of people', () => {
  const rouages = { bodies: ['Les Rouages'] };
  it.each([
    ['surname first', person('Zoé Lagarde'), person('LAGARDE Zoé', { in: 'b' }), 'one'],
    ['a particle written together', person('Ève Le Goff'), person('Ève Legoff', { in: 'b' }), 'one'],
    [
      'initials, one body',
      person('JB Roy', { ...rouages, in: 'a' }),
      person('Jean-Baptiste Roy', { ...rouages, in: 'b' }),
      'one',
    ],
    [
      'an initial before a particle, one body',
      person('H. de Brie', { ...rouages, in: 'a' }),
      person('Hugues de Brie', { ...rouages, in: 'b' }),
      'one',
    ],
    ['initials alone', person('J. Roy', { in: 'a' }), person('Jeanne Roy', { in: 'b' }), 'candidate'],
    [
      'initials of another name',
      person('P. Roy', { ...rouages, in: 'a' }),
      person('Jeanne Roy', { ...rouages, in: 'b' }),
      'two',
    ],
    [
      'one letter of the surname, one body',
      person('Zoé Lagarde', { ...rouages, in: 'a' }),
      person('Zoé Lagarge', { ...rouages, in: 'b' }),
      'one',
    ],
    [
      'one letter of one shape, in one document',
      person('Zoé Lagardini', { in: 'a' }),
      person('Zoé Lagardinl', { in: 'b' }),
      'one',
    ],
    [
      'one letter of another shape, in one document',
      person('Zoé Lagardini', { in: 'a' }),
      person('Zoé Lagardina', { in: 'b' }),
      'candidate',
    ],
    ['two initials, in one document', person('J.-B. Roy', { in: 'a' }), person('Jean-Benoît Roy', { in: 'b' }), 'one'],
    ['one initial, in one document', person('J. Roy', { in: 'a' }), person('Jeanne Roy', { in: 'b' }), 'candidate'],
    [
      'one letter of the surname alone',
      person('Zoé Lagarde', { in: 'a' }),
      person('Zoé Lagarge', { in: 'b' }),
      'candidate',
    ],
    [
      'one letter of the given name, one body',
      person('Michel Lagarde', { ...rouages, in: 'a' }),
      person('Michele Lagarde', { ...rouages, in: 'b' }),
      'candidate',
    ],
    ['one letter, side by side in a list', person('Zoé Lagarde', rouages), person('Zoé Lagarge', rouages), 'two'],
    [
      'a second surname, one body',
      person('Anne Roy', { ...rouages, in: 'a' }),
      person('Anne Roy-Petit', { ...rouages, in: 'b' }),
      'one',
    ],
    ['nothing alike', person('Anne Roy'), person('Luc Morel'), 'two'],
  ])('%s', (_, a, b, expected) => expect(verdict(a, b)).toBe(expected));

  it('initials that fit two people of the body stand for neither', () => {
    const all = [
      person('J. Roy', { ...rouages, in: 'a' }),
      person('Jeanne Roy', { ...rouages, in: 'b' }),
      person('Jules Roy', { ...rouages, in: 'c' }),
    ];
    expect(new Set(outcome(all).slugs).size).toBe(3);
    expect(outcome(all).candidates).toBeGreaterThan(1);
  });

  it('a surname alone is who is fully named for the same body, where only one is', () => {
    const alone = { ...person('Roy', { ...rouages, in: 'a' }), surfaces: ['Mme Roy'] };
    const full = person('Anne Roy', { ...rouages, in: 'b' });
    expect(verdict(alone, full)).toBe('one');
    expect(verdict(alone, person('Anne Roy', { in: 'b' }))).toBe('candidate');
    expect(new Set(outcome([alone, full, person('Luc Roy', { ...rouages, in: 'c' })]).slugs).size).toBe(3);
    expect(verdict({ ...alone, surfaces: [] }, full)).toBe('two');
  });

  it('two letters may stand for one given name', () => {
    expect(verdict(person('Ph. Roy', { ...rouages, in: 'a' }), person('Philippe Roy', { ...rouages, in: 'b' }))).toBe(
      'one',
    );
    expect(verdict(person('Ph. Roy', { ...rouages, in: 'a' }), person('Paul Roy', { ...rouages, in: 'b' }))).not.toBe(
      'one',
    );
  });

  it('a given name alone is who is fully named in the same session, and in no other', () => {
    const [alone, full, other] = [
      person('Tristan', { in: 'a' }),
      person('Tristan Morel', { in: 'a' }),
      person('Tristan', { in: 'b' }),
    ];
    const { slugs } = outcome([alone, full, other]);
    expect(slugs[0]).toBe(slugs[1]);
    expect(slugs[2]).not.toBe(slugs[0]);
  });
});

describe('one name', () => {
  const morning = ['2030-05-01T10:00:00+02:00', '2030-05-01T11:00:00+02:00'] as const;
  const overlapping = ['2030-05-01T10:30:00+02:00', '2030-05-01T12:00:00+02:00'] as const;
  it.each([
    ['in one source', person('Ève Roy', { in: 'a' }), person('Ève Roy', { in: 'b' }), 'one'],
    [
      'in two sources that agree on the body',
      person('Ève Roy', { source: 's', bodies: ['Orse'] }),
      person('Ève Roy', { source: 't', bodies: ['Orse'] }),
      'one',
    ],
    [
      'in two sources that say nothing',
      person('Ève Roy', { source: 's' }),
      person('Ève Roy', { source: 't' }),
      'candidate',
    ],
    [
      'in two places at once',
      person('Ève Roy', { in: 'a', span: morning }),
      person('Ève Roy', { in: 'b', span: overlapping }),
      'candidate',
    ],
    [
      'twice at once for one body',
      person('Ève Roy', { in: 'a', span: morning, bodies: ['Orse'] }),
      person('Ève Roy', { in: 'b', span: overlapping, bodies: ['Orse'] }),
      'one',
    ],
    [
      'with other posts in two towns',
      person('Ève Roy', { in: 'a', bodies: ['Orse'], place: 'brest' }),
      person('Ève Roy', { in: 'b', bodies: ['Mer'], place: 'metz' }),
      'candidate',
    ],
  ])('%s', (_, a, b, expected) => expect(verdict(a, b)).toBe(expected));
});

describe('two names of bodies', () => {
  it.each([
    ['small words', body('région des Deux Rives'), body('Région Deux-Rives'), 'one'],
    ['the same letters', body('OpenMer'), body('Open Mer'), 'one'],
    ['town hall and town', body("mairie d'Orse"), body("Ville d'Orse"), 'one'],
    ['a town and its metropolis', body("Ville d'Orse"), body('Orse Métropole'), 'two'],
    ['a metropolis before and after its town', body("métropole d'Orse"), body('Orse Métropole'), 'one'],
    ['a department and its council', body("Département de l'Orse"), body("Conseil départemental de l'Orse"), 'one'],
    ['a department and a town', body("Département de l'Orse"), body("Ville d'Orse"), 'two'],
    ['letters of a kind of public body', body('CC du Val'), body('communauté de communes du Val'), 'one'],
    ['letters of another kind', body('CA du Val'), body('communauté de communes du Val'), 'two'],
    ['a town and its agency', body('Orse', { in: 'a' }), body("Agence d'Orse", { in: 'b' }), 'two'],
    [
      'an introduced acronym',
      body('Agence de la mer', { acronyms: ['ADM'], in: 'a' }),
      body('ADM', { in: 'b' }),
      'one',
    ],
    [
      'an introduced acronym that leaves a word out',
      body('Syndicat mixte de la mer', { acronyms: ['SDM'], in: 'a' }),
      body('SDM', { in: 'b' }),
      'one',
    ],
    ['a fitting acronym of four letters', body('Conseil national de la mer'), body('CNMer', { in: 'b' }), 'one'],
    ['a fitting acronym of few letters', body('Agence de la mer', { in: 'a' }), body('AM', { in: 'b' }), 'candidate'],
    ['letters, then the name', body('ARS Val'), body('Agence régionale de santé Val'), 'one'],
    ['letters, then another name', body('ARS Val'), body('Agence régionale de santé Mer'), 'two'],
    ['letters of other words', body('ARS Val'), body('Agence routière de la mer et du Val'), 'two'],
    ['towns together, abbreviated', body('Orse Agglo'), body("Communauté d'agglomération d'Orse"), 'one'],
    [
      'letters that print alike, at one event',
      body("Agence de l'eau Sauverne"),
      body("Agence de l'eau Sauveme"),
      'one',
    ],
    [
      'a kind of body before introduced letters',
      body('laboratoire Terres et Sociétés', { acronyms: ['LTS'] }),
      body('laboratoire LTS', { in: 'b' }),
      'one',
    ],
    [
      'letters that print alike, in one document',
      body('Université de Montrevain', { in: 'day#a' }),
      body('Université de Montrevaln', { in: 'day#b' }),
      'one',
    ],
    [
      'letters that print alike, in two documents',
      body('Université de Montrevain', { in: 'a' }),
      body('Université de Montrevaln', { in: 'b' }),
      'candidate',
    ],
    [
      'a kind of body and which one, in one document',
      body("Agence de l'eau", { in: 'day#a' }),
      body("Agence de l'eau Sauverne", { in: 'day#b' }),
      'one',
    ],
    [
      'a kind of body and which one, in two documents',
      body("Agence de l'eau", { in: 'a' }),
      body("Agence de l'eau Sauverne", { in: 'b' }),
      'two',
    ],
    [
      'letters that each territory has, in one document',
      body('ARS', { in: 'day#a' }),
      body('ARS Val', { in: 'day#b' }),
      'one',
    ],
    [
      'a body with a name of its own, and a larger name, in one document',
      body('Musée de Sauverne', { in: 'day#a' }),
      body('Musée de Sauverne Nord', { in: 'day#b' }),
      'two',
    ],
    ['two numbers of one kind', body('Université', { in: 'day#a' }), body('Université 2', { in: 'day#b' }), 'two'],
    [
      'a body and the part of it that bears its name',
      body('Agence', { in: 'day#a' }),
      body('Agence Sauverne', { in: 'day#b', bodies: ['Agence'] }),
      'two',
    ],
    [
      'a body named after someone, by the surname',
      body('Fondation Odile-Marchaud', { in: 'day#a' }),
      body('Fondation Marchaud', { in: 'day#b' }),
      'one',
    ],
    [
      'a place and another place of that name',
      body('Musée du Haut-Brévan', { in: 'day#a' }),
      body('Musée du Brévan', { in: 'day#b' }),
      'two',
    ],
    ['a metropolis of Europe', body('Eurométropole de Sauverne'), body('Sauverne Métropole'), 'one'],
    ['a laboratory by its letters', body('laboratoire PSN', { in: 'a' }), body('PSN', { in: 'a' }), 'one'],
    ['a team by the letters of its body', body('équipe PSN', { in: 'a' }), body('PSN', { in: 'a' }), 'two'],
    [
      'a kind of body before introduced letters, where the long name is printed after that kind',
      { ...body('Terres et Sociétés', { acronyms: ['TES'] }), surfaces: ['laboratoire Terres et Sociétés (TES)'] },
      body('laboratoire TES', { in: 'b' }),
      'one',
    ],
    ['a hub with its word and without', body('Hub Les Rouages'), body('Les Rouages'), 'one'],
    ['a team and its body', body('équipe des Rouages'), body('Rouages'), 'two'],
    ['a branch', body('Rouages', { in: 'a' }), body('Rouages Bretagne', { in: 'a' }), 'candidate'],
    ['two hubs', body('Hub Les Rouages'), body('Hub Les Engrenages'), 'two'],
    ['two numbers', body('Collectif 123'), body('Collectif 124'), 'two'],
  ])('%s', (_, a, b, expected) => expect(verdict(a, b)).toBe(expected));

  it('an acronym that fits two bodies stands for neither', () => {
    const { slugs, candidates } = outcome([
      body('Agence nationale de la mer'),
      body('Alliance numérique des maires'),
      body('ANMER'),
      body('ANM'),
    ]);
    expect(new Set(slugs).size).toBeGreaterThanOrEqual(3);
    expect(candidates).toBeGreaterThan(0);
  });

  it('a kind of body stands for none that only one of its documents names', () => {
    const { slugs } = outcome([
      body('ARS', { in: 'day#a' }),
      body('ARS Val', { in: 'day#b' }),
      body('ARS', { in: 'night#a', source: 't' }),
    ]);
    expect(slugs[0]).not.toBe(slugs[1]);
  });

  it('a kind of body stands for neither of two that the document names', () => {
    const { slugs } = outcome([
      body('ARS', { in: 'day#a' }),
      body('ARS Val', { in: 'day#b' }),
      body('ARS Mer', { in: 'day#c' }),
    ]);
    expect(new Set(slugs).size).toBe(3);
  });
});

const NAMES = {
  person: [
    'Ève Roy',
    'E. Roy',
    'Roy Ève',
    'Eve Roi',
    'Tristan',
    'Tristan Morel',
    'Anne Roy-Petit',
    'Anne Roy',
    'Luc Morel',
  ],
  organization: [
    'ADM',
    'Agence de la mer',
    'Ville de Brest',
    'mairie de Brest',
    'Brest',
    'Hub Rouages',
    'Rouages',
    'Open Mer',
    'OpenMer',
    'AM',
    'Agence de la mer Ouest',
    'ARS',
    'ARS Val',
    'ARS Mer',
  ],
} as const;
const profile: fc.Arbitrary<Profile> = fc
  .constantFrom<'person' | 'organization'>('person', 'organization')
  .chain((kind) =>
    fc
      .record({
        name: fc.constantFrom<string>(...NAMES[kind]),
        source: fc.constantFrom('s', 't', 'u'),
        in: fc.constantFrom('a', 'b', 'c'),
        bodies: fc.subarray(['Rouages', 'ADM', 'Brest']),
        roles: fc.subarray(['cheffe de projet', 'élu']),
        acronyms: kind === 'person' ? fc.constant([]) : fc.subarray(['ADM'], { maxLength: 1 }),
      })
      .map(({ name, ...said }) =>
        named(kind, name, kind === 'person' ? { ...said, acronyms: [] } : { ...said, in: 'a' }),
      ),
  );
const placeOf = ({ kind, key, source, anchor }: Profile) => `${kind} ${key} ${source} ${anchor}`;
const profiles = fc.uniqueArray(profile, { selector: placeOf, maxLength: 16 });
const judgement: fc.Arbitrary<JudgementLine> = fc
  .tuple(
    fc.constantFrom<string>(...NAMES.organization),
    fc.constantFrom<string>(...NAMES.organization),
    fc.constantFrom<'same' | 'unsure'>('same', 'unsure'),
  )
  .filter(([a, b]) => identityKey('organization', a) !== identityKey('organization', b))
  .map(([a, b, decision]) => {
    const [x, y] = [`organization:${a}`, `organization:${b}`].sort() as [string, string];
    return { a: x, b: y, decision, line: 1 };
  });

describe('resolution', () => {
  it('does not depend on the order of what is read', () => {
    fc.assert(
      fc.property(
        profiles.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const [a, b] = [outcome(all).resolution, outcome(shuffled).resolution];
          for (const one of all) expect(b.slugOfProfile(one)).toBe(a.slugOfProfile(one));
          expect([b.entities, b.matches, b.candidates]).toEqual([a.entities, a.matches, a.candidates]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same again with the ids that it gave, and mints none', () => {
    fc.assert(
      fc.property(profiles, (all) => {
        const ids = createIds([]);
        const first = resolve(all, ids);
        const again = createIds(ids.identities());
        const second = resolve(all, again);
        for (const one of all) expect(second.slugOfProfile(one)).toBe(first.slugOfProfile(one));
        expect(again.minted).toBe(0);
        expect(second.redirects).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('never takes an id away when a source is added: each still leads to what it led to, itself or by a redirect', () => {
    fc.assert(
      fc.property(profiles, (all) => {
        const before = all.filter(({ source }) => source !== 'u');
        const ids = createIds([]);
        const first = resolve(before, ids);
        const second = resolve(all, createIds(ids.identities()));
        const leads = new Map(second.redirects.map(({ kind, from, to }) => [`${kind} ${from}`, to]));
        const standing = new Set(second.entities.map(({ kind, slug }) => `${kind} ${slug}`));
        for (const { kind, slug } of first.entities) {
          const now = leads.get(`${kind} ${slug}`) ?? slug;
          expect(standing.has(`${kind} ${now}`)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes judgements once or twice, in any order, to the same effect', () => {
    fc.assert(
      fc.property(
        profiles,
        fc.uniqueArray(judgement, { selector: ({ a, b }) => `${a} ${b}`, maxLength: 4 }),
        (all, some) => {
          const [a, b] = [outcome(all, some).resolution, outcome(all, [...some, ...some].reverse()).resolution];
          for (const one of all) expect(b.slugOfProfile(one)).toBe(a.slugOfProfile(one));
          expect(b.candidates).toEqual(a.candidates);
        },
      ),
      { numRuns: 200 },
    );
  });
});

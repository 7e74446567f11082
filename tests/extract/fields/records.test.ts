import { describe, expect, it } from 'vitest';
import { eventOf, recordsOf } from '../../../src/extract/fields.ts';
import { configOf } from '../../config/support.ts';
import { documentOf, map, mapWith, one, oneSource, splitRole } from './support.ts';

const attested = (value: string, line: number, field: string) => ({
  value,
  lines: { first: line, last: line },
  rule: `field:${field}`,
  grade: 'stated',
});

const EVENT = `
- type: event
  when: start
  fields:
    name: title
    startDate: start
    endDate: end
    location.name: lieu
    location.address: adresse
    organizers: orga
    keywords: [categories, tags]
    abstract: chapeau
    url: lien
- type: article
  unless: start
  fields: {headline: title, datePublished: date}
`;

const PAGE = {
  title: 'Rencontre  annuelle ',
  start: '2024-04-10 09:00:00 +02:00',
  end: '2024-04-10',
  lieu: 'Salle des fêtes',
  adresse: '3 rue Haute, 44000 Nantes',
  orga: ['Une association', 'Une ville'],
  categories: 'Événement',
  tags: ['communs', '', null, 'logiciel'],
  chapeau: 'Une\njournée',
  lien: 'https://exemple.org/été',
};

describe('mapped records', () => {
  it('hold each value with its lines, its rule and its grade', () => {
    expect(one(EVENT, PAGE)).toEqual({
      type: 'event',
      key: 'pages/a.md#1',
      lines: { first: 2, last: 2 },
      rule: 'record:event',
      grade: 'stated',
      name: attested('Rencontre annuelle', 2, 'name'),
      startDate: attested('2024-04-10T09:00:00+02:00', 3, 'startDate'),
      endDate: attested('2024-04-10', 4, 'endDate'),
      location: {
        name: attested('Salle des fêtes', 5, 'location.name'),
        street: attested('3 rue Haute', 6, 'location.address'),
        postalCode: attested('44000', 6, 'location.address'),
        locality: attested('Nantes', 6, 'location.address'),
      },
      organizers: [
        {
          kind: 'organization',
          name: 'Une association',
          surface: 'Une association',
          lines: { first: 7, last: 7 },
          rule: 'field:organizers',
          grade: 'stated',
        },
        {
          kind: 'organization',
          name: 'Une ville',
          surface: 'Une ville',
          lines: { first: 7, last: 7 },
          rule: 'field:organizers',
          grade: 'stated',
        },
      ],
      partners: [],
      about: [],
      keywords: [
        attested('Événement', 8, 'keywords'),
        attested('communs', 9, 'keywords'),
        attested('logiciel', 9, 'keywords'),
      ],
      abstract: attested('Une journée', 10, 'abstract'),
      urls: [attested('https://exemple.org/%C3%A9t%C3%A9', 11, 'urls')],
    });
  });

  it('are chosen by what is present: a page without a start is an article', () => {
    const article = one(EVENT, { title: 'Compte rendu', start: '  ', date: '2024-05-01' });
    expect(article).toMatchObject({
      type: 'article',
      headline: { value: 'Compte rendu' },
      datePublished: { value: '2024-05-01' },
    });
    expect(article).not.toHaveProperty('abstract');
  });

  it.each([
    ['when: a', { a: 'x' }, 1],
    ['when: a', { a: 0 }, 1],
    ['when: a', { a: true }, 1],
    ['when: a', { a: false }, 0],
    ['when: a', { a: '' }, 0],
    ['when: a', { a: [] }, 0],
    ['when: a', { a: ['', null] }, 0],
    ['when: a', { a: { b: 1 } }, 1],
    ['when: a.b', { a: { b: 1 } }, 1],
    ['when: [a, b]', { a: 'x' }, 0],
    ['when: [a, b]', { a: 'x', b: 'y' }, 1],
    ['when: {kind: [talk, visit]}', { kind: 'visit' }, 1],
    ['when: {kind: [talk, visit]}', { kind: 'break' }, 0],
    ['when: {draft: false}', { draft: false }, 1],
    ['unless: a', { a: 'x' }, 0],
    ['unless: a', { a: false }, 1],
    ['unless: [a, b]', { b: 'x' }, 0],
    ['unless: {kind: break}', { kind: 'break' }, 0],
  ])('with %s and %j come %i times', (condition, values, count) => {
    const { records, excluded } = map(`- {type: event, ${condition}, fields: {name: title}}`, {
      title: 'x',
      ...values,
    });
    expect(records).toHaveLength(count);
    expect(excluded).toBe(1 - count);
  });

  it('are several where a file has several rows, or a row a list of objects', () => {
    const many = map('- {type: event, fields: {name: title}}', { title: 'un' }, { title: 'deux' });
    expect(many.records.map((record) => 'key' in record && record.key)).toEqual(['pages/a.md#1', 'pages/a.md#2']);
    const people = map('- {type: person, forEach: speakers, when: name, fields: {name: name, url: $row.site}}', {
      site: 'https://exemple.org/',
      speakers: [{ name: 'Jeanne Exemple' }, 'nobody', { name: 'Ali Exemple' }, {}],
    });
    expect(people.records).toMatchObject([
      {
        person: { name: 'Jeanne Exemple', lines: { first: 3 } },
        urls: [{ value: 'https://exemple.org/', lines: { first: 2 } }],
      },
      { person: { name: 'Ali Exemple' } },
    ]);
  });

  it('make every type that there is', () => {
    expect(
      one(
        '- {type: organization, fields: {name: n, alternateName: sigle, within: tutelle, description: d, location.locality: v, url: u, sameAs: w}}',
        {
          n: 'Direction du numérique',
          sigle: 'DN',
          tutelle: 'Ministère',
          d: 'Fait',
          v: 'Nantes',
          u: 'https://a.example/',
          w: 'https://b.example/',
        },
      ),
    ).toMatchObject({
      type: 'organization',
      organization: {
        kind: 'organization',
        name: 'Direction du numérique',
        aliases: ['DN'],
        within: { kind: 'organization', name: 'Ministère' },
      },
      description: { value: 'Fait' },
      location: [{ locality: { value: 'Nantes' } }],
      urls: [{ value: 'https://a.example/' }],
      sameAs: [{ value: 'https://b.example/' }],
    });
    expect(
      one(
        '- {type: project, fields: {name: n, kind: {const: service}, stewards: s, concepts: c, cohorts: p, keywords: k}}',
        {
          n: 'Carte',
          s: 'Asso',
          c: ['Santé'],
          p: 'Promotion 1',
          k: 'x',
        },
      ),
    ).toMatchObject({
      project: { kind: 'project', name: 'Carte' },
      kind: { value: 'service', document: 'config', lines: { first: 6 } },
      stewards: [{ kind: 'organization', name: 'Asso' }],
      concepts: [{ kind: 'concept', name: 'Santé' }],
      cohorts: [{ kind: 'cohort', name: 'Promotion 1' }],
    });
    expect(
      one('- {type: concept, scheme: themes, fields: {name: n, definition: d}}', { n: 'Santé', d: 'Soins' }),
    ).toMatchObject({
      type: 'concept',
      scheme: 'themes',
      concept: { kind: 'concept', name: 'Santé' },
      definition: { value: 'Soins' },
    });
    expect(
      one('- {type: cohort, fields: {name: n, programme: {const: Un programme}, startDate: d}}', {
        n: 'Promotion 1',
        d: '2023-01-01',
      }),
    ).toMatchObject({
      type: 'cohort',
      cohort: { kind: 'cohort', name: 'Promotion 1' },
      programme: { kind: 'project', name: 'Un programme', document: 'config' },
      startDate: { value: '2023-01-01' },
    });
  });
});

describe('what is left out', () => {
  it('is a record without a name, with its path and line', () => {
    const { records, skipped, excluded } = map('- {type: person, fields: {name: title}}', { titre: 'x' });
    expect(records).toEqual([]);
    expect(excluded).toBe(0);
    expect(skipped.map(({ message }) => message)).toEqual([
      'pages/a.md:1: name: a record of type person needs one; the record is left out',
    ]);
  });

  it('is a record with a date that is none, alone', () => {
    const { records, skipped } = map(EVENT, PAGE, { ...PAGE, start: '2024-02-30' }, PAGE);
    expect(records).toHaveLength(2);
    expect(skipped.map(({ message }) => message)).toEqual([
      'pages/a.md:3: startDate = "2024-02-30": there is no such day; the record is left out',
    ]);
    expect(skipped[0]?.where).toMatchObject({
      source: 'pages',
      path: 'pages/a.md',
      line: 3,
      field: 'startDate',
      value: '2024-02-30',
    });
  });

  it('is a record with a time that the zone skips; one that comes twice keeps its date', () => {
    const skipping = map(EVENT, { ...PAGE, start: '2024-03-31 02:30' });
    expect(skipping.skipped[0]?.message).toContain('there is no such time in Europe/Paris: the clock skips it');
    const twice = map(EVENT, { ...PAGE, start: '2024-10-27 02:30' });
    expect(twice.records[0]).toMatchObject({ startDate: { value: '2024-10-27' } });
    expect(twice.findings).toEqual([
      {
        severity: 'warning',
        code: 'ambiguous-local-time',
        field: 'startDate',
        value: '2024-10-27 02:30',
        zone: 'Europe/Paris',
        lines: { first: 3, last: 3 },
      },
    ]);
  });

  it('takes its zone from the config', () => {
    const yaml = oneSource(EVENT, 'timezone: Indian/Reunion\n');
    expect(mapWith(yaml, { ...PAGE, start: '2024-03-31 02:30' }).records[0]).toMatchObject({
      startDate: { value: '2024-03-31T02:30:00+04:00' },
    });
  });

  it('is an address that is none, but not its record', () => {
    const { records, dropped } = map(EVENT, { ...PAGE, lien: 'javascript:alert(1)' });
    expect(records[0]).toMatchObject({ urls: [] });
    expect(dropped.map(({ message }) => message)).toEqual([
      'pages/a.md:11: urls = "javascript:alert(1)": only http and https addresses are kept; the field is left out',
    ]);
  });

  it('is a postal address that is not understood, told as a finding', () => {
    const { records, findings } = map(EVENT, { ...PAGE, lieu: '', adresse: 'quelque part' });
    expect(records[0]).not.toHaveProperty('location');
    expect(findings).toMatchObject([
      { code: 'address-not-understood', value: 'quelque part', lines: { first: 6, last: 6 } },
    ]);
  });

  it('is personal data, in texts and names, and in what is told about them', () => {
    const fields = '- {type: event, fields: {name: title, abstract: chapeau, organizers: orga, keywords: k, url: u}}';
    const { records, findings, dropped } = map(fields, {
      title: 'Rencontre (jeanne@ville.fr)',
      chapeau: 'Appeler le 06 12 34 56 78, ou jeanne [at] ville.fr.',
      orga: ['Asso <asso@exemple.org>', 'asso@exemple.org'],
      k: '01 23 45 67 89',
      u: 'mailto:jeanne@ville.fr',
    });
    expect(records[0]).toMatchObject({
      name: { value: 'Rencontre' },
      abstract: { value: 'Appeler le […], ou […].' },
      organizers: [{ name: 'Asso', surface: 'Asso' }],
      keywords: [],
    });
    expect(findings.map(({ code, lines }) => [code, lines.first])).toEqual([
      ['personal-data-removed', 2],
      ['personal-data-removed', 3],
      ['personal-data-removed', 4],
      ['personal-data-removed', 4],
      ['personal-data-removed', 5],
    ]);
    const told = JSON.stringify([records, findings, dropped.map(({ message, where }) => [message, where])]);
    expect(told).not.toMatch(/jeanne|06 12|asso@/);
  });

  it('is whatever is not mapped', () => {
    expect(JSON.stringify(one(EVENT, { ...PAGE, secret: 'canari' }))).not.toContain('canari');
  });

  it('is what comes after the first value of a field that takes one', () => {
    const { records, findings } = map('- {type: event, fields: {name: title, abstract: [a, b], startDate: d}}', {
      title: 'x',
      a: '',
      b: 'second',
      d: ['2024-01-01', '2024-01-02'],
    });
    expect(records[0]).toMatchObject({ abstract: { value: 'second' }, startDate: { value: '2024-01-01' } });
    expect(findings).toMatchObject([{ code: 'several-values', field: 'startDate', value: '2024-01-02' }]);
  });
});

describe('recordsOf', () => {
  it('survives hostile rows', () => {
    const values = JSON.parse('{"title": "x", "__proto__": {"a": "polluted"}, "constructor": "c"}');
    const { records } = map('- {type: event, fields: {name: title, abstract: a, keywords: toString}}', values);
    expect(records[0]).toMatchObject({ name: { value: 'x' }, keywords: [] });
    expect(records[0]).not.toHaveProperty('abstract');
  });

  it('maps a small page in microseconds', () => {
    const config = configOf(oneSource(EVENT));
    const source = config.sources[0];
    if (source === undefined) throw new Error('no source');
    const context = { config, splitRole };
    const documents = Array.from({ length: 500 }, (_, i) =>
      documentOf(`p${i}.md`, { ...PAGE, start: `2024-0${1 + (i % 9)}-1${i % 10} 09:00`, title: `Rencontre ${i}` }),
    );
    const round = () => {
      const start = performance.now();
      for (const document of documents) recordsOf(document, source, context);
      return ((performance.now() - start) / documents.length) * 1000;
    };
    const times = Array.from({ length: 20 }, round);
    // Ten times what it takes alone on a machine: this is to catch a spec compiled anew for every page.
    expect(Math.min(...times)).toBeLessThan(150);
  });
});

describe('eventOf', () => {
  it('makes the event that the config states, with the lines of the config', () => {
    const config = configOf(`sources:
  - id: salon
    files: salon.md
    reader: programme
    event:
      name: Salon 2022
      startDate: 2022-09-28
      location:
        name: Palais
        locality: Lens
      organizers: [Une association, Une ville]
      url: https://salon.exemple.org
`);
    const source = config.sources[0];
    if (source === undefined) throw new Error('no source');
    const at = (line: number, rule: string) => ({
      lines: { first: line, last: line },
      rule,
      grade: 'stated',
      document: 'config',
    });
    expect(eventOf(config, source, 'salon/salon.md#1')).toEqual({
      type: 'event',
      key: 'salon/salon.md#1',
      ...at(6, 'config:event'),
      name: { value: 'Salon 2022', ...at(6, 'config:name') },
      startDate: { value: '2022-09-28', ...at(7, 'config:startDate') },
      location: {
        name: { value: 'Palais', ...at(9, 'config:location.name') },
        locality: { value: 'Lens', ...at(10, 'config:location.locality') },
      },
      organizers: ['Une association', 'Une ville'].map((name) => ({
        kind: 'organization',
        name,
        surface: name,
        ...at(11, 'config:organizers'),
      })),
      partners: [],
      about: [],
      keywords: [],
      urls: [{ value: 'https://salon.exemple.org/', ...at(12, 'config:url') }],
    });
  });
});

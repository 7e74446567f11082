import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../../../src/extract/fields.ts';
import { configOf } from '../../config/support.ts';
import { documentOf, map, one, oneSource } from './support.ts';

/** The values of a field of an event mapped with this spec. */
function values(field: string, spec: string, row: Record<string, unknown>): string[] {
  const record = one(`- {type: event, fields: {name: {const: x}, ${field}: ${spec}}}`, row);
  const found = record[field] as unknown as { value: string }[] | { value: string } | undefined;
  return found === undefined ? [] : [found].flat().map(({ value }) => value);
}

describe('a value', () => {
  it.each([
    ['a dotted path', 'a.b', { a: { b: 'x' } }, ['x']],
    [
      'a path into a list of objects',
      'tags.label',
      { tags: [{ label: 'x' }, { label: 'y' }, { other: 'z' }] },
      ['x', 'y'],
    ],
    ['a path to one item of a list', 'tags.1', { tags: ['x', 'y'] }, ['y']],
    ['a key that is written with a dot', 'a.b', { 'a.b': 'x', a: { b: 'y' } }, ['x']],
    ['several keys', '[a, b]', { a: ['x'], b: 'y' }, ['x', 'y']],
    ['a number and a truth value', '[a, b]', { a: 3, b: true }, ['3', 'true']],
    ['nothing where there is none', '[a, b, c, d]', { a: null, b: ' ', c: [], d: { e: 1 } }, []],
    ['from with one path', '{from: a}', { a: 'x' }, ['x']],
    ['from with several', '{from: [a, b]}', { a: 'x', b: 'y' }, ['x', 'y']],
    ['a constant', '{const: x}', {}, ['x']],
    ['several constants', '{const: [x, 3]}', {}, ['x', '3']],
    ['a split text', "{from: a, split: ','}", { a: ' x, y,,z ' }, ['x', 'y', 'z']],
    ['a text split by several separators', "{from: a, split: [',', ' et ']}", { a: 'x, y et z' }, ['x', 'y', 'z']],
    ['a template', "{template: '{{a}} ({{b.c}})'}", { a: 'x', b: { c: 3 } }, ['x (3)']],
    ['a template that lacks a value', "{template: '{{a}} ({{b}})'}", { a: 'x' }, []],
    ['a template over a list', "{template: '{{k}}: {{a}}'}", { k: 'n', a: ['x', 'y'] }, ['n: x', 'n: y']],
    ['a template over lists side by side', "{template: '{{a}}{{b}}'}", { a: ['x', 'y'], b: [1, 2] }, ['x1', 'y2']],
    ['a template that holds $&', "{template: '{{a}}'}", { a: "$& $1 $'" }, ["$& $1 $'"]],
    ['the name of the file', '$name', {}, ['a']],
    ['a lookup', '{from: a, lookup: {Santé: sante, Eau: eau}}', { a: ['Santé ', 'Eau'] }, ['sante', 'eau']],
    ['a default', '{from: a, default: x}', {}, ['x']],
    ['no default where there is a value', '{from: a, default: x}', { a: 'y' }, ['y']],
    ['a default beside a lookup', '{from: a, lookup: {k: v}, default: x}', { a: ['k', 'other'] }, ['v', 'x']],
    ['an integer', '{from: a, as: integer}', { a: ['007', '-3'] }, ['7', '-3']],
  ])('is %s', (_, spec, row, expected) => {
    expect(values('keywords', spec, row)).toEqual(expected);
  });

  it.each([
    [
      'links out',
      "{link: 'https://exemple.org/{{slug}}'}",
      { slug: 'é/?&#' },
      ['https://exemple.org/%C3%A9%2F%3F%26%23'],
    ],
    [
      'links out of a list',
      "{link: 'https://exemple.org/{{q}}'}",
      { q: ['Q1', 'Q2'] },
      ['https://exemple.org/Q1', 'https://exemple.org/Q2'],
    ],
    ['no link without its value', "{link: 'https://exemple.org/{{slug}}'}", {}, []],
    [
      'addresses',
      '{from: [a, b], as: url}',
      { a: 'https://a.example/ ', b: 'http://b.example/x' },
      ['https://a.example/', 'http://b.example/x'],
    ],
  ])('makes %s', (_, spec, row, expected) => {
    expect(values('urls', spec, row)).toEqual(expected);
  });

  it('carries the lines of what it was made of', () => {
    const lines = (spec: string, row: Record<string, unknown>) => {
      const record = one(`- type: event\n  fields:\n    name: {const: x}\n    abstract: ${spec}`, row);
      const { lines, document } = record.abstract as unknown as {
        lines: { first: number; last: number };
        document?: string;
      };
      return [lines.first, lines.last, document];
    };
    expect(lines('b', { a: 1, b: 2 })).toEqual([3, 3, undefined]);
    expect(lines("{template: '{{a}} {{c}}'}", { a: 1, b: 2, c: 3 })).toEqual([2, 4, undefined]);
    expect(lines('{from: a, lookup: {x: y}}', { a: 'x' })).toEqual([2, 2, undefined]);
    expect(lines('{const: y}', {})).toEqual([9, 9, 'config']);
    expect(lines('{from: z, default: y}', {})).toEqual([9, 9, 'config']);
  });

  it('tells what a lookup does not know', () => {
    const { records, findings } = map('- {type: event, fields: {name: t, keywords: {from: k, lookup: {a: b}}}}', {
      t: 'x',
      k: 'c',
    });
    expect(records[0]).toMatchObject({ keywords: [] });
    expect(findings).toMatchObject([
      { code: 'not-in-lookup', field: 'keywords', value: 'c', known: 'a', lines: { first: 3, last: 3 } },
    ]);
  });

  it('tells what is no integer, no kind, and lists that do not go side by side', () => {
    const integer = map('- {type: event, fields: {name: t, keywords: {from: k, as: integer}}}', { t: 'x', k: '3,5' });
    expect(integer.dropped.map(({ message }) => message)).toEqual([
      'pages/a.md:3: keywords = "3,5": a whole number is expected; the field is left out',
    ]);
    const kind = map('- {type: project, fields: {name: t, kind: k}}', { t: 'x', k: 'Logiciel' });
    expect(kind.records[0]).not.toHaveProperty('kind');
    expect(kind.findings[0]).toMatchObject({ code: 'unknown-kind', lines: { first: 3, last: 3 } });
    const lists = map("- {type: event, fields: {name: t, keywords: {template: '{{a}}{{b}}'}}}", {
      t: 'x',
      a: [1, 2],
      b: [1, 2, 3],
    });
    expect(lists.records[0]).toMatchObject({ keywords: [] });
    expect(lists.dropped[0]?.message).toContain('{{b}} has 3 values beside 2 of another');
  });

  it('is trimmed and collapsed, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(' ', '\n', '\t ', '\u00a0', '  \n'),
        (words, gap) => {
          expect(values('keywords', 'k', { k: `${gap}${words.join(gap)}${gap}` })).toEqual([words.join(' ')]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('splits into what was joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,5}( [a-zé]{1,5})?$/), { maxLength: 6 }),
        fc.constantFrom(',', ' , ', ',,', ',\n'),
        (words, joint) => {
          expect(values('keywords', "{from: k, split: ','}", { k: words.join(joint) })).toEqual(words);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a place', () => {
  const place = (fields: string, row: Record<string, unknown>) => {
    const { records, findings } = map(`- {type: organization, fields: {name: {const: x}, ${fields}}}`, row);
    const { location } = records[0] as unknown as { location: Record<string, { value: string }>[] };
    return {
      places: location.map((parts) =>
        Object.fromEntries(Object.entries(parts).map(([part, { value }]) => [part, value])),
      ),
      codes: findings.map(({ code }) => code),
    };
  };

  it('is made of its parts, which go before those of the address', () => {
    const fields = 'location.name: n, location.address: a, location.locality: v, location.country: {const: FR}';
    expect(place(fields, { n: 'Palais', a: 'Salle B, 3 rue Haute, 44000 NANTES', v: 'Nantes' })).toEqual({
      places: [{ name: 'Palais', street: '3 rue Haute', postalCode: '44000', locality: 'Nantes', country: 'FR' }],
      codes: [],
    });
  });

  it('is one an item: of a list, of a split text, of a list of objects', () => {
    const two = { places: [{ locality: 'Nantes' }, { locality: 'Saint-Nazaire' }], codes: [] };
    expect(place('location.locality: v', { v: ['Nantes', 'Saint-Nazaire'] })).toEqual(two);
    expect(place("location.locality: {from: v, split: ','}", { v: 'Nantes, Saint-Nazaire' })).toEqual(two);
    expect(
      place('location: {forEach: s, fields: {locality: v}}', { s: [{ v: 'Nantes' }, { v: 'Saint-Nazaire' }] }),
    ).toEqual(two);
    expect(place('location: a', { a: ['Nantes', '44600 Saint-Nazaire'] }).places).toEqual([
      { locality: 'Nantes' },
      { postalCode: '44600', locality: 'Saint-Nazaire' },
    ]);
  });

  it('puts parts side by side, and leaves out those that do not fit', () => {
    const fields = 'location.locality: v, location.postalCode: c, location.country: {const: FR}';
    expect(place(fields, { v: ['Nantes', 'Lens'], c: ['44000', 62300] }).places).toEqual([
      { locality: 'Nantes', postalCode: '44000', country: 'FR' },
      { locality: 'Lens', postalCode: '62300', country: 'FR' },
    ]);
    expect(place(fields, { v: ['Nantes', 'Lens', 'Pau'], c: ['44000', '62300'] })).toEqual({
      places: ['Nantes', 'Lens', 'Pau'].map((locality) => ({ locality, country: 'FR' })),
      codes: ['uneven-parts'],
    });
  });

  it('needs a name or a locality', () => {
    expect(place('location.street: s', { s: '3 rue Haute' })).toEqual({ places: [], codes: ['place-without-name'] });
  });
});

describe('a named thing', () => {
  const organizers = (spec: string, row: Record<string, unknown>) =>
    (one(`- {type: event, fields: {name: {const: x}, ${spec}}}`, row).organizers as unknown as object[]).map(
      (mention) => {
        const { kind, lines, rule, grade, ...rest } = mention as Record<string, unknown>;
        expect([kind, rule, grade]).toEqual(['organization', 'field:organizers', 'stated']);
        return { ...rest, at: (lines as { first: number }).first };
      },
    );

  it('has an address, another name and a larger body where the mapping says so', () => {
    const spec = 'organizers: {forEach: orgs, fields: {name: n, url: u, alternateName: s, within: w}}';
    const row = {
      orgs: [
        { n: 'Direction du numérique', u: 'https://exemple.org/', s: 'DN', w: 'Ministère' },
        { n: 'Autre' },
        { u: 'https://x.example/' },
      ],
    };
    expect(organizers(spec, row)).toEqual([
      {
        name: 'Direction du numérique',
        surface: 'Direction du numérique',
        url: 'https://exemple.org/',
        aliases: ['DN'],
        within: expect.objectContaining({ name: 'Ministère', kind: 'organization' }),
        at: 2,
      },
      { name: 'Autre', surface: 'Autre', at: 2 },
    ]);
    expect(
      organizers("organizers: {from: o, link: 'https://exemple.org/{{id}}'}", { o: ['A', 'B'], id: ['a', 'b'] }),
    ).toEqual([
      { name: 'A', surface: 'A', url: 'https://exemple.org/a', at: 2 },
      { name: 'B', surface: 'B', url: 'https://exemple.org/b', at: 2 },
    ]);
  });
});

describe('an affiliation', () => {
  const affiliations = (fields: string, row: Record<string, unknown>) => {
    const { records, findings } = map(`- {type: person, fields: {name: {const: x}, ${fields}}}`, row);
    const { affiliations } = records[0] as unknown as {
      affiliations: { role?: string; organization?: { name: string }; past: boolean }[];
    };
    return {
      pairs: affiliations.map(({ role, organization, past }) => [role, organization?.name, past]),
      codes: findings.map(({ code }) => code),
    };
  };

  it.each([
    [
      'a role and an organisation',
      'affiliation.role: r, affiliation.organization: o',
      { r: 'Directrice', o: 'Asso' },
      [['Directrice', 'Asso', false]],
    ],
    ['a role alone', 'affiliation.role: r', { r: 'Directrice' }, [['Directrice', undefined, false]]],
    ['an organisation alone', 'affiliation.organization: o', { o: 'Asso' }, [[undefined, 'Asso', false]]],
    [
      'one role for all organisations',
      'affiliation.role: r, affiliation.organization: o',
      { r: 'Élu', o: ['A', 'B'] },
      [
        ['Élu', 'A', false],
        ['Élu', 'B', false],
      ],
    ],
    [
      'roles and organisations side by side',
      'affiliation.role: r, affiliation.organization: o',
      { r: ['x', 'y'], o: ['A', 'B'] },
      [
        ['x', 'A', false],
        ['y', 'B', false],
      ],
    ],
    ['a French role', 'affiliation: job', { job: 'ex-Directrice chez Asso' }, [['Directrice', 'Asso', true]]],
    [
      'a French role beside an organisation',
      'affiliation.role: {from: r, as: fr-role}, affiliation.organization: o',
      { r: ['Coach', 'Directrice chez A'], o: 'B' },
      [
        ['Directrice', 'A', false],
        ['Coach', 'B', false],
      ],
    ],
    [
      'a list of objects',
      'affiliations: {forEach: jobs, fields: {role: r, organization: o}}',
      { jobs: [{ r: 'x', o: 'A' }, { o: 'B' }] },
      [
        ['x', 'A', false],
        [undefined, 'B', false],
      ],
    ],
  ])('is %s', (_, fields, row, expected) => {
    expect(affiliations(fields, row)).toEqual({ pairs: expected, codes: [] });
  });

  it('keeps what the grammar says of the organisation besides its name', () => {
    const config = configOf(oneSource('- {type: person, fields: {name: {const: x}, affiliation: job}}'));
    const source = config.sources[0];
    if (source === undefined) throw new Error('no source');
    const within = { name: 'Ministère', surface: 'MINISTÈRE' };
    const splitRole = () => ({ organization: { name: 'Service', surface: 'le service', aliases: ['S'], within } });
    const { records } = recordsOf(documentOf('a.md', { job: 'x' }), source, { config, splitRole });
    expect(records[0]).toMatchObject({
      affiliations: [
        {
          organization: {
            kind: 'organization',
            name: 'Service',
            surface: 'le service',
            aliases: ['S'],
            within,
            lines: { first: 2 },
          },
        },
      ],
    });
  });

  it('pairs nothing that may not belong together', () => {
    expect(
      affiliations('affiliation.role: r, affiliation.organization: o', { r: ['x', 'y'], o: ['A', 'B', 'C'] }),
    ).toEqual({
      pairs: [
        ['x', undefined, false],
        ['y', undefined, false],
        [undefined, 'A', false],
        [undefined, 'B', false],
        [undefined, 'C', false],
      ],
      codes: ['unpaired-affiliations'],
    });
  });
});

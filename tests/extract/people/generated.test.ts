import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capacity } from '../../../src/domain/participation.ts';
import { scanPeople } from '../../../src/extract/people/list.ts';
import { said } from './support.ts';

/** Whatever is printed from a known structure is read back as that structure. */

const GIVEN = ['Solène', 'Malik', 'Yves', 'Jean-Baptiste', 'Aminata', 'Maëlle', 'Gaspard', 'Inès'];
const SURNAMES = ['Kerbrat', 'Oubara', 'Le Tallec', "N'Diaye", "O'Rourke", 'Dufresnoy-Abadie', 'van Broek', 'Zilliox'];
const ROLES = [
  'médiatrice',
  'chargée de mission',
  'directeur de la communication',
  'cheffe de projet',
  'chercheur·euse',
  'responsable du pôle médiation',
  'coordinatrice des bénévoles',
];
/** As printed, and the name of the body. */
const BODIES: readonly (readonly [string, string])[] = [
  ['la Ville de Brumance', 'Ville de Brumance'],
  ["l'association Passerelle", 'Passerelle'],
  ['la Région Haute-Lande', 'Région Haute-Lande'],
  ["l'Université de Valombre", 'Université de Valombre'],
  ['la Fondation des Rivages', 'Fondation des Rivages'],
  ["l'ANNR", 'ANNR'],
];

interface Someone {
  readonly name: string;
  readonly role?: string;
  readonly body?: readonly [string, string];
  readonly tie: ' à ' | ' au sein de ' | ', ';
}

const someone = fc.record(
  {
    role: fc.constantFrom(...ROLES),
    body: fc.constantFrom(...BODIES),
    tie: fc.constantFrom(' à ', ' au sein de ', ', '),
  },
  { requiredKeys: ['tie'] },
);

const people: fc.Arbitrary<Someone[]> = fc
  .tuple(fc.shuffledSubarray(GIVEN, { minLength: 1, maxLength: 5 }), fc.shuffledSubarray(SURNAMES, { minLength: 5 }))
  .chain(([given, surnames]) =>
    fc
      .array(someone, { minLength: given.length, maxLength: given.length })
      .map((all) => all.map((one, at) => ({ ...one, name: `${given[at]} ${surnames[at]}` }) as Someone)),
  );

const printed = ({ name, role, body, tie }: Someone): string => {
  const [words] = body ?? [''];
  if (role === undefined) return body === undefined ? name : `${name}, ${words}`;
  return `${name}, ${role}${body === undefined ? '' : `${tie}${words}`}`;
};

const expected = ({ name, role, body }: Someone): string => {
  const post = [role, body === undefined ? undefined : `@ ${body[1]}`].filter((part) => part !== undefined).join(' ');
  return post === '' ? name : `${name} | ${post}`;
};

describe('people lines from a known structure', () => {
  it('come back as that structure, one a line or between semicolons', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('\n', ' ; ', '\n- ', '\n• ', ' • '), (list, separator) => {
        const lead = separator.startsWith('\n') ? separator.slice(1) : '';
        expect(said(lead + list.map(printed).join(separator))).toEqual(list.map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('come back with dashes and parentheses around what is said of them', () => {
    fc.assert(
      fc.property(people, fc.constantFrom([' (', ')'], [' – ', ''], [' : ', '']), (list, [open, close]) => {
        const line = (one: Someone): string => {
          const [, rest] = printed(one).split(/, (.*)/s);
          return rest === undefined ? one.name : `${one.name}${open}${rest}${close}`;
        };
        expect(said(list.map(line).join('\n'))).toEqual(list.map(expected));
      }),
      { numRuns: 300 },
    );
  });

  it('hold names alone in one line, with commas and et', () => {
    fc.assert(
      fc.property(people, (list) => {
        const names = list.map(({ name }) => name);
        const last = names.at(-1) as string;
        const text = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} et ${last}`;
        expect(said(text)).toEqual(names);
      }),
    );
  });

  it('share a body and a plural post among bare names tied by et', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...BODIES),
        fc.constantFrom('médiateurs', 'cofondatrices', ''),
        (list, body, role) => {
          fc.pre(list.length > 1);
          const names = list.map(({ name }) => name);
          const post = role === '' ? ` de ${body[0]}` : `, ${role} de ${body[0]}`;
          const post2 = role === '' ? `@ ${body[1]}` : `${role} @ ${body[1]}`;
          const text = `${names.slice(0, -1).join(', ')} et ${names.at(-1)}${post}`;
          expect(said(text)).toEqual(names.map((name) => `${name} | ${post2}`));
        },
      ),
    );
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...[
      'Solène',
      'Kerbrat',
      'KERBRAT',
      'de',
      "d'",
      'la',
      'Ville',
      'ville',
      'directrice',
      'et',
      'ou',
      '/',
      ',',
      '.',
      '(',
      ')',
    ],
    ...[
      '«',
      '»',
      '"',
      '-',
      '–',
      '\n',
      'qui',
      'équipe',
      'représenté',
      'par',
      'avec',
      'ex-',
      'ancien',
      'sous',
      'réserve',
    ],
    ...['Avec :', '10h', '·', '•', '[', ']', 'J', 'respectivement', 'ANNR', 'au sein de', '😀', '\ud800', 'tous deux'],
  );
  const text = fc.oneof(
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
    fc.array(words, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  it('never throws, and its contributions lie inside it, in order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Capacity>('speaker', 'facilitator'), (any, capacity) => {
        let last = 0;
        for (const { start, end } of scanPeople(any, capacity)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(any.length);
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, parseAddress } from '../../src/extract/address.ts';

const READ: readonly [string, Address][] = [
  ['77 Avenue de Ségur, 75015 Paris', { street: '77 Avenue de Ségur', postalCode: '75015', locality: 'Paris' }],
  [
    '17 place de la Bourse 33076 Bordeaux',
    { street: '17 place de la Bourse', postalCode: '33076', locality: 'Bordeaux' },
  ],
  ['12 bis rue Haute 75001 PARIS CEDEX 01', { street: '12 bis rue Haute', postalCode: '75001', locality: 'PARIS' }],
  ['3 quai Bas 99400 Nulle-Part', { street: '3 quai Bas', postalCode: '99400', locality: 'Nulle-Part' }],
  ['Nantes', { locality: 'Nantes' }],
  ['Nantes (44)', { locality: 'Nantes' }],
  ['Saint-Maur-des-Fossés', { locality: 'Saint-Maur-des-Fossés' }],
  ['L’Haÿ-les-Roses', { locality: 'L’Haÿ-les-Roses' }],
  ['44000 Nantes', { postalCode: '44000', locality: 'Nantes' }],
  ['Nantes 44000', { postalCode: '44000', locality: 'Nantes' }],
  ['F-44000 Nantes, France', { postalCode: '44000', locality: 'Nantes', country: 'FR' }],
  ['3, quai Ouest\n69002  Lyon', { street: '3, quai Ouest', postalCode: '69002', locality: 'Lyon' }],
  [
    '2-4 allée Verte, 2e étage, 20200 Bastia',
    { street: '2-4 allée Verte, 2e étage', postalCode: '20200', locality: 'Bastia' },
  ],
  ['Place du Marché, 97400 Saint-Denis', { street: 'Place du Marché', postalCode: '97400', locality: 'Saint-Denis' }],
  ['12 rue Haute, Lille', { street: '12 rue Haute', locality: 'Lille' }],
  [
    'Salle des fêtes, 3 place du Marché, 01000 Bourg-en-Bresse',
    { name: 'Salle des fêtes', street: '3 place du Marché', postalCode: '01000', locality: 'Bourg-en-Bresse' },
  ],
  ['Palais des congrès, 44000 Nantes', { name: 'Palais des congrès', postalCode: '44000', locality: 'Nantes' }],
  [
    '5 rue Basse CS 70001 33076 Bordeaux cedex',
    { street: '5 rue Basse CS 70001', postalCode: '33076', locality: 'Bordeaux' },
  ],
  ['8 rue Neuve, 75015 Paris 15e', { street: '8 rue Neuve', postalCode: '75015', locality: 'Paris 15e' }],
];

const ABSTAINED = [
  '',
  ' , ',
  'en ligne',
  'En ligne',
  'À distance',
  'Visioconférence',
  'France',
  'Palais de la Bourse',
  'Maison des associations',
  'Rue Haute',
  '12 rue Haute Lille',
  '12 rue Haute',
  'Nantes, Saint-Nazaire',
  '10 avril, Paris',
  'Entrée gratuite (dans la limite des places disponibles), inscription obligatoire',
  '75015',
  'https://exemple.fr',
];

describe('parseAddress', () => {
  it.each(READ)('splits %j', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  it.each(ABSTAINED)('abstains from %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  const street = fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('', ' bis', ' ter', 'B'),
      fc.constantFrom('rue', 'avenue', 'Boulevard', 'quai', 'place', 'impasse'),
      fc.constantFrom('Haute', 'de la Gare', "de l'Église", 'du 8 mai 1945', 'Jean-Exemple'),
    )
    .map(([n, suffix, kind, name]) => `${n}${suffix} ${kind} ${name}`);
  const code = fc.integer({ min: 1000, max: 95999 }).map((n) => String(n).padStart(5, '0'));
  const town = fc.constantFrom(
    'Nantes',
    'Saint-Denis',
    'La Roche-sur-Yon',
    "L'Isle-d'Abeau",
    'Le Mans',
    'Évreux',
    'LYON',
  );
  const cedex = fc.constantFrom('', ' Cedex', ' CEDEX 01', ' cedex 9');

  it('finds the parts that an address was put together from', () => {
    fc.assert(
      fc.property(street, fc.constantFrom(', ', ' ', ' , ', '\n'), code, town, cedex, (s, joint, c, t, x) => {
        expect(parseAddress(`${s}${joint}${c} ${t}${x}`)).toEqual({ street: s, postalCode: c, locality: t });
      }),
    );
  });

  it('only ever gives words of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), code, town, (noise, c, t) => {
        const text = `${noise} ${c} ${t}`.replace(/\s+/g, ' ');
        for (const part of [parseAddress(text)?.street, parseAddress(text)?.locality]) {
          if (part !== undefined) expect(text).toContain(part);
        }
      }),
    );
  });

  it.each(['1 ', '75001 ', 'a,', 'A ', ', ', '12 rue ', '(', '- '])('stays quick on 50 KB of %j', (unit) => {
    const start = performance.now();
    expect(parseAddress(unit.repeat(50_000 / unit.length))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

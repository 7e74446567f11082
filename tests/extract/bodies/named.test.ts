import { describe, expect, it } from 'vitest';
import { bodiesNamed } from '../../../src/extract/bodies/named.ts';
import { tokenize } from '../../../src/extract/text/tokens.ts';

const named = (text: string, ...known: string[]) =>
  bodiesNamed({ flat: text, tokens: tokenize(text) }, new Set(known), []).map(({ body }) => [
    body.name,
    ...body.aliases,
  ]);

describe('bodies that running text names', () => {
  it.each([
    [
      'Halage Libre, Quai-Neuf et la Ville de Lumeau racontent.',
      [['Halage Libre'], ['Quai-Neuf'], ['Ville de Lumeau']],
    ],
    ['La soirée rassemblera Halage Libre et le centre Oriel.', [['Halage Libre'], ['centre Oriel']]],
    ['Entre Jeanne Martin et la Ville de Lumeau.', [['Ville de Lumeau']]],
    ['Les équipes du hub « Au fil » et « Les Quais ».', [['Au fil'], ['Les Quais']]],
    ['Les équipes du réseau « Au fil', []],
    [
      'Avec la mission interministérielle des quais ouverts, tout va.',
      [['mission interministérielle des quais ouverts']],
    ],
    ['Un chargé de mission interministérielle des quais ouverts.', []],
    ["L'équipe-projet des Quais Vivants accueille.", [['équipe-projet des Quais Vivants']]],
    ["L'ouvrage Au fil de l'eau (Presses-Neuves, 2021) en parle.", [['Presses-Neuves']]],
    ['Une étude le montre (Dupont, 2021).', []],
    ['Une entreprise de l’ESS.', []],
    ['Entre l’agence Oriel et la VQN permettra de voir.', [['Oriel'], ['VQN']]],
    ["L'incubateur de services de la VQN accueille.", [['incubateur de services']]],
    ["L'incubateur de services de la VQN quais.exemple.fr", [['incubateur de services']]],
    ["Un incubateur de services de la VQN accueille, et l'incubateur de services aussi.", [['VQN']]],
    ['Porté par la Ville de Lumeau et soutenu par le centre Oriel.', [['Ville de Lumeau'], ['centre Oriel']]],
    ['Elle raconte la ville en musique (Lumeau-Oriel).', []],
    ['Les données que la Régie publie chaque matin.', []],
    ['Les données que la Régie des quais publie chaque matin.', [['Régie des quais']]],
    ['Une base de la Maison des quais et du VQN.', [['Maison des quais'], ['VQN']]],
    ['La Fédération pour une mer vivante accueille.', [['Fédération pour une mer vivante']]],
    ['le Ministère du Sud et des Îles', [['Ministère du Sud et des Îles']]],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected));

  it('gives what is named by its owner with the words of both, and the owner as the larger body', () => {
    const text = "Le laboratoire d'innovation de la Ville de Lumeau";
    const [found] = bodiesNamed({ flat: text, tokens: tokenize(text) }, new Set(), []);
    expect(found?.body).toMatchObject({
      name: "laboratoire d'innovation",
      surface: "laboratoire d'innovation de la Ville de Lumeau",
      within: { name: 'Ville de Lumeau' },
    });
  });

  it('takes the letters after a known name for its own, and a word of a longer name for nobody', () => {
    expect(named('Agence des berges (ADB) et Open Berges', 'agence des berges', 'open')).toEqual([
      ['Agence des berges', 'ADB'],
    ]);
  });
});

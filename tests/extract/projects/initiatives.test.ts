import { describe, expect, it } from 'vitest';
import { initiativeOf, projectsOfBlocks } from '../../../src/extract/projects/initiative.ts';
import type { Block } from '../../../src/read/reader.ts';

const blocks = (...texts: string[]): Block[] =>
  texts.map((text, at) => ({ kind: 'paragraph', text, lines: { first: at + 1, last: at + 1 } }));
const named = (text: string) =>
  projectsOfBlocks(blocks(text)).map(({ name, stewards }) => [name, ...stewards.map((steward) => steward.name)]);
const about = (title: string, ...texts: string[]) => {
  const of = blocks(...texts);
  return initiativeOf(title.toUpperCase(), title, of, projectsOfBlocks(of));
};

describe('who makes what a text names', () => {
  it.each([
    ['Ondine développe une méthode (le Relief Simple) pour tous.', [['Relief Simple', 'Ondine']]],
    [
      "Pour aider, l'association Les Bateliers, à Sète, travaille à la production d'un annuaire des ressources en hydrologie.",
      [['annuaire des ressources en hydrologie', 'Les Bateliers']],
    ],
    ["Solène Kerbrat développe l'outil Cartovent.", [['Cartovent']]],
    ["Chez Ondine, on développe l'outil Cartovent.", [['Cartovent']]],
    ["Ondine parle de l'outil Cartovent.", [['Cartovent']]],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected));
});

describe('a name that the text says it gives', () => {
  it.each([
    [
      "Les Riverains proposent un modèle d'entraide baptisé Coordination locale d'hydrologie (CLH).",
      "Coordination locale d'hydrologie",
    ],
    ['Dans le cadre de Marées2030, des élèves mesurent.', 'Marées2030'],
  ])('%s', (text, name) => expect(named(text).map(([first]) => first)).toEqual([name]));
  it('is no body that frames something', () => {
    expect(named('Dans le cadre du Conseil des eaux, on mesure.')).toEqual([]);
  });
});

describe('letters for words of the title', () => {
  const title = "Comment utiliser l'Indice de Pureté Fluviale ?";
  it('name what the title spells out, where the text comes back to them', () => {
    expect(about(title, "L'IPF répond à un besoin. Les limites de l'IPF sont connues.")).toMatchObject({
      name: 'Indice de Pureté Fluviale',
      surface: 'IPF',
      alias: 'IPF',
      kind: 'dataset',
    });
  });
  it('name nothing where they stand once, for other words, or for a body', () => {
    expect(about(title, "L'IPF répond à un besoin.")).toBeUndefined();
    expect(about(title, "L'IQF répond à un besoin. L'IQF aide.")).toBeUndefined();
    expect(about('La Fédération des Pêcheurs agit', 'La FDP aide. La FDP agit.')).toBeUndefined();
  });
  it('stand with their words where the text prints both', () => {
    const found = about(
      'Connaître les rives',
      "FluRiv (Fluvial et Riverain) s'appuie sur des mesures.",
      'La démarche FluRiv repose sur des enquêtes, et la démarche FluRiv est ouverte.',
    );
    expect(found).toMatchObject({ surface: 'FluRiv (Fluvial et Riverain)', alias: 'Fluvial et Riverain' });
    expect(found?.block.lines.first).toBe(1);
  });
});

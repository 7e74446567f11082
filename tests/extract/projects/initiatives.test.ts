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
    ['Les Bateliers ont conçu Luciole, une lampe à vingt euros.', [['Luciole', 'Les Bateliers']]],
    [
      "La Ville de Lumeau a ouvert l'an dernier l'Observatoire des quais, qui rassemble des mesures.",
      [['Observatoire des quais', 'Ville de Lumeau']],
    ],
    [
      "La Ville de Lumeau s'est lancée en 2021 avec Rive virtuelle, une maquette du fleuve.",
      [['Rive virtuelle', 'Ville de Lumeau']],
    ],
    ["L'ABR publie cet automne Le Prix du quai, un rapport.", [['Le Prix du quai', 'ABR']]],
    ["L'ABR a mis au point Bascule, une grille en dix questions.", [['Bascule', 'ABR']]],
    [
      "On a écrit Portulan, un schéma de données commun aux ports, que l'association Halage Libre maintient.",
      [['Portulan', 'Halage Libre']],
    ],
    ['On y parlera de Portulan, le logiciel libre que développe Ondine.', [['Portulan', 'Ondine']]],
    [
      'Avec Mousses juniors, programme éducatif des Bateliers de Lumeau, dix classes naviguent.',
      [['Mousses juniors', 'Bateliers de Lumeau']],
    ],
    ["Le Livre des rives, base d'observations tenue par l'ABR, grandit.", [['Le Livre des rives', 'ABR']]],
    ["L'École des mousses, portée par la Ville de Lumeau, ouvre.", [['École des mousses', 'Ville de Lumeau']]],
    [
      'De là est née une méthode, « La chaise vide », mise au point par la Ville de Lumeau.',
      [['La chaise vide', 'Ville de Lumeau']],
    ],
    ['Elle contribue au projet de recherche Quais Libres initié par Ondine.', [['Quais Libres', 'Ondine']]],
    ['Ondine a développé une plateforme pédagogique, BERGIA, destinée à tous.', [['BERGIA', 'Ondine']]],
    ["Ondine a développé une plateforme pédagogique, Jeanne Martin l'a dessinée.", []],
    [
      "Lauréat du plan de relance “Berges d'avenir” (Direction des quais de Lumeau).",
      [["Berges d'avenir", 'Direction des quais de Lumeau']],
    ],
    ['Un constat qui a amené Ondine à lancer le programme Cap Lande, pour tous.', [['Cap Lande', 'Ondine']]],
    [
      'Un témoignage de HalageAsso et du Mouvement des Berges, cofondateurs du programme Cap Lande.',
      [['Cap Lande', 'HalageAsso', 'Mouvement des Berges']],
    ],
    ['Un témoignage de Jeanne Martin, cofondatrice du programme Cap Lande.', [['Cap Lande']]],
    ["Dans le cadre de l'AMI Métiers des quais, un consortium veut aider.", [['AMI Métiers des quais']]],
    ["L'équipe de « QuaiAgora » viendra.", [['QuaiAgora']]],
    ['Le projet Noircir le halage et des bateliers viendront.', [['Noircir le halage']]],
    [
      'Quais-faciles.fr permet de payer ses taxes. Cette application en ligne, développée et maintenue par la Ville de Lumeau, est libre.',
      [['Quais-faciles.fr', 'Ville de Lumeau']],
    ],
    ['Mille fiches composent la base Repères du quai.', [['Repères du quai']]],
    ["L'inventaire Mouettes perdues, lancé par l'ABR, est fini.", [['Mouettes perdues', 'ABR']]],
    ['Une colonne nommée « Q_moy » ne dit rien.', []],
    ['Les Bateliers ont accueilli Luciole, une géographe.', []],
    ["L'Agence des quais, créée par la Ville de Lumeau, compte dix personnes.", []],
    [
      "L'Assemblée des quais réunit depuis deux ans des riverains. Le dispositif est porté par la Ville de Lumeau.",
      [['Assemblée des quais', 'Ville de Lumeau']],
    ],
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

describe('the one initiative that a session is about', () => {
  it('is the one that its text introduces, even once', () => {
    expect(about('Mesurer le fleuve', 'Ondine publie Portulan, un rapport sur les quais.')?.name).toBe('Portulan');
    expect(about('Mesurer le fleuve', 'La démarche, baptisée « Portulan », a un an.')?.name).toBe('Portulan');
    expect(about('Mesurer le fleuve', 'Le tableau de bord Portulan, développé avec Ondine, aide.')?.name).toBe(
      'Portulan',
    );
  });
  it('is none that is only spoken of, or given to those who come', () => {
    expect(about('Mesurer le fleuve', 'Le programme Portulan a demandé un avis.')).toBeUndefined();
    expect(about('Mesurer le fleuve', "On repartira avec le carnet « Portulan », édité par l'ABR.")).toBeUndefined();
  });
});

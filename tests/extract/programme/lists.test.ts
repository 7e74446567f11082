import { describe, expect, it } from 'vitest';
import { line, read } from './support.ts';

const DAY = '# Mardi 5 mars 2024\n\n## Coudre\n\n10h – 11h\n\n';
const people = (text: string): string[] =>
  read(DAY + text).people.map(({ actor, affiliations }) =>
    [actor.name, ...affiliations.map(({ role, organization }) => `${role ?? ''} @ ${organization?.name ?? ''}`)].join(
      ' | ',
    ),
  );

describe('people without a label of their own', () => {
  it('are read from the bios that end a session', () => {
    const text =
      'Une séance sur le fil.\n\nSolène Kerbrat est directrice de Passerelle. Elle coud.\n\nHugo Astier dirige la Maison du Lin.\n';
    expect(people(text)).toEqual(['Solène Kerbrat | directrice @ Passerelle', 'Hugo Astier |  @ Maison du Lin']);
  });

  it('are nobody where nothing tells of the session, or prose goes on', () => {
    expect(people('Solène Kerbrat est directrice de Passerelle.\n')).toEqual([]);
    expect(people('Le fil.\n\nSolène Kerbrat est directrice de Passerelle.\n\nOn coudra ensuite.\n')).toEqual([]);
  });

  it('have the post that is printed before their name', () => {
    expect(people('Avec : la directrice de Passerelle, Solène Kerbrat.\n')).toEqual([
      'Solène Kerbrat | directrice @ Passerelle',
    ]);
  });

  it('stand after labels of several kinds', () => {
    for (const label of ['Autour de la table :', 'Démonstration par'])
      expect(people(`${label} Solène Kerbrat.\n`), label).toEqual(['Solène Kerbrat']);
  });
});

describe('a numbered list in the text of a session', () => {
  const presents = (text: string) =>
    read(DAY + text).sessions.flatMap((one) =>
      one.presents.map(({ project, steward }) => [project.name, steward?.name]),
    );
  const items =
    '1. Le Fil, porté par Passerelle, va de port en port.\n2. La Trame, portée par la Ville de Brumance.\n3. Le Rouet qui tourne.\n';

  it('says what is presented where the session counts it, or is one of pitches', () => {
    const expected = [
      ['Le Fil', 'Passerelle'],
      ['La Trame', 'Ville de Brumance'],
      ['Le Rouet', undefined],
    ];
    expect(presents(`Trois idées de la côte.\n\n${items}`)).toEqual(expected);
    expect(presents(`Séance de pitchs.\n\n${items}`)).toEqual(expected);
  });

  it('presents nothing otherwise', () => {
    expect(presents(`Le déroulé.\n\n${items}`)).toEqual([]);
  });
});

it('presents what the prose after the people introduces, where a session has no other', () => {
  const text =
    'Avec : Solène Kerbrat, directrice de Passerelle.\n\nOn coud mal, et tout le monde le dit. Passerelle publie cet hiver Le Fil tendu, un rapport qui compare les aiguilles de trente ports. Il a fait grincer des dents, ici comme ailleurs. Une séance pour comprendre pourquoi, et ce que la côte peut en faire.\n';
  expect(read(DAY + text).sessions.flatMap(({ presents }) => presents.map(({ project }) => project.name))).toEqual([
    'Le Fil tendu',
  ]);
});

it('takes a foot whose page number rises for no text, in a booklet of few pages', () => {
  const foot = (page: number) => `Les Rencontres du fil — ${page}\n\n`;
  const text = `${DAY}Avec : Solène Kerbrat\n\n${foot(2)}## Semer\n\n11h – 12h\n\n${foot(3)}## Lire\n\n12h – 13h\n\n${foot(4)}`;
  expect(read(text).people.map(({ actor }) => actor.name)).toEqual(['Solène Kerbrat']);
  expect(read(text).sessions.map(line)).toHaveLength(3);
});

describe('a project that a session names', () => {
  const carried = (text: string) =>
    read(DAY + text).records.flatMap((record) =>
      record.type === 'project' ? [[record.project.name, ...record.stewards.map(({ name }) => name)]] : [],
    );
  const ABOUT = "Découvrez l'outil Cartovent.\n\nAVEC\n\n";

  it('is carried by the body for which someone is in charge of it, where the text does not say by whom', () => {
    expect(carried(`${ABOUT}Solène Kerbrat, cheffe de projet Cartovent à la Ville de Brumance\n`)).toEqual([
      ['Cartovent', 'Ville de Brumance'],
    ]);
  });

  it('is carried by nobody where those in charge are of two bodies, or were', () => {
    const two =
      'Solène Kerbrat, cheffe de projet Cartovent à la Ville de Brumance, et Hugo Astier, responsable de Cartovent à la Région Haute-Lande\n';
    expect(carried(ABOUT + two)).toEqual([['Cartovent']]);
    expect(carried(`${ABOUT}Solène Kerbrat, ancienne cheffe de projet Cartovent à la Ville de Brumance\n`)).toEqual([
      ['Cartovent'],
    ]);
  });

  it('is what the session presents where the line of its people explains it', () => {
    const text =
      "Cartovent aide les ports.\n\nAVEC\n\nl'équipe de Cartovent (Solène Kerbrat), un commun numérique de la côte\n";
    expect(read(DAY + text).sessions.flatMap(({ presents }) => presents.map(({ project }) => project.name))).toEqual([
      'Cartovent',
    ]);
  });
});

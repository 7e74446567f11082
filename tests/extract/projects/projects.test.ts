import { describe, expect, it } from 'vitest';
import { projectsIn } from '../../../src/extract/projects/candidates.ts';
import { initiativeOf, projectsOfBlocks } from '../../../src/extract/projects/initiative.ts';
import { projectRecord } from '../../../src/extract/projects/record.ts';
import type { Block } from '../../../src/read/reader.ts';

const read = (text: string): string[] =>
  projectsIn(text).map(
    ({ kind, name, stewards }) => `${kind}: ${[name, ...stewards.map((steward) => steward.name)].join(' < ')}`,
  );

const blocks = (...texts: string[]): Block[] =>
  texts.map((text, at) => ({ kind: 'paragraph', text, lines: { first: 10 + at, last: 10 + at } }));

describe('projects that running text names', () => {
  it.each([
    ["Découvrez le programme Cap Lande, porté par l'association Passerelle.", ['programme: Cap Lande < Passerelle']],
    ["L'outil « La Boussole » oriente les habitants.", ['software: La Boussole']],
    ['Essayez le logiciel libre Cartovent.', ['software: Cartovent']],
    ['Cartovent est une plateforme libre.', ['service: Cartovent']],
    [
      'Cartovent, une application développée par la Ville de Brumance, recense les lieux.',
      ['software: Cartovent < Ville de Brumance'],
    ],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['Cartovent recense les lieux.'],
    ['Solène Kerbrat est cheffe de projet.'],
    ['Parlons du projet de Passerelle.'],
    [''],
  ])('a capital alone makes no project: %j', (text) => expect(read(text)).toEqual([]));
});

describe('the initiative that a session is about', () => {
  const about = (title: string, ...texts: string[]): string | undefined => {
    const of = blocks(...texts);
    return initiativeOf(title, title, of, projectsOfBlocks(of))?.name;
  };
  it('is named in its title and explained in its text', () => {
    expect(about('Cartovent, la carte des marées', 'Cartovent est une plateforme libre.')).toBe('Cartovent');
  });
  it('stays open where two have the same claim, or one is only mentioned', () => {
    expect(about('Deux outils', "L'outil « La Boussole » et l'outil « Le Sextant » aident.")).toBeUndefined();
    expect(about('Lire une carte', 'Le logiciel libre Cartovent aide.')).toBeUndefined();
    expect(about('Lire une carte', 'On lit une carte.')).toBeUndefined();
  });
});

describe('the record of a project', () => {
  it('says its kind as inferred, on the lines of its words', () => {
    const [project] = projectsOfBlocks(blocks('Rien.', 'Essayez le logiciel libre Cartovent.'));
    expect(project && projectRecord(project)).toMatchObject({
      type: 'project',
      project: { kind: 'project', name: 'Cartovent', lines: { first: 11, last: 11 }, grade: 'stated' },
      kind: { value: 'software', grade: 'inferred' },
    });
  });
});

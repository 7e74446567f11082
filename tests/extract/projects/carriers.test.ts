import { describe, expect, it } from 'vitest';
import { projectsIn } from '../../../src/extract/projects/candidates.ts';

const carried = (text: string) => projectsIn(text).map(({ name, stewards }) => [name, ...stewards.map((s) => s.name)]);

describe('who carries what a text names', () => {
  it.each([
    [
      "Le référentiel des berges, produit par l'ABR et la Ville de Lumeau, sert à tous.",
      ['référentiel des berges', 'ABR', 'Ville de Lumeau'],
    ],
    ['Le dispositif « Quai Neuf », mise en œuvre par la Ville de Lumeau, ouvre.', ['Quai Neuf', 'Ville de Lumeau']],
    ['La Ville de Lumeau a suivi dix quais. Son rapport « À quai » paraît.', ['À quai', 'Ville de Lumeau']],
    ['Dans ce cadre, Halage Libre partagera les leçons de son guide « Au fil ».', ['Au fil', 'Halage Libre']],
    ['Dans ce cadre, Halage Libre partagera les leçons de son guide Au fil.', []],
    [
      "Depuis 2020, une concertation, pilotée par l'ABR et Halage Libre, a réuni dix ports pour définir un schéma de données des quais.",
      ['schéma de données des quais', 'ABR', 'Halage Libre'],
    ],
    ['Il a écrit le programme « Au fil », édité par Jeanne Martin.', ['Au fil']],
    ['Le groupe de travail Quais Vivants de La Ruche des Ports se réunit.', ['Quais Vivants', 'La Ruche des Ports']],
    [
      "Retour d'expérience sur Quai Neuf, une plateforme conçue par la Ville de Lumeau.",
      ['Quai Neuf', 'Ville de Lumeau'],
    ],
  ])('%s', (text, expected) => expect(carried(text)).toEqual(expected.length === 0 ? [] : [expected]));
});

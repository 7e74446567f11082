import { describe, expect, it } from 'vitest';
import { isAcronymOf } from '../../../src/extract/people/acronym.ts';
import { scanOrganization } from '../../../src/extract/people/organization.ts';
import { tokenize } from '../../../src/extract/text/tokens.ts';
import { bodyLine } from './support.ts';

const body = (text: string) => scanOrganization(text, tokenize(text), 0)?.value;

describe('names of bodies', () => {
  it.each([
    ['la Ville de Brumance', 'Ville de Brumance'],
    ["l'association Passerelle", 'Passerelle'],
    ["l'association « La Passerelle des mots »", 'La Passerelle des mots'],
    ['Université de Brumance', 'Université de Brumance'],
    ['centre social du Val Perdu', 'centre social du Val Perdu'],
    ['La Coop des Rivages', 'La Coop des Rivages'],
    ['passerelle.coop', 'passerelle.coop'],
    ['ANNR', 'ANNR'],
    ['Agence nationale du numérique rural (ANNR)', 'Agence nationale du numérique rural (ANNR)'],
    ['Labo Vert (Ville de Brumance)', 'Labo Vert < Ville de Brumance'],
    ["Institut de la donnée de l'Université de Brumance", 'Institut de la donnée < Université de Brumance'],
    ['Agence nationale des rivages vivants (ANRV)', 'Agence nationale des rivages vivants (ANRV)'],
    ['Brumance (77)', 'Brumance'],
    ['Passerelle (sous réserve)', 'Passerelle'],
    ['direction des\nachats de la Ville de Brumance', 'direction des achats < Ville de Brumance'],
  ])('%j is %s', (text, expected) => {
    const found = body(text);
    expect(found && bodyLine(found)).toBe(expected);
  });

  it.each([['qui propose'], ['elle'], ['directrice'], ['petit'], ['ville'], [', Passerelle'], ['']])(
    '%j is none',
    (text) => expect(body(text)).toBeUndefined(),
  );

  it('keeps the label and the acronym in the surface', () => {
    expect(body("l'association Passerelle")?.surface).toBe('association Passerelle');
    expect(body('Agence du lien rural (ALR)')?.surface).toBe('Agence du lien rural (ALR)');
  });

  it('stops before the next person, post or clause', () => {
    const rest = (text: string): string => {
      const tokens = tokenize(text);
      return text.slice(tokens[scanOrganization(text, tokens, 0)?.next ?? 0]?.start);
    };
    expect(rest('la Ville de Brumance et Malik Oubara')).toBe('et Malik Oubara');
    expect(rest('la Ville de Brumance qui accueille')).toBe('qui accueille');
    expect(rest('Passerelle accueille le projet (ANNR)')).toBe('accueille le projet (ANNR)');
    expect(rest("l'association Passerelle, élue")).toBe(', élue');
    expect(rest('la Ville de Brumance en partenariat avec Passerelle')).toBe('en partenariat avec Passerelle');
  });
});

describe('acronyms', () => {
  it.each([
    ['ANNR', 'Agence nationale du numérique rural', true],
    ['ALR', "Agence du lien à l'eau rurale", true],
    ['ÉNR', 'École nouvelle des rivages', true],
    ['ANNR', 'Agence', false],
    ['XYZ', 'Agence nationale du numérique rural', false],
    ['annr', 'Agence nationale du numérique rural', false],
    ['A', 'Agence nationale', false],
  ])('%s of %j: %s', (short, long, expected) => expect(isAcronymOf(short, long)).toBe(expected));
});

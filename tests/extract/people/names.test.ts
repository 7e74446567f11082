import { describe, expect, it } from 'vitest';
import { type NameMode, scanName, titleCase } from '../../../src/extract/people/name.ts';
import { tokenize } from '../../../src/extract/text/tokens.ts';

const name = (text: string, mode: NameMode = 'list') => scanName(text, tokenize(text), 0, mode)?.value;

describe('names of people', () => {
  const READ: readonly [printed: string, name: string][] = [
    ['Solène Kerbrat', 'Solène Kerbrat'],
    ['Marie Solène Kerbrat', 'Marie Solène Kerbrat'],
    ['Jean-Baptiste Oubara', 'Jean-Baptiste Oubara'],
    ['Solène Kerbrat-Oubara', 'Solène Kerbrat-Oubara'],
    ['Solène Kerbrat Oubara', 'Solène Kerbrat Oubara'],
    ['Maëlle N’Diaye', 'Maëlle N’Diaye'],
    ["Sean O'Rourke", "Sean O'Rourke"],
    ['Yves Le Tallec', 'Yves Le Tallec'],
    ['Solène de Kerbrat', 'Solène de Kerbrat'],
    ['Solène de la Tour', 'Solène de la Tour'],
    ['Ahmed Ben Oubara', 'Ahmed Ben Oubara'],
    ['Anna van der Broek', 'Anna van der Broek'],
    ['Solène KERBRAT', 'Solène Kerbrat'],
    ['SOLÈNE KERBRAT', 'Solène Kerbrat'],
    ['KERBRAT Solène', 'Solène Kerbrat'],
    ['LE TALLEC Yves', 'Yves Le Tallec'],
    ['DE LA TOUR Solène', 'Solène de la Tour'],
    ['SY Aminata', 'Aminata Sy'],
    ['KERBRAT Jean Michel', 'Jean Michel Kerbrat'],
    ['J. Kerbrat', 'J. Kerbrat'],
    ['J.-B. Oubara', 'J.-B. Oubara'],
    ['JB Oubara', 'JB Oubara'],
    ['J.-B. Le Tallec', 'J.-B. Le Tallec'],
    ['Mme Solène Kerbrat', 'Solène Kerbrat'],
    ['M. Yves Le Tallec', 'Yves Le Tallec'],
    ['Xyl Zorn', 'Xyl Zorn'],
  ];
  it.each(READ)('reads %s', (printed, expected) => expect(name(printed)?.name).toBe(expected));

  it.each([
    ['Solène'],
    ['Ville de Brumance'],
    ['Directrice Générale'],
    ['Lundi Matin'],
    ['Avec Passion'],
    ['ANNR'],
    [''],
  ])('takes %j for no name', (text) => expect(name(text)).toBeUndefined());

  it('keeps the surface as printed, without civility and on one line', () => {
    expect(name('Mme KERBRAT\nSolène')).toEqual({ name: 'Solène Kerbrat', surface: 'KERBRAT Solène', known: true });
  });

  it.each([
    ['Solène\nKerbrat, élue', 'Solène Kerbrat'],
    ['Jean-\nBaptiste Oubara', 'Jean-Baptiste Oubara'],
    ['Solène Ker-\nbrat', 'Solène Kerbrat'],
    ['Solène Kerbrat\nMalik Oubara', 'Solène Kerbrat'],
  ])('joins a broken name, and only that: %j', (printed, expected) => expect(name(printed)?.name).toBe(expected));

  it('vouches for a known given name and for initials only', () => {
    expect(name('Solène Kerbrat')?.known).toBe(true);
    expect(name('J. Kerbrat')?.known).toBe(true);
    expect(name('Xyl Zorn')?.known).toBe(false);
  });

  it('stops before the body in a list, and before the post', () => {
    expect(name('Solène Kerbrat de Passerelle')?.name).toBe('Solène Kerbrat');
    expect(name('Solène Kerbrat Directrice')?.name).toBe('Solène Kerbrat');
  });

  it("reads d'X after a full name as a particle in running text, as a body in a list", () => {
    expect(name("Solène Kerbrat d'Estang", 'prose')?.name).toBe("Solène Kerbrat d'Estang");
    expect(name("Solène Kerbrat d'Estang", 'list')?.name).toBe('Solène Kerbrat');
  });
});

describe('names set in capitals', () => {
  it.each([
    ['KERBRAT', 'Kerbrat'],
    ['LE TALLEC', 'Le Tallec'],
    ['DE LA TOUR', 'de la Tour'],
    ['KERBRAT-OUBARA', 'Kerbrat-Oubara'],
    ["N'DIAYE", "N'Diaye"],
    ['MacRae', 'MacRae'],
    ['B. KERBRAT', 'B. Kerbrat'],
  ])('%s becomes %s', (printed, expected) => expect(titleCase(printed)).toBe(expected));
});

import { describe, expect, it } from 'vitest';
import { splitRole } from '../../../src/extract/people/role.ts';
import { said } from './support.ts';

/** What is said of one person, without the name. */
const posts = (text: string): string[] => {
  const [only, ...others] = said(`Solène Kerbrat, ${text}`);
  expect(others).toEqual([]);
  return (only ?? '').split(' | ').slice(1);
};

describe('a post and its body', () => {
  it.each([
    ['médiatrice', 'médiatrice'],
    ['ludothécaire', 'ludothécaire'],
    ['médiatrice à la Ville de Brumance', 'médiatrice @ Ville de Brumance'],
    ['médiatrice chez passerelle.coop', 'médiatrice @ passerelle.coop'],
    ['consultante pour Passerelle', 'consultante @ Passerelle'],
    ["directrice de l'association Passerelle", 'directrice @ Passerelle'],
    ['directrice de « La Passerelle des mots »', 'directrice @ La Passerelle des mots'],
    ['directrice, Passerelle', 'directrice @ Passerelle'],
    ['directrice (Passerelle)', 'directrice @ Passerelle'],
    ['directrice des services (VDB)', 'directrice des services @ VDB'],
    ['est directrice de Passerelle', 'directrice @ Passerelle'],
    ['DGS de la commune de Brumance-sur-Mer', 'DGS @ commune de Brumance-sur-Mer'],
    ["directrice du Musée de l'Encre", "directrice @ Musée de l'Encre"],
  ])('%j', (text, expected) => expect(posts(text)).toEqual([expected]));

  it.each([
    ["directrice de projet de l'association Les Fils du Vent", 'directrice de projet @ Les Fils du Vent'],
    ['chargée de mission à la Région Haute-Lande', 'chargée de mission @ Région Haute-Lande'],
    ['cheffe du service numérique de la Ville de Brumance', 'cheffe du service numérique @ Ville de Brumance'],
    ["responsable du pôle médiation au sein de l'association Passerelle", 'responsable du pôle médiation @ Passerelle'],
    ["membre de l'équipe Labo Vert", "membre de l'équipe Labo Vert"],
    ['adjointe au maire de Brumance en charge du numérique', 'adjointe au maire en charge du numérique @ Brumance'],
    [
      'adjointe au maire déléguée à l’inclusion, Ville de Brumance',
      'adjointe au maire déléguée à l’inclusion @ Ville de Brumance',
    ],
  ])('tells the « de » of the post from that of the body: %j', (text, expected) =>
    expect(posts(text)).toEqual([expected]),
  );

  it.each([
    [
      "directrice de l'Institut de la donnée de l'Université de Brumance",
      'directrice @ Institut de la donnée < Université de Brumance',
    ],
    ["chercheuse au laboratoire Sillage de l'Université de Brumance", 'chercheuse @ Sillage < Université de Brumance'],
    [
      'juriste à la direction du numérique du Ministère de la Mer',
      'juriste @ direction du numérique < Ministère de la Mer',
    ],
  ])('nests a body in the larger one: %j', (text, expected) => expect(posts(text)).toEqual([expected]));

  it.each([
    [
      'maire de Brumance et vice-présidente de la Communauté de communes du Val Perdu',
      ['maire @ Brumance', 'vice-présidente @ Communauté de communes du Val Perdu'],
    ],
    [
      'consultante pour Passerelle et formatrice chez Fil Rouge',
      ['consultante @ Passerelle', 'formatrice @ Fil Rouge'],
    ],
    ['directrice de Passerelle et de Fil Rouge', ['directrice @ Passerelle', 'directrice @ Fil Rouge']],
    ['Ville de Brumance, médiatrice', ['@ Ville de Brumance', 'médiatrice']],
  ])('reads several: %j', (text, expected) => expect(posts(text)).toEqual(expected));

  it.each([
    ['ancienne directrice de la Médiathèque de Brumance', 'past ancienne directrice @ Médiathèque de Brumance'],
    ["ex-directrice de l'association Passerelle", 'past ex-directrice @ Passerelle'],
  ])('marks what is over: %j', (text, expected) => expect(posts(text)).toEqual([expected]));

  it.each([
    ['chargé·e de mission à la Région Haute-Lande', 'chargé·e de mission @ Région Haute-Lande'],
    ['chargé(e) de mission à la Région Haute-Lande', 'chargé(e) de mission @ Région Haute-Lande'],
    ['directeur·rice de Passerelle', 'directeur·rice @ Passerelle'],
    ['directeur.rice de Passerelle', 'directeur.rice @ Passerelle'],
  ])('keeps inclusive writing as printed: %j', (text, expected) => expect(posts(text)).toEqual([expected]));

  it('learns an acronym with its expansion', () => {
    expect(posts("directrice de l'Agence nationale du numérique rural (ANNR)")).toEqual([
      'directrice @ Agence nationale du numérique rural (ANNR)',
    ]);
  });

  it('reads posts in named bodies out of a biography, and nothing else of it', () => {
    expect(posts('médiatrice. Elle est également présidente de l’association Passerelle.')).toEqual([
      'médiatrice',
      'présidente @ Passerelle',
    ]);
    expect(posts('médiatrice. Passionnée de vélo, elle a parcouru les routes de Bretagne.')).toEqual(['médiatrice']);
    expect(posts('sociologue. Docteure en histoire et chargée de recherche à l’Institut des Rivages.')).toEqual([
      'sociologue',
      'chargée de recherche @ Institut des Rivages',
    ]);
  });

  it('leaves pronouns in parentheses out', () => expect(posts('médiatrice (elle/iel)')).toEqual(['médiatrice']));
});

describe('posts and bodies of those printed together', () => {
  it.each([
    ['Solène Kerbrat et Malik Oubara de l’association Passerelle', ['@ Passerelle', '@ Passerelle']],
    [
      'Solène Kerbrat et Malik Oubara, cofondateurs de Passerelle',
      ['cofondateurs @ Passerelle', 'cofondateurs @ Passerelle'],
    ],
    ['Solène Kerbrat & Malik Oubara, médiateurs', ['médiateurs', 'médiateurs']],
    [
      'Solène Kerbrat et Malik Oubara, tous deux à la Ville de Brumance',
      ['@ Ville de Brumance', '@ Ville de Brumance'],
    ],
    [
      'Solène Kerbrat, directrice générale, et Malik Oubara, directeur des finances de la Ville de Brumance',
      ['directrice générale @ Ville de Brumance', 'directeur des finances @ Ville de Brumance'],
    ],
    [
      'Solène Kerbrat, présidente, et Malik Oubara, trésorier, au sein de l’association Passerelle',
      ['présidente @ Passerelle', 'trésorier @ Passerelle'],
    ],
    [
      'Solène Kerbrat, Malik Oubara et Yves Le Tallec, respectivement présidente, trésorier et secrétaire de Passerelle',
      ['présidente @ Passerelle', 'trésorier @ Passerelle', 'secrétaire @ Passerelle'],
    ],
  ])('are shared: %j', (text, expected) =>
    expect(said(text).map((line) => line.split(' | ').slice(1).join(' | '))).toEqual(expected),
  );

  it.each([
    ['Solène Kerbrat et Malik Oubara, directeur de Passerelle', ['', 'directeur @ Passerelle']],
    ['Solène Kerbrat, Malik Oubara, directeur de Passerelle', ['', 'directeur @ Passerelle']],
    ['Solène Kerbrat, médiatrice et Malik Oubara, de Passerelle', ['médiatrice', '@ Passerelle']],
    ['Solène Kerbrat (Passerelle) et Malik Oubara (Fil Rouge)', ['@ Passerelle', '@ Fil Rouge']],
    ['Solène Kerbrat, de Passerelle, et Malik Oubara, de Fil Rouge', ['@ Passerelle', '@ Fil Rouge']],
  ])('are not shared: %j', (text, expected) =>
    expect(said(text).map((line) => line.split(' | ').slice(1).join(' | '))).toEqual(expected),
  );
});

describe('a post printed on its own', () => {
  it('is split into role and body', () => {
    const { role, organization } = splitRole('Cheffe de projet à la Direction des Rivages');
    expect(role).toBe('Cheffe de projet');
    expect(organization?.name).toBe('Direction des Rivages');
  });
  it('may have neither', () => expect(splitRole('')).toEqual({}));
});

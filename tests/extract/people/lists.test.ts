import { describe, expect, it } from 'vitest';
import { said } from './support.ts';

const BOTH = ['Solène Kerbrat', 'Malik Oubara'];

describe('who stands in a list', () => {
  it.each([
    ['Solène Kerbrat, Malik Oubara'],
    ['Solène Kerbrat et Malik Oubara'],
    ['Solène Kerbrat & Malik Oubara'],
    ['Solène Kerbrat ; Malik Oubara'],
    ['Solène Kerbrat • Malik Oubara'],
    ['Solène Kerbrat ainsi que Malik Oubara'],
    ['Solène Kerbrat puis Malik Oubara'],
    ['Solène Kerbrat, accompagnée de Malik Oubara'],
    ['Solène Kerbrat, accompagné·e de Malik Oubara'],
    ['Solène Kerbrat avec la participation de Malik Oubara'],
    ['Solène Kerbrat en présence de Malik Oubara'],
    ['Solène Kerbrat en duo avec Malik Oubara'],
    ['Avec Solène Kerbrat et Malik Oubara'],
    ['Solène Kerbrat\nMalik Oubara'],
    ['- Solène Kerbrat\n- Malik Oubara'],
    ['KERBRAT Solène et OUBARA Malik'],
  ])('%j names both', (text) => expect(said(text)).toEqual(BOTH));

  it.each([
    ['Solène Kerbrat, médiatrice, Malik Oubara, graphiste'],
    ['Solène Kerbrat, médiatrice et Malik Oubara, graphiste'],
    ['Solène Kerbrat – médiatrice – Malik Oubara – graphiste'],
    ['Solène Kerbrat (médiatrice), Malik Oubara (graphiste)'],
    ['• Solène Kerbrat, médiatrice • Malik Oubara, graphiste'],
    ['- Solène Kerbrat : médiatrice\n- Malik Oubara : graphiste'],
    ['* Solène Kerbrat | médiatrice\n* Malik Oubara | graphiste'],
    ['Solène Kerbrat, média-\ntrice ; Malik Oubara, gra-\nphiste'],
  ])('%j gives each their post', (text) =>
    expect(said(text)).toEqual(['Solène Kerbrat | médiatrice', 'Malik Oubara | graphiste']),
  );

  it('passes over prose about those whom it lists', () => {
    expect(said('Solène Kerbrat, qui travaille depuis dix ans avec Malik Oubara')).toEqual(['Solène Kerbrat']);
    expect(said('Solène Kerbrat, fait du vélo')).toEqual(['Solène Kerbrat']);
  });

  it.each([
    ['Mme Kerbrat, médiatrice', 'Kerbrat | médiatrice'],
    ['M. Le Guen (Ville de Brume)', 'Le Guen | @ Ville de Brume'],
    ['Dr Petit, chef de service, CHU de Brume', 'Petit | chef de service @ CHU de Brume'],
    ['Professeure Solène Kerbrat, université de Brume', 'Solène Kerbrat | @ université de Brume'],
  ])('reads a surname alone after a form of address: %j', (text, expected) => expect(said(text)).toEqual([expected]));

  it.each([
    ['En présence de Solène Kerbrat, médiatrice, de Malik Oubara, graphiste, et de Anne Roux', 3],
    ['Ph. Kerbrat, Ville de Brume et M.-A. Oubara', 2],
    ['Jean de MONTCLAR, journaliste', 1],
  ])('names all in %j', (text, count) => expect(said(text)).toHaveLength(count));

  it.each([
    ['Solène Kerbrat, présidente, Sentinelles de la Brume', 'présidente @ Sentinelles de la Brume'],
    ['Solène Kerbrat, professeure de biologie au collège des Brumes', 'professeure de biologie @ collège des Brumes'],
    ['Solène Kerbrat, adjointe à la culture de la Ville de Brume', 'adjointe à la culture @ Ville de Brume'],
    ['Solène Kerbrat, docteure en design et fondatrice de Brumelab', 'docteure en design | fondatrice @ Brumelab'],
    ['Solène Kerbrat (fabmanager, La Grange)', 'fabmanager @ La Grange'],
    ['Solène Kerbrat, directrice, GIP e-Brume', 'directrice @ GIP e-Brume'],
    ['Solène Kerbrat, infirmière, CH Anne-Roux', 'infirmière @ CH Anne-Roux'],
    ['Solène Kerbrat, chercheuse, laboratoire Terres et sociétés (LTS)', 'chercheuse @ Terres et sociétés (LTS)'],
    ['Solène Kerbrat, conseillère à Brume (77)', 'conseillère à Brume'],
  ])('reads post and body: %j', (text, post) => expect(said(text)).toEqual([`Solène Kerbrat | ${post}`]));

  it.each([
    ['Solène Kerbrat, autrice. En tant que présidente de Brumelab, elle publie.', 'autrice | présidente @ Brumelab'],
    ['Solène Kerbrat, autrice. Elle a cofondé Brumelab.', 'autrice | @ Brumelab'],
    ['Solène Kerbrat, autrice. Elle est spécialiste des brumes.', 'autrice | spécialiste des brumes'],
  ])('reads what sentences tell: %j', (text, posts) => expect(said(text)).toEqual([`Solène Kerbrat | ${posts}`]));

  it.each([
    ['Solène Kerbrat, ingénieure, service des eaux, Ville de Brume', 'ingénieure @ service des eaux < Ville de Brume'],
    [
      "Solène Kerbrat, adjointe, direction générale de l'eau, ministère de la Mer",
      "adjointe @ direction générale de l'eau < ministère de la Mer",
    ],
    ['Solène Kerbrat / médiatrice / Association Aube', 'médiatrice @ Association Aube'],
    ['Solène Kerbrat, animatrice / médiatrice', 'animatrice / médiatrice'],
  ])('reads the part of a body and the body: %j', (text, post) =>
    expect(said(text)).toEqual([`Solène Kerbrat | ${post}`]),
  );

  it.each([
    ['Un café est servi dans la salle Jules Verne.'],
    ['Avec cet atelier, découvrez la fresque.'],
    ['Malik'],
    ['M. le Maire'],
    [''],
  ])('names nobody in %j', (text) => expect(said(text)).toEqual([]));
});

describe('capacity and doubt', () => {
  it('changes the capacity where the words say so, for those after them', () => {
    expect(said('Malik Oubara, graphiste, animé par Solène Kerbrat')).toEqual([
      'Malik Oubara | graphiste',
      'Solène Kerbrat (facilitator)',
    ]);
    expect(said('Solène Kerbrat, avec Malik Oubara', 'facilitator')).toEqual([
      'Solène Kerbrat',
      'Malik Oubara (speaker)',
    ]);
  });

  it('reads a label inside a block, which is no post of the one before it', () => {
    const text =
      'Modération : Solène Kerbrat, journaliste\nIntervenants : Malik Oubara, graphiste ; Yves Le Tallec, élu';
    expect(said(text)).toEqual([
      'Solène Kerbrat (facilitator) | journaliste',
      'Malik Oubara | graphiste',
      'Yves Le Tallec | élu',
    ]);
  });

  it.each([
    ['Solène Kerbrat, médiatrice, sous réserve', ['Solène Kerbrat? | médiatrice']],
    ['Solène Kerbrat (sous réserve), médiatrice', ['Solène Kerbrat? | médiatrice']],
    ['Solène Kerbrat, médiatrice (à confirmer), Malik Oubara', ['Solène Kerbrat? | médiatrice', 'Malik Oubara']],
    ['Solène Kerbrat ou son représentant', ['Solène Kerbrat?']],
    ['Solène Kerbrat et/ou Malik Oubara', ['Solène Kerbrat?', 'Malik Oubara?']],
    ['Solène Kerbrat ou Malik Oubara', ['Solène Kerbrat?', 'Malik Oubara?']],
  ])('%j leaves open who comes', (text, expected) => expect(said(text)).toEqual(expected));
});

describe('collectives that take part', () => {
  it.each([
    ["l'association Passerelle", ['[organisation] Passerelle']],
    ['la Fondation Rivages', ['[organisation] Fondation Rivages']],
    [
      'La Ville de Brumance, l’association Passerelle et la fabrique Labo Vert',
      ['[organisation] Ville de Brumance', '[organisation] Passerelle', '[organisation] Labo Vert'],
    ],
    ["l'équipe de la médiathèque de Brumance", ['[team] équipe de la médiathèque de Brumance']],
    ['un représentant de la Préfecture de la Lande', ['[unnamed-representative] Préfecture de la Lande']],
    ["une représentante de l'association Passerelle", ['[unnamed-representative] Passerelle']],
    ['un·e représentant·e de la Ville de Brumance', ['[unnamed-representative] Ville de Brumance']],
    ['Plusieurs agents de la Ville de Brumance', ['[unnamed-representative] Ville de Brumance']],
    ['des membres du collectif Réparons Demain', ['[unnamed-representative] Réparons Demain']],
    [
      'Solène Kerbrat, médiatrice et l’association Fil Rouge',
      ['Solène Kerbrat | médiatrice', '[organisation] Fil Rouge'],
    ],
  ])('%j', (text, expected) => expect(said(text)).toEqual(expected));

  it.each([
    ["l'équipe Labo Vert (Solène Kerbrat, Malik Oubara)"],
    ["l'équipe Labo Vert : Solène Kerbrat et Malik Oubara"],
  ])('%j names a team and its members', (text) =>
    expect(said(text)).toEqual(['[team] Labo Vert', 'Solène Kerbrat | @ Labo Vert', 'Malik Oubara | @ Labo Vert']),
  );

  it('holds a delegate for one of the body', () => {
    expect(said('le collectif « Les Passeurs », représenté par Malik Oubara, bénévole')).toEqual([
      '[organisation] Les Passeurs',
      'Malik Oubara | bénévole @ Les Passeurs',
    ]);
  });

  it('keeps the article in the surface and out of the name', () => {
    expect(said("l'association Passerelle")).toEqual(['[organisation] Passerelle']);
  });
});

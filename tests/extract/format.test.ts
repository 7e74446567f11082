import { describe, expect, it } from 'vitest';
import { formatInText, leadingFormat } from '../../src/extract/format.ts';

describe('a line that opens with a format', () => {
  it.each([
    ['Table ronde', 'table-ronde'],
    ['TABLE-RONDE', 'table-ronde'],
    ['Atelier – Dessiner sa commune', 'atelier'],
    ['Visite de la fabrique', 'visite'],
    ['Retour d’expérience', 'retex'],
    ["Retours d'expériences", 'retex'],
    ['Format : atelier', 'atelier'],
    ['Une conférence', 'conference'],
    ['Forum ouvert', 'forum-ouvert'],
    ['Plénière d’ouverture', 'pleniere'],
  ])('%j: %s', (text, expected) => expect(leadingFormat(text)).toMatchObject({ format: expected, force: 4 }));

  it.each([['Dessiner sa commune'], ['Visiteurs'], ['La grande table ronde'], ['']])('%j does not', (text) =>
    expect(leadingFormat(text)).toBeUndefined(),
  );

  it('keeps the words as printed', () => expect(leadingFormat('TABLE RONDE : la suite')?.words).toBe('TABLE RONDE'));
});

describe('the format that running text gives a session', () => {
  it.each([
    ['Cette masterclass montre comment faire.', 'masterclass', 3],
    ['Une masterclass pour comprendre.', 'masterclass', 2],
    ['Au programme : un atelier de couture.', 'atelier', 2],
    ['Deux conférences suivies de questions.', 'conference', 2],
    ['À travers les témoignages de bénévoles, on comprend.', 'temoignage', 2],
    ['Venez découvrir et échanger.', 'echange', 2],
  ])('%j: %s, force %i', (text, format, force) => expect(formatInText(text)).toMatchObject({ format, force }));

  it.each([
    ['La commune organise des ateliers toute l’année.'],
    ['Le bus fait halte dans les villages.'],
    ['Les conférences du matin sont complètes.'],
    [''],
  ])('%j gives none', (text) => expect(formatInText(text)).toBeUndefined());

  it('prefers what points at the session, then the more telling word', () => {
    expect(formatInText('Un atelier, puis cette table ronde.')?.format).toBe('table-ronde');
    expect(formatInText('Un échange et une masterclass.')?.format).toBe('masterclass');
    expect(formatInText('Une masterclass et un échange.')?.format).toBe('masterclass');
  });
});

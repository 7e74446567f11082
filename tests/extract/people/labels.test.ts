import { describe, expect, it } from 'vitest';
import { peopleLabel } from '../../../src/extract/people/labels.ts';

describe('labels over people', () => {
  it.each([
    ['ANIMÉ PAR', 'facilitator'],
    ['Animée par :', 'facilitator'],
    ['Animé·e par', 'facilitator'],
    ['Modération :', 'facilitator'],
    ['Modératrice :', 'facilitator'],
    ['Visite conduite par', 'facilitator'],
    ['Atelier co-animé par :', 'facilitator'],
    ['AVEC', 'speaker'],
    ['Intervenants', 'speaker'],
    ['Intervenantes et intervenants :', 'speaker'],
    ['Intervenant·e·s :', 'speaker'],
    ['Avec la participation de', 'speaker'],
    ['Grand témoin :', 'speaker'],
    ['Ouverture par', 'opening'],
    ["Mot d'accueil :", 'opening'],
  ])('%j: %s', (text, capacity) => expect(peopleLabel(text)).toMatchObject({ capacity, alone: true }));

  it.each([
    ['Modération : Solène Kerbrat', 'Solène Kerbrat'],
    ['Avec Solène Kerbrat', 'Solène Kerbrat'],
    ['Intervenants\nSolène Kerbrat', 'Solène Kerbrat'],
    ['ANIMÉ PAR Solène Kerbrat', 'Solène Kerbrat'],
  ])('%j runs into its list', (text, rest) => {
    const label = peopleLabel(text);
    expect(label?.alone).toBe(false);
    expect(text.slice(label?.end).trim()).toBe(rest);
  });

  it.each([
    ['Avecque nous'],
    ['Animation du village le soir'],
    ['Témoins de leur temps, ils racontent'],
    ['Solène Kerbrat'],
    ['Parcours'],
    [''],
  ])('%j is none', (text) => expect(peopleLabel(text)).toBeUndefined());
});

import { describe, expect, it } from 'vitest';
import { eventPage, names, pageOf, read } from './support.ts';

const organizers = (body: string): string[] => names(read(eventPage(body)).event.organizers);
const partners = (body: string): string[] => names(read(eventPage(body)).event.partners);

describe('who organises the event', () => {
  it.each([
    ['La Ville de Rochebelle vous convie à une journée de semis.', ['Ville de Rochebelle']],
    ['Le département du Lot, en partenariat avec l’INRAE, vous invite à semer.', ['département du Lot']],
    ['Terre Vive et la Ville de Rochebelle organisent cette journée.', ['Terre Vive', 'Ville de Rochebelle']],
    ['La journée est organisée par l’association Terre Vive.', ['Terre Vive']],
    ['Organisé par le collectif Le Sillon, ce rendez-vous est gratuit.', ['Le Sillon']],
    ['Une rencontre organisée par Terre Vive.', ['Terre Vive']],
    ['Une journée proposée par Terre Vive.', ['Terre Vive']],
    ['Une journée de semis proposée en mars par Terre Vive.', []],
    ['Journée proposée par Terre Vive.', ['Terre Vive']],
    ['Journée professionnelle proposée par Terre Vive et Le Sillon.', ['Terre Vive', 'Le Sillon']],
    [
      'Une soirée pour parler de semis et de graines, proposée par Terre Vive avec la Ville de Rochebelle.',
      ['Terre Vive', 'Ville de Rochebelle'],
    ],
    [
      'Le 10 mai 2024, Terre Vive et la Ville de Rochebelle réunissent à la halle ceux qui sèment.',
      ['Terre Vive', 'Ville de Rochebelle'],
    ],
    ['Terre Vive réunit quarante jardins.', []],
    ['Le samedi 11 mai, le tiers-lieu La Serre ouvre ses ateliers au public.', ['La Serre']],
    ['Une après-midi organisée avec la Ville de Rochebelle.', ['Ville de Rochebelle']],
    [
      'Terre Vive invite les habitants à une soirée de débats, organisée avec la Ville de Rochebelle.',
      ['Terre Vive', 'Ville de Rochebelle'],
    ],
    [
      'Journée organisée par le laboratoire Sols, semis et sociétés (LaSSS) de l’Université de Rochebelle et l’Institut des graines.',
      ['laboratoire Sols, semis et sociétés', 'Institut des graines'],
    ],
    ['Une rencontre organisée par Terre Vive, avec le soutien du Sillon.', ['Terre Vive']],
    ['La Délégation générale à la pêche (DGP) vous invite à bord.', ['Délégation générale à la pêche']],
    ['À l’initiative de la Région Occitanie, la journée rassemble les jardiniers.', ['Région Occitanie']],
    ['Le Sillon invite les habitants à semer.', ['Le Sillon']],
    ['Samedi 25 mai, de 14h à 19h, Terre Vive et Le Sillon convient les curieux à semer.', ['Terre Vive', 'Le Sillon']],
    [
      'La Ville de Rochebelle et Rochebelle Métropole organisent la journée.',
      ['Ville de Rochebelle', 'Rochebelle Métropole'],
    ],
    ['Un marathon de semis organisé par Terre Vive et Le Sillon.', ['Terre Vive', 'Le Sillon']],
    ['Organisateurs : Terre Vive, Le Sillon', ['Terre Vive', 'Le Sillon']],
    ['Vous organisez des semis ? Venez !', []],
    ['Le programme Graines, organisé par Terre Vive, reprend en juin.', []],
    ['On y découvrira les rencontres Jardins Ouverts, organisées par Le Sillon.', []],
    ['Le festival, lancé à l’initiative de Terre Vive, a dix ans.', []],
  ])('%s', (sentence, expected) => {
    expect(organizers(sentence)).toEqual(expected);
  });

  it('takes a programme and the body that it is of', () => {
    const { event, projects } = read(
      eventPage('À l’initiative du programme Bonnes Graines de l’Agence du paysage, la journée réunit les jardins.'),
    );
    expect(event.organizers.map(({ name, surface }) => [name, surface])).toEqual([
      ['Bonnes Graines', 'programme Bonnes Graines'],
      ['Agence du paysage', 'Agence du paysage'],
    ]);
    expect(projects.map(({ project, stewards }) => [project.name, names(stewards)])).toEqual([
      ['Bonnes Graines', ['Agence du paysage']],
    ]);
  });

  it('reads the abstract, on the lines where it stands', () => {
    const page = read(
      pageOf(
        "title: X\nstart: 2024-05-14\nabstract: 'À l''occasion du printemps,\n  la Maison\n  des semences vous convie à semer.'",
        'Venez.',
      ),
    );
    expect(page.event.organizers).toMatchObject([{ name: 'Maison des semences', lines: { first: 5, last: 6 } }]);
  });
});

describe('who is partner to the event', () => {
  it.each([
    [
      'En partenariat avec l’INRAE, la Ville de Rochebelle et Terre Vive.',
      ['INRAE', 'Ville de Rochebelle', 'Terre Vive'],
    ],
    ['Une journée avec le soutien du Département du Lot.', ['Département du Lot']],
    ['La journée est préparée aux côtés de Terre Vive et les jardiniers du coin.', ['Terre Vive']],
    ['Partenaires : Terre Vive, [Le Sillon](https://sillon.example) et le CIVAM', ['Terre Vive', 'Le Sillon', 'CIVAM']],
    ['Terre Vive est partenaire de la journée.', ['Terre Vive']],
    ['Le programme Graines, piloté par la Région en partenariat avec Terre Vive, y sera.', []],
    ['En partenariat avec les habitants.', []],
  ])('%s', (sentence, expected) => {
    expect(partners(sentence)).toEqual(expected);
  });
});

describe('an enumeration of bodies', () => {
  it('ends at its "et": what follows a comma is another clause', () => {
    const { event } = read(
      eventPage('Une journée organisée par Terre Vive et Le Sillon, en partenariat avec l’INRAE et la DRAAF.'),
    );
    expect([names(event.organizers), names(event.partners)]).toEqual([
      ['Terre Vive', 'Le Sillon'],
      ['INRAE', 'DRAAF'],
    ]);
  });

  it('keeps departments inside the body that they are of', () => {
    const { event } = read(eventPage('La journée est organisée par le département Paysages de la DREAL.'));
    expect(event.organizers).toMatchObject([{ name: 'département Paysages', within: { name: 'DREAL' } }]);
  });
});

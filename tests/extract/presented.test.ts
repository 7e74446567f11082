import { describe, expect, it } from 'vitest';
import { presentedItem } from '../../src/extract/presented.ts';
import { carriedBy } from '../../src/extract/projects/carried-by.ts';

/** `kind: name < steward` */
const read = (text: string): string | undefined => {
  const thing = presentedItem(text);
  if (thing === undefined) return undefined;
  return `${thing.kind}: ${thing.name}${thing.steward === undefined ? '' : ` < ${thing.steward.name}`}`;
};

describe('what an item of a list presents', () => {
  it.each([
    ["L'association Passerelle propose des cours du soir.", 'organisation: Passerelle'],
    ['« La Boussole » aide à lire son courrier.', 'initiative: La Boussole'],
    ["« La Boussole », une application portée par l'association Passerelle.", 'software: La Boussole < Passerelle'],
    [
      'La Boussole, portée par la Ville de Brumance, oriente les habitants.',
      'initiative: La Boussole < Ville de Brumance',
    ],
    ["L'application Cartovent permet de suivre les marées.", 'software: Cartovent'],
    ['La plateforme Cartovent, développée par Passerelle, recense les lieux.', 'service: Cartovent < Passerelle'],
    ['Le programme Cap Lande accompagne les communes.', 'programme: Cap Lande'],
    [
      'Un conseiller vient grâce au bus Roule-Clic de la Région Haute-Lande.',
      'service: Roule-Clic < Région Haute-Lande',
    ],
    [
      'Cap net, le tableau de bord de la Régie des quais de Brumance.',
      'initiative: Cap net < Régie des quais de Brumance',
    ],
    ['« Cap net » : un atelier de la coopérative Passerelle, qui voyage.', 'initiative: Cap net < Passerelle'],
    ['Cap net, un service de messagerie tenu par la Ville de Brumance.', 'service: Cap net < Ville de Brumance'],
    ['Ondine présente Quaiclusion, dispositif itinérant pour tous.', 'service: Quaiclusion < Ondine'],
    [
      'La CNQF explique comment sa démarche territoriale Les Bateliers du Net est en cours de déploiement.',
      'initiative: Les Bateliers du Net < CNQF',
    ],
    ['Indice de Fragilité Portuaire', 'dataset: Indice de Fragilité Portuaire'],
    ['Ondine propose un annuaire des quais.', 'dataset: Ondine'],
    ['Cap net, un carnet de la côte.', 'initiative: Cap net'],
  ])('%j: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([['Un après-midi de jeux.'], ['']])('%j presents nothing that has a name', (text) =>
    expect(read(text)).toBeUndefined(),
  );
});

describe('who carries a thing', () => {
  it.each([
    ["un outil porté par l'association Passerelle", 'Passerelle'],
    ['une carte développée en 2021 par la Ville de Brumance', 'Ville de Brumance'],
    ['mise en place par ANNR', 'ANNR'],
  ])('%j', (text, expected) => expect(carriedBy(text)?.name).toBe(expected));

  it.each([['un outil pour la Ville de Brumance'], ['porté par le vent'], ['']])('nobody in %j', (text) =>
    expect(carriedBy(text)).toBeUndefined(),
  );
});

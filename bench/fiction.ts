import type { Random } from './random.ts';

/** The invented people, bodies and places that the documents of one corpus draw from, again and again. */
export interface World {
  readonly people: readonly Person[];
  readonly organizations: readonly string[];
  readonly venues: readonly Venue[];
  readonly projects: readonly string[];
}

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly organization: string;
}

export interface Venue {
  readonly name: string;
  readonly address: string;
  readonly town: string;
}

/** A world that grows with the number of records: new pages bring new names, and most names come back. */
export function createWorld(random: Random, records: number): World {
  const towns = distinct(count(records, 40), () => `${random.pick(TOWN_STARTS)}${random.pick(TOWN_ENDS)}`);
  const surnames = distinct(count(records, 6), () => capitalized(syllables(random, 2 + random.below(2))));
  const organizations = distinct(
    count(records, 20),
    () => `${random.pick(BODIES)} ${random.chance(0.5) ? `de ${random.often(towns)}` : random.often(surnames)}`,
  );
  const projects = distinct(count(records, 30), () => capitalized(syllables(random, 3)));
  const people = distinct(count(records, 5), () => `${random.pick(GIVEN_NAMES)} ${random.pick(surnames)}`).map(
    (name) => ({ name, role: random.often(ROLES), organization: random.often(organizations) }),
  );
  const venues = distinct(count(records, 40), () => `${random.pick(HALLS)} ${random.pick(surnames)}`).map((name) => {
    const town = random.often(towns);
    const street = `${1 + random.below(180)} ${random.pick(STREETS)} ${random.pick(surnames)}`;
    return { name, town, address: `${street}, ${10_000 + random.below(85_000)} ${town}` };
  });
  return { people, organizations, venues, projects };
}

/** A title; one in five recurs on many pages, as weekly meetings do. */
export function titleOf(random: Random, world: World): string {
  if (random.chance(0.2)) return random.pick(RECURRING);
  return `${random.pick(OPENINGS)} ${random.often(TOPICS)} ${random.pick(['à', 'vus de', 'et'])} ${random.often(world.venues).town}`;
}

export const topicOf = (random: Random): string => random.often(TOPICS);

/** French-like prose of about so many characters. */
export function prose(random: Random, world: World, length: number): string {
  let text = '';
  while (text.length < length) {
    text += `${text === '' ? '' : ' '}${random.pick(OPENINGS)} ${random.often(TOPICS)} ${random.pick(VERBS)} ${random.often(TOPICS)}, avec ${random.often(world.organizations)}.`;
  }
  return text;
}

// --- internal ---

const count = (records: number, each: number): number => 12 + Math.ceil(records / each);

/** So many different texts; made with a number where chance gives none that is new. */
function distinct(wanted: number, make: () => string): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < wanted; tries += 1) {
    const text = make();
    found.add(tries < wanted * 4 ? text : `${text} ${roman(found.size)}`);
  }
  return [...found];
}

/** A number as letters, so that it can end a name. */
const roman = (number: number): string =>
  [...String(number)].map((digit) => 'ABCDEFGHIJ'[Number(digit)] as string).join('');

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const syllables = (random: Random, number: number): string =>
  Array.from({ length: number }, () => random.pick(SYLLABLES)).join('');

const words = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

const SYLLABLES = words(
  'ba|bel|bri|car|cha|dor|du|fel|fran|gar|gui|har|jo|ka|lan|le|lor|mar|mi|mon|nau|nel|or|pel|per|qui|ra|ren|ri|sal|sau|tel|tou|tré|val|ver|vi|zan|zé|thé',
);
const GIVEN_NAMES = words(
  'Adèle|Agathe|Alban|Amina|Anaïs|Antoine|Aurélie|Baptiste|Béatrice|Camille|Cédric|Chloé|Claire|David|Delphine|Élise|Émile|Fatou|Florence|Gaël|Hélène|Hugo|Inès|Jérôme|Julien|Karim|Laure|Léa|Louise|Lucas|Manon|Marc|Marion|Nadia|Noé|Olivier|Pauline|Rémi|Sarah|Simon|Sophie|Théo|Thomas|Yann|Zoé|Jean-Marc|Marie-Laure|Anne-Sophie',
);
const TOWN_STARTS = words('Saint-|Mont|Ville|Beau|Roche|Neuf|Cour|Clair|Grand|Haute-|Fon|Val|Bois|Champ|Mar|Lan');
const TOWN_ENDS = words(
  'brune|vigne|ran|tel|sault|gis|mont|val|rive|lieu|fort|zac|court|ville|nay|sel|dor|ban|leux|pré',
);
const STREETS = words('rue|avenue|boulevard|place|rue du|allée|quai|impasse');
const HALLS = words('Salle|Maison|Espace|Théâtre|Médiathèque|Centre|Atelier|Halle|Tiers-lieu|Palais');
const BODIES = words(
  'Association|Agence|Coopérative|Fédération|Laboratoire|Ville|Métropole|Université|Fondation|Réseau|Institut|Collectif|Médiathèque|Département',
);
const ROLES = words(
  'directrice|directeur|chargée de mission|chargé de mission|présidente|président|chercheuse|chercheur|cheffe de projet|développeur|médiatrice numérique|coordinateur|responsable des partenariats|fondatrice|déléguée générale',
);
const TOPICS = words(
  "les communs numériques|la médiation numérique|les données ouvertes|l'inclusion|la sobriété|le logiciel libre|la cartographie|les tiers-lieux|la culture|les aidants|l'accès aux droits|la formation|la mobilité|le climat|l'alimentation|la santé|le logement|l'éducation|la recherche|les archives|la gouvernance|les infrastructures|la sécurité|les usages|la participation",
);
const OPENINGS = words(
  'Comment partager|Pour|Construire|Financer|Rencontre autour de|Comprendre|Atelier sur|Mesurer|Faire vivre|Transmettre|Débattre de|Outiller',
);
const VERBS = words('changent|accompagnent|rencontrent|prolongent|éclairent|interrogent|renforcent');
const RECURRING = words(
  'Permanence numérique|Réunion mensuelle|Café des communs|Atelier de réparation|Conseil ouvert|Portes ouvertes|Cartopartie|Formation des aidants',
);

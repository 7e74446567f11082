import type { Capacity } from '../../domain/participation.ts';

/** What says, right before a name in running text, that its bearer takes part. Folded; `of` stands for `de`, `du`, `des`, `d'`. */
export interface Company {
  readonly words: readonly string[];
  readonly capacity: Capacity;
  /** The phrase also has other uses: the name needs a post or body of its own after it. */
  readonly weak?: boolean;
}

export const COMPANY: readonly Company[] = [
  ...of(
    'participant',
    'en compagnie',
    'en presence',
    'aux cotes',
    'avec la participation',
    'la participation',
    'la presence',
    'la venue',
  ),
  ...of(
    'speaker',
    "l'intervention",
    'une intervention',
    'intervention',
    'interventions',
    'les interventions',
    'le temoignage',
    'un temoignage',
    'les temoignages',
    'temoignage',
    'temoignages',
    "l'allocution",
    'une conference',
    'conference',
    'la conference',
    'une keynote',
    'la keynote',
    'le regard',
    'les regards',
    'un echange autour',
    'autour',
    "l'eclairage",
    'les eclairages',
    "l'expertise",
  ),
  ...of(
    'opening',
    "mot d'accueil",
    "mot d'ouverture",
    "mots d'accueil",
    'le discours',
    'mot de bienvenue',
    "l'ouverture",
  ),
  ...by('facilitator', 'anime', 'co-anime', 'modere', 'facilite'),
  ...by(
    'speaker',
    'presente',
    'introduit',
    'conclu',
    'cloture',
    'prononce',
    'donne',
    'assure',
    'mene',
    'tenu',
    'co-presente',
    'partage',
  ),
  ...by('opening', 'ouvert', 'inaugure', 'accueilli', 'accueillis'),
  ...plain(
    'speaker',
    'ecouter',
    'accueillir',
    'recevoir',
    'reunir',
    'entendre',
    'recevra',
    'recevrons',
    'accueillera',
    'accueillerons',
    'reunira',
    'reunissait',
    'reunissant',
    'rassemblera',
    'retrouvez',
    'interviendront',
    'interviendra',
    'sont intervenus',
    'est intervenu',
    'est intervenue',
    'sont intervenues',
  ),
  ...plain(
    'participant',
    'rencontrer',
    'retrouver',
    'participeront',
    'participera',
    'ont participe',
    'a participe',
    'etaient presents',
    'etait presente',
    'etait present',
    'sont attendus',
    'en dialogue avec',
    'invites :',
    'invitees :',
    'intervenants :',
    'intervenantes :',
    'participants :',
  ),
  { words: ['avec'], capacity: 'speaker', weak: true },
];

// --- internal ---

function of(capacity: Capacity, ...phrases: string[]): Company[] {
  return phrases.flatMap((phrase) =>
    ['de', 'du', 'des', "d'"].map((word) => ({ words: [...split(phrase), word], capacity })),
  );
}

function by(capacity: Capacity, ...participles: string[]): Company[] {
  return participles.flatMap((word) =>
    ['', 'e', 's', 'es'].map((ending) => ({ words: [word + ending, 'par'], capacity })),
  );
}

function plain(capacity: Capacity, ...phrases: string[]): Company[] {
  return phrases.map((phrase) => ({ words: split(phrase), capacity }));
}

/** As the tokenizer would: elided words are tokens of their own. */
function split(phrase: string): string[] {
  return phrase.replace(/'(?=\S)/g, "' ").split(' ');
}

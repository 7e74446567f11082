import { fold } from '../domain/fold.ts';

/** General French words of names that say little by themselves, folded. */
export const SMALL = new Set(
  'a au aux avec d de des du en et l la le les n ou par pour sur sous s un une the of and for'.split(' '),
);

/** Kinds of bodies that a name may be printed with or without. */
export const LABELS = new Set(
  'association asso collectif reseau hub fondation cabinet entreprise societe start startup cooperative scop scic gip gem centre tiers'.split(
    ' ',
  ),
);

/** The town as a body, under its three names. */
export const TOWN = new Set(['ville', 'mairie', 'commune', 'municipalite']);

/** Words of a body's parts: a team or department is never what it is a part of. */
export const PARTS = new Set(
  'equipe equipes direction departement service pole mission programme projet bureau delegation antenne comite conseil laboratoire labo lab incubateur observatoire'.split(
    ' ',
  ),
);

/** Words of kinds, realms and reach that thousands of bodies have in their names. */
export const KINDS = new Set([
  ...LABELS,
  ...TOWN,
  ...PARTS,
  ...'metropole eurometropole region departement agglomeration communaute universite ecole institut ministere'.split(
    ' ',
  ),
  ...'national nationale regional regionale departementale numerique public publique social sociale france'.split(' '),
  ...'francais francaise general generale federation syndicat groupe union territoire territorial'.split(' '),
]);

/** Ends of addresses on the web. */
export const DOMAINS = new Set(['fr', 'org', 'com', 'net', 'eu', 'io', 'coop']);

/** Words of a name, folded: letters and digits only. */
export const wordsOf = (name: string): string[] => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that carry meaning, a plural as its singular: `agences des Deux Rives` gives `agence deux rive`. */
export const contentOf = (words: readonly string[]): string[] =>
  words.filter((word) => !SMALL.has(word)).map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word));

/**
 * The content of a body's name with the abbreviations of public bodies written out, councils as what they are the council
 * of, and the metropolis before its town: `CC du Val`, `communauté de communes du Val`; `Brive Métropole`, `métropole de Brive`.
 */
export function writtenOut(words: readonly string[]): string {
  const [first = '', ...rest] = words.map((word) => (word === 'agglo' ? 'agglomeration' : word));
  const plain = contentOf([...(ABBREVIATIONS.get(first) ?? first).split(' '), ...rest]);
  const body = COUNCILS.get(plain.slice(0, 2).join(' '));
  const named = body === undefined ? plain : [body, ...plain.slice(2)];
  const reach = TOGETHER.get(named.at(-1) as string);
  return (reach === undefined ? named : [reach, ...named.slice(0, -1)]).join(' ');
}

// --- internal ---

const ABBREVIATIONS = new Map([
  ['cc', 'communaute communes'],
  ['ca', 'communaute agglomeration'],
  ['cu', 'communaute urbaine'],
  ['ch', 'centre hospitalier'],
  ['chu', 'centre hospitalier universitaire'],
  ['cd', 'conseil departemental'],
  ['cr', 'conseil regional'],
  ['eurometropole', 'metropole'],
]);

/** Towns together, under the word that follows their name: `Brive Métropole`, `Brive Agglomération`. */
const TOGETHER = new Map([
  ['eurometropole', 'metropole'],
  ['metropole', 'metropole'],
  ['agglomeration', 'communaute agglomeration'],
]);

const COUNCILS = new Map([
  ['conseil departemental', 'departement'],
  ['conseil regional', 'region'],
  ['conseil municipal', 'ville'],
]);

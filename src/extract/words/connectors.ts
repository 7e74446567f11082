/** Small French words that scanners steer by. All folded (no accents, lower case). */

export const ARTICLES = new Set(['le', 'la', 'les', "l'", 'un', 'une', 'un·e', 'un.e', 'un-e']);

/** Prepositions that may stand before an organisation; contracted forms hold an article. */
export const PREPOSITIONS = new Set(['de', 'du', 'des', "d'", 'a', 'au', 'aux', 'chez', 'pour', 'en', 'dans', 'sur']);

export const OF = new Set(['de', 'du', 'des', "d'"]);
export const AT = new Set(['a', 'au', 'aux']);

/** Words that open a clause about what was just named: nothing after them is a list any more. */
export const RELATIVES = new Set(['qui', 'que', "qu'", 'dont', 'lequel', 'laquelle', 'lesquels', 'lesquelles']);

export const PRONOUNS = new Set([
  'il',
  'elle',
  'ils',
  'elles',
  'on',
  'ses',
  'son',
  'sa',
  'leur',
  'leurs',
  'nous',
  'vous',
  'je',
  "j'",
  'se',
  "s'",
  'cette',
  'ce',
  'cet',
  'ces',
  'celui',
  'celle',
  'tous',
  'toutes',
]);

/** Name particles; the first set needs a capitalised word after it, as the second does. */
export const FRENCH_PARTICLES = new Set(['de', 'du', 'des', "d'"]);
export const OTHER_PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'el',
  'al',
  'ben',
  'bin',
  'ibn',
  'da',
  'dos',
  'das',
  'di',
  'del',
  'della',
  'y',
  'e',
  'le',
  'la',
  'ait',
  'zu',
]);

/** Prepositional groups that bind a post to the body it is held in, most telling first. */
export const WITHIN_PHRASES: readonly (readonly string[])[] = [
  ['au', 'sein', 'de'],
  ['au', 'sein', 'du'],
  ['au', 'sein', 'des'],
  ['au', 'sein', "d'"],
  ['aupres', 'de'],
  ['aupres', 'du'],
  ['aupres', 'des'],
  ['aupres', "d'"],
  ['pour', 'le', 'compte', 'de'],
  ['pour', 'le', 'compte', 'du'],
  ['dans', 'le', 'cadre', 'de'],
  ['dans', 'le', 'cadre', 'du'],
  ['dans', 'le', 'cadre', "d'"],
  ['chez'],
];

/** Words that say a thing is not settled. Sequences of folded tokens. */
export const TENTATIVE_PHRASES: readonly (readonly string[])[] = [
  ['sous', 'reserve'],
  ['a', 'confirmer'],
  ['a', 'preciser'],
  ['en', 'attente', 'de', 'confirmation'],
  ['tbc'],
  ['non', 'confirme'],
  ['non', 'confirmee'],
  ['ou', 'son', 'representant'],
  ['ou', 'sa', 'representante'],
  ['ou', 'son', 'representante'],
  ['ou', 'un', 'representant'],
  ['pressenti'],
  ['pressentie'],
];

/** `en …` groups that end the name of a body rather than belong to it. */
export const EN_BREAKS = new Set([
  'charge',
  'collaboration',
  'partenariat',
  'presence',
  'cours',
  'lien',
  'compagnie',
  'appui',
  'association',
  'duo',
  'tant',
  'binome',
  'residence',
  'poste',
  'visio',
  'ligne',
]);

/** Past marks before a post. */
export const PAST = new Set(['ancien', 'ancienne', 'anciens', 'anciennes', 'ex', 'anciennement']);

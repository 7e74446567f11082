import { isLowercase, type Token } from '../text/tokens.ts';

/** How running text goes on about someone, where a list would name a post. All folded. */

export const COPULAS = new Set(['est', 'sera', 'etait', 'sont', 'fut']);

export const ADVERBS = new Set([
  'egalement',
  'aussi',
  'actuellement',
  'par',
  'ailleurs',
  'desormais',
  "aujourd'hui",
  'notamment',
  'enfin',
]);

/** `Prénom Nom dirige X`: verbs whose object is the body that someone heads or stands for. */
export const HEADING_VERBS = new Set(['dirige', 'codirige', 'co-dirige', 'preside', 'copreside', 'represente']);

/** A verb that opens prose about the person before it: `anime depuis dix ans …`. */
export const looksLikeVerb = (token: Token): boolean =>
  isLowercase(token) && token.text !== 'à' && VERBS.has(token.folded);

// --- internal ---

const VERBS = new Set(
  `accompagne accompagnent travaille travaillent explore explorent developpe developpent propose proposent anime animent
  dirige dirigent mene menent presente presentent intervient interviennent oeuvre agit publie etudie enseigne coordonne
  pilote-t porte cree fonde a ont va vont fait font suit suivent co-anime partagera partageront presentera presenteront
  reviendra temoignera interviendra animera`.split(/\s+/),
);

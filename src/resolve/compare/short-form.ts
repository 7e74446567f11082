import { type Node, shared } from '../node.ts';
import { KINDS, PARTS, TOWN } from '../words.ts';
import { isAcronymShape } from './acronym.ts';
import { type NameFound, nameFound } from './name-found.ts';

/**
 * The one begins with the other: a short form, or a branch, a subsidiary, a town's service. A word for a kind of body that
 * says nothing of which (`Agence de l'eau`, `ARS`) is the body of that kind that each of its documents names in full, where they
 * name one only; a name of its own (`Les Rouages`, `Les Rouages Bretagne`) is for an editor.
 */
export function shortForm(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.content.length < b.content.length ? [a, b] : [b, a];
  if (short.content.length === 0 || short.content.length === long.content.length) return undefined;
  if (PARTS.has(long.words[0] as string) || TOWN.has(long.words[0] as string)) return undefined;
  if (short.content.join('').length < 3) return undefined;
  if (!short.content.every((word, at) => word === long.content[at])) return undefined;
  const isKind =
    isKindAlone(short) && saysWhich(long, short.words.length) && !isWithin(short, long) && isSaidWith(short, long);
  if (!isKind && shared(a.context.events, b.context.events) === undefined) return undefined;
  return nameFound('short-form', a, b, 0.5, isKind ? 'in-document' : 'never');
}

/** A body named after someone, by the surname alone: `Fondation Odile-Marchaud`, `Fondation Marchaud`. */
export function withoutGivenName(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  const given = long.at(-2) as string;
  if (short.length < 2 || long.length !== short.length + 1 || !NAMED_AFTER.has(long[0] as string)) return undefined;
  if (given.length < 3 || REACH.has(given) || KINDS.has(given)) return undefined;
  if ([...short.slice(0, -1), given, short.at(-1)].join(' ') !== long.join(' ')) return undefined;
  return nameFound('without-given-name', a, b, 0.7, 'in-document');
}

// --- internal ---

/** Kinds of bodies that a text names by the kind alone once it has said which. */
const HEADS = new Set(
  (
    'academie agence archives bibliotheque caisse centre chambre communaute confederation conservatoire ' +
    'cooperative ecole etablissement eurometropole federation fondation groupement hopital institut ligue maison mediatheque ' +
    'metropole ministere musee observatoire office parc port prefecture regie region rectorat societe syndicat ' +
    'tribunal universite'
  ).split(' '),
);

/** Services of the State and social bodies of which each territory has one, under their letters. */
const TERRITORIAL = new Set(
  'ars caf carsat cci cpam crous crpf dasen ddt ddtm ddets dpjj drac draaf dreal dreets epf epfl msa ofb safer sdis urssaf'.split(
    ' ',
  ),
);

/** Kinds of bodies that bear people's names. */
const NAMED_AFTER = new Set(
  'bibliotheque centre clinique college ecole ehpad espace fondation hopital institut lycee maison mediatheque musee residence theatre universite'.split(
    ' ',
  ),
);

/** Words before a place's name that make it another place. */
const REACH = new Set(
  'haut haute hauts hautes bas basse grand grande petit petite nord sud est ouest vieux vieille nouveau nouvelle saint sainte val mont pays les des sur sous'.split(
    ' ',
  ),
);

/** `Agence de l'eau`, `ARS`: nothing in it is a name of its own. */
function isKindAlone({ label, words }: Node): boolean {
  if (words.length === 1 && isAcronymShape(label)) return TERRITORIAL.has(words[0] as string);
  return HEADS.has(words[0] as string) && !/[\s'’-]\p{Lu}|\d/u.test(label);
}

/** What follows the kind says which one it is: a name of its own, and no mere number. */
const saysWhich = ({ label }: Node, from: number): boolean =>
  label
    .split(/[\s'’-]+/)
    .slice(from)
    .some((word) => /^\p{Lu}\p{Ll}/u.test(word));

/** Wherever the short form stands, the long one does: in another document the kind may be that of another place. */
const isSaidWith = (short: Node, long: Node): boolean =>
  [...short.context.documents].every((document) => long.context.documents.has(document));

/** A part of a body is not that body. */
const isWithin = (short: Node, long: Node): boolean =>
  long.context.bodies.has(short.key) || short.context.bodies.has(long.key);

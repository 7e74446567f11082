import { fold } from '../domain/fold.ts';

/** How texts become words, for names that are indexed and for what people type. Runs in the browser, too. */

/**
 * The words of a text: no accents, no case, no punctuation. An elided article or preposition (`l’`, `d’`, `qu’`) is no
 * word, and neither is a lone `s` or `x` of the inclusive spelling (`commun·s`, `Commun[s]`), which joins its word.
 */
export function words(text: string): string[] {
  return fold(text.slice(0, LONGEST))
    .replace(/[[(·.]([sxe]{1,2})\b[\])]?/g, '$1')
    .replace(/(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu)'(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/'/g, ' ')
    .replace(/(?<=\p{L})\.(?=\p{L}(?:\.|$|[^\p{L}]))/gu, '')
    .split(/[^\p{L}\p{N}+#@]+/u)
    .filter((word) => word !== '');
}

/** Words that carry the meaning of a name: articles, prepositions and particles are left out, unless nothing else is there. */
export function contentWords(text: string): string[] {
  const all = words(text);
  const content = all.filter((word) => !LIGHT.has(word));
  return content.length === 0 ? all : content;
}

/** The initials of a name of three words or more that carry meaning (`Agence nationale de la cohésion des territoires`: `anct`). */
export function initialsOf(text: string): string | undefined {
  const content = contentWords(text);
  return content.length < 3 ? undefined : content.map((word) => word[0]).join('');
}

/** Articles, prepositions and particles of French names, and those of the neighbours. */
export const LIGHT: ReadonlySet<string> = new Set(
  'a au aux da dal de del dela della der des di do dos du e el en et la le les los of pour sur the un une van von y zu'.split(
    ' ',
  ),
);

// --- internal ---

/** Of a text, what is read: names are shorter, and what people paste is not. */
const LONGEST = 400;

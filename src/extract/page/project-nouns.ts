import { fold } from '../../domain/fold.ts';
import { isAcronymOf } from '../people/acronym.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF } from '../words/connectors.ts';
import { NAMING_NOUNS, PRAISE } from '../words/naming.ts';
import type { Scanned } from './context.ts';
import { listed } from './project-lists.ts';
import { isDay, type Named, startsSentence, stops } from './project-named.ts';
import { type Hints, type Title, titleAt } from './title.ts';

/** `le programme X`, `la plateforme d'apprentissage libre X`, `l'approche de X`. */
export function byNoun(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens } = text;
  const kind = NAMING_NOUNS.get(tokens[at]?.folded ?? '');
  // `produit par X` is no product.
  if (kind === undefined || isAllCaps(tokens[at]) || tokens[at + 1]?.folded === 'par') return undefined;
  let name = at + 1;
  while (name - at < 7 && isLowercase(tokens[name]) && !stops(tokens[name] as Token)) name += 1;
  // A noun nearer to the name speaks for it: `à l'initiative du programme X`.
  if (tokens.slice(at + 1, name).some((token) => NAMING_NOUNS.has(token.folded))) return undefined;
  const before = tokens[name - 1] as Token;
  const reached = tokens[name];
  if (reached === undefined || reached.newline || (reached.kind === 'punct' && !'«“"'.includes(reached.text)))
    return undefined;
  const ofName =
    name === at + 2 && OF.has(before.folded) && /^(?:approche|demarche|methode)$/.test(tokens[at]?.folded ?? '');
  if (name > at + 1 && !ofName && (ARTICLES.has(before.folded) || before.text.length < 4 || OF.has(before.folded)))
    return undefined;
  // A noun in capitals inside a sentence is part of a name (`Plan France …`), not a label before one.
  if (isCapitalized(tokens[at]) && !startsSentence(text, at)) return undefined;
  const title = titleAt(text, name, hints);
  if (title === undefined || isDay(title.name)) return undefined;
  if (
    isAllCaps(reached) &&
    /^(?:service|services|format|site|sites)$/.test(tokens[at]?.folded ?? '') &&
    title.url === undefined
  )
    return undefined;
  const first: Named = { title, as: 'project', kind, noun: at, rule: 'project-noun' };
  return /s$/.test(tokens[at]?.folded ?? '')
    ? [first, ...listed(text, title.next, hints, kind, 'project-noun')]
    : [first];
}

/** `l'Accélérateur d'initiatives …`, `le Schéma des équipements`: the name begins with its kind, in capitals. */
export function byOwnNoun(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens } = text;
  const token = tokens[at] as Token;
  const kind = NAMING_NOUNS.get(token.folded);
  if (
    kind === undefined ||
    !isCapitalized(token) ||
    !['programme', 'dataset', 'standard', 'report', 'event'].includes(kind)
  )
    return undefined;
  let determiner = at - 1;
  while (
    PRAISE.has(tokens[determiner]?.folded ?? '') ||
    /^(?:\d+e|\p{L}+ieme)$/u.test(tokens[determiner]?.folded ?? '')
  )
    determiner -= 1;
  const before = tokens[determiner]?.folded ?? '';
  if (!ARTICLES.has(before) && !OF.has(before) && !['au', 'aux'].includes(before)) return undefined;
  const title = titleAt(text, at, hints);
  return title === undefined || !/\s/.test(title.name) || isDay(title.name)
    ? undefined
    : [{ title, as: 'project', kind, rule: 'project-own-noun' }];
}

/** `partenariat pour un gouvernement ouvert (PGO)`: letters in parentheses mark off a name in small letters. */
export function byAcronym(text: Scanned, at: number): Named[] | undefined {
  const { tokens, flat } = text;
  if (tokens[at]?.text !== '(' || tokens[at + 2]?.text !== ')' || !isAllCaps(tokens[at + 1])) return undefined;
  const acronym = (tokens[at + 1] as Token).text;
  for (let from = at - 1; from >= 0 && at - from <= 10; from -= 1) {
    const token = tokens[from] as Token;
    if (token.kind === 'punct') return undefined;
    const kind = NAMING_NOUNS.get(token.folded);
    const name = textOf(flat, tokens, from, at);
    // The letters begin with the name's own: `la plateforme conçue par le Syndicat N (SN)` names the syndicate.
    if (kind === undefined || !isAcronymOf(acronym, name) || fold(acronym)[0] !== token.folded[0]) continue;
    const title: Title = {
      name,
      aliases: [acronym],
      start: token.start,
      end: (tokens[at - 1] as Token).end,
      next: at + 3,
    };
    return [{ title, as: 'project', kind, rule: 'project-acronym' }];
  }
  return undefined;
}

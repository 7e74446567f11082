import { foldWithOffsets } from '../../domain/fold.ts';
import { bodyList, type NamedBody } from '../bodies/body-list.ts';
import { bodyAfterOf, makerInClause, ownerInApposition } from '../projects/owner.ts';
import { sentenceAt } from '../text/sentences.ts';
import { tokenFrom } from '../text/tokens.ts';
import { CARRIES } from '../words/carriers.ts';
import { OF } from '../words/connectors.ts';
import type { Scanned } from './context.ts';

/**
 * Who carries what is named before an offset, where the text says so in the same clause: `X, piloté par Y`, `X, un outil
 * développé par Y`, `X, lancé à l'initiative de Y`. Partners (`en partenariat avec Z`) are not carriers.
 * @param limit offset at which the next thing is named
 */
export function carriersAfter(text: Scanned, end: number, limit: number): NamedBody[] {
  const { flat, tokens } = text;
  const stop = Math.min(sentenceAt(text.sentences, Math.max(0, end - 1), flat).end, limit, end + 300);
  const { folded, offsets } = foldWithOffsets(flat.slice(end, stop));
  const found = CARRIES.exec(folded) ?? /\b(?:a l'initiative|sous l'egide) (?=d)/.exec(folded);
  if (found === null) {
    const owner =
      ownerInApposition(flat, tokens, tokenFrom(tokens, end), tokenFrom(tokens, stop)) ??
      makerInClause(flat, tokens, tokenFrom(tokens, end));
    return owner === undefined ? [] : [owner];
  }
  const between = folded.slice(0, found.index);
  if (
    !/^\s*(?:\([^()]*\)\s*)?(?:,|\(|(?:est|sont|sera|a ete|qui est|qui a ete|mis|$))/.test(between) ||
    between.length > 160
  )
    return [];
  if (/[.;:!?«»]/.test(between)) return [];
  // A clause may stand between, where the participle after its comma takes the name up again.
  if (/\b(?:qui|que|dont)\b(?! est| a ete)/.test(between) && !/,\s*$/.test(between)) return [];
  const from = end + (offsets[found.index + found[0].length] ?? 0);
  return [...bodyList(flat, tokens, tokenFrom(tokens, from), tokenFrom(tokens, stop)).bodies];
}

/** `le programme X de l'agence Y`: the body right after the name. @param next index of the token after the name */
export function ownerAfter({ flat, tokens }: Scanned, next: number): NamedBody[] {
  const found = OF.has(tokens[next]?.folded ?? '') ? bodyAfterOf(flat, tokens, next) : undefined;
  return found === undefined ? [] : [found.named];
}

const ACTIVE =
  /^(?:pilote|porte|developpe|edite|gere|opere|anime|lance|cree|produit|maintient|heberge|coordonne|publie|deploie|organise)(?:nt|ra|ront)?$/;

/** `Y pilote le programme X`: the subject of the verb before the noun. @param at index of the noun that names X's kind */
export function carriersBefore(text: Scanned, at: number): NamedBody[] {
  const { tokens, flat } = text;
  const article = /^(?:l[ea]s?|l'|une?|son|sa|ses|leurs?)$/.test(tokens[at - 1]?.folded ?? '') ? at - 1 : at;
  let verb = article - 1;
  while (/^(?:aussi|egalement|notamment|desormais|deja|ainsi|depuis)$/.test(tokens[verb]?.folded ?? '')) verb -= 1;
  if (!ACTIVE.test(tokens[verb]?.folded ?? '')) return [];
  if (['a', 'ont', 'avait'].includes(tokens[verb - 1]?.folded ?? '')) verb -= 1;
  const sentence = sentenceAt(text.sentences, tokens[at]?.start ?? 0, flat);
  for (let from = tokenFrom(tokens, sentence.start); from < verb; from += 1) {
    if (
      tokens[from - 1] !== undefined &&
      (tokens[from]?.start ?? 0) > sentence.start &&
      tokens[from - 1]?.kind !== 'punct'
    )
      continue;
    const list = bodyList(flat, tokens, from, verb);
    if (list.bodies.length > 0 && list.next === verb) return [...list.bodies];
  }
  return [];
}

import { bodyList } from '../bodies/body-list.ts';
import { phraseAt } from '../text/scan.ts';
import { sentenceAt } from '../text/sentences.ts';
import { isCapitalized, isLowercase, type Token, textOf, tokenFrom } from '../text/tokens.ts';
import { ARTICLES, OF } from '../words/connectors.ts';
import { NAMED_EVENTS } from '../words/events.ts';
import type { Scanned } from './context.ts';
import { type Named, startsSentence, stops } from './project-named.ts';
import { type Hints, type Title, titleAt } from './title.ts';

/** `À l'initiative de Y, X (ACR) rassemble …`: X is what Y set going. */
export function initiated(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens } = text;
  if (phraseAt(tokens, at, [['a', "l'", 'initiative']]) === 0 || !startsSentence(text, at)) return undefined;
  const end = tokenFrom(tokens, sentenceAt(text.sentences, tokens[at]?.start ?? 0, text.flat).end);
  const list = bodyList(text.flat, tokens, at + 3, end);
  if (list.bodies.length === 0 || tokens[list.next]?.text !== ',') return undefined;
  const name = ARTICLES.has(tokens[list.next + 1]?.folded ?? '') ? list.next + 2 : list.next + 1;
  const title = isCapitalized(tokens[name])
    ? (titleWithComplement(text, name) ?? titleAt(text, name, hints))
    : undefined;
  return title === undefined
    ? undefined
    : [{ title, as: 'project', kind: 'event', carriers: list.bodies, rule: 'project-initiated' }];
}

/** `les rencontres internationales X, Y, organisées par Z`: one event, whose name may hold commas. */
export function organisedEvent(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens, flat } = text;
  if (!NAMED_EVENTS.has(tokens[at]?.folded ?? '') || isCapitalized(tokens[at])) return undefined;
  let name = at + 1;
  while (name - at < 4 && isLowercase(tokens[name]) && !stops(tokens[name] as Token)) name += 1;
  if (!isCapitalized(tokens[name])) return undefined;
  let end = name;
  for (let next = titleAt(text, name, hints)?.next; next !== undefined; ) {
    end = next;
    if (tokens[end]?.text !== ',' || !isCapitalized(tokens[end + 1])) break;
    next = titleAt(text, end + 1, hints)?.next;
  }
  const participle = tokens[end]?.text === ',' ? end + 1 : end;
  if (!/^(?:co-?)?organisee?s?$/.test(tokens[participle]?.folded ?? '') || tokens[participle + 1]?.folded !== 'par')
    return undefined;
  const [first, last] = [tokens[name], tokens[end - 1]];
  if (first === undefined || last === undefined) return undefined;
  const title: Title = {
    name: textOf(flat, tokens, name, end),
    aliases: [],
    start: first.start,
    end: last.end,
    next: end,
  };
  const list = bodyList(
    flat,
    tokens,
    participle + 2,
    tokenFrom(tokens, sentenceAt(text.sentences, first.start, flat).end),
  );
  return [{ title, as: 'project', kind: 'event', carriers: list.bodies.slice(0, 1), rule: 'project-organised' }];
}

// --- internal ---

/** `les Matinales de l'accueil`: an event's name in capitals with a complement in small letters. */
function titleWithComplement(text: Scanned, at: number): Title | undefined {
  const { tokens, flat } = text;
  if (!NAMED_EVENTS.has(tokens[at]?.folded ?? '') || !OF.has(tokens[at + 1]?.folded ?? '')) return undefined;
  const end = ARTICLES.has(tokens[at + 2]?.folded ?? '') ? at + 4 : at + 3;
  const [first, last] = [tokens[at], tokens[end - 1]];
  return first === undefined || last === undefined || !isLowercase(last)
    ? undefined
    : { name: textOf(flat, tokens, at, end), aliases: [], start: first.start, end: last.end, next: end };
}

import { fold } from '../../domain/fold.ts';
import type { Capacity } from '../../domain/participation.ts';
import { leadingFormat, type NamedFormat } from '../format.ts';
import { scanName } from '../people/name.ts';
import { isRoleAt } from '../people/role.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import { OPENING_WORDS } from '../words/events.ts';
import { formatLabel, titleFormat, trimmed } from './agenda-label.ts';
import { peopleFrom } from './title-people.ts';

/** What the words that name an agenda item say. Offsets are in the words given. */
export interface ReadTitle {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly format?: NamedFormat;
  /** Words beside the title that name who takes part. */
  readonly people: readonly { readonly start: number; readonly end: number; readonly capacity: Capacity }[];
  readonly tentative: boolean;
}

/**
 * Splits `Plénière : titre`, `Mot d'accueil par Prénom Nom, rôle`, `Conférence de Prénom Nom : « titre »`,
 * `Titre. Texte… Atelier proposé par X`. A format that only labels the title is not part of it.
 * @param opening length of the bold words that the text opens with; 0 without
 */
export function readTitle(words: string, opening: number): ReadTitle {
  const sentence = opening > 0 ? opening : firstSentence(words);
  const named = namedBefore(words, sentence) ?? quotedFirst(words);
  if (named !== undefined) return named;
  const cut = peopleFrom(words, sentence);
  const capacity = OPENING_WORDS.test(fold(words.slice(0, sentence))) ? 'opening' : (cut?.capacity ?? 'speaker');
  const label = formatLabel(words.slice(0, cut?.at ?? sentence));
  const [start, end, tentative] = trimmed(words, label?.next ?? 0, cut?.at ?? sentence);
  const format = label?.format ?? titleFormat(words.slice(start, end)) ?? cut?.format;
  return {
    title: words.slice(start, end).replace(/\s+/g, ' '),
    start,
    end,
    ...(format === undefined ? {} : { format }),
    people:
      cut === undefined
        ? []
        : [{ start: cut.from, end: sentence, capacity: cut.capacity === 'facilitator' ? cut.capacity : capacity }],
    tentative,
  };
}

/**
 * A line that only names people: `Prénom Nom, rôle`.
 * @param beside true where the lines beside it name people: a name of unknown given name is one then as well
 */
export function isPeopleLine(words: string, beside = false): boolean {
  const tokens = tokenize(words);
  const name = scanName(words, tokens, 0, 'prose');
  if (name === undefined) return false;
  const after = tokens[name.next];
  if (after === undefined) return name.value.known || beside;
  const listed =
    [',', '(', '–', '—', '-', ';', '/'].includes(after.text) || after.folded === 'et' || isRoleAt(tokens, name.next);
  return listed && (name.value.known || beside || isRoleAt(tokens, name.next + 1));
}

// --- internal ---

/** The first sentence; an item in a single line without a full stop is all title. */
function firstSentence(words: string): number {
  for (let at = 0; at < words.length; at += 1) {
    const char = words[at] as string;
    if (char === '\n') return at;
    if (!'.?!…'.includes(char) || !/^[\s»”"]*(?:\s\p{Lu}|\s[«“]|$)/u.test(words.slice(at + 1, at + 8))) continue;
    if (char === '.' && /(?:^|\s)(?:\p{Lu}|M|MM|Mme|Dr|Pr|St|Ste|n|cf)$/u.test(words.slice(Math.max(0, at - 4), at)))
      continue;
    let end = at + 1;
    while (/[»”"\s]/u.test(words[end] ?? '') && /^\s*[»”"]/u.test(words.slice(end))) end += 1;
    return end;
  }
  return words.length;
}

/** `Conférence de Prénom Nom, rôle : « titre »`: the title comes last. */
function namedBefore(words: string, end: number): ReadTitle | undefined {
  const format = leadingFormat(words.slice(0, end));
  if (format === undefined) return undefined;
  const tokens = tokenize(words.slice(0, end));
  const at = tokens.findIndex((token) => OF.has(token.folded) || token.folded === 'par' || token.folded === 'avec');
  if (at < 1 || at > 4 || tokens.slice(0, at).some(({ kind }) => kind === 'punct')) return undefined;
  const name = scanName(words, tokens, at + 1, 'prose');
  if (name?.value.known !== true) return undefined;
  const colon = tokens.findIndex((token, index) => index >= name.next && token.text === ':');
  const quote = tokens.findIndex((token, index) => index >= name.next && (token.text === '«' || token.text === '“'));
  const from = (tokens[at + 1] as Token).start;
  const titleAt = colon >= 0 ? colon + 1 : quote;
  if (titleAt < 0 || tokens[titleAt] === undefined) {
    // `Témoignage de Prénom Nom, rôle`: the name belongs to the title, for there is no other.
    const stop = OF.has(tokens[at]?.folded ?? '') ? tokens[name.next - 1]?.end : tokens[at - 1]?.end;
    const [start, close, tentative] = trimmed(words, 0, stop ?? end);
    return {
      title: words.slice(start, close),
      start,
      end: close,
      format,
      people: [{ start: from, end, capacity: capacityOf(words) }],
      tentative,
    };
  }
  const [start, close, tentative] = trimmed(words, (tokens[titleAt] as Token).start, end);
  const stop =
    (tokens[titleAt - 1] as Token).text === ':'
      ? (tokens[titleAt - 1] as Token).start
      : (tokens[titleAt] as Token).start;
  return {
    title: words.slice(start, close),
    start,
    end: close,
    format,
    people: [{ start: from, end: stop, capacity: capacityOf(words) }],
    tentative,
  };
}

/** `« Titre » : conférence de Prénom Nom`: the title is in quotes, and what it is comes after the colon. */
function quotedFirst(words: string): ReadTitle | undefined {
  const quoted = /^\s*[«“"]\s*([^«»“”"\n]{3,160}?)\s*[»”"]\s*[:–—,]\s*(?=\p{Ll})/u.exec(words);
  if (quoted === null) return undefined;
  const [opening, title = ''] = quoted;
  const after = words.slice(opening.length);
  const format = leadingFormat(after);
  if (format === undefined) return undefined;
  const start = words.indexOf(title);
  const cut = peopleFrom(after, after.length);
  const of = /^[\p{L} -]{3,30}?\s(?:de la |de l['’]|du |de |d['’])/u.exec(after)?.[0].length;
  const from = opening.length + (cut?.from ?? of ?? after.length);
  return {
    title,
    start,
    end: start + title.length,
    format,
    people: from >= words.length ? [] : [{ start: from, end: words.length, capacity: cut?.capacity ?? 'speaker' }],
    tentative: false,
  };
}

const capacityOf = (words: string): Capacity => (OPENING_WORDS.test(fold(words)) ? 'opening' : 'speaker');

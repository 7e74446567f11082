import type { Capacity } from '../../domain/participation.ts';
import type { Found } from '../text/scan.ts';
import { isCapitalized, type Token, tokenFrom } from '../text/tokens.ts';
import { peopleLabel } from './labels.ts';

/** Words that introduce who animates or takes part; they may change the capacity. */
export function leadIn(
  tokens: readonly Token[],
  at: number,
  initial: Capacity,
  current: Capacity,
): Found<Capacity> | undefined {
  const lead = leadInsAt(tokens, at)[0];
  if (lead === undefined) return undefined;
  const [words, said] = lead;
  const guest = initial === 'facilitator' ? 'speaker' : initial;
  const next = at + words.length;
  return {
    value: said === 'keep' ? current : said === 'guest' ? guest : said,
    next: tokens[next]?.text === ':' ? next + 1 : next,
  };
}

/** The lead-ins that stand at `at`, the first word perhaps with an inclusive ending: `accompagné·e de`. */
export function leadInsAt(tokens: readonly Token[], at: number): readonly LeadIn[] {
  const first = tokens[at]?.folded ?? '';
  const leads = LEAD_INS_BY_WORD.get(first) ?? LEAD_INS_BY_WORD.get(first.replace(INCLUSIVE_ENDING, '')) ?? [];
  return leads.filter(([words]) => words.every((word, n) => n === 0 || tokens[at + n]?.folded === word));
}

/** `le collectif X, représenté par Y`: the folded participle, perhaps with an inclusive ending. */
export const REPRESENTED = /^represente(?:e|s|es|·e|·es|·e·s|\(e\))?$/;

/** `Intervenants : …` in the middle of a block: those after it take part in that capacity. */
export function inlineLabel(source: string, tokens: readonly Token[], at: number): Found<Capacity> | undefined {
  const token = tokens[at] as Token;
  if (!isCapitalized(token)) return undefined;
  const near = source.slice(token.start, token.start + LONGEST_LABEL);
  const words = near.slice(0, near.indexOf(':') + 1);
  const label = words === '' || words.includes('|') ? undefined : peopleLabel(words);
  if (label?.end !== words.length) return undefined;
  return { value: label.capacity, next: tokenFrom(tokens, token.start + label.end) };
}

/** Where a lead-in begins that ends at `end`, or whose last word stands there. */
export function startOfLeadIn(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let at = Math.max(from, end - LONGEST_LEAD_IN); at < end; at += 1)
    if (leadInsAt(tokens, at).some(([words]) => at + words.length === end || at + words.length === end + 1)) return at;
  return undefined;
}

// --- internal ---

type LeadIn = readonly [words: readonly string[], capacity: Capacity | 'keep' | 'guest'];

const INCLUSIVE_ENDING = /(?:[·•.-]e?s?|\(e?s?\)){1,2}$/;

const animated = [
  'anime',
  'animee',
  'animes',
  'animees',
  'modere',
  'moderee',
  'moderes',
  'moderees',
  'co-anime',
  'co-animee',
  'facilite',
  'facilitee',
];

const LEAD_INS: readonly LeadIn[] = [
  ...animated.map((word) => [[word, 'par'], 'facilitator'] as const),
  ...[
    'represente',
    'representee',
    'representes',
    'propose',
    'proposee',
    'organise',
    'organisee',
    'presente',
    'presentee',
    'introduit',
    'introduite',
    'introduits',
    'accompagne',
    'accompagnee',
    'accompagnes',
    'accompagnees',
    'porte',
    'portee',
  ].flatMap((word) => ['par', 'de', "d'"].map((p) => [[word, p], 'keep'] as const)),
  ...['de', 'du', 'des', "d'"].map((p) => [['avec', 'la', 'participation', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['et', 'la', 'participation', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['en', 'presence', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['en', 'compagnie', p], 'guest'] as const),
  ...['seance', 'session', 'rencontre', 'discussion'].flatMap((noun) =>
    ['presentee', 'introduite', 'animee', 'moderee'].map((word) => [[noun, word, 'par'], 'facilitator'] as const),
  ),
  [['en', 'collaboration', 'avec'], 'keep'],
  [['en', 'partenariat', 'avec'], 'keep'],
  [['en', 'duo', 'avec'], 'keep'],
  [['ainsi', 'que'], 'keep'],
  [['aux', 'cotes', 'de'], 'keep'],
  [['avec'], 'guest'],
  [['par'], 'keep'],
];

const LEAD_INS_BY_WORD = new Map<string, LeadIn[]>();

for (const lead of LEAD_INS) {
  const word = lead[0][0] as string;
  LEAD_INS_BY_WORD.set(word, [...(LEAD_INS_BY_WORD.get(word) ?? []), lead]);
}

const LONGEST_LEAD_IN = 4;

/** Characters, the colon included. */
const LONGEST_LABEL = 60;

import type { Capacity } from '../../domain/participation.ts';
import { peopleLabel } from '../people/labels.ts';
import { scanName } from '../people/name.ts';
import { isRoleAt } from '../people/role.ts';
import { startsWith } from '../text/scan.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { COMPANY } from '../words/company.ts';
import { isSpeechVerb, SOURCES, VERB_HELPERS } from '../words/speech.ts';
import type { Scanned } from './context.ts';

/** `Modération : Prénom Nom`, `Avec Prénom Nom`: a label opens the sentence, and the name stands right after it. */
export function labelBefore(text: Scanned, at: number, sentence: Sentence): Capacity | undefined {
  const start = (text.tokens[at] as Token).start - sentence.start;
  if (start > LONGEST_LABEL) return undefined;
  const label = peopleLabel(text.flat.slice(sentence.start, sentence.end));
  if (label === undefined || label.alone || start < label.end) return undefined;
  return text.flat.slice(sentence.start + label.end, sentence.start + start).trim() === '' ? label.capacity : undefined;
}

/** `À Lumeau Agglomération, la présidente …`: a sentence that opens with a preposition says where. */
export const opensPlace = (token: Token | undefined): boolean => /^(?:À|Chez|En|Dans|Sur)$/u.test(token?.text ?? '');

export function companyBefore(tokens: readonly Token[], from: number, first: number) {
  const ending = COMPANY_BY_END.get(tokens[from - 1]?.folded ?? '') ?? [];
  return ending
    .filter(({ words }) => from - words.length >= first && startsWith(tokens, from - words.length, words))
    .sort((a, b) => b.words.length - a.words.length)[0];
}

/** `a rappelé Prénom Nom`, `explique Prénom Nom`: the verb comes first. */
export function speechBefore(tokens: readonly Token[], from: number, first: number): boolean {
  const before = tokens[from - 1];
  if (from - 1 < first || before === undefined || !isSpeechVerb(before.folded)) return false;
  // `comme le rappelait X` quotes someone who said it elsewhere.
  if (
    /ai(?:t|ent)$/.test(before.folded) &&
    tokens.slice(Math.max(first, from - 4), from).some(({ folded }) => folded === 'comme')
  )
    return false;
  const helper = tokens[from - 2];
  const inverted =
    helper === undefined || helper.kind === 'punct' || VERB_HELPERS.has(helper.folded) || from - 2 < first;
  const told = ['comme', 'que', "qu'"].includes(helper?.folded ?? '');
  return inverted || told || /[»”"]/.test(helper?.text ?? '');
}

export function sourceBefore(tokens: readonly Token[], from: number, next: number): boolean {
  const found = SOURCES.find((words) => from >= words.length && startsWith(tokens, from - words.length, words));
  // `pour Prénom Nom, directrice de …` gives an opinion; `pour Prénom Nom` alone may give anything.
  return (
    found !== undefined && (found[0] !== 'pour' || (tokens[next]?.text === ',' && startsSentence(tokens, from - 1)))
  );
}

/** `le prix Prénom Nom`, `la rue Prénom Nom`: right after a common noun a name is that noun's. */
export function canBeSubject(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'punct' || tokens[at]?.newline === true || LINKS.has(before.folded);
}

const LINKS = new Set([
  'et',
  'que',
  "qu'",
  'comme',
  'quand',
  'car',
  'mais',
  'puis',
  'donc',
  'ou',
  'si',
  'lorsque',
  'ensuite',
  'enfin',
  'alors',
]);

/** Index of the verb whose subject the name is: right after it, or after an apposition between commas or brackets. */
export function verbAfter(text: Scanned, next: number, sentence: Sentence): number | undefined {
  const { tokens, flat } = text;
  if (isVerbAt(tokens, next)) return next;
  for (let at = next; at < tokens.length && (tokens[at] as Token).start < sentence.end; at += 1) {
    const token = tokens[at] as Token;
    // `A, post, et B ont plaidé`: the verb may follow the last of several.
    const other = scanName(flat, tokens, at, 'prose');
    if (other?.value.known === true && isVerbAt(tokens, other.next)) return other.next;
    if ((token.text === ',' || token.text === ')') && isVerbAt(tokens, at + 1)) return at + 1;
    if (['.', ';', ':', '«', '»', '?', '!'].includes(token.text) || at - next > 60) return undefined;
    if (at === next && !(token.text === ',' || token.text === '(' || token.folded === 'et')) return undefined;
  }
  return undefined;
}

/** `Prénom Nom : …` at the start of a text: an interview's speaker. */
export const speaksAfterColon = (tokens: readonly Token[], at: number, next: number): boolean =>
  (at === 0 || tokens[at]?.newline === true) && tokens[next]?.text === ':' && tokens[next + 1] !== undefined;

/** `« … » — Prénom Nom`, `« … » (Prénom Nom, rôle)`. */
export function afterQuote(flat: string, tokens: readonly Token[], from: number): boolean {
  const before = flat.slice(Math.max(0, (tokens[from]?.start ?? 0) - 8), tokens[from]?.start ?? 0);
  return /[»”"]\s*[,.]?\s*[—–(-]\s*$/u.test(before);
}

export const described = (tokens: readonly Token[], next: number): boolean =>
  tokens[next] === undefined ||
  [',', '(', '.', ';', '!', ':'].includes(tokens[next]?.text ?? '') ||
  tokens[next]?.folded === 'et' ||
  isRoleAt(tokens, next);

// --- internal ---

/** Characters. */
const LONGEST_LABEL = 100;

const COMPANY_BY_END = new Map<string, (typeof COMPANY)[number][]>();

for (const company of COMPANY) {
  const word = company.words.at(-1) as string;
  COMPANY_BY_END.set(word, [...(COMPANY_BY_END.get(word) ?? []), company]);
}

const startsSentence = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || ['.', '!', '?', '»'].includes(tokens[at - 1]?.text ?? '');

function isVerbAt(tokens: readonly Token[], at: number): boolean {
  let verb = at;
  while (verb - at < 4 && VERB_HELPERS.has(tokens[verb]?.folded ?? '') && !isSpeechVerb(tokens[verb]?.folded ?? ''))
    verb += 1;
  const token = tokens[verb];
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Ll}/u.test(token.text) &&
    isSpeechVerb(token.folded) &&
    !isRoleAt(tokens, verb)
  );
}

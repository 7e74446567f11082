import { fold } from '../../domain/fold.ts';
import type { Capacity } from '../../domain/participation.ts';
import { peopleLabel } from '../people/labels.ts';
import { type Contribution, scanPeople } from '../people/list.ts';
import { scanName } from '../people/name.ts';
import { isRoleAt, type Post, scanPosts } from '../people/role.ts';
import { startsWith } from '../text/scan.ts';
import type { Token } from '../text/tokens.ts';
import { COMPANY } from '../words/company.ts';
import { ARTICLES } from '../words/connectors.ts';
import { OPENING_PHRASE } from '../words/events.ts';
import { isSpeechVerb, SOURCES, VERB_HELPERS } from '../words/speech.ts';
import { type Scanned, tokenFrom } from './context.ts';
import { type Sentence, sentenceAt } from './sentences.ts';

/** Someone whom running text shows taking part. Offsets are in the text. */
export interface ProsePerson {
  readonly text: Scanned;
  readonly contribution: Contribution;
  readonly rule: string;
  /** `son directeur`: the post is in the body that the text named last. */
  readonly ofLastBody: boolean;
}

/** Posts in parentheses belong to the one they follow: in prose `A et B (X)` says nothing of A's body. */
export function peopleIn(text: string, capacity: Capacity): Contribution[] {
  const found = scanPeople(text, capacity, { names: 'prose' }).filter(({ actor }) => 'person' in actor);
  return found.map((one, at) => {
    const next = found[at + 1];
    const own = text.slice(one.start, one.end);
    const bare = 'person' in one.actor && own.trim().endsWith(lastWord(one.actor.person.surface));
    const bracketed = next !== undefined && /^[^,;]*\(/u.test(text.slice(next.start, next.end));
    return bare && bracketed && one.posts.length > 0 ? { ...one, posts: [] } : one;
  });
}

/**
 * The people whom a text of prose shows speaking, acting or present: with a verb of speech before or after the name,
 * after `selon`, in lists after `en présence de`, `animé par`. Who is only named (an author, a street) is not.
 */
export function proseOf(text: Scanned): ProsePerson[] {
  const people: ProsePerson[] = [];
  const { tokens, flat } = text;
  let skip = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.start < skip) continue;
    const name = scanName(flat, tokens, at, 'prose');
    if (name === undefined || !(name.value.known || vouched(tokens, at, name.next))) continue;
    const sentence = sentenceAt(text.sentences, token.start, flat);
    const found = judge(text, at, name.next, sentence);
    if (found.length === 0) {
      at = name.next - 1;
      continue;
    }
    people.push(...found);
    skip = Math.max(...found.map(({ contribution }) => contribution.end), (tokens[name.next - 1] as Token).end);
  }
  return people;
}

// --- internal ---

const lastWord = (text: string): string => text.split(/\s+/).at(-1) ?? '';

/** A name without a known given name: only a post right after or before it vouches for it. */
const vouched = (tokens: readonly Token[], at: number, next: number): boolean =>
  ((tokens[next]?.text === ',' || tokens[next]?.text === '(') && isRoleAt(tokens, next + 1)) ||
  postBefore(tokens, at) !== undefined;

function judge(text: Scanned, at: number, next: number, sentence: Sentence): ProsePerson[] {
  const { tokens, flat } = text;
  const post = postBefore(tokens, at);
  const from = post?.from ?? at;
  const first = tokenFrom(tokens, sentence.start);
  const opening = OPENING_PHRASE.test(fold(flat.slice(sentence.start, sentence.start + 40)));
  const capacity: Capacity = opening ? 'opening' : 'speaker';
  const own = (end: number, as: Capacity, rule: string, follow: boolean): ProsePerson[] =>
    withPost(text, read(text, at, end, as, rule, follow), post, from, at);
  const label = labelBefore(text, at, sentence);
  if (label !== undefined) return own(sentence.end, label, 'prose-label', true);
  const company = companyBefore(tokens, from, first);
  if (company !== undefined && (company.weak !== true || described(tokens, next) || post !== undefined))
    return own(sentence.end, company.capacity, 'prose-company', true);
  if (speechBefore(tokens, from, first) || sourceBefore(tokens, from, next))
    return own(sentence.end, capacity, 'prose-speech', false);
  const verb = verbAfter(tokens, next, sentence);
  if (verb !== undefined) return own((tokens[verb - 1] as Token).end, capacity, 'prose-subject', true);
  if (afterQuote(flat, tokens, from)) return own(sentence.end, capacity, 'prose-quote', false);
  return [];
}

/** Reads the people from a name on. `follow`: those listed after the first count as well, not only those tied by `et`. */
function read(
  text: Scanned,
  at: number,
  end: number,
  capacity: Capacity,
  rule: string,
  follow: boolean,
): ProsePerson[] {
  const start = (text.tokens[at] as Token).start;
  const words = text.flat.slice(start, end);
  const found = peopleIn(words, capacity);
  const people: ProsePerson[] = [];
  for (const [index, contribution] of found.entries()) {
    const before = found[index - 1];
    const between =
      before === undefined ? words.slice(0, contribution.start) : words.slice(before.end, contribution.start);
    if (before === undefined && between.trim() !== '') break;
    const tied =
      /^[\s,;]*(?:et|puis|ainsi que|&)?\s*(?:(?:d['’]|de|du|avec)\s*)?$/u.test(between) &&
      (follow || /\bet\b|&/u.test(between));
    if (before !== undefined && !tied) break;
    people.push({
      text,
      contribution: { ...contribution, start: contribution.start + start, end: contribution.end + start },
      rule,
      ofLastBody: false,
    });
  }
  return people;
}

interface PostBefore {
  readonly from: number;
  readonly to: number;
  /** `son`, `leur`: of the body named last. */
  readonly possessive: boolean;
}

const POSSESSIVES = new Set(['son', 'sa', 'ses', 'leur', 'leurs', 'notre', 'nos']);

/** `sa directrice, Prénom Nom`, `le sociologue Prénom Nom`, `la présidente de X, Prénom Nom`: the post printed first. */
function postBefore(tokens: readonly Token[], at: number): PostBefore | undefined {
  const comma = tokens[at - 1]?.text === ',' ? 1 : 0;
  for (let start = at - comma - 1; start >= 0 && at - start < 16; start -= 1) {
    const token = tokens[start] as Token;
    if (token.kind === 'punct' && token.text !== '-' && token.text !== '’') return undefined;
    const determiner =
      POSSESSIVES.has(token.folded) ||
      ARTICLES.has(token.folded) ||
      token.folded === 'cette' ||
      token.folded === 'cet' ||
      token.folded === 'ce';
    if (!determiner || !isRoleAt(tokens, start + 1)) continue;
    return { from: start, to: at - comma, possessive: POSSESSIVES.has(token.folded) };
  }
  return undefined;
}

function withPost(
  text: Scanned,
  people: ProsePerson[],
  post: PostBefore | undefined,
  from: number,
  at: number,
): ProsePerson[] {
  const first = people[0];
  if (post === undefined || first === undefined) return people;
  const held: Post[] = scanPosts(text.flat, text.tokens.slice(0, post.to), post.from + 1, post.to, {});
  if (held.length === 0) return people;
  const lacks = held.every(({ organization }) => organization === undefined);
  const start = (text.tokens[Math.min(from, at)] as Token).start;
  return [
    {
      ...first,
      contribution: { ...first.contribution, posts: [...held, ...first.contribution.posts], start },
      ofLastBody: post.possessive && lacks,
    },
    ...people.slice(1),
  ];
}

/** `Modération : Prénom Nom`, `Avec Prénom Nom`: a label opens the sentence, and the name stands right after it. */
function labelBefore(text: Scanned, at: number, sentence: Sentence): Capacity | undefined {
  const label = peopleLabel(text.flat.slice(sentence.start, sentence.end));
  const start = (text.tokens[at] as Token).start - sentence.start;
  if (label === undefined || label.alone || start < label.end) return undefined;
  return text.flat.slice(sentence.start + label.end, sentence.start + start).trim() === '' ? label.capacity : undefined;
}

function companyBefore(tokens: readonly Token[], from: number, first: number) {
  return COMPANY.filter(
    ({ words }) => from - words.length >= first && startsWith(tokens, from - words.length, words),
  ).sort((a, b) => b.words.length - a.words.length)[0];
}

/** `a rappelé Prénom Nom`, `explique Prénom Nom`: the verb comes first. */
function speechBefore(tokens: readonly Token[], from: number, first: number): boolean {
  const before = tokens[from - 1];
  if (from - 1 < first || before === undefined || !isSpeechVerb(before.folded)) return false;
  const helper = tokens[from - 2];
  const inverted =
    helper === undefined || helper.kind === 'punct' || VERB_HELPERS.has(helper.folded) || from - 2 < first;
  const told = ['comme', 'que', "qu'"].includes(helper?.folded ?? '');
  return inverted || told || /[»”"]/.test(helper?.text ?? '');
}

function sourceBefore(tokens: readonly Token[], from: number, next: number): boolean {
  const found = SOURCES.find((words) => from >= words.length && startsWith(tokens, from - words.length, words));
  // `pour Prénom Nom, directrice de …` gives an opinion; `pour Prénom Nom` alone may give anything.
  return (
    found !== undefined && (found[0] !== 'pour' || (tokens[next]?.text === ',' && startsSentence(tokens, from - 1)))
  );
}

const startsSentence = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || ['.', '!', '?', '»'].includes(tokens[at - 1]?.text ?? '');

/** Index of the verb whose subject the name is: right after it, or after an apposition between commas or brackets. */
function verbAfter(tokens: readonly Token[], next: number, sentence: Sentence): number | undefined {
  if (isVerbAt(tokens, next)) return next;
  for (let at = next; at < tokens.length && (tokens[at] as Token).start < sentence.end; at += 1) {
    const token = tokens[at] as Token;
    if ((token.text === ',' || token.text === ')') && isVerbAt(tokens, at + 1)) return at + 1;
    if (['.', ';', ':', '«', '»', '?', '!'].includes(token.text) || at - next > 60) return undefined;
    if (at === next && !(token.text === ',' || token.text === '(' || token.folded === 'et')) return undefined;
  }
  return undefined;
}

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

/** `« … » — Prénom Nom`, `« … » (Prénom Nom, rôle)`. */
function afterQuote(flat: string, tokens: readonly Token[], from: number): boolean {
  const before = flat.slice(Math.max(0, (tokens[from]?.start ?? 0) - 8), tokens[from]?.start ?? 0);
  return /[»”"]\s*[,.]?\s*[—–(-]\s*$/u.test(before);
}

const described = (tokens: readonly Token[], next: number): boolean =>
  tokens[next] === undefined ||
  [',', '(', '.', ';', '!', ':'].includes(tokens[next]?.text ?? '') ||
  tokens[next]?.folded === 'et' ||
  isRoleAt(tokens, next);

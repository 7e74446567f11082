import { fold } from '../../domain/fold.ts';
import type { Capacity } from '../../domain/participation.ts';
import { type Contribution, scanPeople } from '../people/list.ts';
import { type PersonName, scanName } from '../people/name.ts';
import { type PostBefore, postBefore, postsOf } from '../people/post-before.ts';
import { isRoleAt, type Post } from '../people/role.ts';
import { MOST_READ_AGAIN } from '../text/bounded.ts';
import type { Found } from '../text/scan.ts';
import { type Sentence, sentenceAt } from '../text/sentences.ts';
import { type Token, tokenFrom, tokenize } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import { OPENING_PHRASE } from '../words/events.ts';
import type { Scanned } from './context.ts';
import {
  afterQuote,
  canBeSubject,
  companyBefore,
  described,
  labelBefore,
  opensPlace,
  sourceBefore,
  speaksAfterColon,
  speechBefore,
  verbAfter,
} from './people-signs.ts';

/** Someone whom running text shows taking part. Offsets are in the text. */
export interface ProsePerson {
  readonly text: Scanned;
  readonly contribution: Contribution;
  readonly rule: string;
  /** `son directeur`: the post is in the body that the text named last. */
  readonly ofLastBody: boolean;
  /** The text only says what post someone holds: it counts for those who take part by another sign. */
  readonly onlyPost?: boolean;
}

export interface Prose {
  readonly people: readonly ProsePerson[];
  /** False where reading was given up before the end: see `MOST_READ_AGAIN`. */
  readonly complete: boolean;
}

/** Posts in parentheses belong to the one they follow: in prose `A et B (X)` says nothing of A's body. */
export function peopleIn(text: string, capacity: Capacity): Contribution[] {
  const found = scanPeople(withoutTies(text), capacity, { names: 'prose' })
    .map((one) => ({ ...one, posts: one.posts.flatMap(inProse) }))
    .filter(({ actor }) => 'person' in actor);
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
export function proseOf(text: Scanned): Prose {
  const people: ProsePerson[] = [];
  const { tokens, flat } = text;
  const effort = { read: 0 };
  let skip = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.start < skip) continue;
    if (effort.read > MOST_READ_AGAIN) return { people, complete: false };
    const name = opensPlace(token) ? undefined : scanName(flat, tokens, at, 'prose');
    if (name === undefined || !(name.value.known || vouched(tokens, at, name.next))) continue;
    const sentence = sentenceAt(text.sentences, token.start, flat);
    const found = judge(text, at, name, sentence, effort);
    if (found.length === 0) {
      at = name.next - 1;
      continue;
    }
    people.push(...found);
    skip = Math.max(...found.map(({ contribution }) => contribution.end), (tokens[name.next - 1] as Token).end);
  }
  return { people, complete: true };
}

/** Ends where the last of the posts does: prose goes on after them. */
export function tightened(text: string, one: Contribution): Contribution {
  const person = 'person' in one.actor ? one.actor.person.surface : '';
  const words = [person, ...one.posts.flatMap(({ role, organization }) => [role ?? '', ...surfacesOf(organization)])];
  const span = text.slice(one.start, one.end).replace(/\s/g, ' ');
  const ends = words.map((word) => (word === '' ? 0 : span.indexOf(word) + word.length));
  const missing = words.some((word) => !span.includes(word));
  return missing ? one : { ...one, end: one.start + Math.max(...ends) };
}

export const moved = (one: Contribution, by: number): Contribution => ({
  ...one,
  start: one.start + by,
  end: one.end + by,
});

// --- internal ---

/** Characters that were read beyond the text itself. */
interface Effort {
  read: number;
}

const surfacesOf = (body: Post['organization']): string[] =>
  body === undefined ? [] : [body.surface, ...surfacesOf(body.within)];

/** What follows a name in prose is a post only where it begins like one, or is a trade in a word or two. */
function inProse(post: Post): Post[] {
  if (post.role === undefined) return [post];
  const tokens = tokenize(post.role);
  if (isRoleAt(tokens, 0) || tokens.length <= 2) return [post];
  const { role: _role, ...held } = post;
  return held.organization === undefined ? [] : [held];
}

/** `de A et de B`: the second `de` only repeats the first; it is blanked out, offsets stay. */
function withoutTies(text: string): string {
  const tokens = tokenize(text);
  let plain = '';
  let from = 0;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    if (!OF.has(token.folded) || !(before?.folded === 'et' || before?.text === ',')) return;
    if (scanName(text, tokens, at + 1, 'prose')?.value.known !== true) return;
    plain += text.slice(from, token.start) + ' '.repeat(token.end - token.start);
    from = token.end;
  });
  return plain + text.slice(from);
}

const lastWord = (text: string): string => text.split(/\s+/).at(-1) ?? '';

/** A name without a known given name: only a post right after or before it vouches for it. */
const vouched = (tokens: readonly Token[], at: number, next: number): boolean =>
  !opensPlace(tokens[at - 1]) &&
  (((tokens[next]?.text === ',' || tokens[next]?.text === '(') && isRoleAt(tokens, next + 1)) ||
    postBefore(tokens, at) !== undefined);

function judge(
  text: Scanned,
  at: number,
  { value: name, next }: Found<PersonName>,
  sentence: Sentence,
  effort: Effort,
): ProsePerson[] {
  const { tokens, flat } = text;
  const post = postBefore(tokens, at);
  const from = post?.from ?? at;
  const first = tokenFrom(tokens, sentence.start);
  const isOpening = (): boolean => OPENING_PHRASE.test(fold(flat.slice(sentence.start, sentence.start + 40)));
  const capacity = (): Capacity => (isOpening() ? 'opening' : 'speaker');
  const own = (end: number, as: Capacity, rule: string, follow: boolean): ProsePerson[] => {
    effort.read += end - (tokens[at] as Token).start;
    const later = follow ? withPostLater(text, next, end) : undefined;
    const stop = later === undefined ? end : (tokens[later.post.from] as Token).start;
    const first = withPost(text, read(text, at, stop, as, rule, follow), post, from, at);
    if (later === undefined || first.length === 0) return first;
    return [
      ...first,
      ...withPost(text, read(text, later.at, end, as, rule, true), later.post, later.post.from, later.at),
    ];
  };
  const label = labelBefore(text, at, sentence);
  if (label !== undefined) return own(sentence.end, label, 'prose-label', true);
  if (speaksAfterColon(tokens, at, next) && name.known)
    return own((tokens[next - 1] as Token).end, 'speaker', 'prose-interview', false);
  const company = companyBefore(tokens, from, first);
  if (company !== undefined && (company.weak !== true || described(tokens, next) || post !== undefined))
    return own(sentence.end, company.capacity, 'prose-company', true);
  if (speechBefore(tokens, from, first) || sourceBefore(tokens, from, next))
    return own(sentence.end, capacity(), 'prose-speech', false);
  const verb = post === undefined && !canBeSubject(tokens, at) ? undefined : verbAfter(text, next, sentence);
  if (verb !== undefined) return own((tokens[verb - 1] as Token).end, capacity(), 'prose-subject', true);
  if (tokens[next]?.folded === 'est' && isRoleAt(tokens, next + 1))
    return own(sentence.end, capacity(), 'prose-post', false).map((one) => ({ ...one, onlyPost: true }));
  if (afterQuote(flat, tokens, from)) return own(sentence.end, capacity(), 'prose-quote', false);
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
      contribution: moved(tightened(words, contribution), start),
      rule,
      ofLastBody: false,
    });
  }
  return people;
}

/** `A, post, et la chercheuse B`: another whose post is printed first. */
function withPostLater(text: Scanned, from: number, end: number): { at: number; post: PostBefore } | undefined {
  const { tokens, flat } = text;
  for (let at = from; at < tokens.length && (tokens[at] as Token).start < end; at += 1) {
    if (scanName(flat, tokens, at, 'prose')?.value.known !== true) continue;
    const post = postBefore(tokens, at);
    const tie = post === undefined ? undefined : tokens[post.from - 1];
    if (post !== undefined && post.from > from && (tie?.folded === 'et' || tie?.text === ',')) return { at, post };
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
  const held = postsOf(text.flat, text.tokens, post);
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

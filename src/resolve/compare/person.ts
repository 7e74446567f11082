import fonem from 'talisman/phonetics/french/fonem.js';
import { isSurnameAlone } from '../../domain/civility.ts';
import { type Node, shared } from '../node.ts';
import { type Evidence, evidence, type Verdict } from '../verdict.ts';
import { isMisread, isOneLetterApart } from './misread.ts';
import { isCompelling, type NameFound, nameFound } from './name-found.ts';

/**
 * What is to be thought of two people with different names. Names alone never make two people one, but for the order of
 * their words: context must speak, and nothing against. Undefined where the names have nothing in common.
 */
export function comparePeople(a: Node, b: Node): Verdict | undefined {
  const name = NAMES.map((compare) => compare(a, b)).find((found) => found !== undefined);
  if (name === undefined) return undefined;
  const context = CONTEXTS.flatMap((compare) => compare(a, b) ?? []);
  const speaksAgainst = sameListing(a, b) ?? [];
  const strong = context.some(({ comparator }) => STRONG.has(comparator));
  const inDocument = context.some(({ comparator }) => comparator === 'same-document');
  const certain = isCompelling(name, strong, inDocument);
  const score = Math.min(1, name.score + 0.1 * context.length) * (speaksAgainst.length > 0 ? 0.5 : 1);
  return {
    decision: certain && speaksAgainst.length === 0 ? 'same' : 'candidate',
    score: Math.round(score * 100) / 100,
    speaksFor: [name.evidence, ...context],
    speaksAgainst,
  };
}

/** How a name sounds in French, roughly. */
export function soundOf(word: string): string {
  let sound = sounds.get(word);
  if (sound === undefined) {
    sound = fonem(word);
    if (sounds.size >= 50_000) sounds.clear();
    sounds.set(word, sound);
  }
  return sound;
}

// --- internal ---

/** Words before a surname that belong to it. */
const PARTICLES = new Set('de du des d le la von van del di da el al'.split(' '));

const sounds = new Map<string, string>();

/** Surname first, or a particle moved: the same words in another order. */
function sameWords(a: Node, b: Node): NameFound | undefined {
  if (a.words.length < 2 || a.words.length !== b.words.length) return undefined;
  const same = [...a.words].sort().join(' ') === [...b.words].sort().join(' ');
  return same ? nameFound('same-words', a, b, 0.95, 'alone') : undefined;
}

/** The same letters after the same given name: a particle written apart or together, `Le Goff`, `Legoff`. */
function sameLetters(a: Node, b: Node): NameFound | undefined {
  if (a.words[0] !== b.words[0] || Math.min(a.words.length, b.words.length) < 2) return undefined;
  return a.words.join('') === b.words.join('') ? nameFound('same-letters', a, b, 0.9, 'alone') : undefined;
}

/** `J. Le Goff`, `JB Martin`: initials of given names, and the same surname. */
function initials(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.key.length <= b.key.length ? [a.words, b.words] : [b.words, a.words];
  const letters: string[] = [];
  let at = 0;
  for (; at < short.length - 1 && (short[at] as string).length <= 2; at += 1) {
    const word = short[at] as string;
    // `H. de Brie`: the surname begins.
    if (at > 0 && PARTICLES.has(word)) break;
    // `Ph.` is one given name, `JB` two.
    letters.push(...(/^.h$/.test(word) && long[at]?.startsWith(word) === true ? [word[0] as string] : word));
  }
  const surname = short.slice(at);
  const given = long.slice(0, long.length - surname.length);
  if (letters.length === 0 || given.length === 0 || surname.join('').length < 2) return undefined;
  if (surname.join(' ') !== long.slice(given.length).join(' ')) return undefined;
  if (given.every((word) => word.length === 1)) return undefined;
  const firsts = given.map((word) => word[0]);
  const fits = letters.length <= firsts.length && letters.every((letter, i) => letter === firsts[i]);
  // Two initials and the surname are hardly those of two people in one programme; one may be.
  const areAll = letters.length > 1 && letters.length === firsts.length;
  return fits ? nameFound('initials', a, b, 0.6, areAll ? 'in-document' : 'with-context') : undefined;
}

/** One letter read wrongly or left out, in the surname; in a given name it may well be another person. */
function oneLetter(a: Node, b: Node): NameFound | undefined {
  if (a.key.length < 8 || a.words.length !== b.words.length || !isOneLetterApart(a.key, b.key)) return undefined;
  const given = a.words[0] === b.words[0];
  const surname = a.words.at(-1) as string;
  const misread = given && surname.length >= 7 && isMisread(a.key, b.key);
  const compelling = misread ? 'in-document' : given && surname.length >= 5 ? 'with-context' : 'never';
  return nameFound('one-letter', a, b, given ? 0.7 : 0.5, compelling);
}

/** Names that sound alike: never compelling. */
function sameSound(a: Node, b: Node): NameFound | undefined {
  if (a.words.length !== b.words.length || a.words.length < 2) return undefined;
  const alike = a.words.every((word, at) => word === b.words[at] || soundOf(word) === soundOf(b.words[at] as string));
  return alike ? nameFound('same-sound', a, b, 0.5, 'never') : undefined;
}

/** A second surname, by marriage or birth: `Anne Roy`, `Anne Roy-Petit`, `Anne Petit Roy`. */
function moreSurnames(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (short.length < 2 || long.length - short.length !== 1 || short[0] !== long[0]) return undefined;
  const rest = [...long];
  for (const word of short) {
    const at = rest.indexOf(word);
    if (at < 0) return undefined;
    rest.splice(at, 1);
  }
  return nameFound('more-surnames', a, b, 0.55, (rest[0] as string).length > 2 ? 'with-context' : 'never');
}

/** A given name alone, where someone of that given name is named in the same place. */
function givenAlone(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.words.length === 1 ? [a, b] : [b, a];
  if (short.words.length !== 1 || long.words.length < 2 || short.words[0] !== long.words[0]) return undefined;
  if (shared(short.context.events, long.context.events) === undefined) return undefined;
  return nameFound('given-name-alone', a, b, 0.8, 'with-context');
}

/** `Mme Durand`, where a Claire Durand is named. */
function surnameAlone(a: Node, b: Node): NameFound | undefined {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const given = long.words.length - short.words.length;
  const fits = given > 0 && long.words.slice(given).join(' ') === short.words.join(' ');
  const isAlone = ({ profiles }: Node): boolean => profiles.every(({ surfaces }) => surfaces.some(isSurnameAlone));
  return fits && isAlone(short) && !isAlone(long) ? nameFound('surname-alone', a, b, 0.6, 'with-context') : undefined;
}

const NAMES = [sameWords, sameLetters, initials, oneLetter, sameSound, moreSurnames, givenAlone, surnameAlone];

type Compare = (a: Node, b: Node) => readonly Evidence[] | undefined;

const inCommon =
  (comparator: string, part: 'bodies' | 'projects' | 'events'): Compare =>
  (a, b) => {
    const value = shared(a.context[part], b.context[part]);
    return value === undefined ? undefined : [evidence(comparator, value)];
  };

/** A role of several words; `directrice` alone is held by thousands. */
const sameRole: Compare = (a, b) => {
  const role = shared(a.context.roles, b.context.roles);
  return role?.includes(' ') ? [evidence('same-role', role)] : undefined;
};

const sameDocument: Compare = (a, b) => {
  const document = shared(a.context.documents, b.context.documents);
  return document === undefined ? undefined : [evidence('same-document', document)];
};

const CONTEXTS: readonly Compare[] = [
  inCommon('same-organization', 'bodies'),
  sameRole,
  inCommon('same-project', 'projects'),
  (a, b) => (Math.min(a.words.length, b.words.length) === 1 ? inCommon('same-event', 'events')(a, b) : undefined),
  sameDocument,
];

const STRONG = new Set(['same-organization', 'same-role', 'same-project', 'same-event']);

/** Two full names side by side in one listing are two people: who writes a list does not name one person twice. */
const sameListing: Compare = (a, b) => {
  if (Math.min(a.words.length, b.words.length) === 1) return undefined;
  const event = shared(a.context.events, b.context.events);
  return event === undefined ? undefined : [evidence('named-side-by-side', event)];
};

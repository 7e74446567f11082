import { type Node, shared } from '../node.ts';
import { type Evidence, evidence, type Verdict } from '../verdict.ts';
import { contentOf, DOMAINS, LABELS, PARTS, SMALL, TOWN, wordsOf, writtenOut } from '../words.ts';
import { isAcronymShape, standsFor } from './acronym.ts';
import { isMisread, isOneLetterApart } from './misread.ts';
import { isCompelling, type NameFound, nameFound } from './name-found.ts';
import { shortForm, withoutGivenName } from './short-form.ts';

/**
 * What is to be thought of two organisations, or two projects, with different names. A body is not its parent, its
 * programme, its city or its team: words that tell these apart are never taken away.
 */
export function compareBodies(a: Node, b: Node): Verdict | undefined {
  for (const compare of COMPARATORS) {
    const name = compare(a, b);
    if (name === undefined) continue;
    const context = contexts(a, b);
    const inDocument = shared(a.context.documents, b.context.documents);
    const certain = isCompelling(name, context.length > 0, inDocument !== undefined);
    const document = certain && inDocument !== undefined ? [evidence('same-document', inDocument)] : [];
    return {
      decision: certain ? 'same' : 'candidate',
      score: Math.round(Math.min(1, name.score + 0.05 * context.length) * 100) / 100,
      speaksFor: [name.evidence, ...context, ...document],
      speaksAgainst: [],
    };
  }
  return undefined;
}

// --- internal ---

type Compare = (a: Node, b: Node) => NameFound | undefined;

const introducedAcronym: Compare = (a, b) => {
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  const [letters, kind] = [short.words.at(-1) as string, short.words.at(-2)];
  if (short.words.length > 2 || long.words.length < 2) return undefined;
  // `laboratoire ARV`: letters after the word for the kind of body, which stands before the long name too.
  if (kind !== undefined && !isOfKind(long, kind)) return undefined;
  const introduced = [...long.context.acronyms].some((acronym) => acronym.toLowerCase() === letters);
  return introduced ? nameFound('introduced-acronym', a, b, 1, 'alone') : undefined;
};

/** Letters that fit word for word, though no text says so: compelling from four letters, or with context. */
const fittingAcronym: Compare = (a, b) => {
  const [short, long] = a.words.length === 1 ? [a, b] : [b, a];
  if (short.words.length !== 1 || long.words.length < 2) return undefined;
  if (!isAcronymShape(short.label) || !standsFor(short.label, long.label)) return undefined;
  if (long.content.length < 3) return nameFound('fitting-acronym', a, b, 0.8, 'never');
  return nameFound('fitting-acronym', a, b, 0.8, short.label.length >= 4 ? 'alone' : 'with-context');
};

/** Letters for the first words, and the same words after them: `ARS Bretagne`, `Agence régionale de santé Bretagne`. */
const acronymThenName: Compare = (a, b) => {
  const [short, long] = a.content.length < b.content.length ? [a, b] : [b, a];
  const [letters = '', ...rest] = short.content;
  const spelt = long.content.length - rest.length;
  if (rest.length === 0 || letters.length < 2 || letters.length !== spelt) return undefined;
  if (rest.join(' ') !== long.content.slice(spelt).join(' ')) return undefined;
  const initials = long.content.slice(0, spelt).map((word) => word[0]);
  return initials.join('') === letters ? nameFound('acronym-then-name', a, b, 0.9, 'alone') : undefined;
};

/** The same letters without spaces: `Open Mer`, `OpenMer`. */
const sameLetters: Compare = (a, b) =>
  a.words.join('') === b.words.join('') && a.words.join('').length > 4
    ? nameFound('same-letters', a, b, 0.98, 'alone')
    : undefined;

/** Small words and plurals aside: `agence des Deux Rives`, `agence Deux-Rives`. */
const sameContent: Compare = (a, b) =>
  a.content.length > 0 && a.content.join(' ') === b.content.join(' ') && a.content.join('').length > 4
    ? nameFound('small-words', a, b, 0.95, a.content.length > 1 ? 'alone' : 'with-context')
    : undefined;

/** Abbreviations of public bodies and their other forms: `CC du Val`, `Conseil départemental du Lot`, `Brive Métropole`. */
const publicBody: Compare = (a, b) =>
  Math.min(a.content.length, b.content.length) > 1 && writtenOut(a.words) === writtenOut(b.words)
    ? nameFound('public-body', a, b, 0.95, 'alone')
    : undefined;

/** With and without the end of an address: `les-rouages`, `les-rouages.fr`. */
const domain: Compare = (a, b) => {
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (long.length !== short.length + 1 || !DOMAINS.has(long.at(-1) as string)) return undefined;
  return short.join(' ') === long.slice(0, -1).join(' ')
    ? nameFound('web-address', a, b, 0.9, short.length > 1 ? 'alone' : 'with-context')
    : undefined;
};

/** Town hall, commune, town: one body under three names; the bare name may be another body of the town. */
const town: Compare = (a, b) => {
  const [x, y] = [townOf(a), townOf(b)];
  if (x.name === '' || x.name !== y.name || (x.kind === undefined && y.kind === undefined)) return undefined;
  if (x.kind !== undefined && y.kind !== undefined) return nameFound('town', a, b, 0.95, 'alone');
  return nameFound('bare-town', a, b, 0.7, 'with-context');
};

/** A word for the kind of body that is printed or not: `hub Les Rouages`, `Les Rouages`. */
const label: Compare = (a, b) => {
  const [short, long] = a.content.length < b.content.length ? [a.content, b.content] : [b.content, a.content];
  // `laboratoire PSN`, `PSN`: its own letters, where those of a team or a department would be its body's.
  const isLab = short.length === 1 && LABS.has(long[0] as string) && [a, b].some((one) => isAcronymShape(one.label));
  if (long.length !== short.length + 1 || (!LABELS.has(long[0] as string) && !isLab)) return undefined;
  if (short.join(' ') !== long.slice(1).join(' ') || LABELS.has(short[0] as string) || PARTS.has(short[0] as string))
    return undefined;
  return nameFound('kind-of-body', a, b, 0.75, isLab || short.join('').length > 4 ? 'with-context' : 'never');
};

/** A department named with or without the word, and with or without the body that it is a part of. */
const department: Compare = (a, b) => {
  const [x, y] = [unitOf(a), unitOf(b)];
  if (x.length < 3 || x.join(' ') !== y.join(' ')) return undefined;
  return nameFound('department', a, b, 0.8, 'with-context');
};

const oneLetter: Compare = (a, b) => {
  const [x, y] = [a.words.join(' '), b.words.join(' ')];
  if (Math.min(x.length, y.length) < 8 || /\d/.test(x + y) || !isOneLetterApart(x, y)) return undefined;
  // In a long name a letter of the same shape is hardly that of another body that the same document names.
  const isLong = Math.min(a.content.join('').length, b.content.join('').length) >= 14;
  return nameFound('one-letter', a, b, 0.6, isLong && isMisread(x, y) ? 'in-document' : 'never');
};

/** Units of research: named by their own letters. */
const LABS = new Set(['laboratoire', 'labo', 'lab', 'institut']);

const COMPARATORS: readonly Compare[] = [
  ...[
    introducedAcronym,
    sameLetters,
    sameContent,
    publicBody,
    domain,
    town,
    fittingAcronym,
    acronymThenName,
    label,
    department,
  ],
  ...[oneLetter, withoutGivenName, shortForm],
];

/** Its name, or what a text prints for it, begins with a word for a kind. */
const isOfKind = ({ words, profiles }: Node, kind: string): boolean =>
  words[0] === kind || profiles.some(({ surfaces }) => surfaces.some((surface) => wordsOf(surface)[0] === kind));

const townOf = ({ words }: Node): { kind?: string; name: string } => {
  const [first = ''] = words;
  if (!TOWN.has(first)) return { name: words.filter((word) => word !== 'la' && word !== 'le').join(' ') };
  const rest = words.slice(1).filter((word, at) => !(at === 0 && /^(?:de|d|du|des)$/.test(word)));
  return { kind: first, name: rest.filter((word) => word !== 'la' && word !== 'le').join(' ') };
};

/** Words of a department's name, without that word and without the body that follows it: `incubateur de l'ADM`. */
function unitOf({ content, context, label, words: all }: Node): readonly string[] {
  const words = content[0] === 'departement' ? content.slice(1) : content;
  if (!PARTS.has(words[0] as string)) return [];
  for (const body of context.bodies) {
    const parent = contentOf(body.split(' '));
    if (words.length > parent.length && words.slice(-parent.length).join(' ') === parent.join(' '))
      return words.slice(0, -parent.length);
  }
  const last = label.split(/[\s'’]/).at(-1) as string;
  return isAcronymShape(last) && SMALL.has(all.at(-2) as string) ? words.slice(0, -1) : words;
}

function contexts(a: Node, b: Node): Evidence[] {
  const out: Evidence[] = [];
  const add = (comparator: string, value: string | undefined): void => {
    if (value !== undefined) out.push(evidence(comparator, value));
  };
  add('same-event', shared(a.context.events, b.context.events));
  add('same-person', shared(a.context.roles, b.context.roles));
  add('same-parent', shared(a.context.bodies, b.context.bodies));
  return out;
}

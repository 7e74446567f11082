import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { isAcronymOf } from '../people/organization.ts';
import { phraseAt } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { NAMED_EVENTS } from '../words/events.ts';
import { BODY_NOUNS, NAMING_NOUNS, SUCH_AS } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { bodyList, type NamedBody } from './body-list.ts';
import { type Scanned, tokenFrom } from './context.ts';
import { sentenceAt } from './sentences.ts';
import { carriersAfter, carriersBefore, ownerAfter } from './stewards.ts';
import { type Hints, type Title, titleAt, titleBefore } from './title.ts';

/** A thing that a text names, and what it says of it there. */
export interface Sighting {
  readonly text: Scanned;
  readonly title: Title;
  readonly as: 'project' | 'organization';
  readonly kind?: ProjectKind;
  /** Index of the noun that gives the kind. */
  readonly noun?: number;
  readonly carriers: readonly Carrier[];
  readonly rule: string;
}

/** Who carries it; `text` where another text than the sighting's says so. */
export interface Carrier extends NamedBody {
  readonly text?: Scanned;
}

/** The projects (services, programmes, events …) that a text names, with their kind and who carries them. */
export function sightingsIn(text: Scanned, hints: Hints): Sighting[] {
  const found: Draft[] = [];
  for (let at = 0; at < text.tokens.length; at += 1) {
    const draft =
      suchAs(text, at, hints) ??
      initiated(text, at, hints) ??
      organisedEvent(text, at, hints) ??
      byAcronym(text, at) ??
      byNoun(text, at, hints) ??
      byOwnNoun(text, at, hints) ??
      byApposition(text, at, hints) ??
      byShape(text, at, hints);
    if (draft !== undefined) found.push(...draft);
  }
  const unique = withoutOverlaps(found);
  return unique.map((draft, at) => complete(text, draft, unique[at + 1]?.title.start ?? text.flat.length));
}

// --- internal ---

interface Draft {
  readonly title: Title;
  readonly as: 'project' | 'organization';
  readonly kind?: ProjectKind;
  readonly noun?: number;
  readonly carriers?: readonly NamedBody[];
  readonly rule: string;
}

/** More telling readings come first. */
const RANK = [
  'project-initiated',
  'project-organised',
  'project-such-as',
  'project-noun',
  'project-acronym',
  'project-apposition',
  'project-own-noun',
  'body-apposition',
  'project-carried',
  'project-shape',
];

function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  const ranked = [...drafts].sort(
    (a, b) => RANK.indexOf(a.rule) - RANK.indexOf(b.rule) || a.title.start - b.title.start,
  );
  const kept: Draft[] = [];
  for (const draft of ranked) {
    const same = kept.findIndex(({ title }) => title.start < draft.title.end && draft.title.start < title.end);
    const before = kept[same];
    if (before === undefined) kept.push(draft);
    else if (before.kind === undefined && draft.kind !== undefined)
      kept[same] = { ...before, kind: draft.kind, ...(draft.noun === undefined ? {} : { noun: draft.noun }) };
  }
  return kept.sort((a, b) => a.title.start - b.title.start);
}

function complete(text: Scanned, draft: Draft, limit: number): Sighting {
  const { title, noun } = draft;
  const told = draft.carriers ?? [];
  const after = told.length > 0 ? told : carriersAfter(text, title.end, limit);
  const owner =
    after.length > 0 || noun === undefined || noun > tokenFrom(text.tokens, title.start)
      ? after
      : ownerAfter(text, title.next);
  const carriers = owner.length > 0 || noun === undefined ? owner : carriersBefore(text, noun);
  return { text, ...draft, carriers };
}

/** `le programme X`, `la plateforme d'apprentissage libre X`, `l'approche de X`. */
function byNoun(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
  const { tokens } = text;
  const kind = NAMING_NOUNS.get(tokens[at]?.folded ?? '');
  if (kind === undefined || isAllCaps(tokens[at])) return undefined;
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
  const first: Draft = { title, as: 'project', kind, noun: at, rule: 'project-noun' };
  return /s$/.test(tokens[at]?.folded ?? '')
    ? [first, ...listed(text, title.next, hints, kind, 'project-noun')]
    : [first];
}

/** `l'Accélérateur d'initiatives …`, `le Schéma des équipements`: the name begins with its kind, in capitals. */
function byOwnNoun(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
  const { tokens } = text;
  const token = tokens[at] as Token;
  const kind = NAMING_NOUNS.get(token.folded);
  if (
    kind === undefined ||
    !isCapitalized(token) ||
    !['programme', 'dataset', 'standard', 'report', 'event'].includes(kind)
  )
    return undefined;
  const before = tokens[at - 1]?.folded ?? '';
  if (!ARTICLES.has(before) && !OF.has(before) && !['au', 'aux'].includes(before)) return undefined;
  const title = titleAt(text, at, hints);
  return title === undefined || !/\s/.test(title.name) || isDay(title.name)
    ? undefined
    : [{ title, as: 'project', kind, rule: 'project-own-noun' }];
}

/** `partenariat pour un gouvernement ouvert (PGO)`: letters in parentheses mark off a name in small letters. */
function byAcronym(text: Scanned, at: number): Draft[] | undefined {
  const { tokens, flat } = text;
  if (tokens[at]?.text !== '(' || tokens[at + 2]?.text !== ')' || !isAllCaps(tokens[at + 1])) return undefined;
  const acronym = (tokens[at + 1] as Token).text;
  for (let from = at - 1; from >= 0 && at - from <= 10; from -= 1) {
    const token = tokens[from] as Token;
    if (token.kind === 'punct') return undefined;
    const kind = NAMING_NOUNS.get(token.folded);
    const name = textOf(flat, tokens, from, at);
    if (kind === undefined || !isAcronymOf(acronym, name)) continue;
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

/** `X, une plateforme de …`, `X la messagerie de …`, `X, développé par …`; `X, une association de …` is a body. */
function byApposition(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
  const { tokens } = text;
  const comma = tokens[at]?.text === ',';
  if (!comma && !(ARTICLES.has(tokens[at]?.folded ?? '') && isLowercase(tokens[at]))) return undefined;
  const article = comma ? at + 1 : at;
  const carried =
    comma &&
    /^(?:pilote|porte|developpe|concu|cree|edite|lance|produit|maintenu|publie|gere|opere|heberge)(?:e|s|es)?$/.test(
      tokens[at + 1]?.folded ?? '',
    ) &&
    ['par', 'a'].includes(tokens[at + 2]?.folded ?? '');
  if (carried) {
    const title = titleBefore(text, at, hints);
    if (title === undefined) return undefined;
    const made = /^developpe/.test(tokens[at + 1]?.folded ?? '') ? ({ kind: 'software', noun: at + 1 } as const) : {};
    return [{ title, as: 'project', ...made, rule: 'project-carried' }];
  }
  // Without a comma (`X la messagerie de …`) only a link shows where X ends.
  if (!comma && !text.links.some(({ end }) => end === tokens[at - 1]?.end)) return undefined;
  const determined = ARTICLES.has(tokens[article]?.folded ?? '');
  let noun = determined ? article + 1 : article;
  while (PRAISE.has(tokens[noun]?.folded ?? '')) noun += 1;
  const word = tokens[noun];
  if (word === undefined || !isLowercase(word) || (!comma && !determined)) return undefined;
  const kind = kindOf(tokens, noun);
  // `X, la direction …` begins something else; `X, une association …` says what X is.
  const body = BODY_NOUNS.has(word.folded) && tokens[article]?.folded.startsWith('un') === true;
  if (kind === undefined && !body) return undefined;
  const title = titleBefore(text, at, hints);
  if (title === undefined) return undefined;
  return kind === undefined
    ? [{ title, as: 'organization', rule: 'body-apposition' }]
    : [{ title, as: 'project', kind, noun, rule: 'project-apposition' }];
}

/** `jeu de données` is no game. */
function kindOf(tokens: readonly Token[], noun: number): ProjectKind | undefined {
  const word = tokens[noun]?.folded ?? '';
  if (/^jeux?$/.test(word) && tokens[noun + 1]?.folded === 'de' && tokens[noun + 2]?.folded === 'donnees')
    return 'dataset';
  return NAMING_NOUNS.get(word);
}

const PRAISE = new Set(
  'premier premiere nouveau nouvelle nouvel jeune grand grande vaste petit petite celebre seul seule vraie vrai veritable'.split(
    ' ',
  ),
);

/** `des fonds OpenStreetMap`: a name with a capital inside, right after a common noun. */
function byShape(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
  const token = text.tokens[at] as Token;
  const before = text.tokens[at - 1];
  if (token.kind !== 'word' || !/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(token.text) || before === undefined || token.newline)
    return undefined;
  if (!isLowercase(before) || before.text.length < 4 || isOrganizationKind(before.text) || isRoleWord(before.text))
    return undefined;
  const title = titleAt(text, at, hints);
  return title === undefined ? undefined : [{ title, as: 'project', rule: 'project-shape' }];
}

/** `des communs tels que A ou B`, `ses lauréats : A et B`, `produits (A, B …)`, `plusieurs communs qui …, comme A`. */
function suchAs(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
  const { tokens } = text;
  const length = phraseAt(tokens, at, SUCH_AS);
  if (length === 0) return undefined;
  const noun = pluralNounBefore(text, at);
  if (noun === undefined) return undefined;
  const bracket = tokens[at]?.text === '(';
  if (bracket && isAllCaps(tokens[at + 1]) && tokens[at + 2]?.text === ')') return undefined;
  const from = bracket ? at + 1 + phraseAt(tokens, at + 1, SUCH_AS) : at + length;
  // A bracket and a colon belong to the noun right before them.
  if ((bracket || tokens[at]?.text === ':') && at - noun > 6) return undefined;
  const kind = NAMING_NOUNS.get(tokens[noun]?.folded ?? '') as ProjectKind;
  const common =
    /^laureate?s$/.test(tokens[noun]?.folded ?? '') ||
    tokens.slice(Math.max(0, noun - 6), at).some((token) => token.folded === 'communs');
  const list = listed(text, from, hints, common ? 'digital-common' : kind, 'project-such-as', true);
  return list.length === 0 ? undefined : list;
}

function pluralNounBefore(text: Scanned, at: number): number | undefined {
  const sentence = sentenceAt(text.sentences, text.tokens[at]?.start ?? 0, text.flat);
  for (let noun = at - 1; noun >= 0 && at - noun < 18; noun -= 1) {
    const token = text.tokens[noun] as Token;
    if (token.start < sentence.start || ['.', ';', ':', '!', '?'].includes(token.text)) return undefined;
    if (NAMING_NOUNS.has(token.folded) && /s$/.test(token.folded) && isLowercase(token)) return noun;
  }
  return undefined;
}

/** Names parted by commas, `et`, `ou`; small words that explain one are passed over. */
function listed(text: Scanned, from: number, hints: Hints, kind: ProjectKind, rule: string, start = false): Draft[] {
  const { tokens } = text;
  const drafts: Draft[] = [];
  let at = from;
  let expects = start;
  while (at < tokens.length && at - from < 60) {
    const token = tokens[at] as Token;
    if ([')', '.', ';', ':', '!', '?', '…'].includes(token.text)) break;
    if (token.text === ',' || token.folded === 'et' || token.folded === 'ou') {
      expects = true;
      at += 1;
      continue;
    }
    const skip = OF.has(token.folded) || (ARTICLES.has(token.folded) && !isCapitalized(token)) ? at + 1 : at;
    const title =
      expects &&
      (isCapitalized(tokens[skip]) ||
        text.links.some((link) => link.start === tokens[skip]?.start) ||
        '«“"'.includes(tokens[skip]?.text ?? '?'))
        ? titleAt(text, skip, hints)
        : undefined;
    if (title === undefined) {
      if (expects && (drafts.length === 0 || RELATIVES.has(token.folded) || ARTICLES.has(token.folded))) break;
      expects = false;
      at += 1;
      if (drafts.length > 0 && RELATIVES.has(token.folded)) break;
      continue;
    }
    drafts.push({ title, as: 'project', kind, rule });
    expects = false;
    at = title.next;
  }
  return drafts;
}

/** `À l'initiative de Y, X (ACR) rassemble …`: X is what Y set going. */
function initiated(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
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

/** `les rencontres internationales X, Y, organisées par Z`: one event, whose name may hold commas. */
function organisedEvent(text: Scanned, at: number, hints: Hints): Draft[] | undefined {
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

const stops = (token: Token): boolean =>
  RELATIVES.has(token.folded) ||
  PRONOUNS.has(token.folded) ||
  ['et', 'ou', 'par', 'avec', 'est', 'sont', 'dans', 'lors', 'comme', 'dont', 'aux', 'au', 'chez', 'a'].includes(
    token.folded,
  );

const startsSentence = (text: Scanned, at: number): boolean => {
  const sentence = sentenceAt(text.sentences, text.tokens[at]?.start ?? 0, text.flat);
  const first = tokenFrom(text.tokens, sentence.start);
  return at - first <= 1;
};

const isDay = (name: string): boolean =>
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|off|in|matin)\b/.test(fold(name));

import { fold, foldWithOffsets } from '../../domain/fold.ts';
import { bodyAt, bodyList, type NamedBody } from '../bodies/body-list.ts';
import type { Sentence } from '../text/sentences.ts';
import { countBefore } from '../text/sorted.ts';
import { type Token, tokenFrom } from '../text/tokens.ts';
import { printedDays } from '../time/day.ts';
import { WEEKDAYS } from '../words/calendar.ts';
import { EVENT_NOUNS } from '../words/events.ts';
import type { Scanned } from './context.ts';
import { isEventAlone, isInvitation, speaksOfEvent } from './event-subject.ts';

/** A body that a text says organises the event of its page, or is partner to it. */
export interface Involved extends NamedBody {
  readonly text: Scanned;
  readonly as: 'organizer' | 'partner';
  readonly rule: string;
}

/**
 * Who organises the event and who is partner to it, as the page's texts say: `X vous convie`, `La journée est organisée
 * par X`, `À l'initiative de X`, `en partenariat avec X et Y`. What is said of something else (a programme run by X in
 * partnership with Y, another event organised by Z) is not taken for the event.
 * @param ownName the event's name, by which a text may call it
 */
export function involvedIn(text: Scanned, ownName: string): Involved[] {
  const found: Involved[] = [];
  const { folded, offsets } = foldWithOffsets(text.flat);
  for (const sentence of text.sentences) {
    const foldedFrom = (offset: number): number =>
      countBefore(offsets.length, (index) => (offsets[index] as number) >= offset);
    const from = foldedFrom(sentence.start);
    const clause: Clause = {
      text,
      sentence,
      folded: folded.slice(from, foldedFrom(sentence.end)),
      at: (index) => offsets[from + index] ?? text.flat.length,
      own: fold(ownName),
    };
    found.push(
      ...subjects(clause),
      ...passive(clause),
      ...initiative(clause),
      ...label(clause),
      ...partners(clause),
      ...mainPartner(clause),
    );
  }
  return found;
}

// --- internal ---

interface Clause {
  readonly text: Scanned;
  readonly sentence: Sentence;
  /** The sentence, folded. */
  readonly folded: string;
  /** Offset in the text of an index in `folded`. */
  readonly at: (index: number) => number;
  readonly own: string;
}

/** No sentence says more often who organises; one that does is no sentence. */
const MAX_SIGNS = 20;

const signs = ({ folded }: Clause, pattern: RegExp): readonly RegExpExecArray[] =>
  [...folded.matchAll(pattern)].slice(0, MAX_SIGNS);

/** Tokens between the start of a subject and its verb, where it does not begin the sentence. */
const LONGEST_SUBJECT = 60;

const INVITES =
  /\b(?:vous (?:convi(?:e|ent)|invit(?:e|ent)|propos(?:e|ent)|donn(?:e|ent) rendez-vous|accueill(?:e|ent|era|eront)|attend(?:ent)?|ouvr(?:e|ent) (?:ses|leurs) portes)|(?:convi|invit)(?:e|ent|era|eront) (?:les |le |la |l'|tous |toutes |chacun|qui )|(?:co-?)?organis(?:e|ent|era|eront|ait|aient)\b(?! par))/g;

/** What is said with a day is said of the event: `Le 10 mars, X réunit à Y les …`, `Samedi 2 mai, X ouvre ses ateliers`. */
const ON_A_DAY =
  /\b(?:reuni(?:t|ssent|ra|ront)|rassembl(?:e|ent|era|eront)|ouvr(?:e|ent|ira|iront) (?:ses|leurs)|fet(?:e|ent|era|eront))\b/g;

/** `X vous convie à …`, `X et Y organisent …`, also with an insertion between commas before the verb. */
function subjects(clause: Clause): Involved[] {
  const { text, sentence } = clause;
  for (const verb of [...signs(clause, INVITES), ...onADay(clause)]) {
    // `organisée` folds to a present; only the text tells.
    if (
      /^(?:co-?)?organise$/.test(verb[0]) &&
      /é/u.test(text.flat.slice(clause.at(verb.index), clause.at(verb.index + verb[0].length)))
    )
      continue;
    const stop = tokenFrom(text.tokens, clause.at(verb.index));
    const first = tokenFrom(text.tokens, sentence.start);
    let read = first;
    for (let at = first; at < stop; at += 1) {
      const opens = at >= read && at >= stop - LONGEST_SUBJECT && text.tokens[at - 1]?.kind === 'punct';
      if ((at > first && !opens) || isDayAt(text.tokens, at)) continue;
      const list = bodyList(text.flat, text.tokens, at, stop);
      read = list.next;
      const inserted = text.tokens[list.next]?.text === ',' && text.tokens[stop - 1]?.text === ',';
      if (list.bodies.length === 0 || !(list.next === stop || inserted)) continue;
      return expand(list.bodies, text, 'organizer', 'organizer-invites');
    }
  }
  return [];
}

function onADay(clause: Clause): readonly RegExpExecArray[] {
  const { text, sentence } = clause;
  const found = signs(clause, ON_A_DAY);
  return found.length > 0 && printedDays(text.flat.slice(sentence.start, sentence.end)).length > 0 ? found : [];
}

/** `Samedi 25 mai, de 14 h à 19 h, X invite …`: the subject comes after the day. */
const isDayAt = (tokens: readonly Token[], at: number): boolean =>
  WEEKDAYS.has(tokens[at]?.folded ?? '') || WEEKDAYS.has(tokens[at + 1]?.folded ?? '');

const ORGANISED =
  /\b(?:co-?)?(?:(?:organise|propose|porte|initie|coordonne)(?:e|s|es)? (?:conjointement )?par|organise(?:e|s|es)? (?:conjointement )?avec)\b/g;

/** `La soirée est organisée par X`, `Organisé par X, ce rendez-vous …`, `Une journée proposée par X`. */
function passive(clause: Clause): Involved[] {
  for (const found of signs(clause, ORGANISED)) {
    const before = clause.folded.slice(0, found.index).trim();
    const direct = /organise/.test(found[0]);
    if (
      !(direct
        ? speaksOfEvent(before, clause.own) || isInvitation(before)
        : isEventAlone(before) || (speaksOfEvent(before, clause.own) && /(?:est|sera|sont|seront)$/.test(before)))
    )
      continue;
    return listAfter(clause, found.index + found[0].length, 'organizer', 'organizer-by');
  }
  return [];
}

const INITIATIVE = /\b(?:a l'initiative|sous l'egide|a l'invitation|sous l'impulsion) (?=de |du |des |d')/g;
/** What comes before when something else than the event was set going. */
const SET_GOING = /(?:lance|cree|ne|nee|mis en place|porte|concu|developpe|monte|fonde|deploye)(?:e|s|es)?\s*,?$/;

function initiative(clause: Clause): Involved[] {
  for (const found of signs(clause, INITIATIVE)) {
    const before = clause.folded.slice(0, found.index).trim();
    if (SET_GOING.test(before)) continue;
    if (before !== '' && !speaksOfEvent(before.replace(/\b(?:organise|propose)(?:e|s|es)?$/, ''), clause.own)) continue;
    return listAfter(clause, found.index + found[0].length, 'organizer', 'organizer-initiative');
  }
  return [];
}

const LABEL =
  /^(organisat(?:eurs?|rices?|ion)(?: ?\S{1,8})?|organise(?:e|s|es)? par|porteurs?|partenaires?(?: de l'evenement)?|avec le soutien de|en partenariat avec)\s*:\s*/;

function label(clause: Clause): Involved[] {
  const found = LABEL.exec(clause.folded);
  if (found === null) return [];
  const partner = /^(?:partenaire|avec|en)/.test(found[0]);
  return listAfter(clause, found[0].length, partner ? 'partner' : 'organizer', 'involved-label');
}

const PARTNERS =
  /\b(?:en (?:partenariat|collaboration|lien|association|cooperation) (?:etroite? )?avec|avec (?:le soutien|l'appui|le concours|l'aide|la collaboration|la complicite)(?: financier| technique)?(?= de| du| des| d')|aux cotes(?= de| du| des| d')|soutenue?s? par|en partenariat(?= etroit avec))/g;
/** A thing of its own that is run by someone: the partners after it are that thing's. */
const RUN_BY =
  /\b(?:pilote|porte|developpe|lance|cree|concu|gere|anime|edite|produit|maintenu|mene|coordonne)(?:e|s|es)? (?:conjointement )?par\b/;

function partners(clause: Clause): Involved[] {
  const found: Involved[] = [];
  for (const phrase of signs(clause, PARTNERS)) {
    const before = clause.folded.slice(0, phrase.index);
    if (RUN_BY.test(before.slice(before.lastIndexOf(';') + 1))) continue;
    found.push(...listAfter(clause, phrase.index + phrase[0].length, 'partner', 'partner-with'));
  }
  return found;
}

/** `X est partenaire de …`. */
function mainPartner(clause: Clause): Involved[] {
  const found = /\s(?:est|sont|sera|seront) (?:(?:co-?)?organisat\S+ et )?(?:les? |l')?partenaires?\b/.exec(
    clause.folded,
  );
  if (found === null) return [];
  const { text, sentence } = clause;
  const stop = tokenFrom(text.tokens, clause.at(found.index + 1));
  const list = bodyList(text.flat, text.tokens, tokenFrom(text.tokens, sentence.start), stop);
  return list.next === stop ? expand(list.bodies, text, 'partner', 'partner-is') : [];
}

function listAfter(clause: Clause, index: number, as: Involved['as'], rule: string): Involved[] {
  const { text, sentence } = clause;
  const from = tokenFrom(text.tokens, clause.at(index));
  const to = tokenFrom(text.tokens, sentence.end);
  const list = bodyList(text.flat, text.tokens, from, to);
  const first = list.bodies[0];
  // The first member must stand right there: a list further on is of something else.
  if (first === undefined || tokenFrom(text.tokens, first.start) - from > 4) return [];
  const beside = as === 'organizer' ? alongside(text, list.next, to) : [];
  return expand(
    [...list.bodies, ...beside].filter((body) => !isEventName(body)),
    text,
    as,
    rule,
  );
}

/** `proposée par X avec Y`: the bodies that do it with X, where `avec` and one of them stand right there. */
function alongside({ flat, tokens }: Scanned, at: number, to: number): readonly NamedBody[] {
  if (tokens[at]?.folded !== 'avec') return [];
  const { bodies } = bodyList(flat, tokens, at + 1, to);
  const first = bodies[0];
  return first !== undefined && [at + 1, at + 2].some((next) => tokens[next]?.start === first.start) ? bodies : [];
}

const isEventName = ({ body }: NamedBody): boolean =>
  EVENT_NOUNS.has(fold(body.surface).split(' ')[0] ?? '') && body.kind === undefined;

/** `le programme P de l'agence A` is both: the programme acts, and the agence through it. */
function expand(bodies: readonly NamedBody[], text: Scanned, as: Involved['as'], rule: string): Involved[] {
  return bodies.flatMap((named): Involved[] => {
    const { body } = named;
    const whole: Involved = { ...named, text, as, rule };
    if (body.within === undefined || !/^(?:programme|projet|dispositif|plateforme|initiative)$/.test(body.kind ?? ''))
      return [whole];
    const at = bodyAt(
      text.flat,
      text.tokens,
      tokenFrom(text.tokens, text.flat.indexOf(body.within.surface, named.start)),
      text.tokens.length,
    );
    return at === undefined ? [whole] : [whole, { ...at.named, text, as, rule }];
  });
}

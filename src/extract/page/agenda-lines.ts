import { fold } from '../../domain/fold.ts';
import { peopleLabel } from '../people/labels.ts';
import { isHalfDay, type PrintedDay, printedDays } from '../time/day.ts';
import { AGENDA_HEADING, PRACTICAL_HEADING } from '../words/events.ts';
import type { AgendaDay, Draft, Stretch } from './agenda-draft.ts';
import { announces, introduction, isHeading, ordinalDay } from './agenda-headings.ts';
import { type Column, columnsOf, row } from './agenda-row.ts';
import { leadingTime, timeAfterTitle, trailingTime } from './agenda-time.ts';
import { isPeopleLine } from './agenda-title.ts';
import { directlyUnder, linesIn, timedLater } from './agenda-where.ts';
import type { Scanned } from './context.ts';

/** Finds the points of an agenda: lines with times, bullets under them, days that are announced, lists of workshops. */
export function agendaDrafts(texts: readonly Scanned[]): Draft[] {
  const state: State = { drafts: [], region: false, practical: false, columns: [] };
  texts.forEach((text, at) => {
    if (text.kind === 'abstract' || text.kind === 'caption' || text.kind === 'quote') return;
    if (isHeading(text)) heading(text, state, texts, at);
    else body(text, state, texts, at);
  });
  return state.drafts.filter((draft) => draft.how !== 'timed' || counts(draft, state.drafts));
}

// --- internal ---

interface State {
  drafts: Draft[];
  /** Under a heading that announces an agenda. */
  region: boolean;
  practical: boolean;
  day?: AgendaDay;
  current?: Draft;
  last?: Draft;
  /** Depth of the list item that opened the current draft; 0 for other texts, -1 for headings. */
  depth?: number;
  /** What an introduction says the bullets after it are. */
  intro?: string;
  /** A heading that announces a day and so far nothing else. */
  announced?: Draft;
  columns: readonly Column[];
}

function heading(text: Scanned, state: State, texts: readonly Scanned[], at: number): void {
  const plain = text.flat.trim();
  const timed = state.practical ? undefined : (leadingTime(plain) ?? trailingTime(plain));
  if (timed !== undefined && hasWords(plain.slice(timed.start, timed.end))) {
    open(
      state,
      {
        head: { text, start: timed.start, end: timed.end },
        people: [],
        more: [],
        time: { range: timed.range, at: whole(text) },
        ...dayOf(state),
        how: 'timed',
      },
      -1,
    );
    return;
  }
  const day = printedDays(plain);
  const ordinal = ordinalDay(plain);
  const folded = fold(plain);
  clear(state);
  const introduces = introduction(text);
  if (introduces !== undefined && (texts[at + 1]?.kind === 'item' || text.kind !== 'heading')) {
    state.intro = introduces;
    return;
  }
  const agenda = AGENDA_HEADING.test(folded) || isHalfDay(plain);
  if (day[0] !== undefined || ordinal !== undefined) {
    state.region = true;
    state.practical = false;
    state.day = day[0] === undefined ? { ordinal: ordinal as number } : { ...day[0], at: whole(text) };
    if (day.length === 1 && announces(folded)) announce(text, text.flat.length, state);
    return;
  }
  state.practical = PRACTICAL_HEADING.test(folded) && !agenda;
  state.region = agenda;
  if (!agenda && text.kind === 'heading') delete state.day;
}

function body(text: Scanned, state: State, texts: readonly Scanned[], at: number): void {
  if (state.practical) return;
  const columns = text.text.includes(' | ') ? columnsOf(text) : undefined;
  if (columns !== undefined) {
    state.columns = columns;
    return;
  }
  const lines = linesIn(text);
  let opened = false;
  for (const line of lines) {
    const words = text.flat.slice(line.start, line.end);
    const cells = row(line, words, state.columns);
    const timed = cells === undefined ? timedLine(line, words, text, state) : { ...cells, ...dayOf(state) };
    if (timed !== undefined) {
      open(state, timed, text.kind === 'item' && line === lines[0] ? (text.depth ?? 1) : 0);
      opened = true;
    } else if (opened) more(line, state);
    else {
      untimed(line, words, text, state, texts, at, line === lines[0]);
      opened = state.current !== undefined && line === lines[0];
    }
  }
}

function timedLine(line: Stretch, words: string, text: Scanned, state: State): Draft | undefined {
  const leading = leadingTime(words);
  const bold = leading === undefined ? timeAfterTitle(words, line.start === 0 ? text.opening : 0) : undefined;
  if (bold !== undefined) {
    const head = { text, start: line.start, end: line.start + bold.end };
    const rest = { text, start: line.start + bold.after, end: line.end };
    const beside = rest.end > rest.start ? [rest] : [];
    const isPeople = isPeopleLine(words.slice(bold.after));
    const time = { range: bold.range, at: line };
    return { head, people: isPeople ? beside : [], more: isPeople ? [] : beside, time, ...dayOf(state), how: 'timed' };
  }
  const timed = leading ?? (state.region && text.kind === 'item' ? trailingTime(words) : undefined);
  if (timed === undefined) return undefined;
  const rest = words.slice(timed.start, timed.end);
  // `**14h**` alone on its line: the title is on the next.
  if (!hasWords(rest)) return undefined;
  const head = { text, start: line.start + timed.start, end: line.start + timed.end };
  return { head, people: [], more: [], time: { range: timed.range, at: line }, ...dayOf(state), how: 'timed' };
}

/** A text without a time: part of the item above it, more about it, an item of a list, or none of the agenda's business. */
function untimed(
  line: Stretch,
  words: string,
  text: Scanned,
  state: State,
  texts: readonly Scanned[],
  at: number,
  first: boolean,
): void {
  if (text.kind === 'item') {
    if (!first) return;
    const depth = text.depth ?? 1;
    const under = state.current !== undefined && (state.depth ?? 0) < depth;
    if (state.intro !== undefined)
      push(state, { head: line, people: [], more: [], ...dayOf(state), how: 'list', introduced: state.intro });
    else if (under && state.current !== undefined)
      push(state, { head: line, people: [], more: [], part: state.current, ...dayOf(state), how: 'part' });
    else if (state.region && (directlyUnder(texts, at) || state.current !== undefined)) {
      push(state, { head: line, people: [], more: [], ...dayOf(state), how: 'list' });
      if (state.announced !== undefined) state.drafts = state.drafts.filter((one) => one !== state.announced);
      delete state.announced;
    } else state.announced?.more.push(line);
    return;
  }
  const introduces = introduction(text);
  if (introduces !== undefined && texts[at + 1]?.kind === 'item') {
    clear(state);
    state.intro = introduces;
    return;
  }
  delete state.intro;
  if (
    first &&
    /:\s*$/.test(words) &&
    words.length < 80 &&
    AGENDA_HEADING.test(fold(words)) &&
    printedDays(words).length === 0
  ) {
    clear(state);
    state.region = true;
    return;
  }
  const opening = text.opening > 0 ? text.flat.slice(0, text.opening) : '';
  if (first && opening !== '' && printedDays(opening).length === 1) {
    clear(state);
    state.day = { ...(printedDays(opening)[0] as PrintedDay), at: { text, start: 0, end: text.opening } };
    if (announces(fold(opening))) announce(text, text.opening, state);
    return;
  }
  if (state.announced !== undefined) {
    state.announced.more.push(line);
    return;
  }
  if (state.current !== undefined && (state.depth === -1 || peopleLabel(words) !== undefined || timedLater(texts, at)))
    more(line, state);
  else clear(state);
}

function announce(text: Scanned, end: number, state: State): void {
  const day = state.day;
  state.announced = {
    head: { text, start: 0, end },
    people: [],
    more: [],
    ...(day === undefined ? {} : { day }),
    how: 'day',
  };
  if (end < text.flat.length) state.announced.more.push({ text, start: end, end: text.flat.length });
  state.drafts.push(state.announced);
  state.last = state.announced;
}

function open(state: State, draft: Draft, depth: number): void {
  if (state.announced !== undefined) {
    // The heading only gave the day of what follows it.
    state.drafts = state.drafts.filter((one) => one !== state.announced);
    delete state.announced;
  }
  delete state.intro;
  push(state, draft);
  state.current = draft;
  state.depth = depth;
}

function push(state: State, draft: Draft): void {
  state.drafts.push(draft);
  state.last = draft;
}

function more(line: Stretch, state: State): void {
  state.last?.more.push(line);
}

function clear(state: State): void {
  delete state.current;
  delete state.last;
  delete state.intro;
  delete state.announced;
  delete state.depth;
  state.columns = [];
}

/** A single line that opens with a time may be prose: one counts only beside another, or under an agenda's heading. */
function counts(draft: Draft, drafts: readonly Draft[]): boolean {
  return drafts.filter((one) => one.how === 'timed').length > 1 || draft.head.text.kind !== 'paragraph';
}

const dayOf = (state: State): { day?: AgendaDay } => (state.day === undefined ? {} : { day: state.day });
const whole = (text: Scanned): Stretch => ({ text, start: 0, end: text.flat.length });
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

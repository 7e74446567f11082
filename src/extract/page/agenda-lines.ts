import { fold } from '../../domain/fold.ts';
import { leadingFormat } from '../format.ts';
import { peopleLabel } from '../people/labels.ts';
import type { ClockRange } from '../time/clock.ts';
import { isHalfDay, type PrintedDay, printedDays } from '../time/day.ts';
import { AGENDA_HEADING, NUMBER_WORDS, PRACTICAL_HEADING } from '../words/events.ts';
import { leadingTime, trailingTime, wholeTime } from './agenda-time.ts';
import type { Scanned } from './context.ts';

/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly text: Scanned;
  readonly start: number;
  readonly end: number;
}

/** The day that items belong to: printed, or counted from the event's first day. */
export type AgendaDay = (PrintedDay & { readonly at: Stretch }) | { readonly ordinal: number };

/** One point of an agenda as the page prints it. */
export interface Draft {
  /** The words that name it. */
  readonly head: Stretch;
  /** Cells beside the title that name who takes part. */
  readonly people: Stretch[];
  /** Lines below it that tell more. */
  readonly more: Stretch[];
  readonly time?: { readonly range: ClockRange; readonly at: Stretch };
  readonly day?: AgendaDay;
  /** The timed item that it is part of. */
  readonly part?: Draft;
  /** `list`: bullets under an introduction that names a format; `day`: a heading that announces a day. */
  readonly how: 'timed' | 'part' | 'list' | 'day';
  readonly introduced?: string;
}

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
  columns: readonly string[];
}

const isHeading = (text: Scanned): boolean =>
  text.kind === 'heading' ||
  (text.kind === 'paragraph' &&
    text.strong &&
    text.text.length < 160 &&
    !text.text.includes('\n') &&
    text.links.length === 0);

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
  if (text.text.includes(' | ') && columnsOf(text, state)) return;
  const lines = linesIn(text);
  let opened = false;
  for (const line of lines) {
    const words = text.flat.slice(line.start, line.end);
    const timed = row(line, words, state) ?? timedLine(line, words, text, state);
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

/** The lines of a text; a paragraph that only wraps is one. */
function linesIn(text: Scanned): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (const part of text.text.split('\n')) {
    const at = lines.at(-1);
    const carriesOn =
      text.flat[start - 1] === ' ' ||
      (text.kind === 'item' && leadingTime(text.flat.slice(at?.start, at?.end)) === undefined);
    const wraps = at !== undefined && carriesOn && leadingTime(part) === undefined;
    if (wraps) lines[lines.length - 1] = { ...at, end: start + part.length };
    else if (part.trim() !== '') lines.push({ text, start, end: start + part.length });
    start += part.length + 1;
  }
  return lines;
}

function timedLine(line: Stretch, words: string, text: Scanned, state: State): Draft | undefined {
  const timed = leadingTime(words) ?? (state.region && text.kind === 'item' ? trailingTime(words) : undefined);
  if (timed === undefined) return undefined;
  const rest = words.slice(timed.start, timed.end);
  // `**14h**` alone on its line: the title is on the next.
  if (!hasWords(rest)) return undefined;
  const head = { text, start: line.start + timed.start, end: line.start + timed.end };
  return { head, people: [], more: [], time: { range: timed.range, at: line }, ...dayOf(state), how: 'timed' };
}

/** A row of a table: one cell is a time, the others are the title and those who take part. */
function row(line: Stretch, words: string, state: State): Draft | undefined {
  if (!words.includes(' |')) return undefined;
  const cells = cellsOf(line, words);
  const timeAt = cells.findIndex((cell) => wholeTime(cell.text.flat.slice(cell.start, cell.end)) !== undefined);
  const time = cells[timeAt];
  if (time === undefined) return undefined;
  const range = wholeTime(time.text.flat.slice(time.start, time.end)) as ClockRange;
  const columns = state.columns.length === cells.length ? state.columns : [];
  const others = cells.filter(
    (cell, at) => at !== timeAt && columns[at] !== 'place' && hasWords(cell.text.flat.slice(cell.start, cell.end)),
  );
  const kept = cells.map((cell, at) => ({ cell, role: columns[at] })).filter(({ cell }) => others.includes(cell));
  const title =
    kept.find(({ role }) => role === 'title')?.cell ?? kept.find(({ role }) => role === undefined)?.cell ?? others[0];
  if (title === undefined) return undefined;
  return {
    head: title,
    people: others.filter((cell) => cell !== title),
    more: [],
    time: { range, at: time },
    ...dayOf(state),
    how: 'timed',
  };
}

function cellsOf(line: Stretch, words: string): Stretch[] {
  const cells: Stretch[] = [];
  let start = 0;
  for (const part of words.split('|')) {
    const lead = part.length - part.trimStart().length;
    cells.push({ text: line.text, start: line.start + start + lead, end: line.start + start + part.trimEnd().length });
    start += part.length + 1;
  }
  return cells.map((cell) => ({ ...cell, end: Math.max(cell.start, cell.end) }));
}

/** The head of a table says what its columns hold. */
function columnsOf(text: Scanned, state: State): boolean {
  const cells = text.flat.split('|').map((cell) => fold(cell));
  if (!cells.some((cell) => /^(?:horaires?|heures?|quand|creneaux?|debut)$/.test(cell))) return false;
  state.columns = cells.map((cell) =>
    /horaire|heure|quand|creneau|debut|fin/.test(cell)
      ? 'time'
      : /avec|intervenant|qui|orateur|anim|par$|invite|participant/.test(cell)
        ? 'people'
        : /lieu|salle|ou$|espace/.test(cell)
          ? 'place'
          : 'title',
  );
  return true;
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

/** Under its agenda heading with nothing but other bullets between. */
function directlyUnder(texts: readonly Scanned[], at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const text = texts[before] as Scanned;
    if (text.kind === 'item') continue;
    return isHeading(text) || AGENDA_HEADING.test(fold(text.flat));
  }
  return false;
}

function timedLater(texts: readonly Scanned[], at: number): boolean {
  for (const text of texts.slice(at + 1, at + 12)) {
    if (isHeading(text)) return leadingTime(text.flat) !== undefined;
    if (leadingTime(text.flat) !== undefined) return true;
  }
  return false;
}

/** `Des démonstrations seront possibles :`, `Trois ateliers au choix :`: the words that name what the bullets are. */
function introduction(text: Scanned): string | undefined {
  const words = text.flat.trim();
  if (!/[:]$/.test(words) || words.length > 160) return undefined;
  const parts = fold(words).split(' ');
  const skip = NUMBER_WORDS.has(parts[0] ?? '') || /^\d+$/.test(parts[0] ?? '') ? 1 : 0;
  const rest = words.split(/\s+/).slice(skip).join(' ');
  const format = leadingFormat(rest);
  if (format === undefined || !/s$/.test(fold(format.words))) return undefined;
  return /\b(?:possibles?|propose|proposes|proposees|au choix|prevus|prevues|organises|organisees|suivants|suivantes|attendent|programme)\b/.test(
    fold(words),
  ) || parts.length <= skip + 3
    ? format.words
    : undefined;
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

/** A heading that announces a day by more than its date. */
const announces = (folded: string): boolean =>
  /^(?:le |la |l')?(?:programme|journee|matinee|soiree|apres-midi|temps|visites?|ateliers?)\b/.test(folded);

const ORDINALS = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme'];
function ordinalDay(text: string): number | undefined {
  const folded = fold(text);
  const counted = /^(?:jour|j|journee)\s?(\d)\b/.exec(folded)?.[1];
  if (counted !== undefined) return Number(counted);
  const named = /^(premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme) (?:jour|journee)\b/.exec(folded)?.[1];
  return named === undefined
    ? undefined
    : Math.max(
        1,
        ORDINALS.findIndex(
          (word) => word === named.replace(/^premiere$/, 'premier').replace(/^seconde?$/, 'deuxieme'),
        ) + 1,
      );
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

import { dayOf, likeness, timeOf } from './compare.ts';
import type { SessionLabel } from './labels.ts';
import { documentsOf, type Evaluation, foundMeasure, type Miss, miss, rightMeasure } from './measures.ts';
import { oneEach, pairUp } from './pairing.ts';
import { type Participating, participants } from './participants.ts';
import type { Row, Rows } from './rows.ts';

/**
 * Sessions with their times and formats, who takes part in them, and what they present. Labels may be of some days only:
 * sessions of other days are let be; those without a day are not.
 */
export function evaluateProgramme(labels: readonly SessionLabel[], rows: Rows): Evaluation {
  const days = new Set(labels.map(({ day }) => day));
  const sessions = oneEach(rows('sessions'), (row) => row.session ?? '').filter((row) => {
    const day = dayOf(row.start);
    return day === '' || days.has(day);
  });
  const paired = pairUp(labels, sessions, sessionLikeness, SAME_SESSION);
  const misses: Miss[] = [
    ...paired.missed.map(({ id, title }) => miss('sessions', 'missed', `${id} ${title}`)),
    ...paired.extra.map((row) => miss('sessions', 'extra', row.title ?? '', row)),
  ];
  const right = { titles: 0, starts: 0, ends: 0, formats: 0 };
  for (const [label, row] of paired.pairs) {
    const told = (measure: Miss['measure'], expected: string | null | undefined, found: string | undefined) =>
      misses.push(miss(measure, 'wrong', `${label.id} expected ${expected ?? 'none'}, found ${found ?? 'none'}`, row));
    if (titleLikeness(label, row) >= SAME_TITLE) right.titles += 1;
    else told('session-titles', label.title, row.title);
    if (dayOf(row.start) === label.day && timeOf(row.start) === (label.start ?? '')) right.starts += 1;
    else told('session-starts', `${label.day} ${label.start ?? ''}`, row.start);
    if (timeOf(row.end) === (label.end ?? '')) right.ends += 1;
    else told('session-ends', label.end, row.end);
    if ([label.format ?? '', ...label.acceptFormats].includes(row.format ?? '')) right.formats += 1;
    else told('session-formats', label.format, row.format);
  }
  const idOf = new Map(paired.pairs.map(([{ id }, row]) => [row.session, id]));
  const known = new Set(sessions.map((row) => row.session));
  const scope: Participating = {
    labels,
    rows: (query) => rows(query).filter((row) => known.has(row.session)),
    // What stands in a session that no label means can be no label's.
    idOf: (row) => idOf.get(row.session) ?? `(no label) ${row.session}`,
  };
  const others = participants(scope);
  return {
    measures: [
      foundMeasure('sessions', paired.pairs.length, sessions.length, labels.length),
      rightMeasure('session-titles', right.titles, labels.length),
      rightMeasure('session-starts', right.starts, labels.length),
      rightMeasure('session-ends', right.ends, labels.length),
      rightMeasure('session-formats', right.formats, paired.pairs.length),
      ...others.measures,
    ],
    misses: [...misses, ...others.misses],
    documents: documentsOf(sessions),
  };
}

// --- internal ---

const SAME_SESSION = 0.6;
const SAME_TITLE = 0.95;

const titleLikeness = ({ title, heading }: SessionLabel, row: Row): number =>
  Math.max(likeness(title, row.title), likeness(heading, row.title));

/** Of sessions with like titles, the one at the labelled time. */
function sessionLikeness(label: SessionLabel, row: Row): number {
  const like = titleLikeness(label, row);
  if (like < SAME_SESSION) return 0;
  return like + (dayOf(row.start) === label.day && timeOf(row.start) === label.start ? 1 : 0);
}

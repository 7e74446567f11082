import { affiliations, type PersonLabel, type SamePerson } from './affiliations.ts';
import { anyOrder, bareName, likeness } from './compare.ts';
import type { SessionLabel } from './labels.ts';
import { type Evaluation, foundMeasure, type Miss, miss, rightMeasure } from './measures.ts';
import { oneEach, pairUp } from './pairing.ts';
import type { QueryName, Row } from './rows.ts';

/** Sessions that were found, and what their labels say of them. */
export interface Participating {
  readonly labels: readonly SessionLabel[];
  /** Rows about these sessions. */
  readonly rows: (query: QueryName) => readonly Row[];
  /** The label's id of the session that a row is about. */
  readonly idOf: (row: Row) => string;
}

/** Who takes part in sessions, in which capacity, on whose behalf, and what sessions present. */
export function participants(scope: Participating): Evaluation {
  const parts = [people(scope), organizations(scope), presented(scope)];
  return { measures: parts.flatMap(({ measures }) => measures), misses: parts.flatMap(({ misses }) => misses) };
}

// --- internal ---

const SAME_NAME = 0.8;

function people({ labels, rows, idOf }: Participating): Evaluation {
  const all = rows('contributions');
  const labelled = labels.flatMap(({ id, contributors }) =>
    contributors.map((one): PersonLabel => ({ ...one, session: id })),
  );
  const samePerson: SamePerson = (label, row) =>
    label.session === idOf(row) &&
    [label.name, label.surface].some((name) =>
      [row.name, row.nameAsPrinted].some((found) => anyOrder(name) === anyOrder(found)),
    );
  const found = oneEach(all, (row) => `${row.session} ${row.person}`);
  const paired = pairUp(labelled, found, (label, row) => (samePerson(label, row) ? 1 : 0), 1);
  const misses: Miss[] = [
    ...paired.missed.map(({ session, name }) => miss('people', 'missed', `${session} ${name}`)),
    ...paired.extra.map((row) => miss('people', 'extra', `${idOf(row)} ${row.nameAsPrinted ?? row.name ?? ''}`, row)),
  ];
  let capacities = 0;
  let tentative = 0;
  for (const [label, row] of paired.pairs) {
    const own = all.filter((other) => other.session === row.session && other.person === row.person);
    const who = `${label.session} ${label.name}`;
    const allowed = [label.capacity, ...label.acceptCapacity];
    if (own.some((one) => allowed.includes(one.capacity ?? ''))) capacities += 1;
    else misses.push(miss('capacities', 'wrong', `${who} expected ${label.capacity}, found ${row.capacity}`, row));
    if (own.some((one) => isTrue(one.tentative) === label.tentative)) tentative += 1;
    else misses.push(miss('tentative', 'wrong', `${who} expected ${label.tentative}`, row));
  }
  const posts = affiliations(labelled, all, samePerson, idOf);
  return {
    measures: [
      foundMeasure('people', paired.pairs.length, found.length, labelled.length),
      rightMeasure('capacities', capacities, labelled.length),
      rightMeasure('tentative', tentative, labelled.length),
      ...posts.measures,
    ],
    misses: [...misses, ...posts.misses],
  };
}

/** Organisations and teams that take part themselves. */
function organizations({ labels, rows, idOf }: Participating): Evaluation {
  const labelled = labels.flatMap(({ id, collectives }) => collectives.map((one) => ({ ...one, session: id })));
  const found = oneEach(rows('organization-contributions'), (row) => `${row.session} ${row.organization}`);
  const { pairs, missed, extra } = pairUp(
    labelled,
    found,
    ({ session, name, surface }, row) =>
      session === idOf(row) &&
      [row.name, row.nameAsPrinted].some((called) => [name, surface ?? name].some((label) => isLike(label, called)))
        ? 1
        : 0,
    1,
  );
  return {
    measures: [foundMeasure('organizations', pairs.length, found.length, labelled.length)],
    misses: [
      ...missed.map(({ session, name }) => miss('organizations', 'missed', `${session} ${name}`)),
      ...extra.map((row) => miss('organizations', 'extra', `${idOf(row)} ${row.nameAsPrinted ?? row.name ?? ''}`, row)),
    ],
  };
}

function presented({ labels, rows, idOf }: Participating): Evaluation {
  const labelled = labels.flatMap(({ id, presented: items }) => items.map((one) => ({ ...one, session: id })));
  const found = oneEach(rows('presented'), (row) => `${row.session} ${row.project}`);
  const { pairs, missed, extra } = pairUp(
    labelled,
    found,
    ({ session, name }, row) =>
      session === idOf(row) && [row.name, row.nameAsPrinted].some((called) => isLike(name, called)) ? 1 : 0,
    1,
  );
  return {
    measures: [foundMeasure('presented', pairs.length, found.length, labelled.length)],
    misses: [
      ...missed.map(({ session, name }) => miss('presented', 'missed', `${session} ${name}`)),
      ...extra.map((row) => miss('presented', 'extra', `${idOf(row)} ${row.name ?? ''}`, row)),
    ],
  };
}

/** The same name but for its article, or nearly the same words. */
const isLike = (name: string, called: string | undefined): boolean =>
  called !== undefined && (bareName(name) === bareName(called) || likeness(name, called) >= SAME_NAME);

const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

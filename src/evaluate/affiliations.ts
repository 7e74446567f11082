import { bareName, likeness, words } from './compare.ts';
import type { SessionLabel } from './labels.ts';
import { type Evaluation, foundMeasure, miss } from './measures.ts';
import { oneEach, type Pairing, pairUp } from './pairing.ts';
import type { Row } from './rows.ts';

/** A labelled person in a labelled session. */
export type PersonLabel = SessionLabel['contributors'][number] & { readonly session: string };

/** Whether a row is about this person in this session. */
export type SamePerson = (label: PersonLabel, row: Row) => boolean;

/** On whose behalf people take part, and with which role. A former post may be told or left out. */
export function affiliations(
  people: readonly PersonLabel[],
  rows: readonly Row[],
  samePerson: SamePerson,
  idOf: (row: Row) => string,
): Evaluation {
  const posts = people.flatMap((person) => person.affiliations.map((post): Post => ({ person, post })));
  const former = posts.filter(({ post }) => post.past);
  const present = posts.filter(({ post }) => !post.past);

  const bodyOf = ({ person, post }: Post, row: Row): boolean => samePerson(person, row) && isBody(post, row);
  const bodies = letBe(
    pairUp(
      oneEach(
        present.filter(({ post }) => isText(post.organisation)),
        ({ person, post }) => `${person.session} ${person.name} ${bareName(post.organisation ?? '')}`,
      ),
      oneEach(
        rows.filter((row) => isText(row.organization)),
        (row) => `${row.session} ${row.person} ${row.organization}`,
      ),
      (label, row) => (bodyOf(label, row) ? 1 : 0),
      1,
    ),
    (row) => former.some((label) => isText(label.post.organisation) && bodyOf(label, row)),
  );

  const roles = letBe(
    pairUp(
      oneEach(
        present.filter(({ post }) => isText(post.role)),
        ({ person, post }) => `${person.session} ${person.name} ${words(post.role ?? '')}`,
      ),
      oneEach(
        rows.filter((row) => isText(row.role)),
        (row) => `${row.session} ${row.person} ${words(row.role)}`,
      ),
      ({ person, post }, row) => (samePerson(person, row) ? roleLikeness(post, row) : 0),
      SAME_ROLE,
    ),
    (row) =>
      former.some(
        ({ person, post }) => samePerson(person, row) && likeness(post.role ?? undefined, row.role) >= SAME_ROLE,
      ),
  );
  const name = (row: Row): string => `${idOf(row)} ${row.name ?? ''}`;
  return {
    measures: [measureOf('affiliations', bodies), measureOf('roles', roles)],
    misses: [
      ...bodies.missed.map(({ person, post }) =>
        miss('affiliations', 'missed', `${person.session} ${person.name}: ${post.organisation}`),
      ),
      ...bodies.extra.map((row) =>
        miss('affiliations', 'extra', `${name(row)}: ${row.organizationAsPrinted ?? row.organizationName}`, row),
      ),
      ...roles.missed.map(({ person, post }) =>
        miss('roles', 'missed', `${person.session} ${person.name}: ${post.role}`),
      ),
      ...roles.extra.map((row) => miss('roles', 'extra', `${name(row)}: ${row.role}`, row)),
    ],
  };
}

// --- internal ---

const SAME_ROLE = 0.8;

type Affiliation = PersonLabel['affiliations'][number];

interface Post {
  readonly person: PersonLabel;
  readonly post: Affiliation;
}

const isText = (value: string | null | undefined): boolean => value !== undefined && value !== null && value !== '';

/** Whether a row names the labelled organisation, or another that is right as well. */
function isBody({ organisation, acceptOrganisation, acceptAlternative }: Affiliation, row: Row): boolean {
  const found = [row.organizationAsPrinted, row.organizationName].filter(isText).map(bareName);
  const other = acceptAlternative === undefined ? [] : [acceptAlternative.organisation];
  return [organisation, ...acceptOrganisation, ...other].some((right) => found.includes(bareName(right ?? '')));
}

function roleLikeness({ role, acceptRole, acceptAlternative }: Affiliation, row: Row): number {
  const right = [role, ...acceptRole, acceptAlternative?.role].map((one) => likeness(one ?? undefined, row.role));
  return Math.max(...right);
}

/** Takes rows out of the extra ones that are neither right nor wrong. */
function letBe<A>(pairing: Pairing<A, Row>, isOptional: (row: Row) => boolean): Pairing<A, Row> {
  return { ...pairing, extra: pairing.extra.filter((row) => !isOptional(row)) };
}

const measureOf = (measure: 'affiliations' | 'roles', { pairs, missed, extra }: Pairing<Post, Row>) =>
  foundMeasure(measure, pairs.length, pairs.length + extra.length, pairs.length + missed.length);

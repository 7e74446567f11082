import { groupBy } from '../domain/group-by.ts';
import { pairsOf } from './blocks.ts';
import type { Clusters } from './clusters.ts';
import { compareBodies } from './compare/body.ts';
import { comparePeople } from './compare/person.ts';
import type { Node } from './node.ts';
import { evidence, type Verdict } from './verdict.ts';

export interface Decided {
  readonly a: Node;
  readonly b: Node;
  readonly verdict: Verdict;
}

/** Compares what is worth comparing, each kind with its own. @returns the pairs that are one, or that an editor may look at */
export function compareAll(nodes: readonly Node[]): Decided[] {
  const compared: Decided[] = [];
  for (const [kind, compare] of COMPARED) {
    for (const [a, b] of pairsOf(nodes.filter((node) => node.kind === kind))) {
      const verdict = compare(a, b);
      if (verdict !== undefined && (verdict.decision === 'same' || verdict.score >= WORTH_A_LOOK))
        compared.push({ a, b, verdict });
    }
  }
  return compared;
}

/**
 * Joins what is compellingly one. Short forms (acronyms, initials, names without their kind) come last, and stand for
 * nobody where they would fit several.
 * @param clusters what is judged already; joins are added
 * @returns the joins that were made, and the pairs for an editor
 */
export function decide(
  compared: readonly Decided[],
  clusters: Clusters,
): { matches: Decided[]; candidates: Decided[] } {
  const same = compared.filter(({ verdict }) => verdict.decision === 'same');
  const certain = same.filter(({ verdict }) => !SHORT.has(comparatorOf(verdict)));
  const short = same.filter(({ verdict }) => SHORT.has(comparatorOf(verdict)));
  const candidates = compared.filter(({ verdict }) => verdict.decision !== 'same');
  const matches: Decided[] = [];
  const join = (one: Decided): void => {
    if (clusters.join(one.a.at, one.b.at)) matches.push(one);
  };
  for (const one of certain.sort(byScore)) join(one);
  for (const group of byShortForm(short)) {
    // What a text introduces outweighs what only fits.
    const introduced = group.filter(({ verdict }) => comparatorOf(verdict) === 'introduced-acronym');
    const meant = introduced.length > 0 ? introduced : group;
    const many = new Set(meant.map((one) => clusters.find(longOf(one).at))).size > 1;
    for (const one of group) {
      if (!many && meant.includes(one)) join(one);
      else candidates.push(doubted(one));
    }
  }
  return { matches, candidates };
}

// --- internal ---

const COMPARED = [
  ['organization', compareBodies],
  ['project', compareBodies],
  ['person', comparePeople],
] as const;

/** Below, a likeness of names is chance more often than not. */
const WORTH_A_LOOK = 0.55;

const SHORT = new Set([
  ...['introduced-acronym', 'fitting-acronym', 'kind-of-body', 'bare-town', 'department'],
  ...['short-form', 'without-given-name', 'initials', 'given-name-alone', 'surname-alone', 'more-surnames'],
]);

const comparatorOf = ({ speaksFor }: Verdict): string => speaksFor[0]?.comparator ?? '';

const byScore = (x: Decided, y: Decided): number =>
  y.verdict.score - x.verdict.score || x.a.at - y.a.at || x.b.at - y.b.at;

const isShorter = (a: Node, b: Node): boolean =>
  a.words.length < b.words.length || (a.words.length === b.words.length && a.key.length < b.key.length);

const shortOf = ({ a, b }: Decided): Node => (isShorter(b, a) ? b : a);
const longOf = ({ a, b }: Decided): Node => (isShorter(b, a) ? a : b);

function byShortForm(pairs: readonly Decided[]): Decided[][] {
  const groups = groupBy(pairs, (one) => shortOf(one).at);
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group.sort(byScore));
}

function doubted({ a, b, verdict }: Decided): Decided {
  const against = evidence('fits-others-too', shortOf({ a, b, verdict }).label);
  return { a, b, verdict: { ...verdict, decision: 'candidate', speaksAgainst: [...verdict.speaksAgainst, against] } };
}

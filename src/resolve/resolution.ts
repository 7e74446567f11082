import { groupBy } from '../domain/group-by.ts';
import type { EntityKind } from '../domain/mention.ts';
import { claimsOf, slugsOf } from './claims.ts';
import { createClusters } from './clusters.ts';
import { compareAll, type Decided, decide } from './decide.ts';
import { tellApart } from './homonyms.ts';
import type { IdRegister } from './ids.ts';
import { applyJudgements, type Judged, judgedProfiles } from './judged.ts';
import type { JudgementLine } from './judgements.ts';
import { lookup } from './lookup.ts';
import { bestName } from './names.ts';
import { createNode, type Node } from './node.ts';
import type { Profile } from './profile.ts';
import type { Candidate, Entity, Match, Redirect, Resolution } from './resolved.ts';
import { evidence } from './verdict.ts';

/**
 * Decides who is who: which names are one, what each entity is called, which ids stand for others, and what only an
 * editor can settle. It does not depend on the order of profiles.
 * @param where path of the ledger of judgements, for messages
 * @throws UsageError for judgements that contradict each other
 */
export function resolve(
  profiles: readonly Profile[],
  ids: IdRegister,
  judgements: readonly JudgementLine[] = [],
  where = 'judgements.jsonl',
): Resolution {
  const { nodes, compared, doubts } = nodesOf(profiles, judgements);
  const claims = claimsOf(nodes, ids);
  const clusters = createClusters(nodes.length);
  const judged: Judged = applyJudgements(judgements, nodes, claims, clusters, where);
  const decided = decide(compared, clusters);
  const slugs = slugsOf(nodes, clusters, claims, ids);
  const slugAt = (at: number): string => slugs[clusters.find(at)] as string;
  return {
    ...lookup(nodes.map(({ at, kind, key, profiles }) => ({ kind, key, profiles, slug: slugAt(at) }))),
    entities: entitiesOf(nodes, clusters.find, slugAt),
    redirects: redirectsOf(nodes, claims, slugAt),
    matches: decided.matches
      .filter(({ a, b }) => clusters.find(a.at) === clusters.find(b.at))
      .map(
        ({ a, b, verdict }): Match => ({
          kind: a.kind,
          slug: slugAt(a.at),
          names: [a.label, b.label],
          score: verdict.score,
          speaksFor: verdict.speaksFor,
        }),
      ),
    candidates: candidatesOf(
      [
        ...decided.candidates,
        ...doubts.map((doubt) => ({ ...doubt, a: nodes[doubt.a] as Node, b: nodes[doubt.b] as Node })),
        ...judged.unsure.map(({ members: [a, b], because }) => ({
          a: nodes[a] as Node,
          b: nodes[b] as Node,
          verdict: {
            decision: 'candidate' as const,
            score: 0.5,
            speaksFor: [evidence('judged-unsure', because)],
            speaksAgainst: [],
          },
        })),
      ],
      { apart: (a, b) => clusters.areApart(a, b), root: clusters.find, slugAt },
      judged,
    ),
    judgements: judged.applied.map(({ judgement, members }) => ({
      judgement,
      members: members.map((at) => ({ kind: (nodes[at] as Node).kind, slug: slugAt(at) })),
    })),
    warnings: judged.warnings,
  };
}

// --- internal ---

interface Doubt {
  readonly a: number;
  readonly b: number;
  readonly verdict: Candidate['verdict'];
}

/**
 * One node a name; for people one each bearer, bodies first, since people of one name are told apart by them. With the
 * nodes, what comes of comparing them.
 */
function nodesOf(
  profiles: readonly Profile[],
  judgements: readonly JudgementLine[],
): { nodes: Node[]; compared: Decided[]; doubts: Doubt[] } {
  const byName = groupBy(profiles, ({ kind, key }) => `${kind} ${key}`);
  const nodes: Node[] = [];
  const doubts: Doubt[] = [];
  const add = (group: readonly Profile[]): Node => {
    const node = createNode(nodes.length, group, bestName(countsOf(group)));
    nodes.push(node);
    return node;
  };
  const names = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, group] of names) if (!id.startsWith('person ')) add(sortedProfiles(group));
  const compared = compareAll(nodes);
  const bodyOf = bodiesAsOne(nodes, compared);
  const firstPerson = nodes.length;
  for (const [id, group] of names) {
    if (!id.startsWith('person ')) continue;
    const known = group.map((profile) => ({ ...profile, bodies: [...new Set(profile.bodies.map(bodyOf))] }));
    const { groups, doubts: found } = tellApart(known, judgedProfiles(judgements, known));
    const made = groups.map(add);
    for (const { a, b, speaksAgainst } of found) {
      const [x, y] = [made[a] as Node, made[b] as Node];
      const speaksFor = [evidence('same-name', x.label)];
      const score = speaksAgainst.length > 0 ? 0.3 : 0.6;
      doubts.push({ a: x.at, b: y.at, verdict: { decision: 'candidate', score, speaksFor, speaksAgainst } });
    }
  }
  return { nodes, compared: [...compared, ...compareAll(nodes.slice(firstPerson))], doubts };
}

const sortedProfiles = (group: readonly Profile[]): Profile[] =>
  [...group].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));

/** The body that a key of an organisation stands for, as names alone tell: people's bodies are compared by it. */
function bodiesAsOne(nodes: readonly Node[], compared: readonly Decided[]): (key: string) => string {
  const isBody = ({ kind }: Node): boolean => kind === 'organization';
  const clusters = createClusters(nodes.length);
  decide(
    compared.filter(({ a }) => isBody(a)),
    clusters,
  );
  const places = new Map(nodes.filter(isBody).map(({ key, at }) => [key, at]));
  return (key) => {
    const at = places.get(key);
    return at === undefined ? key : (nodes[clusters.find(at)] as Node).key;
  };
}

function countsOf(profiles: readonly Profile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of profiles)
    for (const [name, count] of names) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

function entitiesOf(nodes: readonly Node[], root: (at: number) => number, slugAt: (at: number) => string): Entity[] {
  const groups = groupBy(nodes, ({ at }) => root(at));
  return [...groups]
    .map(([at, members]): Entity => {
      const profiles = members.flatMap((node) => node.profiles);
      const counts = countsOf(profiles);
      const label = bestName(counts);
      const acronyms = new Set(profiles.flatMap((profile) => profile.acronyms));
      return {
        kind: (members[0] as Node).kind,
        slug: slugAt(at),
        label,
        others: [...counts.keys()].filter((name) => name !== label).sort(),
        acronyms: [...acronyms].sort(),
      };
    })
    .sort((a, b) => (`${a.kind} ${a.slug}` < `${b.kind} ${b.slug}` ? -1 : 1));
}

function redirectsOf(
  nodes: readonly Node[],
  claims: ReturnType<typeof claimsOf>,
  slugAt: (at: number) => string,
): Redirect[] {
  const found = new Map<string, Redirect>();
  const standing = new Set(nodes.map(({ at, kind }) => `${kind} ${slugAt(at)}`));
  for (const { at, kind } of nodes) {
    for (const { slug } of claims[at] ?? []) {
      if (slug !== slugAt(at) && !standing.has(`${kind} ${slug}`))
        found.set(`${kind} ${slug}`, { kind: kind as EntityKind, from: slug, to: slugAt(at) });
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, redirect]) => redirect);
}

type Pair = { readonly a: Node; readonly b: Node; readonly verdict: Candidate['verdict'] };

/** One candidate for two entities, the best of what speaks for it; none where someone has judged them apart. */
function candidatesOf(
  pairs: readonly Pair[],
  {
    apart,
    root,
    slugAt,
  }: { apart: (a: number, b: number) => boolean; root: (at: number) => number; slugAt: (at: number) => string },
  { unsure }: Judged,
): Candidate[] {
  const open = new Set(unsure.map(({ members: [a, b] }) => pairKey(root(a), root(b))));
  const best = new Map<string, Candidate>();
  for (const { a, b, verdict } of pairs) {
    const [x, y] = [root(a.at), root(b.at)];
    const key = pairKey(x, y);
    if (x === y || (apart(x, y) && !open.has(key))) continue;
    const [left, right] = [slugAt(x), slugAt(y)].sort() as [string, string];
    const known = best.get(key);
    if (known !== undefined && known.verdict.score >= verdict.score) continue;
    best.set(key, { kind: a.kind, slugs: [left, right], verdict, unsure: open.has(key) });
  }
  return [...best.values()].sort(
    (a, b) => b.verdict.score - a.verdict.score || (`${a.kind} ${a.slugs}` < `${b.kind} ${b.slugs}` ? -1 : 1),
  );
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

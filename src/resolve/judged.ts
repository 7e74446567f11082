import type { EntityKind } from '../domain/mention.ts';
import { UsageError } from '../errors.ts';
import type { Claims } from './claims.ts';
import type { Clusters } from './clusters.ts';
import type { JudgedPair } from './homonyms.ts';
import { type JudgementLine, parseReference, type Reference } from './judgements.ts';
import { identityKey } from './key.ts';
import type { Node } from './node.ts';
import type { Profile } from './profile.ts';

/** What the ledger of judgements came to. Things are given by the places of their nodes. */
export interface Judged {
  readonly applied: readonly { readonly judgement: JudgementLine; readonly members: readonly [number, number] }[];
  readonly unsure: readonly { readonly members: readonly [number, number]; readonly because: string }[];
  readonly warnings: readonly string[];
}

/**
 * Joins and separates what people judged, before anything is compared.
 * @throws UsageError where judgements contradict each other, naming the lines
 */
export function applyJudgements(
  judgements: readonly JudgementLine[],
  nodes: readonly Node[],
  claims: Claims,
  clusters: Clusters,
  path: string,
): Judged {
  if (judgements.length === 0) return { applied: [], unsure: [], warnings: [] };
  const find = finder(nodes, claims);
  const warnings: string[] = [];
  const vain: string[] = [];
  const known = judgements.flatMap((judgement) => {
    const [a, b] = [judgement.a, judgement.b].map((text) => find(parseReference(text) as Reference));
    const unknown = [judgement.a, judgement.b].filter((_, at) => [a, b][at]?.length === 0);
    if (unknown.length > 0) vain.push(`line ${judgement.line} (${unknown.join(', ')})`);
    const [x, y] = [a?.[0], b?.[0]];
    return x === undefined || y === undefined || a === undefined || b === undefined
      ? []
      : [{ judgement, all: [a, b] as const, members: [x, y] as const }];
  });
  if (vain.length > 0)
    warnings.push(`${path}: no source names what these judgements are about, so they say nothing: ${vain.join('; ')}`);
  const same = known.filter(({ judgement }) => judgement.decision === 'same');
  for (const { all } of same) for (const at of all.flat()) clusters.join(all[0][0] as number, at);
  for (const { judgement, all } of known) {
    if (judgement.decision === 'same') continue;
    for (const a of all[0]) {
      for (const b of all[1]) {
        if (a === b)
          warnings.push(`${path}:${judgement.line}: the two are one name in one place: nothing tells them apart`);
        else if (!clusters.separate(a, b) && judgement.decision === 'different') {
          const lines = same.filter(({ members }) => clusters.find(members[0]) === clusters.find(a));
          throw contradiction(
            judgement,
            lines.map((one) => one.judgement.line),
            path,
          );
        }
      }
    }
  }
  return {
    applied: known.map(({ judgement, members }) => ({ judgement, members })),
    unsure: known
      .filter(({ judgement }) => judgement.decision === 'unsure')
      .map(({ members, judgement }) => ({ members, because: judgement.because ?? 'no reason given' })),
    warnings,
  };
}

/** Judgements of two mentions of one name, by their profiles. */
export function judgedProfiles(judgements: readonly JudgementLine[], profiles: readonly Profile[]): JudgedPair[] {
  if (profiles.length < 2) return [];
  return judgements.flatMap(({ a, b, decision }) => {
    const [x, y] = [a, b].map((text) => {
      const reference = parseReference(text);
      return reference?.type === 'mention' ? profiles.find((profile) => isMentioned(profile, reference)) : undefined;
    });
    return x === undefined || y === undefined || x === y ? [] : [{ a: x, b: y, same: decision === 'same' }];
  });
}

// --- internal ---

function finder(nodes: readonly Node[], claims: Claims): (reference: Reference) => number[] {
  const byId = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  for (const { at, kind, key } of nodes) {
    for (const { slug } of claims[at] ?? []) byId.set(`${kind}/${slug}`, [...(byId.get(`${kind}/${slug}`) ?? []), at]);
    byName.set(`${kind} ${key}`, [...(byName.get(`${kind} ${key}`) ?? []), at]);
  }
  return (reference) => {
    if (reference.type === 'id') return byId.get(`${reference.kind}/${reference.slug}`) ?? [];
    if (reference.type === 'name') {
      const { kind, name } = reference;
      return byName.get(`${kind} ${identityKey(kind as EntityKind, name)}`) ?? [];
    }
    return nodes.filter(({ profiles }) => profiles.some((one) => isMentioned(one, reference))).map(({ at }) => at);
  };
}

/** People's mentions are told apart by document and line; of other kinds, all of a surface in a source are one. */
function isMentioned(profile: Profile, { document, line, slug }: Extract<Reference, { type: 'mention' }>): boolean {
  const { kind, source, names, surfaces } = profile;
  if (!document.startsWith(`${source}/`)) return false;
  if (kind === 'person' && (document !== `${source}/${profile.document}` || !profile.lines.includes(line)))
    return false;
  const wanted = identityKey(kind, slug.replaceAll('-', ' '));
  return [...names.map(([name]) => name), ...surfaces].some((text) => identityKey(kind, text) === wanted);
}

const contradiction = ({ line, a, b }: JudgementLine, lines: readonly number[], path: string): UsageError =>
  new UsageError(
    `says that ${a} and ${b} are different, but ${lines.map((n) => `line ${n}`).join(' and ')} make them the same: take one of the judgements out`,
    { path, line },
  );

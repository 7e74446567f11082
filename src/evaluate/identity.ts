import { isDocument, words } from './compare.ts';
import type { ClusterLabels } from './labels.ts';
import { type Evaluation, foundMeasure, type Measure, type Miss, miss, rightMeasure } from './measures.ts';
import type { Row, Rows } from './rows.ts';

/**
 * Who is who: whether labelled mentions are found, whether two mentions of the same one have one entity and those of
 * different ones have two, and whether names that look alike are kept apart.
 */
export function evaluateIdentity(labels: ClusterLabels, rows: Rows): Evaluation {
  const mentions = rows('mentions').map((row): Mention => ({ row, words: words(row.surface), line: Number(row.line) }));
  const measures: Measure[] = [];
  const misses: Miss[] = [];
  for (const { clusters, kind } of [
    { clusters: labels.persons, kind: 'person' as const },
    { clusters: labels.organisations, kind: 'organization' as const },
  ]) {
    if (clusters === undefined) continue;
    const part = ofKind(clusters, kind, mentions);
    measures.push(...part.measures);
    misses.push(...part.misses);
  }
  const apart = lookAlikes(labels, mentions);
  return { measures: [...measures, ...apart.measures], misses: [...misses, ...apart.misses] };
}

// --- internal ---

/** Lines that a mention may stand beside its label: a sentence is broken over lines where readers differ. */
const NEAR = 3;
/** Shorter surfaces stand in too many others. */
const SHORTEST_PART = 2;

interface Mention {
  readonly row: Row;
  /** The surface as words to compare. */
  readonly words: string;
  readonly line: number;
}

type Clusters = NonNullable<ClusterLabels['persons']>;
type Surface = Clusters[number]['surfaces'][number];

function ofKind(clusters: Clusters, kind: 'person' | 'organization', mentions: readonly Mention[]): Evaluation {
  const misses: Miss[] = [];
  // a surface without a place could be any mention
  const placed = clusters.flatMap(({ canonical, surfaces }, cluster) =>
    surfaces
      .filter(({ line, session }) => line !== undefined || session !== undefined)
      .map((surface) => ({ ...surface, cluster, canonical })),
  );
  const seen = placed.flatMap((label) => {
    const row = findMention(label, kind, mentions);
    if (row?.entity !== undefined) return [{ ...label, row, entity: row.entity }];
    const place = [label.doc, label.line === undefined ? label.session : `line ${label.line}`].filter(Boolean);
    misses.push(miss(`${kind}-mentions`, 'missed', `${label.surface} (${place.join(', ')})`));
    return [];
  });
  let matched = 0;
  let joined = 0;
  let labelled = 0;
  for (const [at, a] of seen.entries()) {
    for (const b of seen.slice(at + 1)) {
      const [same, one] = [a.cluster === b.cluster, a.entity === b.entity];
      if (same) labelled += 1;
      if (one) joined += 1;
      if (same && one) matched += 1;
      else if (one) misses.push(miss(`${kind}-identity`, 'extra', `merged: ${a.surface} / ${b.surface}`, b.row));
      else if (same)
        misses.push(miss(`${kind}-identity`, 'missed', `split: ${a.surface} / ${b.surface} (${a.canonical})`, b.row));
    }
  }
  return {
    measures: [
      rightMeasure(`${kind}-mentions`, seen.length, placed.length),
      foundMeasure(`${kind}-identity`, matched, joined, labelled),
    ],
    misses,
  };
}

/** The mention that a label means: the same words near the line, else one of its kind that holds them or is held. */
function findMention(
  { surface, doc, line }: Surface,
  kind: 'person' | 'organization',
  mentions: readonly Mention[],
): Row | undefined {
  const wanted = words(surface);
  const isHere = (mention: Mention) => doc === undefined || isDocument(doc, mention.row.source);
  const isNear = (mention: Mention) => line !== undefined && Math.abs(mention.line - line) <= NEAR;
  const same = mentions.find((one) => one.words === wanted && (line === undefined || isNear(one)) && isHere(one));
  if (same !== undefined) return same.row;
  return mentions.find(
    (one) =>
      isNear(one) &&
      one.words.length > SHORTEST_PART &&
      one.row.kind === kind &&
      (one.words.includes(wanted) || wanted.includes(one.words)) &&
      isHere(one),
  )?.row;
}

/** Pairs of names of different things, where the graph has both: no entity may bear the two. */
function lookAlikes({ notSame }: ClusterLabels, mentions: readonly Mention[]): Evaluation {
  const entities = new Map<string, Set<string>>();
  for (const { row, words: name } of mentions) {
    if (row.entity === undefined) continue;
    entities.set(name, (entities.get(name) ?? new Set()).add(row.entity));
  }
  const misses: Miss[] = [];
  let asked = 0;
  for (const [a, b, why] of notSame) {
    const [left, right] = [entities.get(words(a)), entities.get(words(b))];
    if (left === undefined || right === undefined) continue;
    asked += 1;
    if ([...left].some((entity) => right.has(entity)))
      misses.push(miss('look-alikes', 'wrong', `${a} / ${b} are one${why === undefined ? '' : `: ${why}`}`));
  }
  return { measures: [rightMeasure('look-alikes', asked - misses.length, asked)], misses };
}

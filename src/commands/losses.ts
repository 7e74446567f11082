import { compare } from '../diff/compare.ts';
import { graphOf } from '../diff/graph.ts';
import { losses } from '../diff/losses.ts';
import { readGraph } from '../diff/read-graph.ts';
import { UsageError } from '../errors.ts';

export interface GuardOptions {
  readonly build: string;
  readonly previous?: string;
  readonly maxLoss?: string;
  readonly force?: boolean;
}

/**
 * Compares the build with what was published before. @returns whether it may be published: not where more of some kind of thing
 * is lost than allowed, unless forced; says what is lost
 * @throws UsageError for a share that is none
 */
export async function guard(options: GuardOptions, warn: (message: string) => void): Promise<boolean> {
  const { previous, maxLoss = '5%', force = false } = options;
  const share = shareOf(maxLoss);
  if (previous === undefined) {
    if (options.maxLoss !== undefined) throw new UsageError('--max-loss needs --previous: losses are of something');
    return true;
  }
  const before = graphOf(await readGraph(previous));
  const found = losses(before, compare(before, graphOf(await readGraph(options.build))));
  const over = found.filter(({ lost, of }) => lost > of * share);
  for (const { kind, lost, of } of over)
    warn(`${kind}: ${lost} of ${of} are gone (${percent(lost / of)}, allowed ${maxLoss})`);
  if (over.length === 0 || force) return true;
  warn(
    `nothing is published: see \`maillage diff ${previous} ${options.build}\`, then mend the sources or use --force`,
  );
  return false;
}

// --- internal ---

function shareOf(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,3})?) ?%$/.exec(text);
  const share = Number(match?.[1]) / 100;
  if (match === null || share > 1)
    throw new UsageError('expected a share such as 5%', { field: '--max-loss', value: text });
  return share;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

import { type Figures, growthOf } from './figures.ts';

/** A target of the project, what was measured, and whether the one meets the other. */
export interface Verdict {
  readonly target: string;
  readonly measured: number;
  readonly limit: number;
  readonly met: boolean;
}

/** The size that the targets are set for: below it, what does not grow weighs more. */
export const TARGET_RECORDS = 50_000;

/** Holds the figures of the pages, smallest corpus first, against the targets. They are reported, and fail nothing. */
export function verdicts(figures: readonly Figures[]): Verdict[] {
  const last = figures.at(-1);
  if (last === undefined) return [];
  const at = `at ${last.records} records`;
  const growth = growthOf(figures);
  const found: Verdict[] = [];
  const add = (target: string, measured: number | undefined, limit: number): void => {
    if (measured !== undefined) found.push({ target, measured, limit, met: measured <= limit });
  };
  add(`build time / unavoidable parts, ${at}`, last.timesParts, 1.5);
  add(`the same in CPU time, ${at}`, last.timesPartsCpu, 1.5);
  add('exponent of growth, all sizes', growth?.overall, 1.05);
  add('exponent of growth, last step', growth?.last, 1.05);
  add('exponent of growth in CPU time, last step', growth?.lastCpu, 1.05);
  add(`kB a quad beyond the unavoidable parts, ${at}`, last.kilobytesAQuadBeyondParts, 0.5);
  add(`kB a quad beyond an idle process, ${at}`, last.kilobytesAQuad, 0.5);
  add(`build after one file changed / full build, ${at}`, last.againOfFull, 0.1);
  add('sources read again after one file changed', last.reread, 1);
  return found;
}

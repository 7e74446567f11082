import { LONGEST_TEXT } from '../src/extract/text/bounded.ts';
import { DOCUMENTS, FILLINGS, lineOf, SCANNERS } from './hostile-lines.ts';
import type { Verdict } from './targets.ts';

/** What a scanner takes for the line that it takes longest for. */
export interface WorstLine {
  readonly scanner: string;
  /** What fills the line. */
  readonly filling: string;
  readonly characters: number;
  readonly milliseconds: number;
}

/** Each scanner over each hostile line; then whole documents of the longest line that the grammar reads. */
export const measureLines = (): WorstLine[] => [
  ...worstLines(SCANNERS, LINE_LENGTH),
  ...worstLines(DOCUMENTS, LONGEST_TEXT),
];

/** The limit is that of one scanner: a document is read by all of them, and for it there is none. */
export function lineVerdict(lines: readonly WorstLine[]): Verdict {
  const measured = Math.max(...lines.filter(({ scanner }) => scanner in SCANNERS).map((one) => one.milliseconds));
  return { target: `ms a line of ${LINE_LENGTH} characters`, measured, limit: LINE_LIMIT, met: measured <= LINE_LIMIT };
}

// --- internal ---

const LINE_LENGTH = 50_000;
const LINE_LIMIT = 100;
const RUNS = 5;

/** A line that takes long is read again: others may have used the machine. */
function worstLines(scanners: typeof SCANNERS, characters: number): WorstLine[] {
  return Object.entries(scanners).map(([scanner, scan]) => {
    let worst: WorstLine = { scanner, filling: '', characters, milliseconds: 0 };
    for (const filling of FILLINGS) {
      const line = lineOf(filling, characters);
      let milliseconds = time(() => scan(line));
      for (let run = 1; run < RUNS && milliseconds > LINE_LIMIT / 2; run += 1)
        milliseconds = Math.min(
          milliseconds,
          time(() => scan(line)),
        );
      if (milliseconds > worst.milliseconds) worst = { ...worst, filling, milliseconds };
    }
    return worst;
  });
}

/**
 * Milliseconds: of the clock or of all threads, whichever is less. Where others use the machine the clock runs on, and
 * collecting garbage in threads beside it counts more often than once; alone it would take neither.
 */
function time(run: () => unknown): number {
  const clock = performance.now();
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return Math.min((user + system) / 1000, performance.now() - clock);
}

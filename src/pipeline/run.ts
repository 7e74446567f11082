import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import type { IdRegister } from '../resolve/ids.ts';
import type { Checker } from '../store/checker.ts';
import type { GenerationWriter } from '../store/generation.ts';
import type { FileEntry } from '../store/manifest.ts';
import type { Ledgers } from './ledgers.ts';
import type { SpoolBudget } from './spool.ts';
import type { Tallies } from './tallies.ts';

/** What the steps of one build share. */
export interface Run {
  readonly config: Config;
  readonly writer: GenerationWriter;
  /** Loads each new segment as soon as it is written: what cannot be loaded must not be committed. */
  readonly checker: Checker;
  readonly ids: IdRegister;
  readonly checks: Promise<unknown>[];
  readonly tallies: Tallies;
  /** Entities that the graph names, as `kind slug`. */
  readonly entities: Set<string>;
  readonly budget: SpoolBudget;
  readonly ledgers: Ledgers;
  /** Takes out of a text what must not be published: contact data, and names that are left out. */
  readonly scrub: (text: string) => string;
  readonly reuse: boolean;
  readonly progress: (message: string) => void;
}

/** Loads and counts a finished segment beside the work that goes on. */
export function checkLoads(run: Run, { path, sha256 }: FileEntry): void {
  const file = { path: join(run.writer.folder, path), sha256 };
  const checking = run.checker.tally(file, run.config.base).then((tally) => run.tallies.add(path, tally));
  // The failure is met when all checks are awaited; until then it must not end the process.
  checking.catch(() => {});
  run.checks.push(checking);
}

/** Takes segments of the build before over, with what they count; false, with none taken, where a file is damaged. */
export async function takeSegments({ writer, tallies }: Run, paths: readonly string[]): Promise<boolean> {
  const undo: (() => Promise<void>)[] = [];
  for (const path of paths) {
    const isTaken = (await writer.reuse(path)) !== undefined;
    if (isTaken) undo.push(() => writer.giveBack(path));
    if (isTaken && (await tallies.takeOver(path))) {
      undo.push(() => tallies.giveBack(path));
      continue;
    }
    for (const giveBack of undo) await giveBack();
    return false;
  }
  return true;
}

/** Quads of segments. */
export const quadsOf = (parts: readonly FileEntry[]): number => parts.reduce((sum, { quads = 0 }) => sum + quads, 0);

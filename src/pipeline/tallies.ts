import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeTally, type Figures, figuresOf } from '../map/index.ts';
import type { GenerationWriter } from '../store/generation.ts';

/** What each segment counts, kept beside it, so that a build counts only what it has made anew. */
export interface Tallies {
  /** @param segment path in the generation */
  add(segment: string, encoded: Uint8Array): void;
  /** Takes the tally of a segment of the build before over; false where it is missing or damaged. */
  takeOver(segment: string): Promise<boolean>;
  giveBack(segment: string): Promise<void>;
  /** Writes those that were added. */
  write(): Promise<void>;
  /** What all of them count together. */
  figures(): Figures;
}

export function createTallies(writer: GenerationWriter): Tallies {
  const added = new Map<string, Uint8Array>();
  const taken = new Map<string, Uint8Array>();
  return {
    add: (segment, encoded) => void added.set(segment, encoded),
    async takeOver(segment) {
      const path = pathOf(segment);
      if ((await writer.reuse(path)) === undefined) return false;
      taken.set(segment, readFileSync(join(writer.folder, path)));
      return true;
    },
    async giveBack(segment) {
      taken.delete(segment);
      await writer.giveBack(pathOf(segment));
    },
    async write() {
      for (const [segment, encoded] of added) await writer.write(pathOf(segment), [encoded]);
    },
    figures: () => figuresOf([...added.values(), ...taken.values()].map(decodeTally)),
  };
}

// --- internal ---

/** `segments/agenda-0001.nq` is counted in `tallies/agenda-0001.bin`. */
const pathOf = (segment: string): string => segment.replace(/^segments\/(.*)\.nq$/, 'tallies/$1.bin');

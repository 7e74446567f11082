import type { GenerationWriter } from '../store/generation.ts';
import type { FileEntry } from '../store/manifest.ts';

/** Writes the N-Quads of one source in parts, so that each can be loaded while the next is made. */
export interface SegmentWriter {
  /** Takes N-Quads text; never waits. */
  readonly emit: (nquads: string) => void;
  /** Writes what was emitted so far. */
  drain(): Promise<void>;
  /** Ends the last part. @returns all parts */
  end(): Promise<readonly FileEntry[]>;
}

/** @param ended told of each part as soon as it is whole */
export function segmentWriter(writer: GenerationWriter, name: string, ended: (part: FileEntry) => void): SegmentWriter {
  const parts: FileEntry[] = [];
  let waiting: string[] = [];
  let size = 0;
  let file: Awaited<ReturnType<GenerationWriter['create']>> | undefined;
  const endPart = async (): Promise<void> => {
    if (file === undefined) return;
    const part = await file.end();
    file = undefined;
    size = 0;
    parts.push(part);
    ended(part);
  };
  const drain = async (): Promise<void> => {
    const chunks = waiting;
    waiting = [];
    for (const chunk of chunks) {
      file ??= await writer.create(`segments/${name}-${String(parts.length + 1).padStart(4, '0')}.nq`);
      await file.write(chunk);
      size += chunk.length;
    }
    if (size >= PART_SIZE) await endPart();
  };
  return {
    emit: (nquads) => waiting.push(nquads),
    drain,
    async end() {
      await drain();
      await endPart();
      return parts;
    },
  };
}

// --- internal ---

/** Characters. Large enough for one bulk load to be fast, small enough to overlap loading with mapping. */
const PART_SIZE = 16 * 1024 * 1024;

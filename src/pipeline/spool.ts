import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SourceConfig } from '../config/types.ts';
import type { Extracted } from './read-group.ts';

/**
 * Holds extracted documents between reading and mapping, since who is who is only known when all are read. What goes
 * beyond a share of memory waits in a file.
 */
export interface Spool {
  push(document: Extracted): void;
  /** All documents, in the order they came. */
  documents(): AsyncGenerator<Extracted>;
  /** Takes the file away, if there is one. */
  remove(): void;
}

/** How much is held in memory, shared by all spools of a build. */
export interface SpoolBudget {
  left: number;
}

/** Characters of source text. Records take a few times as much. */
export const spoolBudget = (characters = 16 * 1024 * 1024): SpoolBudget => ({ left: characters });

/** @param path of the file, used only where the budget is spent */
export function createSpool(path: string, sources: readonly SourceConfig[], budget: SpoolBudget): Spool {
  const held: Extracted[] = [];
  let file: number | undefined;
  let waiting: string[] = [];
  const write = (): void => {
    if (file === undefined || waiting.length === 0) return;
    writeSync(file, waiting.join(''));
    waiting = [];
  };
  return {
    push(document) {
      const size = document.file?.text.length ?? 0;
      if (file === undefined && size <= budget.left) {
        budget.left -= size;
        held.push(document);
        return;
      }
      file ??= openSync(path, 'wx');
      const { source, ...rest } = document;
      waiting.push(`${JSON.stringify({ ...rest, source: source.id })}\n`);
      if (waiting.length >= 64) write();
    },
    async *documents() {
      for (const document of held.splice(0)) {
        budget.left += document.file?.text.length ?? 0;
        yield document;
      }
      if (file === undefined) return;
      write();
      closeSync(file);
      for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
        const { source, ...rest } = JSON.parse(line) as Omit<Extracted, 'source'> & { source: string };
        yield { ...rest, source: sources.find(({ id }) => id === source) as SourceConfig };
      }
    },
    remove() {
      if (file !== undefined) rmSync(path, { force: true });
    },
  };
}

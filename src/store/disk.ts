import { createHash } from 'node:crypto';
import type * as nodeFs from 'node:fs/promises';
import type { FileEntry } from './manifest.ts';

/** What a generation asks of the file system. */

export type GenerationFs = Pick<typeof nodeFs, 'copyFile' | 'link' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm'>;

export interface FileWriter {
  /** Wait for it before the next chunk. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Must be called; commit refuses while a file is open. */
  end(): Promise<FileEntry>;
}

export type Measured = Pick<FileEntry, 'bytes' | 'sha256' | 'quads'>;

/** Gathers chunks to about 1 MB before it writes; hashes and counts as it goes. */
export function fileWriter(
  handle: nodeFs.FileHandle,
  isQuads: boolean,
  close: (measured: Measured) => Promise<FileEntry>,
): FileWriter {
  const hash = createHash('sha256');
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let bytes = 0;
  let quads = 0;
  let last = NEWLINE;

  async function flush(): Promise<void> {
    const block = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    hash.update(block);
    if (isQuads) quads += countNewlines(block);
    if (block.length > 0) last = block[block.length - 1] as number;
    bytes += block.length;
    await handle.appendFile(block);
  }
  return {
    async write(chunk) {
      const block = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      waiting.push(block);
      waitingBytes += block.length;
      if (waitingBytes >= BUFFER) await flush();
    },
    async end() {
      await flush();
      if (isQuads && last !== NEWLINE) {
        waiting.push(Buffer.from('\n'));
        await flush();
      }
      return close({ bytes, sha256: hash.digest('hex'), quads });
    },
  };
}

/** True for a link, false for a copy. A link may fail in many ways, by file system: any of them leads to a copy. */
export async function linkOrCopy(fs: GenerationFs, from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch {
    await fs.copyFile(from, to);
    return false;
  }
}

/** Waits until the files are on disk. Many at a time: a journal takes them together. */
export async function syncFiles(fs: GenerationFs, paths: readonly string[]): Promise<void> {
  const waiting = [...paths];
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await syncFile(fs, path);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

export async function writeSynced(fs: GenerationFs, path: string, text: string): Promise<void> {
  const handle = await fs.open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Names are on disk only when their folder is. Windows opens no folders, and keeps names by itself. */
export async function syncFolder(fs: GenerationFs, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Best effort, on the way out of a failure: what stays is cleared at the next start. */
export async function remove(fs: GenerationFs, ...paths: string[]): Promise<void> {
  for (const path of paths) await fs.rm(path, { recursive: true, force: true }).catch(() => {});
}

// --- internal ---

const BUFFER = 1 << 20;
const NEWLINE = 0x0a;

function countNewlines(block: Buffer): number {
  let found = 0;
  for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, at + 1)) found++;
  return found;
}

async function syncFile(fs: GenerationFs, path: string): Promise<void> {
  const handle = await fs.open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

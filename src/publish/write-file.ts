import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Written {
  readonly bytes: number;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
}

/** Writes a file at once or not at all: beside its place, to the disk, then into its place. */
export async function writeFile(path: string, pieces: Iterable<string>): Promise<Written> {
  const partial = `${path}.${process.pid}.partial`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const file = await open(partial, 'w');
    try {
      for (const chunk of chunks(pieces)) {
        hash.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
  return { bytes, sha256: hash.digest('hex') };
}

// --- internal ---

/** The same text as buffers of about 1 MB. */
function* chunks(pieces: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 1 << 20) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

/** A rename is on the disk only when its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

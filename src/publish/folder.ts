import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { UsageError } from '../errors.ts';
import type { Written } from './write-file.ts';

/** A file of the published folder. */
export interface SiteFile extends Written {
  /** With `/`, relative to the folder. */
  readonly path: string;
}

/** A published folder in the making, beside the old one, which nobody sees changed before `commit`. */
export interface SiteFolder {
  /** Where files are written until `commit`. */
  readonly root: string;
  /** All files so far, by path. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Writes a file. Throws RangeError for a path that leaves the folder, Error for one that is there. */
  write(path: string, text: string | Uint8Array): Promise<SiteFile>;
  /** Takes in a file that others wrote below `root`. */
  adopt(path: string, written: Written): void;
  /** Writes `path.gz` beside a file of this folder. */
  compress(path: string): Promise<SiteFile>;
  /** Puts the folder in the place of the old one. */
  commit(): Promise<void>;
  /** Gives it up; the old one stays. Does nothing after `commit`. */
  abort(): Promise<void>;
}

/** What tells a folder that we published from any other: it may be replaced. */
const MARK = 'catalog.ttl';

/** @throws UsageError where something stands at `out` that was not published by us */
export async function createSiteFolder(out: string): Promise<SiteFolder> {
  const target = resolve(out);
  if (existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, MARK))) {
    throw new UsageError('the folder holds other files; give an empty one, or one that was published before', {
      path: out,
    });
  }
  await mkdir(dirname(target), { recursive: true });
  const root = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const files = new Map<string, SiteFile>();
  let open = true;
  const adopt = (path: string, { bytes, sha256 }: Written): SiteFile => {
    if (files.has(path)) throw new Error(`${path}: written twice`);
    const file = { path, bytes, sha256 };
    files.set(path, file);
    return file;
  };
  const write = async (path: string, text: string | Uint8Array): Promise<SiteFile> => {
    if (!isInside(path)) throw new RangeError(`not a path below the folder: ${JSON.stringify(path)}`);
    const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
    const file = adopt(path, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    const place = join(root, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
    return file;
  };
  return {
    root,
    files,
    write,
    adopt: (path, written) => void adopt(path, written),
    compress: async (path) => write(`${path}.gz`, await packed(await readFile(join(root, path)))),
    async commit() {
      open = false;
      await swap(root, target);
    },
    async abort() {
      if (open) await rm(root, { recursive: true, force: true });
      open = false;
    },
  };
}

// --- internal ---

const packed = promisify(gzip);

const isInside = (path: string): boolean =>
  path.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\\0]/.test(name));

/** Node cannot exchange two folders in one step: between two renames there is none, and a failure brings the old one back. */
async function swap(from: string, target: string): Promise<void> {
  if (!existsSync(target)) return rename(from, target);
  const old = `${from}.old`;
  await rename(target, old);
  try {
    await rename(from, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

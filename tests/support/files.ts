import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { atEnd } from './end.ts';

/** Files by their path below a folder. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with files in it; it goes with the test that asked for it. */
export function folderOf(tree: Tree = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeTree(folder, tree);
  return folder;
}

/** A new folder with files in it, for all tests of a file or block; it goes after the last of them. */
export function sharedFolderOf(tree: Tree = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  writeTree(folder, tree);
  return folder;
}

/** Writes files in the order of the tree, so that their inodes are in that order too. */
export function writeTree(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

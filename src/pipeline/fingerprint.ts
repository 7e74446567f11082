import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, SourceConfig } from '../config/types.ts';
import type { Found } from '../read/files.ts';

/** Hex SHA-256. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/**
 * What the segments of a source depend on, besides the ledger: its files as they are on disk, its config and the
 * program itself, and who is left out (`withheld`, a hash). Equal fingerprints mean equal segments.
 */
export function fingerprint(config: Config, source: SourceConfig, found: Found, withheld: string): string {
  const { base, language, timezone, license, publisher, grades } = config;
  const ofAll = {
    base,
    language,
    timezone,
    license,
    publisher,
    grades: [...grades].sort(),
    code: codeHash(),
    withheld,
  };
  const spec = JSON.stringify({ ...ofAll, source: plain(source) });
  const hash = createHash('sha256').update(spec);
  // Evidence from the config carries its name and lines: they move with any edit of it.
  if (source.event !== undefined || STATES_VALUES.some((key) => spec.includes(key)))
    hash.update(`${basename(config.path)} ${config.sha256}`);
  for (const { path, size, mtimeNs, ctimeNs, ino } of found.files)
    hash.update(`${path}\0${size} ${mtimeNs} ${ctimeNs} ${ino}\n`);
  for (const problem of found.problems) hash.update(`${problem.message}\n`);
  return hash.digest('hex');
}

/** SHA-256 over the program's own files, so that a change of rules re-reads everything. */
export function codeHash(): string {
  if (code !== undefined) return code;
  const here = fileURLToPath(import.meta.url);
  const hash = createHash('sha256');
  for (const file of filesBelow(dirname(dirname(here)), extname(here))) hash.update(readFileSync(file));
  code = hash.digest('hex');
  return code;
}

// --- internal ---

let code: string | undefined;

/** How a field whose value the config itself gives looks in JSON. */
const STATES_VALUES = ['"const":["', '"default":"'];

function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path, extension);
      return extname(entry.name) === extension ? [path] : [];
    });
}

/** Maps as lists, for JSON. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part)));

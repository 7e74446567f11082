import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { SourceError, UsageError } from '../errors.ts';
import type { OnDisk } from './load-file.ts';

export { DEFAULT_LIMITS, type Limits, loadFile } from './load-file.ts';

/** A file that a pattern matched: regular, and below the pattern's folder even after links are followed. */
export interface FoundFile extends OnDisk {
  /** Bytes. */
  readonly size: number;
  /** Nanoseconds since the epoch, and the inode: decimal strings, only to see whether a file has changed. */
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly ino: string;
}

export interface Found {
  /** Sorted by path (code units); each real file once. */
  readonly files: readonly FoundFile[];
  /** What was met and not taken: SourceError for a file or folder, UsageError for a pattern. To be reported. */
  readonly problems: readonly (SourceError | UsageError)[];
}

export interface FindOptions {
  /** Id of the source, for messages. */
  readonly sourceId?: string;
}

/**
 * Finds the files of a source. `root` is the config's folder, to which patterns are relative (`../` is allowed: the
 * config's author wrote it). A pattern that begins with `!` leaves out what the others match. Links to files are
 * followed as long as they stay below the pattern's static folder, linked folders never. Dot files need an explicit
 * dot. Nothing that matched is passed over in silence: see `problems`.
 */
export function findFiles(root: string, patterns: string | readonly string[], options: FindOptions = {}): Found {
  const all = typeof patterns === 'string' ? [patterns] : patterns;
  const search = new Search(root, options.sourceId);
  for (const pattern of all) if (!isNegative(pattern)) search.add(pattern);
  return search.result(all.filter(isNegative).map((pattern) => pattern.slice(1)));
}

// --- internal ---

const isNegative = (pattern: string): boolean => pattern.startsWith('!') && !pattern.startsWith('!(');
const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Candidate extends FoundFile {
  /** As the pattern met it, before links were followed. */
  readonly met: string;
  readonly linked: boolean;
}

class Search {
  readonly #root: string;
  readonly #source: { source?: string };
  readonly #candidates: Candidate[] = [];
  readonly #problems = new Map<string, SourceError | UsageError>();

  constructor(root: string, sourceId: string | undefined) {
    this.#root = resolve(root);
    this.#source = sourceId === undefined ? {} : { source: sourceId };
  }

  add(pattern: string): void {
    const { folder, rest } = splitPattern(pattern);
    const directory = resolve(this.#root, folder);
    const real = realFolder(directory);
    if (real === undefined) {
      this.#nothing(pattern, `matches nothing, since the folder "${folder || '.'}" does not exist`);
      return;
    }
    const shown = slashed(relative(this.#root, directory));
    const tree = new Tree(real, (path, message, cause) => this.#refuse(at(shown, path), message, cause));
    const matches = tree.glob(rest);
    const before = this.#candidates.length + this.#problems.size;
    for (const match of matches) {
      const file = tree.file(match);
      if (file === undefined) continue;
      const path = at(shown, match).normalize('NFC');
      this.#candidates.push({ ...file, path, met: resolve(directory, match) });
    }
    if (matches.length === 0 && this.#candidates.length + this.#problems.size === before && tree.silent) {
      this.#nothing(pattern, 'matches no file: correct it (it is relative to the folder of the config) or take it out');
    }
  }

  result(leftOut: readonly string[]): Found {
    const out = matching(this.#root, this.#candidates, leftOut);
    const kept = this.#candidates.filter((file) => !out.has(file.met));
    const sorted = kept.sort((a, b) => Number(a.linked) - Number(b.linked) || byCodeUnit(a.path, b.path));
    const byReal = new Map<string, FoundFile>();
    const byName = new Map<string, FoundFile>();
    for (const { linked: _, met: __, ...file } of sorted) {
      if (byReal.has(file.absolute)) continue;
      const other = byName.get(file.name);
      if (other !== undefined) {
        const message = `would be one document with "${other.path}", of the same name in its folder: rename one, or make two sources`;
        this.#problems.set(file.path, new UsageError(message, { ...this.#source, path: file.path }));
        continue;
      }
      byName.set(file.name, file);
      byReal.set(file.absolute, file);
    }
    const files = [...byReal.values()].sort((a, b) => byCodeUnit(a.path, b.path));
    const problems = [...this.#problems].sort(([a], [b]) => byCodeUnit(a, b)).map(([, problem]) => problem);
    return { files, problems };
  }

  #refuse(path: string, message: string, cause?: unknown): void {
    if (!this.#problems.has(path)) {
      this.#problems.set(path, new SourceError(message, { ...this.#source, path }, cause));
    }
  }

  #nothing(pattern: string, message: string): void {
    this.#problems.set(pattern, new UsageError(message, { ...this.#source, field: 'files', value: pattern }));
  }
}

type Report = (path: string, message: string, cause?: unknown) => void;

/** The tree below a pattern's static folder. Directory entries are shown to the glob so that it passes nothing over. */
class Tree {
  /** Nothing has been reported. */
  silent = true;
  readonly #folder: string;
  readonly #report: Report;
  readonly #links = new Map<string, 'file' | 'folder'>();

  constructor(folder: string, report: Report) {
    this.#folder = folder;
    this.#report = (...what) => {
      this.silent = false;
      report(...what);
    };
  }

  glob(pattern: string): readonly string[] {
    return globSync(pattern, { cwd: this.#folder, expandDirectories: false, fs: listing((path) => this.#list(path)) });
  }

  /** The file at a path below the folder; undefined, and reported, where it is not to be read. */
  file(path: string): Omit<Candidate, 'path' | 'met'> | undefined {
    const linked = this.#links.has(path);
    try {
      if (/\p{Cc}/u.test(path)) return this.#refuse(path, 'the file name has control characters: rename the file');
      const absolute = linked ? realpathSync.native(`${this.#folder}/${path}`) : `${this.#folder}/${path}`;
      if (linked && !absolute.startsWith(this.#folder === '/' ? '/' : this.#folder + sep)) {
        return this.#refuse(path, 'a link that leaves the folder of its pattern is not followed: put the file there');
      }
      const stat = statSync(absolute, { bigint: true });
      if (!stat.isFile()) {
        return this.#refuse(path, 'not a regular file (a pipe, socket or device): expected a file, take it away');
      }
      const [mtimeNs, ctimeNs, ino] = [`${stat.mtimeNs}`, `${stat.ctimeNs}`, `${stat.ino}`];
      return { name: path.normalize('NFC'), absolute, size: Number(stat.size), mtimeNs, ctimeNs, ino, linked };
    } catch (cause) {
      const why = linked ? 'a link that leads nowhere' : 'cannot be looked at';
      return this.#refuse(path, `${why} (${code(cause)}): mend it or take it away`, cause);
    }
  }

  #refuse(path: string, message: string, cause?: unknown): undefined {
    this.#report(path, message, cause);
  }

  #list(directory: string): Dirent[] {
    const path = slashed(relative(this.#folder, directory));
    if (this.#links.get(path) === 'folder') {
      this.#report(path, 'a linked folder is not followed: name it in a pattern of its own, or put its files here');
      return [];
    }
    try {
      return readdirSync(directory, { withFileTypes: true }).map((entry) => this.#shown(entry, directory, path));
    } catch (cause) {
      this.#report(path, `the folder cannot be listed (${code(cause)}): give the right to read it`, cause);
      return [];
    }
  }

  /** Pipes and links pass for files, so that they match and are judged; the glob alone would drop them silently. */
  #shown(entry: Dirent, directory: string, path: string): Dirent {
    if (entry.isFile() || entry.isDirectory()) return entry;
    let folder = false;
    if (entry.isSymbolicLink()) {
      folder = realFolder(resolve(directory, entry.name)) !== undefined;
      this.#links.set(at(path, entry.name), folder ? 'folder' : 'file');
    }
    return entryOf(entry.name, folder);
  }
}

const entryOf = (name: string, folder: boolean): Dirent =>
  ({ name, isFile: () => !folder, isDirectory: () => folder, isSymbolicLink: () => false }) as Dirent;

/** The glob only ever lists folders with the types of their entries. */
const listing = (list: (path: string) => Dirent[]) => ({
  readdirSync: ((path: unknown) => list(String(path))) as unknown as typeof readdirSync,
});

/** Which of the files the patterns match, as if the files were all that the disk holds. Gives where they were met. */
function matching(root: string, files: readonly Candidate[], patterns: readonly string[]): ReadonlySet<string> {
  if (patterns.length === 0) return new Set();
  const folders = new Map<string, Map<string, Dirent>>();
  for (const { met } of files) {
    for (let path = met, isFolder = false; ; isFolder = true) {
      const folder = dirname(path);
      const entries = folders.get(folder);
      if (entries?.has(basename(path)) || folder === path) break;
      const entry = entryOf(basename(path), isFolder);
      if (entries === undefined) folders.set(folder, new Map([[entry.name, entry]]));
      else entries.set(entry.name, entry);
      path = folder;
    }
  }
  const fs = listing((path) => [...(folders.get(resolve(path))?.values() ?? [])]);
  const matched = globSync([...patterns], { cwd: root, expandDirectories: false, absolute: true, dot: true, fs });
  return new Set(matched.map((path) => resolve(path)));
}

const at = (folder: string, name: string): string => [folder, name].filter((part) => part !== '').join('/');
const code = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? String(cause);

/** The leading segments without glob signs, and what is left: at least the last segment. */
function splitPattern(pattern: string): { folder: string; rest: string } {
  const parts = pattern.split('/');
  let fixed = 0;
  while (fixed < parts.length - 1 && !isDynamicPattern(parts[fixed] ?? '')) fixed += 1;
  const folder = parts.slice(0, fixed).join('/').replaceAll('\\', '');
  return { folder: fixed === 1 && folder === '' ? '/' : folder, rest: parts.slice(fixed).join('/') };
}

function realFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? realpathSync.native(path) : undefined;
  } catch {
    return undefined;
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CorpusKind, generate } from '../../bench/generate.ts';
import { loadConfig } from '../../src/config.ts';
import { findFiles, loadFile } from '../../src/read/files.ts';
import { readerOf } from '../../src/read/registry.ts';

// Parsing long booklets takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-generate-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** All files below a folder, by path. */
function contents(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length), readFileSync(path, 'utf8')];
    }),
  );
}

const make = (name: string, kind: CorpusKind, seed: number): Map<string, string> => {
  const folder = mkdtempSync(join(dir, name));
  generate(folder, { kind, records: 120, seed, sources: 10 });
  return contents(folder);
};

describe.each<CorpusKind>(['pages', 'linked', 'booklets', 'booklet'])('a generated corpus of %s', (kind) => {
  it('is the same for the same seed, and another for another', () => {
    const first = make('a', kind, 1);
    expect(make('b', kind, 1)).toEqual(first);
    expect(make('c', kind, 2)).not.toEqual(first);
  });

  it('has a config that is right, and files that can be read', () => {
    const { config, files, sources } = generate(dir, { kind, records: 120, seed: 1, sources: 10 });
    const loaded = loadConfig(config);
    expect(loaded.sources).toHaveLength(sources);
    const read = loaded.sources.flatMap((source) => {
      const found = findFiles(loaded.folder, source.files, { sourceId: source.id });
      expect(found.problems).toEqual([]);
      return found.files.map((file) => readerOf(source.reader)?.read(loadFile(file, source.id)));
    });
    expect(read).toHaveLength(files.length);
    for (const document of read) expect(document).toBeDefined();
  });

  it('names its first file, and what it is after an edit', () => {
    const { changed, files } = generate(dir, { kind, records: 120, seed: 1, sources: 10 });
    expect(changed.path).toBe(files[0]);
    expect(readFileSync(changed.path, 'utf8')).toBe(changed.before);
    expect(changed.after.replace('Nouveau : ', '')).toBe(changed.before);
    expect(changed.after).not.toBe(changed.before);
  });
});

it('spreads pages over the sources evenly', () => {
  const { files } = generate(dir, { kind: 'pages', records: 23, seed: 1, sources: 5 });
  const counts = new Map<string, number>();
  for (const file of files) counts.set(join(file, '..'), (counts.get(join(file, '..')) ?? 0) + 1);
  expect([...counts.values()]).toEqual([5, 5, 5, 4, 4]);
});

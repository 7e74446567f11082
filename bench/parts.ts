import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import oxigraph from 'oxigraph';
import { parseDocument } from 'yaml';

/** Seconds of what no build can do without. */
export interface Parts {
  readonly read: number;
  readonly yaml: number;
  readonly load: number;
  readonly quads: number;
}

/**
 * Does what any build of these pages must do at least, one after the other: reads the files, parses their YAML with the
 * options that the reader uses, and loads the N-Quads that the build makes of them, in one call, in chunks of 1 MB,
 * without validation.
 */
export function unavoidableParts(sources: string, segments: readonly string[]): Parts {
  const started = performance.now();
  const texts = filesBelow(sources).map((path) => readFileSync(path, 'utf8'));
  const read = performance.now();
  let keys = 0;
  for (const text of texts) keys += Object.keys(frontMatter(text)).length;
  if (keys === 0) throw new Error(`${sources}: no front matter`);
  const parsed = performance.now();
  const store = new oxigraph.Store();
  store.load(chunks(segments), { format: 'application/n-quads', lenient: true });
  const loaded = performance.now();
  return {
    read: (read - started) / 1000,
    yaml: (parsed - read) / 1000,
    load: (loaded - parsed) / 1000,
    quads: store.size,
  };
}

// --- internal ---

function frontMatter(text: string): object {
  const yaml = text.slice(4, text.indexOf('\n---\n', 4) + 1);
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
  return document.toJS({ maxAliasCount: 0 }) as object;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Whole lines, about 1 MB at a time. */
function* chunks(paths: readonly string[]): Generator<string> {
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (const path of paths) {
    const file = openSync(path, 'r');
    let rest = Buffer.alloc(0);
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const bytes = Buffer.concat([rest, buffer.subarray(0, length)]);
      const end = bytes.lastIndexOf(0x0a) + 1;
      rest = bytes.subarray(end);
      yield bytes.toString('utf8', 0, end);
    }
    closeSync(file);
    if (rest.length > 0) yield `${rest.toString()}\n`;
  }
}

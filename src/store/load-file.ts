import { UsageError } from '../errors.ts';
import type { LoadFile } from './store.ts';

/** A file to load, as asked for. Throws UsageError for one that no store can load. */
export function toLoadFile(file: string | LoadFile): LoadFile {
  const asked = typeof file === 'string' ? { path: file } : file;
  if (asked.path.endsWith('.nq')) return asked;
  if (!asked.path.endsWith('.ttl')) {
    throw new UsageError('the store loads N-Quads (.nq) and Turtle (.ttl); convert the file first', {
      path: asked.path,
    });
  }
  if (asked.graph === undefined) {
    throw new UsageError('a Turtle file needs the graph that it goes to', { path: asked.path });
  }
  return asked;
}

import type { OxigraphOptions } from './oxigraph.ts';
import { createOxigraph } from './oxigraph.ts';
import type { Snapshot, SnapshotOptions } from './snapshot.ts';
import { filesToLoad, firstGood } from './snapshot.ts';
import type { Store } from './store.ts';

export interface OpenStore {
  readonly store: Store;
  readonly snapshot: Snapshot;
}

/**
 * A new Oxigraph store with the current generation of a build folder in it. Files are verified while they are loaded; a
 * damaged generation is passed over for the one before, with a warning. Throws NoSnapshot where none can be used.
 */
export function openFromSnapshot(dir: string, options: SnapshotOptions & OxigraphOptions = {}): Promise<OpenStore> {
  return firstGood(dir, options, async (snapshot) => {
    const store = createOxigraph(options);
    try {
      await store.load(filesToLoad(snapshot));
      return { store, snapshot };
    } catch (error) {
      await store.close();
      throw error;
    }
  });
}

import { watch } from 'node:fs';
import { createPages } from '../pages/pages.ts';
import type { SiteOptions } from '../pages/site.ts';
import { readDocuments } from '../search/read-documents.ts';
import { createSearch } from '../search/search.ts';
import { encodeManifest, sha256 } from '../store/manifest.ts';
import { createPool, type PoolOptions } from '../store/pool.ts';
import { filesToLoad, firstGood, readPointer, type Snapshot, segmentPaths } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import type { Edition } from './context.ts';

export interface EditionsOptions {
  /** The build folder. */
  readonly dir: string;
  readonly site: Omit<SiteOptions, 'store' | 'mode'>;
  readonly pool?: PoolOptions;
  /** Another store than the pool, such as a server of its own; it is asked for everything. */
  readonly remote?: () => Store;
  readonly warn: (message: string) => void;
  readonly say: (message: string) => void;
}

/** What is served: one edition at a time, and the next one without a gap. */
export interface Editions {
  current(): Edition;
  /** A request that is under way: what it reads stays open until it ends. */
  track<T>(request: Promise<T>): Promise<T>;
  /** Looks whether there is a new build, and serves it. One that cannot be used is refused with a warning; the old one stays. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the current generation of a build folder, and follows it from then on. Throws NoSnapshot where none can be used. */
export async function openEditions(options: EditionsOptions): Promise<Editions> {
  const { dir, warn, say } = options;
  let edition = await openEdition(options);
  let seen = await pointerText(dir);
  let reloading: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  async function reload(): Promise<void> {
    const pointer = await pointerText(dir);
    if (pointer === seen) return;
    seen = pointer;
    try {
      const next = await openEdition(options);
      const before = edition;
      if (next.tag === before.tag) return void next.store.close();
      edition = next;
      say(`serving generation ${next.folder}`);
      await Promise.allSettled([...underWay]);
      await before.store.close();
    } catch (error) {
      warn(
        `the new build cannot be served, the one before still is: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const inTurn = (): Promise<void> => {
    reloading = reloading.then(reload);
    return reloading;
  };
  // A build ends with a rename onto `current`. Where a file system tells nothing, SIGHUP does.
  const watcher = watch(dir, { persistent: false }, (_event, name) => {
    if (name === 'current') void inTurn();
  });
  watcher.on('error', (error) => warn(`${dir} can no longer be watched (${error.message}): tell new builds by SIGHUP`));
  return {
    current: () => edition,
    track(request) {
      underWay.add(request);
      const end = () => void underWay.delete(request);
      request.then(end, end);
      return request;
    },
    reload: inTurn,
    async close() {
      watcher.close();
      await reloading;
      await edition.store.close();
    },
  };
}

// --- internal ---

/** Every file is verified while it is loaded; a damaged generation is passed over, and told. */
function openEdition({ dir, site, pool, remote, warn }: EditionsOptions): Promise<Edition> {
  return firstGood(dir, { warn }, async (snapshot) => {
    const store = remote?.() ?? createPool(pool);
    try {
      if (remote === undefined) await store.load(filesToLoad(snapshot));
      return await editionOf(snapshot, store, site);
    } catch (error) {
      await store.close();
      throw error;
    }
  });
}

async function editionOf(snapshot: Snapshot, store: Store, site: EditionsOptions['site']): Promise<Edition> {
  const own = quickly(store);
  const documents = await readDocuments(own, site.base);
  return {
    tag: sha256(encodeManifest(snapshot.manifest)).slice(0, 16),
    folder: snapshot.folder,
    segments: segmentPaths(snapshot),
    statements: snapshot.manifest.quads,
    store,
    documents,
    search: createSearch(documents),
    pages: createPages({ ...site, store: own, mode: 'server' }),
  };
}

/** Our own queries look up what pages show: they do not wait behind those of others. */
const quickly = (store: Store): Store => ({
  ...store,
  query: (sparql, options) => store.query(sparql, { quick: true, ...options }),
});

async function pointerText(dir: string): Promise<string> {
  const pointer = await readPointer(dir);
  return pointer === undefined || pointer instanceof Error ? String(pointer) : `${pointer.number} ${pointer.sha256}`;
}

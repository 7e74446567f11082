import { watch } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createPages } from '../pages/pages.ts';
import type { SiteOptions } from '../pages/site.ts';
import { readDocuments } from '../search/read-documents.ts';
import { createSearch } from '../search/search.ts';
import { encodeManifest, sha256 } from '../store/manifest.ts';
import { createPool, type PoolOptions } from '../store/pool.ts';
import { createRemembering } from '../store/remembered.ts';
import { filesToLoad, firstGood, readPointer, type Snapshot, segmentPaths, verifyFile } from '../store/snapshot.ts';
import type { QueryOptions, Store } from '../store/store.ts';
import type { Edition } from './context.ts';

export interface EditionsOptions {
  /** The build folder. */
  readonly dir: string;
  readonly site: Omit<SiteOptions, 'store' | 'mode'>;
  readonly pool?: PoolOptions;
  /** Bytes of answers that an edition remembers at most. Default 32 MiB. A server of its own is asked anew each time. */
  readonly answerBytes?: number;
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
      const before = edition;
      const next = await openEdition(options, before);
      if (next === before) return;
      edition = next;
      say(`serving generation ${next.folder}`);
      await Promise.allSettled([...underWay]);
      await before.close();
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
      await edition.close();
    },
  };
}

// --- internal ---

interface Opened extends Edition {
  close(): Promise<void>;
}

/**
 * The newest generation that is whole: `served` itself, where it is the one that is served already. Every file is verified
 * while it is loaded, and beside an edition that is served before anything of it is opened: what is damaged then costs
 * neither threads nor memory; so it is, too, where another server has the graph, and nothing is loaded. A damaged generation is
 * passed over, and told.
 */
function openEdition(
  { dir, site, pool, answerBytes, remote, warn }: EditionsOptions,
  served?: Opened,
): Promise<Opened> {
  return firstGood(dir, { warn }, async (snapshot) => {
    if (served !== undefined && tagOf(snapshot) === served.tag) return served;
    if (served !== undefined || remote !== undefined) {
      for (const { path } of snapshot.manifest.files) {
        await verifyFile(snapshot, path);
        // Between two files, requests are answered.
        await setImmediate();
      }
    }
    const store = remote?.() ?? createRemembering(createPool(pool), answerBytes ?? 32 * 1024 * 1024);
    try {
      if (remote === undefined) await store.load(filesToLoad(snapshot));
      return await editionOf(snapshot, store, site);
    } catch (error) {
      await store.close();
      throw error;
    }
  });
}

const tagOf = ({ manifest }: Snapshot): string => sha256(encodeManifest(manifest)).slice(0, 16);

async function editionOf(snapshot: Snapshot, store: Store, site: EditionsOptions['site']): Promise<Opened> {
  const own = asking(store, { quick: true });
  // Nobody waits for this but the start: it takes as long as the graph is large.
  const documents = await readDocuments(asking(store, { timeoutMs: 600_000 }), site.base);
  const end = new AbortController();
  return {
    tag: tagOf(snapshot),
    folder: snapshot.folder,
    segments: segmentPaths(snapshot),
    statements: snapshot.manifest.quads,
    store,
    ended: end.signal,
    async close() {
      end.abort();
      await store.close();
    },
    documents,
    search: createSearch(documents),
    pages: createPages({ ...site, store: own, mode: 'server' }),
  };
}

/** Our own queries: those of pages look something up, and do not wait behind those of others. */
const asking = (store: Store, how: QueryOptions): Store => ({
  ...store,
  query: (sparql, options) => store.query(sparql, { ...how, ...options }),
});

async function pointerText(dir: string): Promise<string> {
  const pointer = await readPointer(dir);
  return pointer === undefined || pointer instanceof Error ? String(pointer) : `${pointer.number} ${pointer.sha256}`;
}

import { createOxigraph, type OxigraphOptions } from './oxigraph.ts';
import type { LoadFile, QueryOptions, QueryResult, Store } from './store.ts';
import { QueryFailed } from './store.ts';
import { aborted, busy, storeClosed } from './time-limit.ts';

export interface PoolOptions extends OxigraphOptions {
  /** Queries that run at once, quick ones aside. Default 1. */
  readonly running?: number;
  /** Milliseconds that a query waits at most. Default 10,000. */
  readonly waitMs?: number;
  /** Queries that wait at most, in all and of one client. Default 200 and 20. */
  readonly mostWaiting?: number;
  readonly mostOfClient?: number;
}

/** Milliseconds after which a query that was said to be quick is not, and for which its client's are then not believed. */
const QUICK_MS = 1_000;
const DOUBT_MS = 60_000;

/**
 * Many stores with the same in them, for many clients: each in a thread with the memory of a whole copy.
 *
 * There are two more than run at once: one that only quick queries may take, so that they never wait behind long ones, and
 * one to spare: a query that runs out of time, or breaks the engine, costs a thread, and the spare one serves while another
 * is loaded. A quick query that turns out not to be is stopped, and begun again among the long ones, where all of that client's go for a minute. Queries wait in the
 * order in which they came, but of one client only one less than may run at once do (one at least).
 * Throws QueryFailed `busy` where too many wait, or one has waited too long.
 */
export function createPool(options: PoolOptions = {}): Store {
  const { running: mostRunning = 1, waitMs = 10_000, mostWaiting = 200, mostOfClient = 20 } = options;
  const ofClient = Math.max(1, mostRunning - 1);
  const units = Array.from({ length: mostRunning + 2 }, () => createOxigraph(options));
  const idle = [...units];
  const waiting: Waiting[] = [];
  const long = new Map<string, number>();
  /** Clients whose quick queries are taken for long ones. */
  const doubted = new Set<string>();
  let longRunning = 0;
  let closed = false;

  const mayRun = ({ quick, client }: Waiting): boolean =>
    quick || (longRunning < mostRunning && (client === undefined || (long.get(client) ?? 0) < ofClient));

  /** Begins what may be begun. */
  function next(): void {
    for (let at = 0; idle.length > 0 && at < waiting.length; ) {
      const one = waiting[at] as Waiting;
      if (mayRun(one)) {
        waiting.splice(at, 1);
        // The one that was used last: what it needs is at hand, and the others may sleep.
        one.begin(idle.pop() as Store);
      } else at += 1;
    }
  }

  /** A store whose turn it is, and what to do with it afterwards. */
  function turn(quick: boolean, client: string | undefined, signal: AbortSignal | undefined): Promise<Turn> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(storeClosed());
      if (signal?.aborted) return reject(aborted());
      const own = client === undefined ? 0 : waiting.filter((one) => one.client === client).length;
      if (waiting.length >= mostWaiting || own >= mostOfClient) return reject(busy());
      const leave = (error: QueryFailed) => {
        waiting.splice(waiting.indexOf(one), 1);
        end();
        reject(error);
      };
      const onAbort = () => leave(aborted());
      const timer = setTimeout(() => leave(busy()), waitMs);
      function end() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      }
      const one: Waiting = {
        quick,
        client,
        end: () => {
          end();
          reject(storeClosed());
        },
        begin(store) {
          end();
          if (!quick) count(client, 1);
          resolve({
            store,
            done(isWhole) {
              if (!quick) count(client, -1);
              if (isWhole) idle.push(store);
              // It loads its files again. Whoever has to wait for that should not.
              else void revive(store);
              next();
            },
          });
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      waiting.push(one);
      next();
    });
  }

  function count(client: string | undefined, by: 1 | -1): void {
    longRunning += by;
    if (client === undefined) return;
    const left = (long.get(client) ?? 0) + by;
    if (left === 0) long.delete(client);
    else long.set(client, left);
  }

  function doubt(client: string | undefined): void {
    if (client === undefined || doubted.has(client)) return;
    doubted.add(client);
    setTimeout(() => doubted.delete(client), DOUBT_MS).unref();
  }

  async function revive(store: Store): Promise<void> {
    await store.query('ASK {}', { timeoutMs: 600_000 }).catch(() => {});
    idle.push(store);
    next();
  }

  async function run(sparql: string, asked: QueryOptions, quick: boolean): Promise<QueryResult> {
    const { store, done } = await turn(quick, asked.client, asked.signal);
    let isWhole = true;
    try {
      return await store.query(sparql, asked);
    } catch (error) {
      // After a failure of its own, or a caller's end, a store has a new thread to load.
      isWhole = !(error instanceof QueryFailed);
      throw error;
    } finally {
      done(isWhole);
    }
  }

  return {
    async query(sparql, asked = {}) {
      const limitMs = asked.timeoutMs ?? options.timeoutMs ?? 30_000;
      const quick = asked.quick === true && !doubted.has(asked.client ?? '');
      if (!quick || limitMs <= QUICK_MS) return run(sparql, asked, quick);
      try {
        return await run(sparql, { ...asked, timeoutMs: QUICK_MS }, true);
      } catch (error) {
        if (!(error instanceof QueryFailed) || error.reason !== 'timeout') throw error;
        doubt(asked.client);
        return run(sparql, asked, false);
      }
    },
    async load(files: readonly (string | LoadFile)[]) {
      const [first] = await Promise.all(units.map((unit) => unit.load(files)));
      return first as { quads: number };
    },
    size: () => (units[0] as Store).size(),
    async close() {
      closed = true;
      for (const one of waiting.splice(0)) one.end();
      await Promise.all(units.map((unit) => unit.close()));
    },
  };
}

// --- internal ---

interface Waiting {
  readonly quick: boolean;
  readonly client: string | undefined;
  readonly begin: (store: Store) => void;
  /** The pool is closed. */
  readonly end: () => void;
}

interface Turn {
  readonly store: Store;
  /** Gives the store back. `isWhole`: it can answer at once. */
  done(isWhole: boolean): void;
}

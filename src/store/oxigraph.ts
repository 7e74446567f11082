import { DamagedFile } from './chunks.ts';
import type { Caps } from './cut.ts';
import { formatFor, formats } from './formats.ts';
import { toLoadFile } from './load-file.ts';
import type { Answer } from './protocol.ts';
import type { ParsedQuery } from './sparql.ts';
import { parseQuery, withLimit } from './sparql.ts';
import type { LoadFile, QueryOptions, Store } from './store.ts';
import { QueryFailed, QueryRefused } from './store.ts';
import type { Task, Thread } from './thread.ts';
import { startThread, ThreadFailure } from './thread.ts';
import { aborted, storeClosed, timedOut } from './time-limit.ts';

export interface OxigraphOptions {
  /** Time limit of a query that gives none, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Caps of a result. Default 1,000,000 rows (or triples) and 256 MiB. */
  readonly maxRows?: number;
  readonly maxBytes?: number;
}

/**
 * The embedded store: Oxigraph in a worker thread, in memory, empty at first.
 *
 * Queries run one after the other. A query that runs out of time, or that breaks the engine, costs the thread: another
 * one takes its place and loads again what was loaded, while the next call waits.
 */
export function createOxigraph(options: OxigraphOptions = {}): Store {
  const caps: Caps = { rows: options.maxRows ?? 1_000_000, bytes: options.maxBytes ?? 256 * 1024 * 1024 };
  const timeoutMs = options.timeoutMs ?? 30_000;
  const loaded: LoadFile[] = [];
  let thread: Promise<Thread> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  /** The thread, with everything loaded. A failed start is tried anew by the next call. */
  function ready(): Promise<Thread> {
    thread ??= start(loaded).catch((error: unknown) => {
      thread = undefined;
      throw error;
    });
    return thread;
  }

  async function replace(): Promise<void> {
    const old = thread;
    thread = undefined;
    await old?.then((t) => t.stop()).catch(() => {});
    if (!closed) ready().catch(() => {});
  }

  /** Runs work when all earlier work has ended, whatever became of it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = turn.then(() => {
      if (closed) throw storeClosed();
      return work();
    });
    turn = run.catch(() => {});
    return run;
  }

  async function ask(query: ParsedQuery, task: Task, limitMs: number, signal?: AbortSignal): Promise<Answer> {
    const current = await ready();
    if (signal?.aborted) throw aborted();
    try {
      return (await within(current.call(task), limitMs, signal)) as Answer;
    } catch (error) {
      if (error instanceof QueryFailed) {
        await replace();
        throw closed ? new QueryFailed('closed', 'the store was closed while the query ran') : error;
      }
      if (!(error instanceof ThreadFailure)) throw error;
      if (error.fatal) {
        await replace();
        if (closed) throw new QueryFailed('closed', 'the store was closed while the query ran');
        throw new QueryFailed(
          'engine',
          `the ${query.form} query broke the engine, which was restarted (${error.message})`,
          error,
        );
      }
      throw new QueryRefused('unsupported', `the engine cannot run this query: ${error.message}`, error);
    }
  }

  return {
    async query(sparql: string, { accept, timeoutMs: limitMs = timeoutMs, signal, dataset }: QueryOptions = {}) {
      const query = parseQuery(sparql);
      const format = formatFor(query.kind, accept);
      // One row more than is shown tells whether there is more.
      const text = withLimit(query, caps.rows + 1);
      const own = { text, kind: query.kind, format, caps, prefixes: query.prefixes };
      const task: Task = { task: 'query', ...own, ...(dataset === undefined ? {} : { dataset }) };
      const answer = await orAbort(
        inTurn(() => ask(query, task, limitMs, signal)),
        signal,
      );
      return { kind: query.kind, mediaType: formats[format].mediaType, ...answer };
    },
    load: (files) =>
      inTurn(async () => {
        const asked = files.map(toLoadFile);
        const current = await ready();
        try {
          const quads = (await current.call({ task: 'load', files: asked })) as number;
          loaded.push(...asked);
          return { quads };
        } catch (error) {
          // Part of the files may be in: go back to what there was.
          await replace();
          throw asDamage(error);
        }
      }),
    size: () => inTurn(async () => (await (await ready()).call({ task: 'size' })) as number),
    async close() {
      closed = true;
      const old = thread;
      thread = undefined;
      await old?.then((t) => t.stop()).catch(() => {});
    },
  };
}

// --- internal ---

async function start(files: readonly LoadFile[]): Promise<Thread> {
  const thread = startThread();
  try {
    if (files.length > 0) await thread.call({ task: 'load', files });
    return thread;
  } catch (cause) {
    await thread.stop();
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new QueryFailed(
      'lost',
      `the store had to restart, and cannot load its files again: ${message}. Open it anew`,
      cause,
    );
  }
}

/** The promise, or a QueryFailed when time or the caller's patience runs out first. */
function within<T>(promise: Promise<T>, limitMs: number, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(timedOut(limitMs))), limitMs);
    const onAbort = () => end(() => reject(aborted()));
    function end(how: () => void) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      how();
    }
    signal?.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => end(() => resolve(value)),
      (error) => end(() => reject(error)),
    );
  });
}

/** A caller that gives up need not wait for the queries before its own. */
function orAbort<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return promise;
  promise.catch(() => {});
  return within(promise, 2 ** 31 - 1, signal);
}

function asDamage(error: unknown): unknown {
  return error instanceof ThreadFailure && error.name === 'DamagedFile' ? new DamagedFile(error.message) : error;
}

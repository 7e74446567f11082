import type { QueryOptions, QueryResult, Store } from './store.ts';
import { aborted } from './time-limit.ts';

/**
 * A store that remembers its answers, for one in which nothing changes but by `load`: the same question in the same format is
 * asked once. It holds so many bytes at most, and forgets first what was not asked for longest. Answers that differ from call
 * to call (NOW, RAND, UUID) and large ones are not kept.
 */
export function createRemembering(store: Store, mostBytes: number): Store {
  const answers = new Map<string, { readonly answer: QueryResult; readonly bytes: number }>();
  let held = 0;
  let loads = 0;

  function forget(key: string): void {
    held -= answers.get(key)?.bytes ?? 0;
    answers.delete(key);
  }

  /** Of questions that are under way, too. */
  function forgetAll(): void {
    loads++;
    for (const key of [...answers.keys()]) forget(key);
  }

  function remember(key: string, answer: QueryResult): void {
    const bytes = 2 * (key.length + answer.body.length) + OVERHEAD;
    if (bytes > mostBytes / LARGE) return;
    forget(key);
    answers.set(key, { answer, bytes });
    held += bytes;
    for (const oldest of answers.keys()) {
      if (held <= mostBytes) break;
      forget(oldest);
    }
  }

  return {
    ...store,
    async query(sparql, options = {}) {
      if (VARYING.test(sparql)) return store.query(sparql, options);
      const key = keyOf(sparql, options);
      const known = answers.get(key);
      if (known === undefined) {
        const before = loads;
        const answer = await store.query(sparql, options);
        if (before === loads) remember(key, answer);
        return answer;
      }
      if (options.signal?.aborted) throw aborted();
      // The last in the map's order is the one that was asked for last.
      answers.delete(key);
      answers.set(key, known);
      return known.answer;
    },
    async load(files) {
      try {
        return await store.load(files);
      } finally {
        forgetAll();
      }
    },
    async close() {
      forgetAll();
      await store.close();
    },
  };
}

// --- internal ---

/** Bytes of an entry beside its texts, roughly. */
const OVERHEAD = 300;
/** An answer may take one part in so many of the memory. */
const LARGE = 16;

/** Functions whose value is another each time. What else is named so is not remembered either. */
const VARYING = /\b(?:now|rand|uuid|struuid)\b/i;

const keyOf = (sparql: string, { accept, dataset }: QueryOptions): string =>
  `${accept ?? ''} ${dataset === undefined ? '' : JSON.stringify(dataset)} ${sparql}`;

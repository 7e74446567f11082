import { QueryFailed } from './store.ts';

/** A query that ran out of its time. */
export function timedOut(limitMs: number): QueryFailed {
  return new QueryFailed(
    'timeout',
    `the query was stopped after ${limitMs / 1000} s, its time limit. Ask a simpler query, or allow more time`,
  );
}

/** A query that was not begun, since too many are. */
export function busy(): QueryFailed {
  return new QueryFailed('busy', 'too many queries are under way: ask again in a moment');
}

/** A query whose caller gave up. */
export function aborted(): QueryFailed {
  return new QueryFailed('aborted', 'the query was cancelled');
}

/** A call to a store that was closed. */
export function storeClosed(): QueryFailed {
  return new QueryFailed('closed', 'the store is closed');
}

import { createHash } from 'node:crypto';
import { createRemote } from './remote.ts';
import { type ClientOptions, createClient } from './remote-client.ts';
import { readLedger, shelfOf, UNDER_WAY, writeShelves } from './remote-ledger.ts';
import { dropGraphs, inOneRequest, insertData } from './remote-update.ts';
import { type Statement, statementsOf } from './statements.ts';
import type { LoadFile } from './store.ts';

export interface RemoteLoadOptions extends ClientOptions {
  /** Characters of statements in one request, about. What fits into one is replaced in one transaction. Default 16 Mi. */
  readonly batch?: number;
  /** Replace every graph, whatever the server says of earlier loads. */
  readonly fresh?: boolean;
  readonly progress?: (done: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

export interface LoadProgress {
  /** Graphs written or taken away so far, of so many. */
  readonly graphs: number;
  readonly of: number;
  readonly statements: number;
}

export interface LoadReport {
  readonly graphs: { readonly replaced: number; readonly removed: number; readonly unchanged: number };
  /** Statements sent. */
  readonly statements: number;
  readonly requests: number;
  /** Statements of the build; equal ones in one graph count once. */
  readonly built: number;
}

/**
 * Makes a server hold the files: graphs that are not as the files have them are replaced, graphs of earlier loads that are
 * in no file are taken away, all other graphs are left alone. May be stopped anywhere and started again: it goes on where
 * it was, since the server keeps the hash of every graph that has arrived. One load at a time.
 */
export async function loadRemote(files: readonly LoadFile[], options: RemoteLoadOptions): Promise<LoadReport> {
  const client = createClient(options);
  const signal = options.signal ?? new AbortController().signal;
  const store = createRemote(options);
  const ledger = await readLedger(store);
  const wanted = survey(files);
  const changed = [...wanted]
    .filter(([graph, { hash }]) => options.fresh === true || ledger.get(graph) !== hash)
    .map(([graph, { length }]) => ({ graph, length }));
  const removed = [...ledger.keys()].filter((graph) => !wanted.has(graph)).map((graph) => ({ graph, length: 0 }));
  const batches = inBatches([...changed, ...removed], options.batch ?? 16 * 1024 * 1024);
  let graphs = 0;
  let statements = 0;
  let requests = 0;
  const send = async (operations: readonly string[]): Promise<void> => {
    requests += 1;
    await client.update(inOneRequest(operations), signal);
  };

  for (const batch of batches) {
    const names = batch.map(({ graph }) => graph);
    const parts = inParts(statementsIn(files, new Set(names)), options.batch ?? 16 * 1024 * 1024);
    for (const graph of names) ledger.set(graph, UNDER_WAY);
    // On servers without transactions, and for graphs larger than a request, a stop must not leave a hash that lies.
    const opening = [...writeShelves(ledger, names), ...dropGraphs(names)];
    let pending = opening;
    for (const part of parts) {
      if (pending !== opening) await send(pending);
      statements += part.length;
      pending = pending === opening ? [...opening, insertData(part)] : [insertData(part)];
    }
    for (const graph of names) {
      const hash = wanted.get(graph)?.hash;
      if (hash === undefined) ledger.delete(graph);
      else ledger.set(graph, hash);
    }
    await send([...pending, ...writeShelves(ledger, names)]);
    graphs += names.length;
    options.progress?.({ graphs, of: changed.length + removed.length, statements });
  }
  await store.close();
  const built = [...wanted.values()].reduce((sum, { count }) => sum + count, 0);
  return {
    graphs: { replaced: changed.length, removed: removed.length, unchanged: wanted.size - changed.length },
    statements,
    requests,
    built,
  };
}

// --- internal ---

interface Graph {
  /** Over its statements in the order of the files, which is the same for the same build. Hex, 32 digits. */
  hash: string;
  length: number;
  count: number;
}

/** What each graph of the files is. Holds no statement: a build may be larger than memory. */
function survey(files: readonly LoadFile[]): Map<string, Graph> {
  const graphs = new Map<string, Graph>();
  for (const { graph, triple } of statementsOf(files)) {
    let entry = graphs.get(graph);
    if (entry === undefined) {
      entry = { hash: '', length: 0, count: 0 };
      graphs.set(graph, entry);
    }
    entry.hash = createHash('sha256').update(entry.hash).update(triple).digest('hex').slice(0, 32);
    entry.length += triple.length + 1;
    entry.count += 1;
  }
  return graphs;
}

/** Graphs in groups of about `size` characters, those of one shelf of the ledger next to each other. */
function inBatches<T extends { readonly graph: string; readonly length: number }>(
  graphs: readonly T[],
  size: number,
): T[][] {
  const keyed = graphs.map((graph) => ({ graph, key: `${shelfOf(graph.graph)} ${graph.graph}` }));
  const sorted = keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ graph }) => graph);
  const batches: T[][] = [];
  let room = 0;
  for (const graph of sorted) {
    // A dropped graph costs its name as well.
    const cost = graph.length + graph.graph.length;
    if (batches.length === 0 || cost > room) {
      batches.push([]);
      room = size;
    }
    batches.at(-1)?.push(graph);
    room -= cost;
  }
  return batches;
}

function* statementsIn(files: readonly LoadFile[], graphs: ReadonlySet<string>): Generator<Statement> {
  for (const statement of statementsOf(files)) if (graphs.has(statement.graph)) yield statement;
}

function* inParts(statements: Iterable<Statement>, size: number): Generator<Statement[]> {
  let part: Statement[] = [];
  let length = 0;
  for (const statement of statements) {
    part.push(statement);
    length += statement.triple.length + 1;
    if (length < size) continue;
    yield part;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield part;
}

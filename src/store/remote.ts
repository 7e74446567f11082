import type { Caps } from './cut.ts';
import { wholeRows } from './cut.ts';
import { formatFor, formats } from './formats.ts';
import { graphAs } from './graph-format.ts';
import { toLoadFile } from './load-file.ts';
import type { Answer } from './protocol.ts';
import { type ClientOptions, createClient } from './remote-client.ts';
import { LEDGER_GRAPH } from './remote-ledger.ts';
import { insertData } from './remote-update.ts';
import { rowsAs } from './rows-format.ts';
import { type ParsedQuery, parseQuery, withLimit } from './sparql.ts';
import { statementsOf } from './statements.ts';
import { type Dataset, type Format, QueryFailed, type QueryOptions, type Store } from './store.ts';
import { aborted, storeClosed, timedOut } from './time-limit.ts';

export interface RemoteOptions extends ClientOptions {
  /** Time limit of a query that gives none, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Caps of a result. Default 1,000,000 rows (or triples) and 256 MiB. */
  readonly maxRows?: number;
  readonly maxBytes?: number;
}

/**
 * A store on any SPARQL 1.1 server whose default graph is the union of its named graphs (docs/remote.md says how to set
 * that up). Queries are held to the same limits as those of the embedded store, and give the same bytes: servers are asked
 * for JSON and N-Triples alone, and every other format is made here.
 *
 * A query that passes its time limit is left: servers stop it by their own limit, which should be about the same.
 */
export function createRemote(options: RemoteOptions): Store {
  const client = createClient(options);
  const caps: Caps = { rows: options.maxRows ?? 1_000_000, bytes: options.maxBytes ?? 256 * 1024 * 1024 };
  const closing = new AbortController();

  /** Runs a request until it ends, its time does, its caller gives up, or the store is closed. */
  async function within<T>(limitMs: number, signal: AbortSignal | undefined, run: (s: AbortSignal) => Promise<T>) {
    if (closing.signal.aborted) throw storeClosed();
    const limit = AbortSignal.timeout(Math.min(limitMs, 2 ** 31 - 1));
    const all = [limit, closing.signal, ...(signal === undefined ? [] : [signal])];
    try {
      return await run(AbortSignal.any(all));
    } catch (error) {
      if (closing.signal.aborted) throw storeClosed();
      if (signal?.aborted) throw aborted();
      if (limit.aborted) throw timedOut(limitMs);
      throw error;
    }
  }

  async function ask(query: ParsedQuery, format: Format, signal: AbortSignal, dataset?: Dataset): Promise<Answer> {
    const graph = query.kind === 'graph';
    const accept = graph ? formats.ntriples.mediaType : formats.json.mediaType;
    // One row more than is shown tells whether there is more. Other layouts take more bytes than ours.
    const asked = await client.query(withLimit(query, caps.rows + 1), accept, caps.bytes * 2, signal, dataset);
    const text = asked.partial ? wholeRows(asked.text, graph ? 'ntriples' : 'json') : asked.text;
    if (text === undefined) throw new QueryFailed('engine', 'the answer is larger than a result may be');
    const within = graph ? graphAs(text, format, caps, query.prefixes) : rowsAs(text, format, caps);
    if (!asked.partial || within.truncated !== undefined) return within;
    const what = graph ? 'triples' : 'rows';
    const message = `cut: the server's answer passed ${caps.bytes * 2} bytes; there are more ${what}. Ask for less, or in parts with LIMIT and OFFSET`;
    return { ...within, truncated: { rows: caps.rows, by: 'bytes', message } };
  }

  const query: Store['query'] = async (
    sparql,
    { accept, timeoutMs = options.timeoutMs ?? 30_000, signal, dataset }: QueryOptions = {},
  ) => {
    const parsed = parseQuery(sparql);
    const format = formatFor(parsed.kind, accept);
    const answer = await within(timeoutMs, signal, (all) => ask(parsed, format, all, dataset));
    return { kind: parsed.kind, mediaType: formats[format].mediaType, ...answer };
  };

  async function size(): Promise<number> {
    const { body } = await query(SIZE, { accept: 'json', timeoutMs: LONG });
    return Number((JSON.parse(body) as Count).results.bindings[0]?.n.value ?? 0);
  }

  return {
    query,
    size,
    async load(files) {
      // Everything is read before anything is sent, and one request is one transaction: all of it, or none.
      const statements = [...statementsOf(files.map(toLoadFile))];
      const before = await size();
      if (statements.length > 0) {
        await within(LONG, undefined, (all) => client.update(insertData(statements), all));
      }
      return { quads: (await size()) - before };
    },
    async close() {
      closing.abort();
    },
  };
}

// --- internal ---

/** Counting and loading may take what they take: an hour. */
const LONG = 3_600_000;

const SIZE = `SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?g != <${LEDGER_GRAPH}>) }`;

interface Count {
  readonly results: { readonly bindings: readonly { readonly n: { readonly value: string } }[] };
}

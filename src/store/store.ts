import { UsageError } from '../errors.ts';

/**
 * The contract of every store: SPARQL 1.1 Query over a dataset, read only.
 *
 * The default graph of a query is the RDF merge of all named graphs (a triple that stands in three graphs is one triple
 * there); `GRAPH ?g { … }` reads the graphs one by one; FROM and FROM NAMED choose a dataset as the standard says.
 * Every implementation runs `tests/store/suite.ts`.
 */
export interface Store {
  /**
   * Runs one SELECT, ASK, CONSTRUCT or DESCRIBE query.
   * Throws QueryRefused for what is never run (change the query), QueryFailed for what was run in vain.
   */
  query(sparql: string, options?: QueryOptions): Promise<QueryResult>;
  /** Adds files, all of them or none. `quads`: the statements that the call added. */
  load(files: readonly (string | LoadFile)[]): Promise<{ readonly quads: number }>;
  /** Statements in named graphs; the same triple in two graphs counts twice. */
  size(): Promise<number>;
  /** Gives everything back; later calls throw QueryFailed. */
  close(): Promise<void>;
}

/** Formats of results. `xml` and `json` are SPARQL results; of graphs, `rdfxml` and `jsonld`. */
export type Format = 'json' | 'xml' | 'csv' | 'tsv' | 'turtle' | 'ntriples' | 'rdfxml' | 'jsonld';

export interface QueryOptions {
  /** Default: `json` for SELECT and ASK, `turtle` for CONSTRUCT and DESCRIBE. */
  readonly accept?: Format;
  /** Milliseconds of running; waiting for other queries does not count. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** The graphs to read, instead of all of them and of those that the query names (SPARQL 1.1 Protocol, section 2.1.4). */
  readonly dataset?: Dataset;
  /** Whose query it is, where many share a store: nobody holds all of it. */
  readonly client?: string;
  /** The query is known to be quick: where many share a store, it does not wait behind long ones. */
  readonly quick?: boolean;
}

/** IRIs of graphs. */
export interface Dataset {
  /** The default graph is the merge of these. */
  readonly defaultGraphs: readonly string[];
  readonly namedGraphs: readonly string[];
}

export interface QueryResult {
  readonly kind: ResultKind;
  readonly mediaType: string;
  readonly body: string;
  /** Present when the result was cut at a cap. Whoever shows the result says it. */
  readonly truncated?: Truncation;
}

export type ResultKind = 'bindings' | 'boolean' | 'graph';

export interface Truncation {
  /** Rows (of bindings) or triples (of a graph) that are left. */
  readonly rows: number;
  /** The cap that was met. */
  readonly by: 'rows' | 'bytes';
  /** One sentence for people. */
  readonly message: string;
}

/**
 * A file to load, by its ending: `.nq` N-Quads, `.ttl` Turtle.
 * With `sha256` (hex) it is verified while it is read, and taken as written by ourselves: its N-Quads are not validated.
 */
export interface LoadFile {
  readonly path: string;
  /** The graph that a Turtle file goes to. */
  readonly graph?: string;
  readonly sha256?: string;
}

/** The query is not run as it is: change it, or ask for another format. */
export class QueryRefused extends UsageError {
  readonly reason: 'syntax' | 'update' | 'service' | 'limit' | 'format' | 'unsupported';
  /** 1-based line of the query, where it is known. */
  readonly line: number | undefined;
  constructor(reason: QueryRefused['reason'], message: string, cause?: unknown, line?: number) {
    super(message, {}, cause);
    this.reason = reason;
    this.line = line;
  }
}

/** The query was accepted and gave no result. `timeout` and `engine`: the store is usable again; `busy`: it is, later; `closed`, `lost`: open it anew. */
export class QueryFailed extends Error {
  readonly reason: 'timeout' | 'aborted' | 'engine' | 'busy' | 'closed' | 'lost';
  constructor(reason: QueryFailed['reason'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'QueryFailed';
    this.reason = reason;
  }
}

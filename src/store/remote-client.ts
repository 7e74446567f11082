import { UsageError } from '../errors.ts';
import { type Dataset, QueryFailed } from './store.ts';

/** How to reach a SPARQL 1.1 server. Secrets come from the environment, never from a file. */
export interface RemoteAddress {
  /** Where queries go (SPARQL 1.1 Protocol). */
  readonly endpoint: string;
  /** Where updates go. Default: the endpoint. */
  readonly update?: string;
  readonly authorization?: Authorization;
}

export type Authorization =
  | { readonly type: 'basic'; readonly user: string; readonly password: string }
  | { readonly type: 'bearer'; readonly token: string };

export interface ClientOptions extends RemoteAddress {
  /** Waits before a request is tried again; tests pass a clock of their own. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How often a request is sent in all, where the server is away or overloaded. Default 5. */
  readonly attempts?: number;
}

export interface Asked {
  readonly text: string;
  /** The body went on beyond the limit, and was not read further. */
  readonly partial: boolean;
}

export interface RemoteClient {
  /**
   * Sends a query, over the graphs of a dataset where one is given. Reads about `maxBytes` of the answer. Throws
   * QueryFailed, or UsageError for what the config must mend.
   */
  query(text: string, accept: string, maxBytes: number, signal: AbortSignal, dataset?: Dataset): Promise<Asked>;
  /** Sends an update, which must be one that may be sent twice. Throws as `query` does. */
  update(text: string, signal: AbortSignal): Promise<void>;
}

/** A client of the SPARQL 1.1 Protocol that tries again, with growing pauses, where a server is away or overloaded. */
export function createClient({ endpoint, update = endpoint, authorization, ...options }: ClientOptions): RemoteClient {
  const sleep = options.sleep ?? pause;
  const attempts = options.attempts ?? 5;
  const headers = authorization === undefined ? {} : { authorization: header(authorization) };

  /** The answer to a request, once it is a success. */
  async function send(
    url: string,
    body: URLSearchParams | Uint8Array,
    accept: string,
    signal: AbortSignal,
  ): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      let failure: QueryFailed;
      let wait = 250 * 2 ** (attempt - 1);
      try {
        const type = body instanceof URLSearchParams ? {} : { 'content-type': 'application/sparql-update' };
        const sent = { ...headers, ...type, accept };
        const response = await fetch(url, { method: 'POST', headers: sent, body, signal, redirect: 'manual' });
        if (response.ok) return response;
        const said = await excerpt(response);
        if (!isPassing(response.status) || isTimeout(said)) throw refusal(response, url, said);
        failure = new QueryFailed('lost', `${url} answers ${response.status}${said}`);
        wait = Math.max(wait, Math.min(30, Number(response.headers.get('retry-after')) || 0) * 1000);
      } catch (error) {
        if (error instanceof QueryFailed || error instanceof UsageError || signal.aborted) throw error;
        failure = new QueryFailed('lost', `${url} cannot be reached: ${reason(error)}`, error);
      }
      if (attempt >= attempts) {
        throw new QueryFailed('lost', `${failure.message} (tried ${attempts} times). Is the server up?`, failure);
      }
      await sleep(wait, signal);
    }
  }

  return {
    async query(text, accept, maxBytes, signal, dataset) {
      const response = await send(endpoint, formOf(text, dataset), accept, signal);
      const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
      if (type !== accept && type !== 'application/json' && type !== 'text/plain') {
        await response.body?.cancel();
        throw new UsageError(
          `${endpoint} answers a query with ${type || 'no media type'}, not ${accept}: is it a SPARQL endpoint?`,
        );
      }
      try {
        return await readCapped(response, maxBytes);
      } catch (cause) {
        if (signal.aborted) throw cause;
        throw new QueryFailed('lost', `${endpoint} broke off its answer: ${reason(cause)}`, cause);
      }
    },
    async update(text, signal) {
      // Servers bound the size of forms, and not that of updates sent as they are.
      const response = await send(update, new TextEncoder().encode(text), '*/*', signal);
      await response.body?.cancel();
    },
  };
}

// --- internal ---

/** SPARQL 1.1 Protocol, sections 2.1.2 and 2.1.4. */
function formOf(query: string, { defaultGraphs, namedGraphs }: Dataset = { defaultGraphs: [], namedGraphs: [] }) {
  return new URLSearchParams([
    ['query', query] as [string, string],
    ...defaultGraphs.map((iri): [string, string] => ['default-graph-uri', iri]),
    ...namedGraphs.map((iri): [string, string] => ['named-graph-uri', iri]),
  ]);
}

function header(authorization: Authorization): string {
  if (authorization.type === 'bearer') return `Bearer ${authorization.token}`;
  return `Basic ${Buffer.from(`${authorization.user}:${authorization.password}`).toString('base64')}`;
}

/** Answers that another try may better. */
const isPassing = (status: number): boolean => status === 429 || status === 502 || status === 503 || status === 504;

/** Some servers say 503 of a query that ran out of their time: asking again would take as long again. */
const isTimeout = (said: string): boolean => /tim(?:ed|e)[ -]?out/i.test(said);

function refusal({ status, headers }: Response, url: string, said: string): Error {
  if (isTimeout(said)) return new QueryFailed('timeout', `the server stopped the query at its own time limit${said}`);
  if (status === 401 || status === 403) {
    return new UsageError(
      `${url} does not let us in (${status}): check "authentication" of the store, and the environment variables it names`,
    );
  }
  if (status >= 300 && status < 400) {
    return new UsageError(
      `${url} sends elsewhere (${status}, ${headers.get('location') ?? 'nowhere'}): give the address that answers`,
    );
  }
  if (status === 404 || status === 405 || status === 415) {
    return new UsageError(
      `${url} does not take this kind of request (${status}): check the addresses of the store${said}`,
    );
  }
  return new QueryFailed('engine', `${url} could not run it (${status})${said}`);
}

/** The beginning of what a server says of an error, for the message. */
async function excerpt(response: Response): Promise<string> {
  const { text } = await readCapped(response, 2000).catch(() => ({ text: '' }));
  // A foreign text must not reach a terminal with control characters.
  const plain = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return plain === '' ? '' : `: ${plain.slice(0, 300)}`;
}

async function readCapped(response: Response, maxBytes: number): Promise<Asked> {
  if (response.body === null) return { text: '', partial: false };
  const decoder = new TextDecoder('utf-8', { fatal: false });
  const reader = response.body.getReader();
  const parts: string[] = [];
  for (let bytes = 0; bytes <= maxBytes; ) {
    const { done, value } = await reader.read();
    if (done) return { text: parts.join('') + decoder.decode(), partial: false };
    bytes += value.byteLength;
    parts.push(decoder.decode(value, { stream: true }));
  }
  await reader.cancel();
  return { text: parts.join(''), partial: true };
}

/** Fetch hides the reason in the cause. */
function reason(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      signal.removeEventListener('abort', stopped);
      resolve();
    }
    function stopped() {
      clearTimeout(timer);
      reject(signal.reason);
    }
    signal.addEventListener('abort', stopped, { once: true });
  });
}

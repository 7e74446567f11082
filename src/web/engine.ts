import { href, isStatic, t } from './page-data.ts';

/** What the worker is asked, and what it replies. */
export interface Asked {
  readonly id: number;
  /** Address of the dump. */
  readonly dump: string;
  readonly sparql: string;
  /** Media type of the answer. */
  readonly format: string;
}

export type Reply = { readonly id: number } & ({ readonly body: string } | { readonly error: string });

/** Formats of answers, by their endings. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/sparql-results+json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xml: 'application/sparql-results+xml',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
};

/** Whether the query asks for a graph, not for rows. Strings, IRIs and comments hold no keyword. */
export function asksForGraph(sparql: string): boolean {
  const words = sparql.replace(/<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#.*$/gm, ' ');
  return (
    /\b(select|ask|construct|describe)\b/i.exec(words)?.[1]?.match(/construct|describe/i) !== null &&
    !/^\s*$/.test(words)
  );
}

/** Asks the server, or in a published folder the engine in the browser. Throws Error with what was wrong. */
export function ask(sparql: string, ending: string, endpoint: string): Promise<string> {
  const format = MEDIA_TYPES[ending] ?? ending;
  return isStatic ? askWorker(sparql, format) : askServer(sparql, format, endpoint);
}

/** Starts the engine before it is needed. */
export function warmUp(): void {
  if (isStatic) void askWorker('ASK {}', MEDIA_TYPES.json as string).catch(() => {});
}

// --- internal ---

/** A query may run this long; then the engine is started anew. */
const LIMIT_MS = 60_000;

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, { resolve: (body: string) => void; reject: (error: Error) => void }>();

function askWorker(sparql: string, format: string): Promise<string> {
  worker ??= start();
  const id = ++last;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () =>
        fail(
          t(
            'La requête a pris plus d’une minute : elle est arrêtée.',
            'The query took more than a minute and was stopped.',
          ),
        ),
      LIMIT_MS,
    );
    waiting.set(id, {
      resolve: (body) => {
        clearTimeout(timer);
        resolve(body);
      },
      reject: (error) => {
        clearTimeout(timer);
        reject(error);
      },
    });
    worker?.postMessage({
      id,
      dump: new URL(href('dumps/graph.nq'), location.href).href,
      sparql,
      format,
    } satisfies Asked);
  });
}

function start(): Worker {
  const made = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) {
      asked?.reject(new Error(data.error));
      // A broken engine answers nothing any more: the next query starts another.
      if (/memory access|unreachable|recursion|stack/i.test(data.error)) fail(data.error);
    } else asked?.resolve(data.body);
  });
  made.addEventListener('error', ({ message }) =>
    fail(message || t('Le moteur n’a pas pu démarrer.', 'The engine could not start.')),
  );
  return made;
}

function fail(message: string): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
}

async function askServer(sparql: string, accept: string, endpoint: string): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query', accept },
    body: sparql,
  });
  const body = await response.text();
  if (response.ok) return body;
  let message = body;
  try {
    const { title, detail } = JSON.parse(body) as { title?: string; detail?: string };
    message = detail ?? title ?? body;
  } catch {
    // The text itself, then.
  }
  throw new Error(message.trim() === '' ? `HTTP ${response.status}` : message);
}

import { createHash } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { anyOrigin } from './any-origin.ts';
import type { ServerContext } from './context.ts';
import { createDataRoutes } from './data.ts';
import { failure } from './failures.ts';
import { createJudgeRoute, type Judged } from './judge.ts';
import { createLinkedRoutes } from './linked.ts';
import { problem } from './problem.ts';
import { problemPages } from './problem-pages.ts';
import { createQueriesRoutes } from './queries.ts';
import { createReconcile } from './reconcile.ts';
import { createSearchRoute } from './search.ts';
import { createSiteRoutes } from './site.ts';
import { createSparqlRoutes } from './sparql.ts';

export interface AppOptions {
  readonly context: ServerContext;
  /** Folder of what runs in the browser. */
  readonly web: string;
  /** Folders of the ontology and of the queries of tables. */
  readonly ontology: string;
  readonly tables: string;
  /** Writes judgements into the ledger, where editors may judge on the pages. */
  readonly judge?: (judged: Judged) => void;
}

/** Everything that is served, as Request -> Response (docs/site.md). */
export function createApp({ context, web, ontology, tables, judge }: AppOptions): Hono {
  const app = new Hono();
  app.onError((error, c) => failure(c, error));
  app.notFound((c) =>
    problem(c, 404, { fr: 'Il n’y a rien à cette adresse.', en: 'There is nothing at this address.' }),
  );
  app.use(async (c, next) => {
    if (c.req.url.length > LONGEST)
      return problem(c, 414, { fr: 'L’adresse est trop longue.', en: 'The address is too long.' });
    // Whoever answers may set them otherwise.
    for (const name in HEADERS) c.header(name, HEADERS[name]);
    // Compression would say so afterwards, and make the answer a second time for it, as a stream (see `tagged`).
    c.header('vary', 'Accept-Encoding');
    return next();
  });
  app.use(compress());
  app.use(problemPages(context));
  // What editors judge shows on pages at once.
  if (judge === undefined) app.use(tagged(context));
  app.get('/health', (c) => {
    const { tag, statements } = context.current();
    c.header('cache-control', 'no-store');
    return c.json({ status: 'ok', edition: tag, statements });
  });
  app.route('/sparql', createSparqlRoutes(context));
  app.route('/reconcile', createReconcile({ ...context, address: `${context.address}reconcile` }));
  app.route('/search', createSearchRoute(context.current));
  if (judge !== undefined) app.route('/judgements', createJudgeRoute(context, judge));
  app.use(anyOrigin(['link', 'x-truncated'], ['GET', 'HEAD', 'OPTIONS']));
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', (c) => {
    c.header('allow', 'GET, HEAD, OPTIONS');
    return problem(c, 405, { fr: 'On ne peut que lire ici.', en: 'This can only be read.' });
  });
  app.route('/', createQueriesRoutes(context));
  app.route('/', createLinkedRoutes(context));
  app.route('/', createDataRoutes(context, { ontology, tables }));
  app.route('/', createSiteRoutes(context, web));
  return app;
}

// --- internal ---

/** Characters. */
const LONGEST = 32 * 1024;

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Browsers say with the form of an editor where it comes from; other sites are told nothing.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/**
 * An entity tag for every answer that depends on the edition and the request alone, and 304 for who has it already
 * (RFC 9110, section 13.1.2). Weak, since the same answer may be sent compressed or not.
 */
function tagged(context: ServerContext): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const [accept = '', language = ''] = [c.req.header('accept'), c.req.header('accept-language')];
    const key = createHash('sha256').update([context.current().tag, c.req.url, accept, language].join('\n'));
    const tag = `W/"${key.digest('base64url').slice(0, 22)}"`;
    const known = c.req
      .header('if-none-match')
      ?.split(',')
      .some((one) => one.trim() === tag || one.trim() === '*');
    await next();
    if (c.res.status !== 200 || c.res.headers.get('cache-control') === 'no-store') return;
    if (known === true) {
      const kept = ['content-location', 'link', 'vary', 'access-control-allow-origin'];
      const headers = new Headers([...c.res.headers].filter(([name]) => kept.includes(name)));
      headers.set('etag', tag);
      await c.res.body?.cancel();
      c.res = undefined;
      c.res = new Response(null, { status: 304, headers });
      return;
    }
    // Hono's own way to set a header would now make the answer a second time, as a stream.
    c.res.headers.set('etag', tag);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-cache');
  };
}

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { networkFiles } from '../network/published.ts';
import { encodeDocuments } from '../search/document.ts';
import type { ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { languageOf } from './language.ts';
import { perEdition } from './per-edition.ts';

/**
 * The pages and what they load: HTML, calendars, scripts and styles, what is searched, networks. Paths are those of
 * docs/site.md; without `.fr.html` a page comes in the language that is wanted. To be mounted at `/`; what it does not know, it leaves to others.
 * @param web folder of what runs in the browser, as `npm run compile` makes it
 */
export function createSiteRoutes(context: ServerContext, web: string): Hono {
  const app = new Hono();
  const networks = perEdition(context, ({ store }) => networkFiles(store, context.queries));
  app.onError((error, c) => failure(c, error));

  app.get('/', async (c) => (await negotiated(c, 'index')) ?? c.notFound());
  app.get('/search.json', (c) => {
    c.header('content-type', 'application/json');
    return c.body(encodeDocuments(context.current().documents));
  });
  app.get('/network/:file{[a-z-]+\\.json}', async (c) => {
    const text = (await networks()).get(c.req.path.slice(1));
    if (text === undefined) return c.notFound();
    c.header('content-type', 'application/json');
    return c.body(text);
  });
  app.get('/assets/:name{[\\w.-]+}', async (c) => {
    const bytes = await readFile(join(web, 'assets', c.req.param('name'))).catch(() => undefined);
    if (bytes === undefined) return c.notFound();
    c.header('content-type', TYPES[extname(c.req.param('name'))] ?? 'application/octet-stream');
    return c.body(new Uint8Array(bytes));
  });
  app.get('*', async (c, next) => {
    const path = decoded(c.req.path.slice(1));
    if (path === undefined) return next();
    return (/\.(?:html|ics)$/.test(path) ? await page(c, path) : await negotiated(c, path)) ?? next();
  });

  /** A page by its address without language: in the one that is wanted. */
  async function negotiated(c: Context, path: string): Promise<Response | undefined> {
    const name = path.replace(/\/$/, '');
    const place = `${name}.${languageOf(c.req.header('accept-language'), context.language)}.html`;
    const text = await textOf(c, place);
    if (text === undefined) return undefined;
    // Links in pages are relative: it matters where a page stands.
    if (name !== path) return c.redirect(context.address + name, 301);
    c.header('vary', 'Accept-Language', { append: true });
    c.header('content-location', context.address + place);
    return answer(c, text);
  }

  async function page(c: Context, path: string): Promise<Response | undefined> {
    const text = await textOf(c, path);
    if (text === undefined) return undefined;
    if (!path.endsWith('.ics')) return answer(c, text);
    c.header('content-type', 'text/calendar; charset=utf-8');
    return c.body(text);
  }

  const textOf = (c: Context, path: string): Promise<string | undefined> =>
    context.current().pages.page(path, new URL(c.req.url).searchParams);

  function answer(c: Context, html: string): Response | Promise<Response> {
    c.header('link', `<${context.address}.well-known/void>; rel="describedby"`, { append: true });
    return c.html(html);
  }

  return app;
}

// --- internal ---

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A path as it was before it was encoded; undefined where it is encoded wrongly. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

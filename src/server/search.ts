import { Hono } from 'hono';
import { isKind } from '../search/read-documents.ts';
import type { Search } from '../search/search.ts';
import { anyOrigin } from './any-origin.ts';
import { mediaTypeOf } from './negotiate.ts';

/**
 * Search as JSON, `?q=…&kind=…&limit=…`: `{"documents": […]}`, each as in `search.json`, the best first. To be mounted at
 * `/search`. Kinds may be repeated; one that is not known finds nothing. The page of search it leaves to others.
 */
export function createSearchRoute(current: () => { readonly search: Search }): Hono {
  const app = new Hono();
  app.use(anyOrigin());
  app.get('/', (c, next) => {
    c.header('vary', 'Accept', { append: true });
    if (mediaTypeOf(c.req.header('accept'), ['application/json', 'text/html']) === 'text/html') return next();
    const kinds = c.req.queries('kind');
    const limit = Math.min(100, Math.max(1, Math.trunc(Number(c.req.query('limit'))) || 20));
    const options = kinds === undefined ? { limit } : { limit, kinds: kinds.filter(isKind) };
    return c.json({ documents: current().search.find(c.req.query('q') ?? '', options) });
  });
  return app;
}

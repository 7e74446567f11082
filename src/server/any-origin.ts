import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/** Lets pages of any site ask, and read the answers with the headers named (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export function anyOrigin(exposed: readonly string[] = [], allowMethods?: readonly string[]): MiddlewareHandler {
  const preflight = cors({
    origin: '*',
    exposeHeaders: [...exposed],
    ...(allowMethods === undefined ? {} : { allowMethods: [...allowMethods] }),
  });
  return (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c, next);
    // Hono's own would make a response before there is one, which costs more than all the rest of a small answer.
    c.header('access-control-allow-origin', '*');
    if (exposed.length > 0) c.header('access-control-expose-headers', exposed.join(','));
    return next();
  };
}

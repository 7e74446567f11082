import type { MiddlewareHandler } from 'hono';
import type { Problem } from '../pages/site.ts';
import type { ServerContext } from './context.ts';
import { mediaTypeOf } from './negotiate.ts';
import { PROBLEM_TYPE } from './problem.ts';

/** Shows what is wrong as a page to whoever asks for pages: to people, whose browsers would show them JSON. */
export function problemPages({ current }: Pick<ServerContext, 'current'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { res } = c;
    // Each link of the page climbs as far as the path is deep.
    if (res.headers.get('content-type') !== PROBLEM_TYPE || c.req.path.length > LONGEST) return;
    if (mediaTypeOf(c.req.header('accept'), [PROBLEM_TYPE, 'text/html']) !== 'text/html') return;
    const problem = (await res.json()) as Problem;
    const language = res.headers.get('content-language') === 'fr' ? 'fr' : 'en';
    const text = await current().pages.problem(problem, c.req.path.slice(1), language);
    const headers = new Headers(res.headers);
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.delete('content-length');
    headers.append('vary', 'Accept');
    c.res = undefined;
    c.res = new Response(text, { status: res.status, headers });
  };
}

// --- internal ---

/** Characters. */
const LONGEST = 1_000;

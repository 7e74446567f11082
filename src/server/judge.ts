import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UsageError } from '../errors.ts';
import { DECISIONS, type Decision } from '../resolve/judgements.ts';
import type { ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { languageOf } from './language.ts';
import { type Detail, problem } from './problem.ts';

/** What an editor decides of two ids, such as `person/ada-lovelace`. */
export interface Judged {
  readonly a: string;
  readonly b: string;
  readonly decision: Decision;
  readonly because?: string;
  readonly by?: string;
}

/**
 * Takes judgements from the forms of the quality page. It is mounted only where the server edits, and listens to this
 * machine alone; what another site's page makes a browser send is refused by its origin, and by the host that it names. To
 * be mounted at `/judgements`.
 * @param take writes a judgement into the ledger; throws UsageError for one that cannot be
 */
export function createJudgeRoute(context: ServerContext, take: (judged: Judged) => void): Hono {
  const app = new Hono();
  app.use(bodyLimit({ maxSize: 16 * 1024 }));
  app.onError((error, c) => failure(c, error));
  app.post('/', async (c) => {
    if (!isOwn(c)) return problem(c, 403, FOREIGN);
    const form = await c.req.parseBody();
    const text = (name: string): string => (typeof form[name] === 'string' ? form[name].trim().slice(0, 500) : '');
    const decision = DECISIONS.find((one) => one === text('decision'));
    if (decision === undefined) throw new UsageError(`"decision" must be one of ${DECISIONS.join(', ')}`);
    const [because, by] = [text('because'), text('by')];
    take({
      a: text('a'),
      b: text('b'),
      decision,
      ...(because === '' ? {} : { because }),
      ...(by === '' ? {} : { by }),
    });
    const language = languageOf(c.req.header('accept-language'), context.language);
    const page = /\/(quality\.(?:fr|en)\.html)$/.exec(new URL(c.req.header('referer') ?? 'http://x/').pathname)?.[1];
    // Relative, so that it is right under every name of this machine; browsers keep the form's own place on the page.
    return c.redirect(page ?? `quality.${language}.html`, 303);
  });
  return app;
}

/** Names of this machine, to itself. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(host);

// --- internal ---

const FOREIGN: Detail = {
  fr: 'Les jugements ne se prennent que depuis les pages de ce serveur, sur cette machine.',
  en: 'Judgements are taken from pages of this server alone, on this machine.',
};

/** Sent by a page of this server, which names this machine. */
function isOwn(c: Context): boolean {
  const [origin, host] = [c.req.header('origin') ?? '', c.req.header('host') ?? new URL(c.req.url).host];
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host && isLoopback(from.hostname);
}

import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Whose request it is: the address of the connection, or, behind a proxy that is trusted, the last address that it put
 * into X-Forwarded-For. Undefined where there is no connection (in tests). It is never written anywhere.
 */
export function clientOf(c: Context, trustedProxy = false): string | undefined {
  const forwarded = trustedProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined;
  }
}

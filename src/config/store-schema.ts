import { z } from 'zod';

/** What is said of addresses. */
export const HTTP_ADDRESS = 'an http(s) address';

/** The key `store`: `embedded`, or where a SPARQL 1.1 server is. Secrets stand in environment variables, which it names. */
export const storeSchema = z.union(
  [
    z.literal('embedded'),
    z.strictObject({
      endpoint: z.string().refine(isHttp, { error: HTTP_ADDRESS }),
      update: z.string().refine(isHttp, { error: HTTP_ADDRESS }).optional(),
      timeout: z.number().int().positive().max(3600).optional(),
      authentication: z
        .union([
          z.strictObject({ type: z.literal('basic'), user: variable(), password: variable() }),
          z.strictObject({ type: z.literal('bearer'), token: variable() }),
        ])
        .optional(),
    }),
  ],
  `embedded, or {endpoint, update, timeout, authentication}: http(s) addresses without a password in them, seconds up to 3600, and {type: basic, user, password} or {type: bearer, token} with names of environment variables such as MAILLAGE_STORE_TOKEN (never the secret itself)`,
);

/** True for an http(s) address without credentials. */
export function isHttp(value: string): boolean {
  try {
    const { protocol, username, password } = new URL(value);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' && !/\s/.test(value);
  } catch {
    return false;
  }
}

// --- internal ---

function variable() {
  return z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/);
}

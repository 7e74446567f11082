import type { StoreConfig } from '../config/types.ts';
import { UsageError } from '../errors.ts';
import type { Authorization, RemoteAddress } from '../store/remote-client.ts';

/** The environment; tests pass their own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the config's store is, with the secrets that its environment variables hold.
 * Throws UsageError naming a variable that is not set.
 */
export function addressOf(
  { endpoint, update, authentication }: StoreConfig,
  environment: Environment = process.env,
): RemoteAddress {
  const secret = (name: string): string => {
    const value = environment[name];
    if (value !== undefined && value !== '') return value;
    throw new UsageError(`the store's authentication needs the environment variable ${name}, which is not set`);
  };
  let authorization: Authorization | undefined;
  if (authentication?.type === 'basic') {
    authorization = { type: 'basic', user: secret(authentication.user), password: secret(authentication.password) };
  } else if (authentication?.type === 'bearer') {
    authorization = { type: 'bearer', token: secret(authentication.token) };
  }
  return {
    endpoint,
    ...(update === undefined ? {} : { update }),
    ...(authorization === undefined ? {} : { authorization }),
  };
}

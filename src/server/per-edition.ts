import type { Edition, ServerContext } from './context.ts';

/** Work that is done once an edition, when it is first wanted; again where it failed. It goes with the edition. */
export function perEdition<T>(
  { current }: Pick<ServerContext, 'current'>,
  work: (edition: Edition) => Promise<T>,
): () => Promise<T> {
  const done = new WeakMap<Edition, Promise<T>>();
  return () => {
    const edition = current();
    const known = done.get(edition);
    if (known !== undefined) return known;
    const made = work(edition);
    done.set(edition, made);
    made.catch(() => done.delete(edition));
    return made;
  };
}

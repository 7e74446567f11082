import Negotiator from 'negotiator';

/**
 * The first of the media types, best first, that an Accept header wants (RFC 9110, section 12.5.1: q-values, the more
 * specific range first); the first of all where there is no header; undefined where none is wanted: answer 406.
 */
export function mediaTypeOf<T extends string>(accept: string | undefined, known: readonly T[]): T | undefined {
  const wanted = new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaType([...known]);
  return known.find((type) => type === wanted);
}

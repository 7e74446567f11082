import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';

/** A term of a source's own classification: a theme, an expected impact. */
export interface Concept extends Evidence {
  readonly type: 'concept';
  readonly concept: Mention;
  /** Name of the classification that it is a term of, as the config calls it. */
  readonly scheme?: string;
  readonly definition?: Attested;
}

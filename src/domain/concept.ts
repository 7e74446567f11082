import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';

/** A term of a source's own classification: a theme, an expected impact. */
export interface Concept extends Evidence {
  readonly type: 'concept';
  readonly concept: Mention;
  readonly definition?: Attested;
}

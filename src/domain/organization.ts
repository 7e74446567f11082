import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { Place } from './place.ts';

export interface Organization extends Evidence {
  readonly type: 'organization';
  readonly organization: Mention;
  readonly description?: Attested;
  readonly location: readonly Place[];
  readonly urls: readonly Attested[];
  readonly sameAs: readonly Attested[];
}

import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { Affiliation } from './participation.ts';

/** A person as a source's own page presents them: public role only. */
export interface Person extends Evidence {
  readonly type: 'person';
  readonly person: Mention;
  readonly affiliations: readonly Affiliation[];
  readonly projects: readonly Mention[];
  readonly urls: readonly Attested[];
  readonly sameAs: readonly Attested[];
}

import type { Attested } from './evidence.ts';

/** Where something happens, each part as the source gives it. At least `name` or `locality` is set. */
export interface Place {
  readonly name?: Attested;
  readonly street?: Attested;
  readonly postalCode?: Attested;
  readonly locality?: Attested;
  /** ISO 3166-1 alpha-2. */
  readonly country?: Attested;
}

import type { Attested } from './evidence.ts';
import type { Mention } from './mention.ts';

/** Where something happens, each part as the source gives it. At least `name` or `locality` is set. */
export interface Place {
  readonly name?: Attested;
  readonly street?: Attested;
  readonly postalCode?: Attested;
  readonly locality?: Attested;
  /** ISO 3166-1 alpha-2. */
  readonly country?: Attested;
}

/**
 * What the text calls the place: its name, within its locality where that says more; or the locality alone.
 * Who decides identity and who writes the graph must ask about the same mention. Undefined for a place without both.
 */
export function placeMention({ name, locality }: Place): Mention | undefined {
  const called = name ?? locality;
  if (called === undefined) return undefined;
  const { value, ...evidence } = called;
  const mention: Mention = { ...evidence, kind: 'place', name: value, surface: value };
  if (name === undefined || locality === undefined || locality.value === name.value) return mention;
  const within = placeMention({ locality });
  return within === undefined ? mention : { ...mention, within };
}

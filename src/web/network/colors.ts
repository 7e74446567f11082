import type { ActorKind } from '../../network/network.ts';

/** The colour of a kind, as the style has it in the present theme. */
export const kindColor = (kind: ActorKind): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${kind}`).trim();

/** Colours of the largest communities; the others share one (after Okabe and Ito, to be told apart by all eyes). */
export const communityColor = (community: number): string => COMMUNITIES[community] ?? '#8a8a8a';

export const COMMUNITIES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#b8ab00', '#7a5cc4'];

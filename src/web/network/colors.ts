import type { ActorKind } from '../../network/network.ts';

/**
 * A colour of the style in the present theme, as `rgb(…)`: the properties hold both themes (`light-dark(…)`), which only
 * an element's computed colour resolves, and which a canvas does not know.
 * @param name of the custom property, without its hyphens
 */
export function styleColor(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}

/** The colour of a kind in the present theme. */
export const kindColor = (kind: ActorKind): string => styleColor(kind);

/** Colours of the largest communities; the others share one (after Okabe and Ito, to be told apart by all eyes). */
export const communityColor = (community: number): string => COMMUNITIES[community] ?? '#8a8a8a';

export const COMMUNITIES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#b8ab00', '#7a5cc4'];

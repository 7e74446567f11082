import type { Network, Occasion, Presences, View, Weighting } from './network.ts';
import { compact, project } from './project.ts';

/** What a network is made of. Of each list, one must hold; an empty one asks for nothing. */
export interface Filters {
  /** IRIs of events, or their ends: `nec-2022`, `event/nec-2022`. */
  readonly events?: readonly string[];
  /** Four digits. */
  readonly years?: readonly string[];
  /** Types of occasions: session, agenda-item, event, article, stewardship. */
  readonly kinds?: readonly string[];
  /** Notations of formats. */
  readonly formats?: readonly string[];
  readonly minWeight?: number;
}

/** The network of a view, of the occasions that the filters keep. Throws what `project` throws. */
export function networkOf(
  presences: Presences,
  view: View,
  weighting: Weighting = 'shared',
  filters: Filters = {},
): Network {
  const network = project(presences, view, weighting, (occasion) => keeps(filters, occasion));
  const least = filters.minWeight ?? 0;
  return least === 0 ? network : compact({ ...network, edges: network.edges.filter(({ weight }) => weight >= least) });
}

/** A smaller network of one that is projected already; in the browser, where the rows are not. */
export function narrow(network: Network, weighting: Weighting, filters: Filters): Network {
  return networkOf({ occasions: network.occasions, actors: network.nodes }, network.view, weighting, filters);
}

// --- internal ---

function keeps({ events = [], years = [], kinds = [], formats = [] }: Filters, occasion: Occasion): boolean {
  const { event = '', start = '', type, format = '' } = occasion;
  return (
    (events.length === 0 || events.some((wanted) => event === wanted || event.endsWith(`/${wanted}`))) &&
    (years.length === 0 || years.includes(start.slice(0, 4))) &&
    (kinds.length === 0 || kinds.includes(type)) &&
    (formats.length === 0 || formats.includes(format))
  );
}

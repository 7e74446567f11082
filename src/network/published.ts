import type { SavedQuery } from '../query/catalogue.ts';
import type { Store } from '../store/store.ts';
import { exportNetwork } from './export.ts';
import { networkOf } from './filter.ts';
import { VIEWS, type View } from './network.ts';
import { readPresences } from './presences.ts';

/** What stands below `network/`: a JSON for each view, by its path. Throws what `readPresences` throws. */
export async function networkFiles(
  store: Store,
  queries: readonly SavedQuery[],
  views: readonly View[] = VIEWS,
): Promise<ReadonlyMap<string, string>> {
  const presences = await readPresences(store, queries);
  return new Map(views.map((view) => [`network/${view}.json`, exportNetwork(networkOf(presences, view), 'json')]));
}

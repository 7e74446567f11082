import type { SearchDocument } from '../search/document.ts';
import type { Search } from '../search/search.ts';
import { href } from './page-data.ts';

/** Everything that has a page, as one can look for it; loaded when it is first wanted. */
export function search(): Promise<Search> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

// --- internal ---

let loading: Promise<Search> | undefined;

async function load(): Promise<Search> {
  const [{ createSearch }, response] = await Promise.all([import('../search/search.ts'), fetch(href('search.json'))]);
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return createSearch(((await response.json()) as { documents: SearchDocument[] }).documents);
}

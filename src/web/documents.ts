import type { SearchDocument } from '../search/document.ts';
import type { Search } from '../search/search.ts';
import { href, isStatic } from './page-data.ts';

/**
 * Finds what has a page by its names, the best first. A server is asked; without one, everything is loaded when it is first
 * wanted, and the browser looks for itself.
 */
export async function find(text: string, options: Parameters<Search['find']>[1]): Promise<readonly SearchDocument[]> {
  if (isStatic) return (await search()).find(text, options);
  const { limit, kinds = [] } = options ?? {};
  const parameters = new URLSearchParams({
    q: text.slice(0, LONGEST),
    ...(limit === undefined ? {} : { limit: String(limit) }),
  });
  for (const kind of kinds) parameters.append('kind', kind);
  return documentsOf(`search?${parameters}`);
}

/** Everything that has a page; loaded when it is first wanted. */
export function search(): Promise<Search> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Loads ahead of the first question what answers it. */
export async function prepareSearch(): Promise<void> {
  if (isStatic) await search();
}

// --- internal ---

/** Characters that the search page takes, too. */
const LONGEST = 200;

let loading: Promise<Search> | undefined;

async function load(): Promise<Search> {
  const [{ createSearch }, documents] = await Promise.all([import('../search/search.ts'), documentsOf('search.json')]);
  return createSearch(documents);
}

async function documentsOf(path: string): Promise<readonly SearchDocument[]> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return ((await response.json()) as { documents: SearchDocument[] }).documents;
}

import type { Language, Pages } from '../pages/site.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import type { SearchDocument } from '../search/document.ts';
import type { Search } from '../search/search.ts';
import type { Store } from '../store/store.ts';

/** What is served at one moment: one generation of a build. A reload puts another one in its place. */
export interface Edition {
  /** Differs from build to build, and is the same for the same bytes: what entity tags are made of. */
  readonly tag: string;
  /** Folder of the generation, and the N-Quads of it. */
  readonly folder: string;
  readonly segments: readonly string[];
  /** Statements in named graphs. */
  readonly statements: number;
  readonly store: Store;
  /** Aborted when the edition is served no more: what was made of it can go. */
  readonly ended: AbortSignal;
  /** What search is over. */
  readonly documents: readonly SearchDocument[];
  readonly search: Search;
  readonly pages: Pages;
}

/** What the routes of a server are made from. */
export interface ServerContext {
  /** Base of the graph's IRIs, which ends in `/`. */
  readonly base: string;
  /** Where the server is reached from outside, which ends in `/`: from the config, never from a request. */
  readonly address: string;
  readonly title: string;
  readonly description?: string;
  /** Language of what has only one, such as the manifest of reconciliation. */
  readonly language: Language;
  readonly license?: string;
  readonly publisher?: { readonly name: string; readonly url?: string };
  readonly queries: readonly SavedQuery[];
  /** The server stands behind a proxy, whose word on the client's address is taken. */
  readonly trustedProxy?: boolean;
  /** What is served now. Take it once a request: the next call may give the next build. */
  current(): Edition;
}

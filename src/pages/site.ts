import type { SavedQuery } from '../query/catalogue.ts';
import type { Store } from '../store/store.ts';

/** Languages that the pages come in. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What pages are made of. */
export interface SiteOptions {
  /** Base of the graph's IRIs. */
  readonly base: string;
  readonly title: string;
  readonly description?: string;
  /** Licence of the published graph, an IRI. */
  readonly license?: string;
  readonly publisher?: { readonly name: string; readonly url?: string };
  /** Language of the sources, and of `index.html`. */
  readonly language: Language;
  readonly store: Store;
  readonly queries: readonly SavedQuery[];
  /** `server`: there are an endpoint and a search to ask. `static`: the browser answers by itself, from the dump. */
  readonly mode: 'server' | 'static';
  /** Where editors may judge on the pages: what the ledger says of two ids already. */
  readonly judged?: (a: string, b: string) => string | undefined;
}

/** Why there is no answer, in the language of its reader. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
}

/** The pages of a site (docs/site.md), each by its path relative to the base, such as `doc/person/ada.fr.html`. */
export interface Pages {
  /** HTML of a page, or the iCalendar text of a path that ends in `.ics`; undefined where there is none. Parameters are those of a saved query or a search. */
  page(path: string, parameters?: URLSearchParams): Promise<string | undefined>;
  /** HTML that tells of a problem at a path that has no page. */
  problem(problem: Problem, path: string, language: Language): Promise<string>;
  /** Paths of all pages, sorted by code unit. */
  paths(): Promise<readonly string[]>;
}

import MiniSearch from 'minisearch';
import type { SearchDocument, SearchKind } from './document.ts';
import { contentWords, initialsOf, words } from './normalise.ts';

export interface SearchOptions {
  /** Only things of these kinds. */
  readonly kinds?: readonly SearchKind[];
  /** At most so many. Default 20. */
  readonly limit?: number;
  /** `any`: things that have one of the words will do, for whoever compares them afterwards. Default: `all`. */
  readonly match?: 'all' | 'any';
}

export interface Search {
  /** The documents that a text names, the best first; the same order for the same documents and text, always. */
  find(text: string, options?: SearchOptions): readonly SearchDocument[];
  /** The document of a path; undefined where there is none. */
  at(path: string): SearchDocument | undefined;
  readonly documents: readonly SearchDocument[];
}

/**
 * An index over documents: no accents, no case, beginnings of words, one letter wrong in longer ones. Needs neither Node
 * nor a store: the browser makes it from `search.json`.
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const folded = documents.map(({ name }) => contentWords(name).join(' '));
  const index = new MiniSearch<Entry>({
    fields: ['name', 'names', 'initials', 'facts'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 4, names: 3, initials: 2, facts: 0.5 },
      // One letter finds too much, and costs the most.
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length >= 5 && !/\d/.test(term) ? 1 : false),
      weights: { prefix: 0.5, fuzzy: 0.25 },
    },
  });
  index.addAll(documents.map(entry));

  function find(text: string, { kinds, limit = 20, match = 'all' }: SearchOptions = {}): SearchDocument[] {
    const terms = [...new Set(contentWords(text))].slice(0, MOST_WORDS);
    if (terms.length === 0) return [];
    const exact = contentWords(text).join(' ');
    const wanted = kinds === undefined ? undefined : new Set<string>(kinds);
    const filter = wanted === undefined ? {} : { filter: isOneOf(documents, wanted) };
    const query = terms.join(' ');
    let hits = index.search(query, { combineWith: 'AND', ...filter });
    if (match === 'any' || hits.length === 0) hits = index.search(query, { combineWith: 'OR', ...filter });
    return hits
      .map(({ id, score }) => ({ at: id as number, score: (folded[id as number] === exact ? 1e6 : 0) + round(score) }))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, limit)
      .map(({ at }) => documents[at] as SearchDocument);
  }

  return { find, at: (path) => byPath.get(path), documents };
}

// --- internal ---

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly names: string;
  readonly initials: string;
  readonly facts: string;
}

const MOST_WORDS = 12;

/** Names that stand for a body are abbreviated; people are not. */
const ABBREVIATED: ReadonlySet<SearchKind> = new Set(['organization', 'project', 'event', 'place', 'cohort']);

function entry({ kind, name, names = [], facts = [] }: SearchDocument, id: number): Entry {
  const initials = ABBREVIATED.has(kind) ? [name, ...names].map((text) => initialsOf(text) ?? '') : [];
  return { id, name, names: names.join(' / '), initials: initials.join(' '), facts: facts.join(' / ') };
}

const isOneOf = (documents: readonly SearchDocument[], kinds: ReadonlySet<string>) => (hit: { id: unknown }) =>
  kinds.has((documents[hit.id as number] as SearchDocument).kind);

/** Differences in the last digits, from sums in another order, are none. */
const round = (score: number): number => Math.round(score * 1e4) / 1e4;

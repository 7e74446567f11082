/** What search finds, as it stands in `search.json`: everything that has a page, by its names. */
export interface SearchDocument {
  /** Address of its page or data, relative to the base, without language or ending: `doc/person/ada-lovelace`. */
  readonly path: string;
  readonly kind: SearchKind;
  readonly name: string;
  /** Its other names. */
  readonly names?: readonly string[];
  /** Its first day or moment, as in the graph. */
  readonly start?: string;
  /** What tells it from others of its name: names of its organisation, event, steward or town. */
  readonly facts?: readonly string[];
}

/** Kinds of things that are searched, as they stand in IRIs. */
export const SEARCH_KINDS = [
  'event',
  'session',
  'agenda-item',
  'person',
  'organization',
  'project',
  'place',
  'article',
  'cohort',
  'concept',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** `search.json`. The index is made from it where it is needed: it is larger than the documents, and quickly made. */
export function encodeDocuments(documents: readonly SearchDocument[]): string {
  return `{"documents":[\n${documents.map((document) => JSON.stringify(document)).join(',\n')}\n]}\n`;
}

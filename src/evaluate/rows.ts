/** A row of a saved query: columns that have a value, as text. */
export type Row = Readonly<Partial<Record<string, string>>>;

/** The contract queries that the measures read. */
export const QUERIES = [
  'sessions',
  'contributions',
  'organization-contributions',
  'presented',
  'events',
  'agenda',
  'people-in-pages',
  'projects',
  'mentions',
] as const;
export type QueryName = (typeof QUERIES)[number];

/** The rows of a query, in its order. */
export type Rows = (query: QueryName) => readonly Row[];

import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { SearchDocument } from '../search/document.ts';
import { contentWords } from '../search/normalise.ts';
import type { Search } from '../search/search.ts';
import { scoreOf, similarity } from '../search/similarity.ts';
import type { Store } from '../store/store.ts';
import { KINDS, propertyOfId, type ReconcileProperty, typeOfId } from './reconcile-schema.ts';
import { readValues, type Value, type Values } from './reconcile-values.ts';

/** Queries of one request. OpenRefine sends ten at a time. */
export const MOST_QUERIES = 100;

export interface Candidate {
  readonly document: SearchDocument;
  /** 0 to 100. */
  readonly score: number;
  readonly match: boolean;
  /** How well the name fits, 0 to 100. */
  readonly name: number;
}

/** The queries of a batch (specification 0.2, "Reconciliation Queries"). Throws UsageError, naming the query that is wrong. */
export function parseQueries(json: string): Map<string, ReconcileQuery> {
  const parsed = batch.safeParse(parseJson(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`queries${issue?.path.map((key) => `.${String(key)}`).join('') ?? ''}: ${issue?.message}`);
  }
  if (parsed.data.size > MOST_QUERIES) {
    throw new UsageError(
      `there are ${parsed.data.size} queries; at most ${MOST_QUERIES} are answered at a time: send several batches`,
    );
  }
  return parsed.data;
}

/** The candidates of each query, the best first. One query of the store serves for the properties of all of them. */
export async function answerQueries(
  queries: ReadonlyMap<string, ReconcileQuery>,
  { search, store, base }: { readonly search: Search; readonly store: Store; readonly base: string },
): Promise<Map<string, Candidate[]>> {
  const found = [...queries].map(([key, query]) => ({ key, query, documents: documentsFor(query, search) }));
  const asked = new Map<string, ReconcileProperty>();
  const ids = new Set<string>();
  for (const { query, documents } of found) {
    for (const { property } of constraintsOf(query)) asked.set(property.id, property);
    if (constraintsOf(query).length > 0) for (const document of documents) ids.add(idOf(document));
  }
  const values = await readValues(store, base, [...ids], [...asked.values()]);
  return new Map(found.map(({ key, query, documents }) => [key, rank(query, documents, values)]));
}

/** `person/ada-lovelace`. */
export const idOf = ({ path }: SearchDocument): string => path.slice('doc/'.length);

// --- internal ---

const scalar = z.union([z.string().max(1000), z.number(), z.boolean(), z.object({ id: z.string().max(500) })]);

const query = z
  .object({
    query: z.string().max(1000, 'is longer than 1,000 characters').optional(),
    type: z.union([z.string().max(200), z.array(z.string().max(200)).max(20)]).optional(),
    limit: z.number().optional(),
    type_strict: z.enum(['any', 'should', 'all']).optional(),
    properties: z
      .array(z.object({ pid: z.string().max(200), v: z.union([scalar, z.array(scalar).max(20)]) }))
      .max(20)
      .optional(),
  })
  .refine(({ query, properties = [] }) => query !== undefined || properties.length > 0, {
    error: 'has neither "query" nor "properties"',
  });

type ReconcileQuery = z.infer<typeof query>;

/** A map, so that no key can be taken for a method. */
const batch = z
  .record(z.string().max(200), query, 'must be an object of queries')
  .transform((record) => new Map(Object.entries(record)));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`queries: not JSON: ${String(cause)}`, {}, cause);
  }
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

interface Constraint {
  readonly property: ReconcileProperty;
  readonly wanted: readonly z.infer<typeof scalar>[];
}

/** Properties that the service does not know say nothing about a candidate. */
function constraintsOf({ properties = [] }: ReconcileQuery): Constraint[] {
  return properties.flatMap(({ pid, v }) => {
    const property = propertyOfId(pid);
    const wanted = listOf(v).filter((value) => value !== '');
    return property === undefined || wanted.length === 0 ? [] : [{ property, wanted }];
  });
}

/** Enough that the best by comparison is among them, though the index would put it lower. */
const CANDIDATES = 50;

function documentsFor(query: ReconcileQuery, search: Search): readonly SearchDocument[] {
  const types = listOf(query.type);
  // A type that is not known has no things.
  const kinds = types.length === 0 ? KINDS : types.flatMap((id) => typeOfId(id)?.kind ?? []);
  const texts = constraintsOf(query).flatMap(({ wanted }) => wanted.filter((value) => typeof value === 'string'));
  return search.find(query.query ?? texts.join(' '), { kinds, match: 'any', limit: CANDIDATES });
}

function rank(query: ReconcileQuery, documents: readonly SearchDocument[], values: Values): Candidate[] {
  const constraints = constraintsOf(query);
  const scored = documents.map((document) => {
    const name = query.query === undefined ? undefined : scoreOf(query.query, document);
    const of = values.get(idOf(document));
    const fits = constraints.flatMap(({ property, wanted }) => {
      const has = of?.get(property.id);
      // What the graph does not say is no contradiction.
      return has === undefined ? [] : [fitOf(wanted, has)];
    });
    const fit = fits.length === 0 ? undefined : fits.reduce((sum, one) => sum + one, 0) / fits.length;
    const score = name === undefined ? (fit ?? 0) : fit === undefined ? name : 0.6 * name + 0.4 * fit;
    return {
      document,
      name: name ?? 0,
      score: Math.round(score * 10) / 10,
      contradicted: fit !== undefined && fit < 50,
    };
  });
  scored.sort((a, b) => b.score - a.score || b.name - a.name || (a.document.path < b.document.path ? -1 : 1));
  const [best, second] = scored;
  const sure =
    best !== undefined &&
    best.name >= SURE &&
    !best.contradicted &&
    (second === undefined || best.score - second.score >= MARGIN) &&
    // One word of one letter names nothing surely.
    contentWords(query.query ?? '').join('').length > 1;
  const limit = Math.min(CANDIDATES, Math.max(1, Math.trunc(query.limit ?? 10) || 10));
  return scored
    .filter(({ score }) => score >= LEAST)
    .slice(0, limit)
    .map(({ document, score, name }, at) => ({ document, score, name, match: at === 0 && sure }));
}

/** Names from which on a candidate is taken without a look, where no other is near. */
const SURE = 96;
const MARGIN = 3;
/** Below this, two names have little in common. */
const LEAST = 25;

/** How well values fit what is wanted, 0 to 100: the best pair counts. */
function fitOf(wanted: Constraint['wanted'], has: readonly Value[]): number {
  return Math.max(
    ...wanted.flatMap((value) =>
      has.map(({ text, id }) => {
        if (typeof value === 'object') return value.id === id ? 100 : 0;
        const given = String(value);
        // A year or month is true of a date that begins with it.
        if (/^\d{4}(?:-\d\d){0,2}$/.test(given) && /^\d{4}-\d\d/.test(text)) return text.startsWith(given) ? 100 : 0;
        return given === id ? 100 : similarity(given, text);
      }),
    ),
  );
}

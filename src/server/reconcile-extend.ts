import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Search } from '../search/search.ts';
import type { Store } from '../store/store.ts';
import {
  type Language,
  PROPERTIES,
  propertyOfId,
  type ReconcileProperty,
  TYPES,
  typeOfId,
} from './reconcile-schema.ts';
import { readValues, type Value } from './reconcile-values.ts';

/** Things of one request. */
export const MOST_IDS = 200;

/** Values of properties for a list of things (specification 0.2, "Data Extension"). Throws UsageError for a wrong request. */
export async function extend(
  json: string,
  context: { readonly search: Search; readonly store: Store; readonly base: string; readonly language: Language },
) {
  const { ids, properties } = parse(json);
  const known = ids.filter((id) => context.search.at(`doc/${id}`) !== undefined);
  const values = await readValues(context.store, context.base, known, properties);
  // Built from entries: an id or property may be called what objects are born with.
  const rows = ids.map((id) => [
    id,
    Object.fromEntries(properties.map((property) => [property.id, (values.get(id)?.get(property.id) ?? []).map(cell)])),
  ]);
  return { meta: properties.map((property) => meta(property, context.language)), rows: Object.fromEntries(rows) };
}

/** Properties that things of a type have. */
export function propose(type: string | undefined, limit: number, language: Language) {
  const kind = typeOfId(type ?? '')?.kind;
  const properties = PROPERTIES.filter(({ kinds }) => kind === undefined || kinds.includes(kind));
  return {
    ...(type === undefined ? {} : { type }),
    limit,
    properties: properties.slice(0, limit).map(({ id, name }) => ({ id, name: name[language] })),
  };
}

// --- internal ---

const request = z.object({
  ids: z.array(z.string().max(500)),
  properties: z.array(z.object({ id: z.string().max(200) })).max(50),
});

function parse(json: string): { readonly ids: readonly string[]; readonly properties: readonly ReconcileProperty[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    throw new UsageError(`extend: not JSON: ${String(cause)}`, {}, cause);
  }
  const parsed = request.safeParse(raw);
  if (!parsed.success) throw new UsageError('extend: must be {"ids": ["person/…"], "properties": [{"id": "…"}]}');
  const ids = [...new Set(parsed.data.ids)];
  if (ids.length > MOST_IDS)
    throw new UsageError(`there are ${ids.length} ids; at most ${MOST_IDS} are answered at a time`);
  const properties = parsed.data.properties.map(({ id }) => {
    const property = propertyOfId(id);
    if (property !== undefined) return property;
    throw new UsageError(
      `there is no property ${JSON.stringify(id)}; there are ${PROPERTIES.map((one) => one.id).join(', ')}`,
    );
  });
  return { ids, properties };
}

function meta({ id, name, type }: ReconcileProperty, language: Language) {
  const of = TYPES.find((known) => known.id === type);
  return { id, name: name[language], ...(of === undefined ? {} : { type: { id: of.id, name: of.name[language] } }) };
}

/** A date without a time stays a text: as a moment it would need a zone that nobody gave. */
function cell({ text, id, isDateTime }: Value) {
  if (id !== undefined) return { id, name: text };
  return isDateTime === true ? { date: text } : { str: text };
}

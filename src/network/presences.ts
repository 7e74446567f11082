import { findQuery, type SavedQuery } from '../query/catalogue.ts';
import { runQuery } from '../query/run.ts';
import type { Store } from '../store/store.ts';
import {
  type Actor,
  type ActorKind,
  byText,
  type Occasion,
  type OccasionType,
  type Presence,
  type Presences,
} from './network.ts';

/**
 * Everyone's presences, from the saved queries `network-occasions` and `network-presences`.
 * @throws Error where a result is cut at a cap: a network of some of the ties would look like the whole
 */
export async function readPresences(store: Store, queries: readonly SavedQuery[]): Promise<Presences> {
  const rows = async (name: string): Promise<Row[]> => {
    const result = await runQuery(store, findQuery(queries, name), new Map(), { format: 'json' });
    if (result.truncated !== undefined) throw new Error(`the network is too large: ${result.truncated.message}`);
    const { results } = JSON.parse(result.body) as { results: { bindings: Binding[] } };
    return results.bindings.map((row) => (column) => row[column]?.value);
  };
  return presencesOf(await rows('network-occasions'), await rows('network-presences'));
}

/** Gathers the rows of both queries, in whatever order they come. */
export function presencesOf(occasionRows: readonly Row[], presenceRows: readonly Row[]): Presences {
  const occasions = occasionRows
    .map(occasionOf)
    .sort((a, b) => byText(a.start ?? '', b.start ?? '') || byText(a.id, b.id));
  const indices = new Map(occasions.map(({ id }, i) => [id, i]));
  const actors = new Map<string, { id: string; name: string; kind: ActorKind; presences: Presence[] }>();
  for (const row of presenceRows) {
    const occasion = indices.get(row('occasion') ?? '');
    if (occasion === undefined) continue;
    const id = row('actor') ?? '';
    const actor = actors.get(id) ?? { id, name: row('name') ?? '', kind: row('kind') as ActorKind, presences: [] };
    actor.presences.push(presenceOf(row, occasion));
    actors.set(id, actor);
  }
  return {
    occasions,
    actors: [...actors.values()]
      .sort((a, b) => byText(a.id, b.id))
      .map((actor): Actor => ({ ...actor, presences: actor.presences.sort(inOrder) })),
  };
}

/** The value of a column; undefined where the row has none. */
export type Row = (column: string) => string | undefined;

// --- internal ---

type Binding = Readonly<Record<string, { readonly value: string } | undefined>>;

function occasionOf(row: Row): Occasion {
  const optional = (['event', 'eventName', 'start', 'end', 'format'] as const).flatMap((column) => {
    const value = row(column);
    return value === undefined || value === '' ? [] : [[column, value] as const];
  });
  return {
    id: row('occasion') ?? '',
    title: row('title') ?? '',
    type: (row('type') ?? 'event') as OccasionType,
    ...Object.fromEntries(optional),
  };
}

function presenceOf(row: Row, occasion: number): Presence {
  const via = row('via');
  return {
    occasion,
    source: row('source') ?? '',
    line: Number(row('line') ?? 0),
    ...(via === undefined ? {} : { via, viaName: row('viaName') ?? '' }),
  };
}

const inOrder = (a: Presence, b: Presence): number => a.occasion - b.occasion || byText(a.via ?? '', b.via ?? '');

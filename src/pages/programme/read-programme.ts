import { iriToken } from '../../map/nquads.ts';
import { mlg, org, schema } from '../../map/vocab.ts';
import type { Context } from '../context.ts';
import { selectRows } from '../rows.ts';
import type { Thing } from '../things.ts';

/** A session or agenda item of a programme. */
export interface Slot {
  readonly thing: Thing;
  /** IRI of its format. */
  readonly format?: string;
  readonly people: readonly Thing[];
  readonly organizations: readonly Thing[];
  /** What it is about: projects and concepts. */
  readonly themes: readonly Thing[];
}

/** What an event is made of, in order of time, then of name. */
export async function readProgramme({ site, things }: Context, event: Thing): Promise<Slot[]> {
  const found = new Map<string, { format?: string; ties: Map<string, Thing> }>();
  const query = SLOTS.replaceAll('?_event', () => iriToken(event.iri));
  for (const { session, format, tie } of await selectRows(site.store, query)) {
    const slot: { format?: string; ties: Map<string, Thing> } = found.get(session?.value ?? '') ?? { ties: new Map() };
    found.set(session?.value ?? '', slot);
    if (format !== undefined) slot.format ??= format.value;
    const thing = tie === undefined ? undefined : things.get(tie.value);
    if (thing !== undefined) slot.ties.set(thing.iri, thing);
  }
  const slots = [...found].flatMap(([iri, { format, ties }]): Slot[] => {
    const thing = things.get(iri);
    if (thing === undefined) return [];
    const of = (...kinds: readonly Thing['kind'][]) => [...ties.values()].filter(({ kind }) => kinds.includes(kind));
    return [
      {
        thing,
        ...(format === undefined ? {} : { format }),
        people: of('person'),
        organizations: of('organization'),
        themes: of('project', 'concept'),
      },
    ];
  });
  return slots.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

// --- internal ---

const SLOTS = `SELECT DISTINCT ?session ?format ?tie WHERE {
  ?session <${schema.superEvent}> ?_event .
  { BIND(1 AS ?any) } UNION { ?session <${mlg.sessionFormat}> ?format } UNION
  { ?session <${schema.about}> ?tie } UNION { ?session <${schema.organizer}> ?tie } UNION
  { ?p <${mlg.inEvent}> ?session ; <${mlg.participant}> ?tie } UNION
  { ?p <${mlg.inEvent}> ?session ; <${mlg.as}> ?m . ?m <${org.organization}> ?tie }
} ORDER BY ?session ?format ?tie`;

const keyOf = ({ thing: { start = '\uffff', end = '', name, iri } }: Slot): string =>
  [start, end, name, iri].join('\u0000');

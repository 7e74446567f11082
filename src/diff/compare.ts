import { mlg, rdf, schema, skos } from '../map/vocab.ts';
import { type Graph, KINDS, type Kind, NAMES, nameOf, shortOf, type Thing, textOf } from './graph.ts';
import { type Succession, succession } from './identity.ts';
import { type Cause, causes } from './why.ts';

export interface FieldChange {
  /** IRI of the property. */
  readonly property: string;
  /** Values that are gone, and new ones; of things, their names. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What became of one thing. */
export interface Change {
  readonly what: 'added' | 'removed' | 'renamed' | 'merged' | 'split' | 'changed';
  readonly kind: Kind;
  /** The older id; of what was added, its id. */
  readonly id: string;
  readonly name: string;
  /** Ids that it is now, where they are others. */
  readonly to: readonly string[];
  readonly fields: readonly FieldChange[];
  /** Why, as far as the graphs tell. */
  readonly because: readonly Cause[];
}

/** What changed from one graph to another, in terms of things: by kind, then by what became of them, then by id. */
export function compare(before: Graph, after: Graph): readonly Change[] {
  const ids = succession(before, after);
  const why = causes(before, after);
  const known = new Set<string>();
  const changes: Change[] = [];
  const add = (
    what: Change['what'],
    thing: Thing,
    more: Partial<Change> & { graphs: Iterable<string>; ids?: string[] },
  ) => {
    const { graphs, ids: involved = [], ...rest } = more;
    const because = why(graphs, [thing.iri, ...(rest.to ?? []), ...involved, ...tiedTo(thing)]);
    changes.push({ what, kind: thing.kind, id: thing.iri, name: nameOf(thing), to: [], fields: [], ...rest, because });
  };
  for (const old of before.things.values()) {
    const next = ids.next(old.iri);
    const parts = ids.split.get(old.iri) ?? [];
    for (const part of parts) known.add(part);
    const into = ids.merged.get(old.iri);
    if (parts.length > 0) {
      add('split', old, { to: next === undefined ? parts : [next, ...parts], graphs: graphsOf(old, before) });
    }
    if (into !== undefined) add('merged', old, { to: [into], graphs: graphsOf(old, before) });
    const now = next === undefined ? undefined : after.things.get(next);
    if (now !== undefined) {
      known.add(now.iri);
      if (into === undefined) addChanged(old, now, before, after, ids, add);
    } else if (parts.length === 0 && into === undefined) {
      add('removed', old, { graphs: graphsOf(old, before) });
    }
  }
  for (const thing of after.things.values()) {
    if (!known.has(thing.iri)) add('added', thing, { graphs: graphsOf(thing, after) });
  }
  return changes.sort(byKind);
}

// --- internal ---

/** What follows from other things that are compared themselves, or says where something was read. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...[rdf.type, schema.performer, schema.subEvent, schema.affiliation, mlg.mention, mlg.as, mlg.rule, mlg.grade],
  skos.prefLabel,
]);

type Add = (
  what: Change['what'],
  thing: Thing,
  more: Partial<Change> & { graphs: Iterable<string>; ids?: string[] },
) => void;

function addChanged(old: Thing, now: Thing, before: Graph, after: Graph, ids: Succession, add: Add): void {
  const to = now.iri === old.iri || old.kind === 'participation' || old.kind === 'membership' ? [] : [now.iri];
  const fields: FieldChange[] = [];
  const graphs = new Set<string>();
  for (const property of [...new Set([...old.fields.keys(), ...now.fields.keys()])].sort()) {
    if (SKIPPED.has(property)) continue;
    const was = old.fields.get(property) ?? new Map<string, Set<string>>();
    const is = now.fields.get(property) ?? new Map<string, Set<string>>();
    const carried = (token: string): string => {
      const next = token.startsWith('<') ? ids.next(token.slice(1, -1)) : undefined;
      return next === undefined ? token : `<${next}>`;
    };
    const kept = new Set([...was.keys()].map(carried));
    const gone = [...was].filter(([token]) => !is.has(carried(token)));
    const fresh = [...is].filter(([token]) => !kept.has(token));
    if (gone.length === 0 && fresh.length === 0) continue;
    for (const [, where] of [...gone, ...fresh]) for (const graph of where) graphs.add(graph);
    fields.push({
      property,
      before: gone.map(([token]) => shown(token, before)).sort(),
      after: fresh.map(([token]) => shown(token, after)).sort(),
    });
  }
  if (fields.length === 0 && to.length === 0) return;
  const isRenamed = to.length > 0 || fields.some(({ property }) => NAMES.some((name) => name === property));
  // A name is chosen among all mentions: what names a thing is where it is named.
  if (isRenamed) for (const graph of [...graphsOf(old, before), ...graphsOf(now, after)]) graphs.add(graph);
  add(isRenamed ? 'renamed' : 'changed', old, { to, fields, graphs, ids: [now.iri] });
}

function shown(token: string, graph: Graph): string {
  const value = textOf(token);
  const thing = token.startsWith('<') ? graph.things.get(value) : undefined;
  return thing === undefined ? (token.startsWith('<') ? shortOf(value) : value) : nameOf(thing);
}

/** Graphs that say something of a thing, or mention it. */
function graphsOf({ fields, iri }: Thing, graph: Graph): Set<string> {
  const graphs = new Set(graph.mentionedIn.get(iri) ?? []);
  for (const values of fields.values()) for (const where of values.values()) for (const one of where) graphs.add(one);
  return graphs;
}

const tiedTo = ({ fields, kind }: Thing): string[] =>
  kind !== 'participation' && kind !== 'membership'
    ? []
    : [...fields.values()].flatMap((values) => [...values.keys()].filter((token) => token[0] === '<').map(textOf));

function byKind(a: Change, b: Change): number {
  const text = ({ what, id }: Change): string => `${WHATS.indexOf(what)} ${id}`;
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (text(a) < text(b) ? -1 : 1);
}

const WHATS: readonly Change['what'][] = ['merged', 'split', 'removed', 'added', 'renamed', 'changed'];

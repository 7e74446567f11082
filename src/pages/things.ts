import { dcterms, ONTOLOGY_GRAPH, rdfs, schema, skos } from '../map/vocab.ts';
import type { Store } from '../store/store.ts';
import { isKind, type Kind } from './kinds.ts';
import { REUSED_TERMS } from './reused-terms.ts';
import { type Row, selectRows } from './rows.ts';

/** Something that has a page, as others speak of it. */
export interface Thing {
  readonly iri: string;
  readonly kind: Kind;
  /** As in the address, percent-encoded where it needs it. */
  readonly slug: string;
  readonly name: string;
  readonly start?: string;
  readonly end?: string;
  /** IRI of the event that it is part of. */
  readonly event?: string;
}

/** A term that the graph uses or a concept of its schemes. */
export interface Label {
  readonly fr?: string;
  readonly en?: string;
  readonly notation?: string;
}

export interface Things {
  readonly things: ReadonlyMap<string, Thing>;
  readonly labels: ReadonlyMap<string, Label>;
  /** How many sessions and agenda items an event has, where it has some: it has a programme then. */
  readonly parts: ReadonlyMap<string, number>;
}

/** Everything that has a page, and the words of the ontology: read once, since every page names its neighbours. */
export async function readThings(store: Store, base: string): Promise<Things> {
  const things = new Map<string, Thing>();
  for (const row of await selectRows(store, NAMED)) {
    const thing = thingOf(row, base);
    // Several names or dates, where sources disagree: the first in order.
    if (thing !== undefined && !things.has(thing.iri)) things.set(thing.iri, thing);
  }
  const parts = new Map<string, number>();
  for (const { event } of things.values()) {
    if (event !== undefined && things.get(event)?.kind === 'event') parts.set(event, (parts.get(event) ?? 0) + 1);
  }
  return { things, labels: await readLabels(store), parts };
}

/** Kind and slug of an IRI of this dataset; undefined for what has no page. */
export function partsOf(iri: string, base: string): { kind: Kind; slug: string } | undefined {
  if (!iri.startsWith(`${base}id/`)) return undefined;
  const [kind, slug, ...more] = iri.slice(base.length + 3).split('/');
  if (!isKind(kind) || slug === undefined || more.length > 0 || !/^[A-Za-z0-9%~_-][A-Za-z0-9%~._-]*$/.test(slug))
    return undefined;
  return { kind, slug };
}

// --- internal ---

const NAMED = `SELECT ?thing ?name ?start ?end ?event WHERE {
  { ?thing <${schema.name}> ?name } UNION { ?thing <${schema.headline}> ?name } UNION
  { ?thing <${skos.prefLabel}> ?name FILTER NOT EXISTS { ?thing <${schema.name}> ?any } }
  OPTIONAL { ?thing <${schema.startDate}> ?begin } OPTIONAL { ?thing <${schema.datePublished}> ?published }
  BIND(COALESCE(?begin, ?published) AS ?start)
  OPTIONAL { ?thing <${schema.endDate}> ?end } OPTIONAL { ?thing <${schema.superEvent}> ?event }
  FILTER NOT EXISTS { ?thing <${dcterms.isReplacedBy}> ?other }
} ORDER BY ?thing ?name STR(?start) STR(?end) ?event`;

const LABELS = `SELECT ?term ?label ?notation WHERE { GRAPH <${ONTOLOGY_GRAPH}> {
  { ?term <${rdfs.label}> ?label } UNION { ?term <${skos.prefLabel}> ?label }
  OPTIONAL { ?term <${skos.notation}> ?notation }
} } ORDER BY ?term ?label`;

function thingOf(row: Row, base: string): Thing | undefined {
  const iri = row.thing?.value ?? '';
  const parts = partsOf(iri, base);
  if (parts === undefined) return undefined;
  const { name, start, end, event } = row;
  return {
    iri,
    ...parts,
    name: name?.value ?? parts.slug,
    ...(start === undefined ? {} : { start: start.value }),
    ...(end === undefined ? {} : { end: end.value }),
    ...(event === undefined ? {} : { event: event.value }),
  };
}

async function readLabels(store: Store): Promise<Map<string, Label>> {
  const labels = new Map<string, { fr?: string; en?: string; notation?: string }>(
    [...REUSED_TERMS].map(([term, [fr, en]]) => [term, { fr, en }]),
  );
  for (const { term, label, notation } of await selectRows(store, LABELS)) {
    if (term === undefined || label === undefined) continue;
    const entry = labels.get(term.value) ?? {};
    labels.set(term.value, entry);
    if (notation !== undefined) entry.notation = notation.value;
    const language = label['xml:lang'];
    if (language === 'fr' || language === 'en') entry[language] ??= label.value;
  }
  return labels;
}

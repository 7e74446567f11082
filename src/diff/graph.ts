import { activity, dcterms, mlg, NAMESPACES, rdf, schema, skos, software } from '../map/vocab.ts';
import { isIri, parseLine, type Statement } from '../publish/statement.ts';

/** Kinds of things that a difference is told of, as they stand in IRIs. */
export const KINDS = [
  ...(['person', 'organization', 'event', 'session', 'agenda-item', 'project', 'participation', 'membership'] as const),
  ...(['place', 'article', 'concept', 'cohort'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** A thing of a graph, and what is said of it in which graphs. */
export interface Thing {
  readonly iri: string;
  readonly kind: Kind;
  /** Objects of each property, as tokens, with the graphs that they stand in. */
  readonly fields: Map<string, Map<string, Set<string>>>;
}

/** A decision that people took: a judgement or a link. */
export interface Decision {
  readonly iri: string;
  readonly about: readonly string[];
  readonly text: string;
}

/** A graph as a difference needs it. */
export interface Graph {
  readonly things: ReadonlyMap<string, Thing>;
  /** What each mention refers to. */
  readonly mentions: ReadonlyMap<string, string>;
  /** Graphs of the mentions of an entity. */
  readonly mentionedIn: ReadonlyMap<string, ReadonlySet<string>>;
  readonly replacedBy: ReadonlyMap<string, string>;
  /** SHA-256 by IRI: of documents, of the config, of the ontology. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly rules: ReadonlySet<string>;
  readonly version: string | undefined;
  /** What the build used beside documents. */
  readonly used: readonly string[];
}

/** @param lines as `readGraph` gives them */
export function graphOf(lines: readonly string[]): Graph {
  const statements = lines.map(parseLine);
  const things = new Map<string, Thing>();
  for (const statement of statements) addTo(things, statement);
  for (const [iri, thing] of things) if (!thing.fields.has(rdf.type)) things.delete(iri);
  const of = (property: string): Statement[] => statements.filter(({ predicate }) => predicate === property);
  const pairs = (property: string): [string, string][] =>
    of(property).map(({ subject, object }) => [subject, isIri(object) ? object.iri : object.value]);
  const mentionedIn = new Map<string, Set<string>>();
  for (const { object, graph } of of(mlg.refersTo)) {
    if (!isIri(object) || graph === undefined) continue;
    const graphs = mentionedIn.get(object.iri) ?? new Set();
    mentionedIn.set(object.iri, graphs.add(graph));
  }
  return {
    things,
    mentions: new Map(pairs(mlg.refersTo)),
    mentionedIn,
    replacedBy: new Map(pairs(dcterms.isReplacedBy)),
    hashes: new Map(pairs(mlg.sha256)),
    paths: new Map(pairs(mlg.path)),
    decisions: decisionsOf(statements),
    rules: new Set(pairs(mlg.rule).map(([, rule]) => rule)),
    version: pairs(software.softwareVersion)[0]?.[1],
    used: pairs(activity.used).map(([, iri]) => iri),
  };
}

/** The name of a thing, else the end of its IRI. */
export function nameOf({ fields, iri }: Thing): string {
  for (const property of NAMES) {
    const token = [...(fields.get(property)?.keys() ?? [])].sort()[0];
    if (token !== undefined) return textOf(token);
  }
  return shortOf(iri);
}

/** Properties that name a thing. */
export const NAMES = [schema.name, schema.headline, skos.prefLabel] as const;

/** `person/ada` of an IRI of ours; the whole of another. */
export const shortOf = (iri: string): string => /\/id\/(.+)$/.exec(iri)?.[1] ?? iri;

/** What a token says, without its quotes and datatype. */
export function textOf(token: string): string {
  const { object } = parseLine(`<urn:x> <urn:x> ${token} .`);
  return isIri(object) ? object.iri : object.value;
}

// --- internal ---

const THING = new RegExp(`/id/(${KINDS.join('|')})/[^#]+$`);

function addTo(things: Map<string, Thing>, { subject, predicate, token, graph }: Statement): void {
  const kind = THING.exec(subject)?.[1] as Kind | undefined;
  if (kind === undefined) return;
  const thing = things.get(subject) ?? { iri: subject, kind, fields: new Map() };
  things.set(subject, thing);
  const values = thing.fields.get(predicate) ?? new Map<string, Set<string>>();
  thing.fields.set(predicate, values);
  const graphs = values.get(token) ?? new Set<string>();
  values.set(token, graphs.add(graph ?? ''));
}

/** Terms of the identity graph (docs/graph-model.md, "Identity"). */
const own = (name: string): string => NAMESPACES.mlg + name;
const DECISIONS = ['Judgement', 'Link'].map(own);
/** What a decision is about: ids, of which some may be replaced by now. */
const ABOUT = ['between', 'member', 'of'].map(own);

function decisionsOf(statements: readonly Statement[]): Map<string, Decision> {
  const about = new Set<string>();
  for (const { subject, predicate, object } of statements) {
    if (predicate === rdf.type && isIri(object) && DECISIONS.includes(object.iri)) about.add(subject);
  }
  const said = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (about.has(statement.subject)) said.set(statement.subject, [...(said.get(statement.subject) ?? []), statement]);
  }
  return new Map(
    [...about].map((iri) => {
      const values = (name: string): string[] =>
        (said.get(iri) ?? []).flatMap(({ predicate, object }) =>
          predicate === name ? [isIri(object) ? object.iri : object.value] : [],
        );
      const [decision = 'link'] = values(own('decision'));
      const reason = values(schema.description)[0];
      const ids = ABOUT.flatMap(values);
      const text = `${decision}: ${ids.map(shortOf).join(', ')}${reason === undefined ? '' : ` (${reason})`}`;
      return [iri, { iri, about: ids, text }];
    }),
  );
}

import { createIris } from '../map/iri.ts';
import { dcterms, foaf, mlg, org, prov, rdf, schema, skos, term } from '../map/vocab.ts';
import { SEARCH_KINDS } from '../search/document.ts';
import { isIri, parseLine, type Statement } from './statement.ts';

/** Looks up statements of one graph. */
export interface Statements {
  /** All statements with one of the IRIs as subject; those with these properties alone, where some are given. */
  of(iris: readonly string[], properties?: ReadonlySet<string>): Promise<readonly Statement[]>;
  /** All statements with the IRI as object. */
  to(iri: string): Promise<readonly Statement[]>;
}

/** A graph that is looked up in memory. */
export interface Around extends Statements {
  /** IRIs of everything that has a page, sorted. */
  readonly things: readonly string[];
}

/** @param lines as `canonicalLines` gives them */
export function createAround(lines: readonly string[], base: string): Around {
  const bySubject = new Map<string, number[]>();
  const byObject = new Map<string, number[]>();
  const page = new RegExp(`^${escaped(base)}id/(?:${SEARCH_KINDS.join('|')})/[^/]+$`);
  for (const [at, line] of lines.entries()) {
    const subject = line.slice(1, line.indexOf('> '));
    push(bySubject, subject, at);
    const object = /> <([^<> ]+)>(?: <[^<> ]+>)? \.$/.exec(line)?.[1];
    if (object?.startsWith(base)) push(byObject, object, at);
  }
  const at = (indexes: readonly number[] | undefined): Statement[] =>
    (indexes ?? []).map((index) => parseLine(lines[index] as string));
  const of = (iri: string): Statement[] => at(bySubject.get(iri));
  const isAlive = (iri: string): boolean => of(iri).some(({ predicate }) => predicate === rdf.type);
  return {
    things: [...bySubject.keys()].filter((iri) => page.test(iri) && isAlive(iri)).sort(),
    async of(iris, properties) {
      const found = iris.flatMap(of);
      return properties === undefined ? found : found.filter(({ predicate }) => properties.has(predicate));
    },
    to: async (iri) => at(byObject.get(iri)),
  };
}

/** What `about` is asked. */
export interface Topic {
  readonly thing: string;
  /** IRI of the document that tells of it. */
  readonly document: string;
  readonly base: string;
  readonly license?: string;
}

/**
 * Canonical lines, without graphs, sorted, of what is known of a thing: its statements; those that point at it; the participations,
 * memberships and mentions that tie it to others; names of what is pointed at; the passages that all this was read
 * from, with their quotes; and, of the document, what it is about and where it comes from. Empty where nothing is known of it.
 */
export async function about(statements: Statements, { thing, document, base, license }: Topic): Promise<string[]> {
  const iris = createIris(base);
  const outside = new Set([
    iris.graph('provenance'),
    iris.graph('identity'),
    iris.graph('quality'),
    iris.graph('dataset'),
  ]);
  const own = await statements.of([thing]);
  if (own.length === 0) return [];
  const incoming = (await statements.to(thing)).filter(({ graph }) => graph !== iris.graph('dataset'));
  const ties = unique(incoming.filter(({ predicate }) => TIES.has(predicate)).map(({ subject }) => subject));
  const said = [...own, ...incoming, ...(await statements.of(ties))];
  said.push(...(await statements.of(unique(objectsOf(said, mlg.as)))));
  const passages = unique(said.flatMap(({ graph }) => (graph === undefined || outside.has(graph) ? [] : [graph])));
  const evidence = (await statements.of(passages)).filter(({ graph }) => graph === iris.graph('provenance'));
  const documents = await statements.of(unique(objectsOf(evidence, prov.wasDerivedFrom)));
  const known = new Set(said.map(({ subject }) => subject));
  const pointed = unique(said.flatMap(({ subject, object }) => [subject, ...(isIri(object) ? [object.iri] : [])]))
    .filter((iri) => iri !== thing && !known.has(iri) && iri.startsWith(base))
    .concat([...known].filter((iri) => iri !== thing));
  const names = await statements.of(pointed, NAMES);
  const out = [...said, ...evidence, ...documents, ...names].map(triple);
  const node = `<${document}>`;
  out.push(`${node} ${term.foaf.primaryTopic} <${thing}> .`);
  if (license !== undefined) out.push(`${node} ${term.dcterms.license} <${license}> .`);
  for (const passage of passages) out.push(`${node} ${term.prov.wasDerivedFrom} <${passage}> .`);
  return unique(out).sort();
}

// --- internal ---

/** Properties whose subjects say nothing by themselves but how two things hang together. */
const TIES: ReadonlySet<string> = new Set([mlg.participant, mlg.inEvent, mlg.refersTo, org.member, org.organization]);
const NAMES: ReadonlySet<string> = new Set([schema.name, schema.headline, skos.prefLabel, foaf.name, dcterms.license]);

const triple = ({ subject, predicate, token }: Statement): string => `<${subject}> <${predicate}> ${token} .`;

const unique = (list: readonly string[]): string[] => [...new Set(list)];

const objectsOf = (statements: readonly Statement[], property: string): string[] =>
  statements.flatMap(({ predicate, object }) => (predicate === property && isIri(object) ? [object.iri] : []));

function push(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

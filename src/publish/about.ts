import { createIris } from '../map/iri.ts';
import { dcterms, foaf, mlg, org, prov, rdf, schema, skos, term } from '../map/vocab.ts';
import { SEARCH_KINDS } from '../search/document.ts';
import { isIri, parseLine, type Statement } from './statement.ts';

/** Properties whose subjects say nothing by themselves but how two things hang together. */
export const TIES: ReadonlySet<string> = new Set([
  mlg.participant,
  mlg.inEvent,
  mlg.refersTo,
  org.member,
  org.organization,
]);

/** Looks up what a graph says of one thing. */
export interface Around {
  /** IRIs of everything that has a page, sorted. */
  readonly things: readonly string[];
  /**
   * Canonical lines, without graphs, sorted, of what is known of a thing: its statements; those that point at it; the participations,
   * memberships and mentions that tie it to others; names of what is pointed at; the passages that all this was read
   * from, with their quotes; and, of the document at `iri`, what it is about and where it comes from.
   */
  about(thing: string, document: string): string[];
}

/** @param lines as `canonicalLines` gives them */
export function createAround(lines: readonly string[], base: string, license: string): Around {
  const iris = createIris(base);
  const outside = [iris.graph('provenance'), iris.graph('identity'), iris.graph('quality'), iris.graph('dataset')];
  const named = new Set(outside.map((graph) => ` <${graph}> .`));
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
    about(thing, document) {
      const own = of(thing);
      const incoming = at(byObject.get(thing)).filter(({ graph }) => graph !== iris.graph('dataset'));
      const ties = unique(incoming.filter(({ predicate }) => TIES.has(predicate)).map(({ subject }) => subject));
      const said = [...own, ...incoming, ...ties.flatMap(of)];
      const memberships = unique(objectsOf(said, mlg.as));
      said.push(...memberships.flatMap(of));
      const passages = unique(
        said.flatMap(({ graph }) => (graph === undefined || named.has(` <${graph}> .`) ? [] : [graph])),
      );
      const evidence = passages.flatMap(of).filter(({ graph }) => graph === iris.graph('provenance'));
      const documents = unique(objectsOf(evidence, prov.wasDerivedFrom)).flatMap(of);
      const known = new Set(said.map(({ subject }) => subject));
      const names = unique(said.flatMap(({ subject, object }) => [subject, ...(isIri(object) ? [object.iri] : [])]))
        .filter((iri) => iri !== thing && !known.has(iri) && iri.startsWith(base))
        .concat([...known].filter((iri) => iri !== thing))
        .flatMap(of)
        .filter(({ predicate }) => NAMES.has(predicate));
      const out = [...said, ...evidence, ...documents, ...names].map(triple);
      const node = `<${document}>`;
      out.push(`${node} ${term.foaf.primaryTopic} <${thing}> .`, `${node} ${term.dcterms.license} <${license}> .`);
      for (const passage of passages) out.push(`${node} ${term.prov.wasDerivedFrom} <${passage}> .`);
      return unique(out).sort();
    },
  };
}

// --- internal ---

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

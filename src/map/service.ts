import { iriToken, literal } from './nquads.ts';
import { formats, SERVICE_NAMESPACES, sd } from './vocab/service.ts';
import { NAMESPACES, ONTOLOGY_GRAPH, rdf, rdfs, xsd } from './vocab.ts';

/** Prefixes of a service description. */
export const SERVICE_PREFIXES: Readonly<Record<string, string>> = {
  ...SERVICE_NAMESPACES,
  dcterms: NAMESPACES.dcterms,
  rdfs: NAMESPACES.rdfs,
  void: NAMESPACES.void,
  xsd: NAMESPACES.xsd,
};

export interface Service {
  /** Address of the endpoint, from outside. */
  readonly endpoint: string;
  /** Base of the graph's IRIs, which ends in `/`. */
  readonly base: string;
  readonly license?: string;
  /** Statements in named graphs. */
  readonly statements: number;
}

/**
 * What an endpoint says of itself, as N-Triples (SPARQL 1.1 Service Description,
 * https://www.w3.org/TR/sparql11-service-description/). Passages are named graphs by the thousand: only those of the whole
 * dataset are listed.
 */
export function serviceDescription({ endpoint, base, license, statements }: Service): string {
  const [service, dataset] = [iriToken(endpoint), iriToken(`${endpoint}#dataset`)];
  const lines = [
    [service, rdf.type, iriToken(sd.Service)],
    [service, sd.endpoint, service],
    [service, sd.supportedLanguage, iriToken(sd.SPARQL11Query)],
    [service, sd.feature, iriToken(sd.UnionDefaultGraph)],
    ...Object.values<string>(formats).map((format) => [service, sd.resultFormat, iriToken(format)] as const),
    [service, sd.defaultDataset, dataset],
    [dataset, rdf.type, iriToken(sd.Dataset)],
    [dataset, rdfs.seeAlso, iriToken(`${base}dataset`)],
    ...(license === undefined ? [] : [[dataset, LICENSE, iriToken(license)] as const]),
    [dataset, sd.defaultGraph, iriToken(`${endpoint}#default-graph`)],
    [iriToken(`${endpoint}#default-graph`), rdf.type, iriToken(sd.Graph)],
    [iriToken(`${endpoint}#default-graph`), rdfs.comment, literal(UNION, 'en')],
    [iriToken(`${endpoint}#default-graph`), TRIPLES, literal(String(statements), xsd.integer)],
  ] as (readonly [string, string, string])[];
  const graphs = [...['dataset', 'identity', 'provenance'].map((name) => `${base}graph/${name}`), ONTOLOGY_GRAPH];
  for (const name of graphs) {
    const part = iriToken(`${endpoint}#graph-${name.slice(name.lastIndexOf('/') + 1)}`);
    lines.push(
      [dataset, sd.namedGraph, part],
      [part, rdf.type, iriToken(sd.NamedGraph)],
      [part, sd.name, iriToken(name)],
    );
  }
  return lines.map(([subject, predicate, object]) => `${subject} ${iriToken(predicate)} ${object} .\n`).join('');
}

// --- internal ---

const LICENSE = `${NAMESPACES.dcterms}license`;
const TRIPLES = `${NAMESPACES.void}triples`;
const UNION =
  'The merge of all named graphs: each passage that statements were read from is one, and only those of the whole dataset are listed here.';

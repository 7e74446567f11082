/** The vocabulary in which a SPARQL service says what it is (SPARQL 1.1 Service Description). */
import { vocabulary } from './define.ts';

export const SERVICE_NAMESPACES = {
  formats: 'http://www.w3.org/ns/formats/',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
} as const;

export const sd = vocabulary(SERVICE_NAMESPACES.sd, [
  'Dataset',
  'Graph',
  'NamedGraph',
  'SPARQL11Query',
  'Service',
  'UnionDefaultGraph',
  'defaultDataset',
  'defaultGraph',
  'endpoint',
  'feature',
  'graph',
  'name',
  'namedGraph',
  'resultFormat',
  'supportedLanguage',
]);

export const formats = vocabulary(SERVICE_NAMESPACES.formats, [
  'JSON-LD',
  'N-Triples',
  'RDF_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_JSON',
  'SPARQL_Results_TSV',
  'SPARQL_Results_XML',
  'Turtle',
]);

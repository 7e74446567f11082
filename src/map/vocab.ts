/**
 * The vocabularies of the graph. A namespace is a typed list of terms, so that a typo does not compile.
 * `schema.name` is an IRI, `term.schema.name` the same as a ready N-Quads token (`<…>`).
 */

import { CAPACITIES, PARTICIPANT_KINDS } from '../domain/participation.ts';
import { PROJECT_KINDS } from '../domain/project.ts';
import { METRICS } from '../domain/quality.ts';
import { FORMATS } from '../domain/session.ts';
import { CATALOGUE_NAMESPACES, catalogueTerm } from './vocab/catalogue.ts';
import { tokens, vocabulary } from './vocab/define.ts';

export * from './vocab/catalogue.ts';
export * from './vocab/shapes.ts';

/** Everything of our own stands below this: ontology, schemes and their concepts. */
const OWN = 'https://w3id.org/maillage/';

/** Name of the graph that holds the ontology and the schemes. */
export const ONTOLOGY_GRAPH = `${OWN}ontology`;

/** The files of `ontology/` that this graph holds. */
export const ONTOLOGY_FILES = ['maillage.ttl', 'schemes.ttl', 'alignments.ttl'] as const;

/** Namespace of SPARQL Query Results XML: of its elements, not of terms in a graph. */
export const SPARQL_RESULTS = 'http://www.w3.org/2005/sparql-results#';

/** Namespace IRI of each prefix. */
export const NAMESPACES = {
  ...CATALOGUE_NAMESPACES,
  dcterms: 'http://purl.org/dc/terms/',
  dqv: 'http://www.w3.org/ns/dqv#',
  mlg: `${OWN}ontology#`,
  oa: 'http://www.w3.org/ns/oa#',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const schema = vocabulary(NAMESPACES.schema, [
  'Article',
  'Event',
  'Organization',
  'Person',
  'Place',
  'PostalAddress',
  'Project',
  'about',
  'abstract',
  'address',
  'addressCountry',
  'addressLocality',
  'affiliation',
  'alternateName',
  'datePublished',
  'description',
  'endDate',
  'headline',
  'identifier',
  'keywords',
  'location',
  'mentions',
  'name',
  'organizer',
  'parentOrganization',
  'performer',
  'postalCode',
  'sameAs',
  'startDate',
  'streetAddress',
  'subEvent',
  'superEvent',
  'url',
]);

export const mlg = vocabulary(NAMESPACES.mlg, [
  'AcceleratorProgramme',
  'AgendaItem',
  'Candidate',
  'Cohort',
  'DigitalCommon',
  'Document',
  'Finding',
  'Judgement',
  'Link',
  'Match',
  'Mention',
  'Participation',
  'Passage',
  'Session',
  'Withdrawn',
  'acronym',
  'as',
  'between',
  'capacity',
  'code',
  'comparator',
  'decision',
  'firstLine',
  'focus',
  'grade',
  'identifier',
  'inEvent',
  'labelSet',
  'labelled',
  'lastLine',
  'laureateOf',
  'mention',
  'nameA',
  'nameB',
  'of',
  'ofProgramme',
  'page',
  'participant',
  'participantKind',
  'partner',
  'passage',
  'past',
  'path',
  'presents',
  'projectKind',
  'refersTo',
  'roleAsPrinted',
  'rule',
  'score',
  'sessionFormat',
  'severity',
  'sha256',
  'source',
  'speaksAgainst',
  'speaksFor',
  'stewardedBy',
  'surface',
  'target',
  'tentative',
  'unsure',
  'worksOn',
]);

export const org = vocabulary(NAMESPACES.org, ['Membership', 'member', 'organization']);

export const skos = vocabulary(NAMESPACES.skos, [
  'Concept',
  'ConceptScheme',
  'altLabel',
  'definition',
  'hasTopConcept',
  'inScheme',
  'notation',
  'prefLabel',
  'topConceptOf',
]);

export const prov = vocabulary(NAMESPACES.prov, ['wasDerivedFrom']);
export const oa = vocabulary(NAMESPACES.oa, ['exact']);
export const dcterms = vocabulary(NAMESPACES.dcterms, [
  'creator',
  'date',
  'isReplacedBy',
  'license',
  'publisher',
  'source',
  'subject',
]);
export const dqv = vocabulary(NAMESPACES.dqv, [
  'Metric',
  'QualityMeasurement',
  'computedOn',
  'expectedDataType',
  'isMeasurementOf',
  'value',
]);
export const rdf = vocabulary(NAMESPACES.rdf, ['langString', 'type']);
export const rdfs = vocabulary(NAMESPACES.rdfs, ['comment', 'isDefinedBy', 'label', 'seeAlso']);
export const xsd = vocabulary(NAMESPACES.xsd, [
  'boolean',
  'date',
  'dateTime',
  'decimal',
  'hexBinary',
  'integer',
  'nonNegativeInteger',
  'string',
]);

/** The same terms as N-Quads tokens. */
export const term = {
  ...catalogueTerm,
  dcterms: tokens(dcterms),
  dqv: tokens(dqv),
  mlg: tokens(mlg),
  oa: tokens(oa),
  org: tokens(org),
  prov: tokens(prov),
  rdf: tokens(rdf),
  rdfs: tokens(rdfs),
  schema: tokens(schema),
  skos: tokens(skos),
  xsd: tokens(xsd),
} as const;

/** The concepts of our SKOS schemes, by scheme and notation. Findings are an open list: see `findingConcept`. */
export const concept = {
  format: vocabulary(`${OWN}format/`, FORMATS),
  capacity: vocabulary(`${OWN}capacity/`, CAPACITIES),
  'participant-kind': vocabulary(`${OWN}participant-kind/`, PARTICIPANT_KINDS),
  'project-kind': vocabulary(`${OWN}project-kind/`, PROJECT_KINDS),
  severity: vocabulary(`${OWN}severity/`, ['error', 'warning', 'info']),
  metric: vocabulary(`${OWN}metric/`, METRICS),
} as const;

/** The same concepts as N-Quads tokens. */
export const conceptTerm = {
  format: tokens(concept.format),
  capacity: tokens(concept.capacity),
  'participant-kind': tokens(concept['participant-kind']),
  'project-kind': tokens(concept['project-kind']),
  severity: tokens(concept.severity),
  metric: tokens(concept.metric),
} as const;

/** The SKOS schemes themselves. */
export const scheme = vocabulary(OWN, [
  'format',
  'capacity',
  'participant-kind',
  'project-kind',
  'severity',
  'finding',
  'metric',
]);

/** The concept of a finding's code (kebab-case). Throws a RangeError for anything else. */
export function findingConcept(code: string): string {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code)) throw new RangeError(`not a kebab-case code: ${JSON.stringify(code)}`);
  return `${scheme.finding}/${code}`;
}

/** Every vocabulary term that a graph may use, as IRIs; what a dataset says of itself apart (`CATALOGUE_TERMS`). */
export const ALL_TERMS: ReadonlySet<string> = new Set(
  [dcterms, dqv, mlg, oa, org, prov, rdf, rdfs, schema, skos, xsd].flatMap((list) => Object.values<string>(list)),
);

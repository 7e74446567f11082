/** The vocabularies in which a dataset says what it is, and of the lists that data portals take their terms from. */
import { tokens, vocabulary } from './define.ts';

export const CATALOGUE_NAMESPACES = {
  cs: 'http://purl.org/vocab/changeset/schema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  sh: 'http://www.w3.org/ns/shacl#',
  spdx: 'http://spdx.org/rdf/terms#',
  void: 'http://rdfs.org/ns/void#',
} as const;

export const dcat = vocabulary(CATALOGUE_NAMESPACES.dcat, [
  'Catalog',
  'Dataset',
  'Distribution',
  'accessURL',
  'byteSize',
  'compressFormat',
  'dataset',
  'distribution',
  'downloadURL',
  'endDate',
  'landingPage',
  'mediaType',
  'startDate',
  'theme',
]);
/** What a dataset takes of Dublin Core beside the terms that all of the graph uses. */
export const dct = vocabulary('http://purl.org/dc/terms/', [
  'LicenseDocument',
  'LinguisticSystem',
  'Location',
  'MediaType',
  'PeriodOfTime',
  'description',
  'language',
  'modified',
  'spatial',
  'temporal',
  'title',
]);
export const foaf = vocabulary(CATALOGUE_NAMESPACES.foaf, ['Agent', 'Document', 'homepage', 'name', 'primaryTopic']);
export const spdx = vocabulary(CATALOGUE_NAMESPACES.spdx, [
  'Checksum',
  'algorithm',
  'checksum',
  'checksumAlgorithm_sha256',
  'checksumValue',
]);
export const voidTerms = vocabulary(CATALOGUE_NAMESPACES.void, [
  'Dataset',
  'DatasetDescription',
  'Linkset',
  'class',
  'classPartition',
  'classes',
  'dataDump',
  'distinctSubjects',
  'documents',
  'entities',
  'exampleResource',
  'feature',
  'linkPredicate',
  'objectsTarget',
  'properties',
  'property',
  'propertyPartition',
  'subjectsTarget',
  'subset',
  'triples',
  'uriSpace',
  'vocabulary',
]);
/** The part of SHACL that saved queries are published with. */
export const sh = vocabulary(CATALOGUE_NAMESPACES.sh, [
  'SPARQLAskExecutable',
  'SPARQLConstructExecutable',
  'SPARQLSelectExecutable',
  'ask',
  'construct',

  'select',
]);
/** How a build is told: what was used, by which program. */
export const activity = vocabulary('http://www.w3.org/ns/prov#', [
  'Activity',
  'Entity',
  'SoftwareAgent',
  'used',
  'wasAssociatedWith',
  'wasGeneratedBy',
]);
export const software = vocabulary('https://schema.org/', ['softwareVersion', 'target']);

/** Change sets, in which a difference of two graphs is told. */
export const cs = vocabulary(CATALOGUE_NAMESPACES.cs, [
  'ChangeSet',
  'addition',
  'changeReason',
  'removal',
  'subjectOfChange',
]);
export const reified = vocabulary('http://www.w3.org/1999/02/22-rdf-syntax-ns#', [
  'Statement',
  'object',
  'predicate',
  'subject',
]);

/** The same terms as N-Quads tokens. */
export const catalogueTerm = {
  cs: tokens(cs),
  reified: tokens(reified),
  activity: tokens(activity),
  dcat: tokens(dcat),
  dct: tokens(dct),
  foaf: tokens(foaf),
  sh: tokens(sh),
  software: tokens(software),
  spdx: tokens(spdx),
  void: tokens(voidTerms),
} as const;

/** Every term of this file, as IRIs. */
export const CATALOGUE_TERMS: ReadonlySet<string> = new Set(
  [activity, dcat, dct, foaf, sh, software, spdx, voidTerms].flatMap((list) => Object.values<string>(list)),
);

/** Controlled lists of the Publications Office of the European Union, which DCAT-AP asks for. */
const EU = 'http://publications.europa.eu/resource/authority/';

/** Themes of data portals in Europe, with their names in English and French (data-theme). */
export const THEMES = {
  AGRI: ['Agriculture, fisheries, forestry and food', 'Agriculture, pêche, sylviculture et alimentation'],
  ECON: ['Economy and finance', 'Économie et finances'],
  EDUC: ['Education, culture and sport', 'Éducation, culture et sport'],
  ENER: ['Energy', 'Énergie'],
  ENVI: ['Environment', 'Environnement'],
  GOVE: ['Government and public sector', 'Gouvernement et secteur public'],
  HEAL: ['Health', 'Santé'],
  INTR: ['International issues', 'Questions internationales'],
  JUST: ['Justice, legal system and public safety', 'Justice, système juridique et sécurité publique'],
  REGI: ['Regions and cities', 'Régions et villes'],
  SOCI: ['Population and society', 'Population et société'],
  TECH: ['Science and technology', 'Science et technologie'],
  TRAN: ['Transport', 'Transports'],
} as const;
export type Theme = keyof typeof THEMES;

/** Terms of those lists. Languages and countries by their three capitals (ISO 639-3, ISO 3166-1). */
export const authority = {
  theme: (code: Theme): string => `${EU}data-theme/${code}`,
  language: (code: string): string => `${EU}language/${code}`,
  country: (code: string): string => `${EU}country/${code}`,
} as const;

/** Namespace of links between pages, as sitemaps use it. */
export const XHTML = 'http://www.w3.org/1999/xhtml';

/** A media type as IANA names it: `text/turtle`. */
export const mediaTypeIri = (name: string): string => `https://www.iana.org/assignments/media-types/${name}`;

import { activityQuads, type BuildActivity } from './activity.ts';
import { type Figures, vocabulariesOf } from './figures.ts';
import { type Iris, linkToken, slugOfText } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { authority, NAMESPACES, THEMES, type Theme, term, xsd } from './vocab.ts';

/** What the published graph says of itself, as the config has it. */
export interface DatasetDescription {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag of title, description and sources. */
  readonly language: string;
  readonly license?: string;
  readonly publisher?: { readonly name: string; readonly url?: string };
  readonly themes: readonly Theme[];
  /** Countries, by three capitals. */
  readonly countries: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly license?: string;
    readonly publisher?: string;
    readonly documents: number;
  }[];
  readonly build: BuildActivity;
  readonly figures: Figures;
}

/**
 * The dataset as DCAT-AP 3 and VoID describe one, as N-Quads lines of the graph `dataset`, each once. No clock: the date is
 * the newest that an article bears. Files and their sizes are known only when it is published.
 */
export function datasetQuads(iris: Iris, dataset: DatasetDescription): Iterable<string> {
  const lines = new Set<string>();
  const graph = `<${iris.graph('dataset')}>`;
  const say: Say = (subject, property, object) => void lines.add(quad(subject, property, object, graph));
  const part = (name: string): string => `<${iris.datasetPart(name)}>`;
  const node = `<${iris.dataset()}>`;
  const { figures, language } = dataset;
  say(node, term.rdf.type, term.dcat.Dataset);
  say(node, term.rdf.type, term.void.Dataset);
  say(node, term.dct.title, literal(dataset.title, language));
  say(node, term.dct.description, literal(dataset.description, language));
  say(node, term.void.uriSpace, literal(iris.base));
  license(node, dataset.license, say);
  publisher(node, part('publisher'), dataset.publisher, say);
  coverage(node, part('period'), dataset, say);
  sources(iris, node, dataset, say);
  for (const line of activityQuads(iris, dataset.build)) lines.add(line);
  say(node, term.void.triples, count(figures.triples));
  say(node, term.void.entities, count(figures.entities));
  say(node, term.void.distinctSubjects, count(figures.subjects));
  say(node, term.void.classes, count(figures.classes.size));
  say(node, term.void.properties, count(figures.properties.size));
  for (const namespace of vocabulariesOf(figures)) say(node, term.void.vocabulary, `<${namespace}>`);
  for (const [iri, number] of figures.classes) {
    const partition = part(`class-${shortName(iri)}`);
    say(node, term.void.classPartition, partition);
    say(partition, term.void.class, `<${iri}>`);
    say(partition, term.void.entities, count(number));
  }
  for (const [iri, number] of figures.properties) {
    const partition = part(`property-${shortName(iri)}`);
    say(node, term.void.propertyPartition, partition);
    say(partition, term.void.property, `<${iri}>`);
    say(partition, term.void.triples, count(number));
  }
  for (const [target, number] of figures.links) links(node, part, target, number, say);
  return lines;
}

// --- internal ---

type Say = (subject: string, property: string, object: string) => void;

/** VoID and DCAT count with xsd:integer and its kin; this is what stores write. */
const count = (number: number): string => literal(String(number), xsd.integer);

function license(node: string, address: string | undefined, say: Say): void {
  const token = address === undefined ? undefined : linkToken(address);
  if (token === undefined) return;
  say(node, term.dcterms.license, token);
  say(token, term.rdf.type, term.dct.LicenseDocument);
}

function publisher(node: string, agent: string, given: DatasetDescription['publisher'], say: Say): void {
  if (given === undefined) return;
  say(node, term.dcterms.publisher, agent);
  say(agent, term.rdf.type, term.foaf.Agent);
  say(agent, term.foaf.name, literal(given.name));
  const home = given.url === undefined ? undefined : linkToken(given.url);
  if (home !== undefined) say(agent, term.foaf.homepage, home);
}

function coverage(node: string, period: string, dataset: DatasetDescription, say: Say): void {
  const { firstDay, lastDay, newest } = dataset.figures;
  if (firstDay !== undefined && lastDay !== undefined) {
    say(node, term.dct.temporal, period);
    say(period, term.rdf.type, term.dct.PeriodOfTime);
    say(period, term.dcat.startDate, literal(firstDay, xsd.date));
    say(period, term.dcat.endDate, literal(lastDay, xsd.date));
  }
  if (newest !== undefined) say(node, term.dct.modified, literal(newest, xsd.date));
  const code = LANGUAGES.get(dataset.language.split('-')[0] ?? '');
  if (code !== undefined) {
    say(node, term.dct.language, `<${authority.language(code)}>`);
    say(`<${authority.language(code)}>`, term.rdf.type, term.dct.LinguisticSystem);
  }
  for (const country of dataset.countries) {
    say(node, term.dct.spatial, `<${authority.country(country)}>`);
    say(`<${authority.country(country)}>`, term.rdf.type, term.dct.Location);
  }
  for (const theme of dataset.themes) {
    const concept = `<${authority.theme(theme)}>`;
    say(node, term.dcat.theme, concept);
    say(concept, term.rdf.type, term.skos.Concept);
    say(concept, term.skos.prefLabel, literal(THEMES[theme][0], 'en'));
    say(concept, term.skos.prefLabel, literal(THEMES[theme][1], 'fr'));
  }
}

/** ISO 639-1 to the three capitals of the authority list, for languages that sources are likely to be in. */
const LANGUAGES = new Map(
  [
    ...(['fr FRA', 'en ENG', 'de DEU', 'es SPA', 'it ITA', 'nl NLD', 'pt POR', 'ca CAT', 'br BRE', 'oc OCI'] as const),
  ].map((pair) => pair.split(' ') as [string, string]),
);

function sources(iris: Iris, node: string, dataset: DatasetDescription, say: Say): void {
  for (const { id, documents, ...source } of dataset.sources) {
    const subset = `<${iris.source(id)}>`;
    say(node, term.void.subset, subset);
    say(subset, term.rdf.type, term.void.Dataset);
    say(subset, term.mlg.source, literal(id));
    say(subset, term.void.documents, count(documents));
    license(subset, source.license, say);
    publisher(
      subset,
      `<${iris.datasetPart(`publisher-${id}`)}>`,
      source.publisher === undefined ? undefined : { name: source.publisher },
      say,
    );
  }
}

function links(node: string, part: (name: string) => string, target: string, number: number, say: Say): void {
  const name = slugOfText(target);
  const set = part(`links-${name}`);
  const other = part(`target-${name}`);
  say(node, term.void.subset, set);
  say(set, term.rdf.type, term.void.Linkset);
  say(set, term.void.linkPredicate, term.schema.sameAs);
  say(set, term.void.subjectsTarget, node);
  say(set, term.void.objectsTarget, other);
  say(set, term.void.triples, count(number));
  say(other, term.rdf.type, term.void.Dataset);
  say(other, term.void.uriSpace, literal(target));
}

/** `schema-Person`; a slug of the whole for a term of no known vocabulary. */
function shortName(iri: string): string {
  const [prefix, namespace] = Object.entries(NAMESPACES).find(([, start]) => iri.startsWith(start)) ?? [];
  return namespace === undefined ? slugOfText(iri) : `${prefix}-${iri.slice(namespace.length)}`;
}

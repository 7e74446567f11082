import { ONTOLOGY_GRAPH } from '../map/vocab.ts';
import type { Context } from './context.ts';
import { type Html, html, outward, type Part } from './html.ts';
import { layout } from './layout.ts';
import { selectRows, type Term } from './rows.ts';

/** The vocabulary: every class, property and concept with an anchor, from the ontology's graph alone. */
export async function ontologyPage(context: Context): Promise<string> {
  const { t, href } = context;
  const terms = await readTerms(context);
  const all = [...terms.values()];
  const of = (...types: readonly string[]) => all.filter((term) => term.types.some((type) => types.includes(type)));
  const ontology = terms.get(ONTOLOGY_GRAPH);
  const schemes = of('ConceptScheme');
  const classes = of('Class').sort(byLabel(context));
  const properties = of('ObjectProperty', 'DatatypeProperty', 'AnnotationProperty', 'Property').sort(byLabel(context));
  const body = html`<h1>${say(context, ontology, 'title') ?? t('Vocabulaire', 'Vocabulary')}</h1>
<p class="lead">${say(context, ontology, 'description') ?? ''}</p>
${ontology !== undefined && about(context, ontology)}
<p class="exports"><a class="chip" href="${href('ontology.ttl')}">Turtle</a> <a class="chip" href="${href('context.jsonld')}">${t('Contexte JSON-LD', 'JSON-LD context')}</a> <a class="chip" href="${href('shapes.ttl')}">${t('Formes SHACL', 'SHACL shapes')}</a> <a class="chip" href="${href('alignments.ttl')}">${t('Alignements', 'Alignments')}</a></p>
<nav class="toc" aria-label="${t('Termes', 'Terms')}">${[
    [t('Classes', 'Classes'), classes] as const,
    [t('Propriétés', 'Properties'), properties] as const,
    [t('Listes de valeurs', 'Value lists'), schemes] as const,
  ].map(
    ([title, list]) =>
      html`<section><h2>${title}</h2><ul>${list.map((term) => html`<li><a href="#${anchor(term)}">${name(context, term)}</a></li>`)}</ul></section>`,
  )}</nav>
<section><h2>${t('Classes', 'Classes')}</h2>${classes.map((term) => termBlock(context, terms, term))}</section>
<section><h2>${t('Propriétés', 'Properties')}</h2>${properties.map((term) => termBlock(context, terms, term))}</section>
<section><h2>${t('Listes de valeurs', 'Value lists')}</h2>${schemes.map((scheme) => schemeBlock(context, scheme, all))}</section>
${alignments(context, all)}`;
  return layout(context, {
    title: t('Vocabulaire', 'Vocabulary'),
    description:
      say(context, ontology, 'description')?.toString() ?? t('Les termes du graphe.', 'The terms of the graph.'),
    body,
    menu: 'ontology',
    formats: [['text/turtle', 'ontology.ttl']],
  });
}

// --- internal ---

interface OntologyTerm {
  readonly iri: string;
  /** Local names of its classes. */
  readonly types: string[];
  /** Values by the local name of the property. */
  readonly said: Map<string, Term[]>;
}

/** Ends of IRIs are enough here: the ontology's graph is ours alone. */
const local = (iri: string): string => iri.slice(iri.search(/[^/#]*$/));

async function readTerms({ site }: Context): Promise<Map<string, OntologyTerm>> {
  const terms = new Map<string, OntologyTerm>();
  const query = `SELECT ?s ?p ?o WHERE { GRAPH <${ONTOLOGY_GRAPH}> { ?s ?p ?o } } ORDER BY ?s ?p ?o`;
  for (const { s, p, o } of await selectRows(site.store, query)) {
    if (s === undefined || p === undefined || o === undefined) continue;
    const term: OntologyTerm = terms.get(s.value) ?? { iri: s.value, types: [], said: new Map() };
    terms.set(s.value, term);
    const property = local(p.value);
    if (property === 'type') term.types.push(local(o.value));
    else term.said.set(property, [...(term.said.get(property) ?? []), o]);
  }
  return terms;
}

/** In the page's language, else in the other, else without language. */
function say({ language }: Context, term: OntologyTerm | undefined, property: string): string | undefined {
  const values = term?.said.get(property) ?? [];
  const own = values.find((value) => value['xml:lang'] === language);
  return (own ?? values[0])?.value;
}

/** A term's anchor is the end of its IRI; a scheme's says so, and a concept's begins with its scheme. */
function anchor({ iri, types }: OntologyTerm): string {
  const end = local(iri);
  if (types.includes('ConceptScheme')) return `scheme-${end}`;
  if (!types.includes('Concept')) return end;
  return `${local(iri.slice(0, -end.length - 1))}-${end}`;
}

const name = (context: Context, term: OntologyTerm): string =>
  say(context, term, 'label') ?? say(context, term, 'prefLabel') ?? local(term.iri);

const byLabel = (context: Context) => (a: OntologyTerm, b: OntologyTerm) =>
  keyOf(context, a) < keyOf(context, b) ? -1 : 1;
const keyOf = (context: Context, term: OntologyTerm): string => `${name(context, term).normalize('NFD')} ${term.iri}`;

/** How a term stands to terms of other vocabularies. */
const MATCHES: readonly (readonly [property: string, fr: string, en: string])[] = [
  ['exactMatch', 'Équivaut à', 'Same as'],
  ['closeMatch', 'Proche de', 'Close to'],
  ['broadMatch', 'Plus précis que', 'Narrower than'],
  ['narrowMatch', 'Plus large que', 'Broader than'],
  ['relatedMatch', 'En rapport avec', 'Related to'],
];

/** Properties of a term that are shown, in order. */
const SHOWN: readonly (readonly [property: string, fr: string, en: string])[] = [
  ['subClassOf', 'Sous-classe de', 'Subclass of'],
  ['subPropertyOf', 'Sous-propriété de', 'Subproperty of'],
  ['domain', 'S’emploie pour', 'Used on'],
  ['domainIncludes', 'S’emploie pour', 'Used on'],
  ['range', 'Vaut', 'Value'],
  ['rangeIncludes', 'Vaut', 'Value'],
  ['inverseOf', 'Inverse de', 'Inverse of'],
  ['equivalentClass', 'Équivaut à', 'Equivalent to'],
  ...MATCHES,
  ['seeAlso', 'Voir aussi', 'See also'],
  ['example', 'Exemple', 'Example'],
];

function termBlock(context: Context, terms: ReadonlyMap<string, OntologyTerm>, term: OntologyTerm): Html {
  const other = context.language === 'fr' ? 'en' : 'fr';
  const foreign = (term.said.get('label') ?? []).find((label) => label['xml:lang'] === other);
  return html`<section class="term" id="${anchor(term)}"><h3>${name(context, term)} <code>mlg:${local(term.iri)}</code> <a class="anchor" href="#${anchor(term)}" aria-label="${context.t('Lien vers', 'Link to')} ${name(context, term)}">#</a></h3>
<p>${say(context, term, 'comment') ?? say(context, term, 'definition') ?? ''}</p>
<dl class="facts">${foreign !== undefined && html`<div><dt>${other === 'fr' ? 'French' : 'En anglais'}</dt><dd lang="${other}">${foreign.value}</dd></div>`}${SHOWN.map(
    ([property, fr, en]) => {
      const values = term.said.get(property) ?? [];
      if (values.length === 0) return undefined;
      return html`<div><dt>${context.t(fr, en)}</dt>${property === 'example' ? values.map((value) => html`<dd><pre tabindex="0"><code>${value.value}</code></pre></dd>`) : html`<dd>${listed(context, terms, values)}</dd>`}</div>`;
    },
  )}</dl></section>`;
}

/** A term of ours leads to its place on this page, another one to where it is defined. */
function reference(context: Context, terms: ReadonlyMap<string, OntologyTerm>, { type, value }: Term): Part {
  if (type !== 'uri') return value;
  const own = terms.get(value);
  if (own !== undefined && own.types.length > 0) return html`<a href="#${anchor(own)}">${context.label(value)}</a>`;
  const href = outward(value);
  return href === undefined ? value : html`<a class="out" href="${href}" rel="noopener">${prefixed(value)}</a>`;
}

const prefixed = (iri: string): string => iri.replace(/^https?:\/\/(?:www\.)?/, '');

function schemeBlock(context: Context, scheme: OntologyTerm, all: readonly OntologyTerm[]): Html {
  const concepts = all.filter((term) => (term.said.get('inScheme') ?? []).some(({ value }) => value === scheme.iri));
  return html`<section class="scheme" id="${anchor(scheme)}"><h3>${name(context, scheme)} <code>${local(scheme.iri)}</code></h3><p>${say(context, scheme, 'definition') ?? ''}</p>
<dl class="concepts">${concepts.map((concept) => html`<div id="${anchor(concept)}"><dt>${name(context, concept)} <code>${say(context, concept, 'notation') ?? local(concept.iri)}</code></dt><dd>${say(context, concept, 'definition') ?? ''}</dd></div>`)}</dl></section>`;
}

/** What of other vocabularies the graph uses, and how that stands to further ones. */
function alignments(context: Context, all: readonly OntologyTerm[]): Html | undefined {
  const { t } = context;
  const foreign = all.filter(({ types, said }) => types.length === 0 && MATCHES.some(([match]) => said.has(match)));
  if (foreign.length === 0) return undefined;
  return html`<section><h2 id="alignments">${t('Termes d’autres vocabulaires', 'Terms of other vocabularies')}</h2><p>${t(
    'Les termes d’autres vocabulaires que le graphe emploie, et ce dont ils sont proches ailleurs.',
    'What the graph uses of other vocabularies, and what that is close to elsewhere.',
  )}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="alignments"><table><thead><tr><th scope="col">${t('Terme', 'Term')}</th><th scope="col">${t('Rapport', 'Relation')}</th><th scope="col">${t('Ailleurs', 'Elsewhere')}</th></tr></thead><tbody>${foreign.flatMap(
    (term) =>
      MATCHES.filter(([match]) => term.said.has(match)).map(
        ([match, fr, en]) =>
          html`<tr><td>${reference(context, new Map(), { type: 'uri', value: term.iri })}</td><td>${t(fr, en)}</td><td>${listed(context, new Map(), term.said.get(match) ?? [])}</td></tr>`,
      ),
  )}</tbody></table></div></section>`;
}

/** References one after the other. */
const listed = (context: Context, terms: ReadonlyMap<string, OntologyTerm>, values: readonly Term[]): Html =>
  html`${values.map((value, i) => html`${i > 0 && ', '}${reference(context, terms, value)}`)}`;

function about(context: Context, ontology: OntologyTerm): Html {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [context.t('Espace de noms', 'Namespace'), say(context, ontology, 'preferredNamespaceUri')],
    [context.t('Préfixe', 'Prefix'), say(context, ontology, 'preferredNamespacePrefix')],
    [context.t('Version', 'Version'), say(context, ontology, 'versionInfo')],
    [context.t('Adresse de la version', 'Address of the version'), say(context, ontology, 'versionIRI')],
    [context.t('Version précédente', 'Version before'), say(context, ontology, 'priorVersion')],
    [context.t('Créé le', 'Created'), say(context, ontology, 'created')],
    [context.t('Modifié le', 'Modified'), say(context, ontology, 'modified')],
    [context.t('Par', 'By'), say(context, ontology, 'creator')],
    [context.t('Licence', 'Licence'), say(context, ontology, 'license')],
  ];
  return html`<dl class="facts">${rows.map(([term, value]) => value !== undefined && html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

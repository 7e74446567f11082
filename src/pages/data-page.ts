import { dcterms, mlg, prov } from '../map/vocab.ts';
import { type Context, numberText } from './context.ts';
import { type Html, html, outward } from './html.ts';
import { layout } from './layout.ts';
import { selectRows } from './rows.ts';

/** Everything to take away: dumps, tables, catalogue; and from which documents it comes, under which licence. */
export async function dataPage(context: Context): Promise<string> {
  const { t, site, href } = context;
  const license = site.license === undefined ? undefined : outward(site.license);
  const body = html`<h1>${t('Les données', 'The data')}</h1>
<p class="lead">${t('Tout le graphe, à emporter et à republier.', 'The whole graph, to take away and republish.')} ${license !== undefined && html`${t('Licence', 'Licence')} : <a rel="license" href="${license}">${license.replace(/^https?:\/\/(?:www\.)?/, '')}</a>.`}</p>
<section><h2>${t('Le graphe', 'The graph')}</h2>${files(context, DUMPS)}</section>
<section><h2>${t('En tableaux', 'As tables')}</h2>${files(context, TABLES)}<p class="note">${t('Décrits par', 'Described by')} <a href="${href('datapackage.json')}"><code>datapackage.json</code></a> (Frictionless).</p></section>
<section><h2>${t('Pour les machines', 'For machines')}</h2>${files(context, MACHINES)}${
    site.mode === 'server' &&
    html`<p>${t('Point d’accès SPARQL', 'SPARQL endpoint')} : <a href="${href('sparql')}"><code>${site.base}sparql</code></a></p>`
  }</section>
<section><h2>${t('De quels documents', 'From which documents')}</h2>${await documents(context)}</section>`;
  return layout(context, {
    title: t('Données', 'Data'),
    description: t(
      'Télécharger le graphe : Turtle, N-Quads, TriG, JSON-LD, RDF/XML, CSV, catalogue DCAT.',
      'Download the graph: Turtle, N-Quads, TriG, JSON-LD, RDF/XML, CSV, DCAT catalogue.',
    ),
    body,
    menu: 'data',
    formats: [
      ['text/turtle', 'catalog.ttl'],
      ['application/json', 'datapackage.json'],
    ],
  });
}

// --- internal ---

type File = readonly [path: string, format: string, fr: string, en: string];

const DUMPS: readonly File[] = [
  ['dumps/graph.ttl', 'Turtle', 'Toutes les assertions, lisibles.', 'All statements, readable.'],
  [
    'dumps/graph.nq',
    'N-Quads',
    'Avec le passage dont vient chaque assertion.',
    'With the passage that each statement comes from.',
  ],
  ['dumps/graph.trig', 'TriG', 'La même chose, lisible.', 'The same, readable.'],
  ['dumps/graph.jsonld', 'JSON-LD', 'Pour qui programme pour le web.', 'For those who program for the web.'],
  ['dumps/graph.rdf', 'RDF/XML', 'Pour les outils plus anciens.', 'For older tools.'],
];

const TABLES: readonly File[] = [
  ['tables/people.csv', 'CSV', 'Personnes', 'People'],
  ['tables/organizations.csv', 'CSV', 'Organisations', 'Organisations'],
  ['tables/sessions.csv', 'CSV', 'Sessions', 'Sessions'],
  [
    'tables/participations.csv',
    'CSV',
    'Participations : qui, dans quoi, à quel titre',
    'Participations: who, in what, in which capacity',
  ],
  ['tables/projects.csv', 'CSV', 'Projets', 'Projects'],
];

const MACHINES: readonly File[] = [
  ['catalog.ttl', 'DCAT', 'Catalogue DCAT-AP du jeu de données.', 'DCAT-AP catalogue of the dataset.'],
  ['.well-known/void', 'VoID', 'Ce que contient le graphe, en chiffres.', 'What the graph holds, in figures.'],
  ['ontology.ttl', 'OWL', 'Le vocabulaire.', 'The vocabulary.'],
  ['shapes.ttl', 'SHACL', 'Les formes que suivent les données.', 'The shapes that the data follow.'],
  ['alignments.ttl', 'SKOS', 'Les liens avec d’autres vocabulaires.', 'How it stands to other vocabularies.'],
  ['context.jsonld', 'JSON-LD', 'Le contexte JSON-LD.', 'The JSON-LD context.'],
];

function files({ t, href }: Context, list: readonly File[]): Html {
  return html`<ul class="files">${list.map(([path, format, fr, en]) => html`<li><a href="${href(path)}"><code>${path}</code></a> <span class="chip">${format}</span> <span class="note">${t(fr, en)}</span></li>`)}</ul>`;
}

const DOCUMENTS = `SELECT ?document ?path ?source ?license ?publisher (COUNT(?passage) AS ?passages) WHERE {
  ?document a <${mlg.Document}> ; <${mlg.path}> ?path ; <${mlg.source}> ?source .
  OPTIONAL { ?document <${dcterms.license}> ?license } OPTIONAL { ?document <${dcterms.publisher}> ?publisher }
  OPTIONAL { ?passage <${prov.wasDerivedFrom}> ?document }
} GROUP BY ?document ?path ?source ?license ?publisher ORDER BY ?source ?path LIMIT 500`;

async function documents(context: Context): Promise<Html> {
  const { t, site, language } = context;
  const rows = await selectRows(site.store, DOCUMENTS);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('Documents', 'Documents')}"><table><thead><tr><th scope="col">${t('Document', 'Document')}</th><th scope="col">${t('Éditeur', 'Publisher')}</th><th scope="col">${t('Licence', 'Licence')}</th><th scope="col" class="n">${t('Passages lus', 'Passages read')}</th></tr></thead><tbody>${rows.map(
    ({ path, license, publisher, passages }) => {
      const url = license === undefined ? undefined : outward(license.value);
      return html`<tr><th scope="row"><span class="path">${path?.value ?? ''}</span></th><td>${publisher?.value ?? '–'}</td><td>${url === undefined ? (license?.value ?? '–') : html`<a href="${url}">${url.replace(/^https?:\/\/(?:www\.)?/, '')}</a>`}</td><td class="n">${numberText(Number(passages?.value ?? 0), language)}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

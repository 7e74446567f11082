import { prefixesOf } from '../map/iri.ts';
import type { Context } from './context.ts';
import { dataBlock, html } from './html.ts';
import { layout } from './layout.ts';
import { question } from './queries-page.ts';

/** The SPARQL editor. Without script, on a server, a plain form asks the endpoint. */
export async function sparqlPage(context: Context, parameters: URLSearchParams): Promise<string> {
  const { t, href, site, page } = context;
  const named = site.queries.find(({ name }) => name === parameters.get('name'));
  const text = named?.text ?? FIRST.replace('?_prefixes', () => declarations(site.base));
  const examples = site.queries.map((query) => ({
    name: query.name,
    title: question(context, query).text,
    text: query.text,
  }));
  const body = html`<h1>SPARQL</h1>
<p class="lead">${
    site.mode === 'server'
      ? t(
          'Interrogez le graphe. Le graphe par défaut est l’union de tous les graphes nommés ; chaque passage d’une source est un graphe nommé.',
          'Ask the graph. The default graph is the union of all named graphs; each passage of a source is a named graph.',
        )
      : t(
          'Interrogez le graphe : la requête s’exécute dans votre navigateur, sur le graphe publié. Rien n’est envoyé.',
          'Ask the graph: the query runs in your browser, on the published graph. Nothing is sent.',
        )
  }</p>
<p class="examples" data-examples hidden><label>${t('Partir d’un exemple', 'Start from an example')} <select><option value="">${t('choisir une question…', 'choose a question…')}</option>${examples.map(({ name, title }) => html`<option value="${name}"${name === named?.name && html` selected`}>${title}</option>`)}</select></label></p>
<div class="editor" data-sparql data-endpoint="${href('sparql')}"></div>
${
  site.mode === 'server'
    ? html`<form class="plain-editor" action="${href('sparql')}" method="get" data-plain><label for="query">${t('Requête', 'Query')}</label><textarea id="query" name="query" rows="14" spellcheck="false" required>${text}</textarea><button type="submit">${t('Exécuter', 'Run')}</button></form>`
    : html`<form class="plain-editor" data-plain><label for="query">${t('Requête', 'Query')}</label><textarea id="query" name="query" rows="14" spellcheck="false">${text}</textarea><noscript><p class="note">${t('Sans JavaScript, cette page ne peut pas exécuter de requête ; les réponses aux', 'Without JavaScript this page cannot run queries; the answers to the')} <a href="${page('queries')}">${t('questions enregistrées', 'saved questions')}</a> ${t('se lisent sans.', 'can be read without.')}</p></noscript></form>`
}
<p class="note">${t('Les préfixes', 'The prefixes')} <code>schema:</code>, <code>mlg:</code>, <code>org:</code>, <code>prov:</code>… ${t('se complètent seuls. Les termes sont expliqués dans', 'complete themselves. The terms are explained in')} <a href="${page('ontology')}">${t('le vocabulaire', 'the vocabulary')}</a>.</p>
${dataBlock('application/json', { query: text, prefixes: prefixesOf(site.base), examples }, 'editor')}`;
  return layout(context, {
    title: 'SPARQL',
    description: t('Interroger le graphe en SPARQL.', 'Ask the graph in SPARQL.'),
    body,
    menu: 'sparql',
    wide: true,
    scripts: ['sparql.js'],
    styles: ['sparql-style.css'],
  });
}

// --- internal ---

const declarations = (base: string): string =>
  Object.entries(prefixesOf(base))
    .filter(([name]) => ['mlg', 'org', 'schema'].includes(name))
    .map(([name, iri]) => `PREFIX ${name}: <${iri}>`)
    .join('\n');

const FIRST = `?_prefixes

SELECT ?person ?name ?organization WHERE {
  ?person a schema:Person ; schema:name ?name .
  OPTIONAL { ?person schema:affiliation/schema:name ?organization }
}
ORDER BY ?name
LIMIT 20
`;

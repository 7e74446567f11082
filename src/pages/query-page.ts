import { UsageError } from '../errors.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import type { Parameter } from '../query/parameter.ts';
import { runQuery } from '../query/run.ts';
import { templateOf } from '../query/template.ts';
import { QueryFailed } from '../store/store.ts';
import type { Context } from './context.ts';
import { dataBlock, type Html, html } from './html.ts';
import { KINDS } from './kinds.ts';
import { knownOf } from './known.ts';
import { layout } from './layout.ts';
import { explanation, question, setQuestion } from './queries-page.ts';
import { resultChart } from './result/chart.ts';
import { notationsOf } from './result/notations.ts';
import { parseResults } from './result/results.ts';
import { resultTable } from './result/table.ts';
import { unknownName } from './result/unknown-name.ts';
import type { Thing } from './things.ts';

/** A saved query: the question, a form for its parameters, the answer as table and chart, exports, and its SPARQL. */
export async function queryPage(context: Context, saved: SavedQuery, parameters: URLSearchParams): Promise<string> {
  const { t, page, href, site } = context;
  const { text, language } = question(context, saved);
  const told = explanation(context, saved);
  const given = valuesOf(context, saved, parameters);
  const body = html`<nav class="crumbs" aria-label="${t('Fil d’Ariane', 'Breadcrumb')}"><a href="${page('queries')}">${t('Questions', 'Questions')}</a></nav>
<h1 lang="${language}">${setQuestion(text)}</h1>
${told.text}
${saved.parameters.length > 0 && form(context, saved, given)}
<div data-answer>${await answer(context, saved, given, text)}</div>
${exports(context, saved, given)}
${told.columns}
<details class="sparql-text"><summary>${t('La requête SPARQL', 'The SPARQL query')}</summary><pre tabindex="0"><code>${saved.text}</code></pre>
<p><a class="button quiet" href="${page('sparql')}?name=${saved.name}">${t('Ouvrir dans l’éditeur', 'Open in the editor')}</a> <a class="button quiet" href="${href(`queries/${saved.name}.rq`)}">${t('Le fichier .rq', 'The .rq file')}</a></p></details>
${site.mode === 'static' && dataBlock('application/json', { name: saved.name, kind: saved.kind, ...templateOf(saved), parameters: saved.parameters.map(({ name, type, required, default: preset }) => ({ name, type, required, preset })) }, 'query')}
${site.mode === 'static' && dataBlock('application/json', notationsOf(context, saved.columns), 'notations')}`;
  return layout(context, {
    title: text,
    description: (context.language === 'fr' ? saved.descriptionFr : undefined) ?? saved.description ?? text,
    body,
    menu: 'queries',
    wide: saved.columns.length > MANY_COLUMNS,
    scripts: ['answers.js'],
    formats: [['application/sparql-query', `queries/${saved.name}.rq`]],
  });
}

// --- internal ---

/** From more columns on, a table takes the width of the window. */
const MANY_COLUMNS = 6;

/** Values that are given. A thing may be given by its name, as the form offers it; a language is the page's own. */
function valuesOf(context: Context, { parameters }: SavedQuery, given: URLSearchParams): Map<string, string> {
  return new Map(
    parameters.flatMap(({ name, type }) => {
      const value = given.get(name) ?? (name === 'lang' ? context.language : '');
      if (value === '') return [];
      const thing = type === 'iri' ? choicesOf(context, name).find(([label]) => label === value.trim()) : undefined;
      return [[name, thing?.[1].iri ?? value] as const];
    }),
  );
}

async function answer(
  context: Context,
  saved: SavedQuery,
  given: ReadonlyMap<string, string>,
  caption: string,
): Promise<Html> {
  const missing = saved.parameters.filter(({ name, required }) => required && !given.has(name));
  if (missing.length > 0)
    return html`<p class="note">${context.t('Remplissez le formulaire pour obtenir la réponse.', 'Fill in the form to get the answer.')}</p>`;
  const [unknown] = saved.parameters.flatMap(({ name, type }) => {
    const value = type === 'iri' ? given.get(name) : undefined;
    return value === undefined ? [] : (unknownName(value, context.language) ?? []);
  });
  if (unknown !== undefined) return html`<p class="warning" role="alert">${unknown}</p>`;
  try {
    if (saved.kind === 'graph') {
      const { body } = await runQuery(context.site.store, saved, given, { format: 'ttl' });
      return html`<pre tabindex="0"><code>${body}</code></pre>`;
    }
    const { body, truncated } = await runQuery(context.site.store, saved, given, { format: 'json' });
    const results = parseResults(body);
    const known = knownOf(context, results.columns);
    return html`${truncated !== undefined && html`<p class="warning">${truncated.message}</p>`}${resultChart(results, known)}${resultTable(results, known, caption)}`;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof QueryFailed)) throw error;
    return html`<p class="warning" role="alert" lang="en">${error.message}</p>`;
  }
}

function form(context: Context, saved: SavedQuery, given: ReadonlyMap<string, string>): Html {
  return html`<form class="parameters" method="get" data-parameters>${saved.parameters.map((parameter) => field(context, parameter, given.get(parameter.name)))}<button type="submit">${context.t('Demander', 'Ask')}</button></form>`;
}

function field(
  context: Context,
  { name, type, required, default: preset, values }: Parameter,
  given: string | undefined,
): Html {
  const value = given ?? preset ?? '';
  const label = parameterText(context, name);
  const must = required && html` required`;
  if (values !== undefined) {
    return html`<label>${label}<select name="${name}"${must}>${!required && html`<option value="">–</option>`}${values.map((one) => html`<option value="${one}"${one === value && html` selected`}>${LANGUAGES.get(one) ?? one}</option>`)}</select></label>`;
  }
  const kind =
    type === 'date' ? 'date' : ['number', 'integer', 'decimal', 'double', 'gYear'].includes(type) ? 'number' : 'text';
  if (type !== 'iri')
    return html`<label>${label}<input type="${kind}" name="${name}" value="${value}" maxlength="1000"${must}${kind === 'number' && html` step="any"`}></label>`;
  const choices = choicesOf(context, name);
  const chosen = choices.find(([, { iri }]) => iri === value)?.[0] ?? value;
  return html`<label>${label}<input type="text" name="${name}" value="${chosen}" maxlength="1000"${must} list="choices-${name}"></label><datalist id="choices-${name}">${choices.map(([text, { iri }]) => html`<option value="${text}" data-iri="${iri}"></option>`)}</datalist>`;
}

/** Things that an IRI may mean, by the parameter's name, each by a name that no other of them has: an actor is a person or an organisation. */
function choicesOf({ things }: Context, name: string): (readonly [label: string, thing: Thing])[] {
  const kinds = name === 'actor' ? ['person', 'organization'] : name === 'entity' ? KINDS : [name];
  const fitting = [...things.values()].filter(({ kind }) => kinds.some((one) => one === kind));
  const names = new Map<string, number>();
  for (const thing of fitting) names.set(thing.name, (names.get(thing.name) ?? 0) + 1);
  return fitting.map((thing) => [names.get(thing.name) === 1 ? thing.name : `${thing.name} (${thing.slug})`, thing]);
}

const LANGUAGES = new Map([
  ['en', 'English'],
  ['fr', 'français'],
]);

function parameterText({ t }: Context, name: string): string {
  const words = new Map([
    ['text', t('Mots', 'Words')],
    ['lang', t('Langue', 'Language')],
    ['date', t('Jour', 'Day')],
    ['actor', t('Personne ou organisation', 'Person or organisation')],
    ['entity', t('Personne, organisation, projet, lieu…', 'Person, organisation, project, place…')],
    ['event', t('Événement', 'Event')],
    ['person', t('Personne', 'Person')],
    ['organization', t('Organisation', 'Organisation')],
    ['project', t('Projet', 'Project')],
    ['year', t('Année', 'Year')],
  ]);
  return words.get(name) ?? name;
}

function exports({ t, href, site }: Context, saved: SavedQuery, given: ReadonlyMap<string, string>): Html {
  const formats = saved.kind === 'graph' ? ['ttl', 'nt', 'rdf', 'jsonld'] : ['csv', 'tsv', 'json', 'xml'];
  const label = t('Emporter la réponse', 'Take the answer away');
  if (site.mode === 'static') {
    return html`<p class="exports" data-exports hidden><span>${label}</span> ${formats.map((format) => html`<button type="button" class="chip" data-format="${format}">${format.toUpperCase()}</button> `)}</p>`;
  }
  const link = (format: string) =>
    href(`queries/${saved.name}?${new URLSearchParams({ ...Object.fromEntries(given), format }).toString()}`);
  return html`<p class="exports"><span>${label}</span> ${formats.map((format) => html`<a class="chip" href="${link(format)}" data-format="${format}" download="${saved.name}.${format}">${format.toUpperCase()}</a> `)}</p>`;
}

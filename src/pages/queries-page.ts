import type { SavedQuery } from '../query/catalogue.ts';
import type { Context } from './context.ts';
import { type Html, html, setWell } from './html.ts';
import { layout } from './layout.ts';

/** The saved queries as questions in plain words, by what they are about. */
export async function queriesPage(context: Context): Promise<string> {
  const { t, site, page } = context;
  const groups = new Map<string, SavedQuery[]>();
  for (const query of site.queries) {
    const tag =
      query.tags.find((candidate) => TAGS.has(candidate)) ?? query.tags.find((one) => one !== 'contract') ?? 'overview';
    groups.set(tag, [...(groups.get(tag) ?? []), query]);
  }
  const order = [...TAGS.keys(), ...groups.keys()];
  const sorted = [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const body = html`<h1>${t('Des questions, et leurs réponses', 'Questions, and their answers')}</h1>
<p class="lead">${t('Chaque question est une requête enregistrée, dont la réponse se lit, se trie et s’emporte. Pour en poser d’autres :', 'Each question is a saved query, whose answer can be read, sorted and taken away. To ask others:')} <a href="${page('sparql')}">${t('l’éditeur SPARQL', 'the SPARQL editor')}</a>.</p>
<nav class="kinds" aria-label="${t('Thèmes', 'Themes')}"><ul>${sorted.map(([tag]) => html`<li><a class="chip" href="#${tag}">${tagText(context, tag)}</a></li>`)}</ul></nav>
${sorted.map(
  ([tag, queries]) =>
    html`<section class="questions" id="${tag}"><h2>${tagText(context, tag)}</h2><ul>${queries.map((query) => card(context, query))}</ul></section>`,
)}`;
  return layout(context, {
    title: t('Questions', 'Questions'),
    description: t(
      'Les requêtes enregistrées du graphe, comme des questions.',
      'The saved queries of the graph, as questions.',
    ),
    body,
    menu: 'queries',
  });
}

/** The question, in the page's language where it is said in it. */
export function question(
  { language }: Context,
  { summary, summaryFr }: SavedQuery,
): { text: string; language: string } {
  return language === 'fr' && summaryFr !== undefined
    ? { text: summaryFr, language }
    : { text: summary, language: 'en' };
}

/** What the answer holds, and apart from it what the columns of its exports are called. */
export function explanation(
  { language }: Context,
  { description, descriptionFr }: SavedQuery,
): { readonly text?: Html; readonly columns?: Html } {
  const french = language === 'fr' && descriptionFr !== undefined;
  // The form says what is given: what its parameter is called matters to programs.
  const whole = ((french ? descriptionFr : description) ?? '')
    .replace(/ \((?:paramètre|parameter) \w+, (?:une|an) IRI\)/, '')
    .replace(/\((?:paramètre|parameter) \w+ ?[,;] /, '(');
  const at = whole.search(/(?:Les colonnes sont|La colonne|Columns are|The column) /);
  const note = (part: string): Html | undefined =>
    part === '' ? undefined : html`<p class="note" lang="${french ? 'fr' : 'en'}">${part}</p>`;
  const [text, columns] = at === -1 ? [note(whole)] : [note(whole.slice(0, at).trim()), note(whole.slice(at))];
  return { ...(text === undefined ? {} : { text }), ...(columns === undefined ? {} : { columns }) };
}

/** A question as it is set: its verb is not cut off from its pronoun (`a-t-il`), nor its mark from its last word. */
export function setQuestion(text: string): Html {
  return html`${setWell(text)
    .split(/(\S+-(?:t-)?(?:ils?|elles?|on|ce)(?![\p{L}-]))/u)
    .map((part, i) => (i % 2 === 0 ? part : html`<span class="whole">${part}</span>`))}`;
}

// --- internal ---

/** Themes in the order of the page. */
const TAGS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['overview', ['Vue d’ensemble', 'Overview']],
  ['search', ['Chercher', 'Search']],
  ['people', ['Personnes', 'People']],
  ['organisations', ['Organisations', 'Organisations']],
  ['network', ['Liens entre acteurs', 'Ties between actors']],
  ['projects', ['Projets et communs', 'Projects and commons']],
  ['themes', ['Thèmes', 'Themes']],
  ['programme', ['Programmes', 'Programmes']],
  ['events', ['Événements', 'Events']],
  ['places', ['Lieux', 'Places']],
  ['articles', ['Articles', 'Articles']],
  ['identity', ['Qui est qui', 'Who is who']],
  ['evidence', ['Sources et preuves', 'Sources and evidence']],
  ['quality', ['Qualité', 'Quality']],
]);

function tagText({ t }: Context, tag: string): string {
  const words = TAGS.get(tag);
  return words === undefined ? tag : t(words[0], words[1]);
}

function card(context: Context, query: SavedQuery): Html {
  const { text, language } = question(context, query);
  const isChoice = query.parameters.some(({ name }) => name !== 'lang');
  const asked = isChoice ? context.t('avec un choix à faire', 'with a choice to make') : undefined;
  return html`<li><a href="${context.page(`queries/${query.name}`)}" lang="${language}">${setQuestion(text)}</a>${asked !== undefined && html` <span class="when">${asked}</span>`}</li>\n`;
}

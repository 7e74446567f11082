import type { Context } from './context.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { searchBox } from './search-box.ts';
import type { Problem } from './site.ts';

/** What a browser shows where there is no page: what is wrong, in words, and where to go on. */
export function problemPage(context: Context, { title, detail }: Problem): string {
  const { t, page } = context;
  const body = html`<h1>${title}</h1>
<p class="lead">${detail}</p>
${searchBox(context)}
<p class="exports"><a href="${page('search')}">${t('Tout ce que contient le graphe', 'All that the graph holds')}</a> · <a href="${page('index')}">${t('Accueil', 'Home')}</a></p>`;
  const other = context.language === 'fr' ? 'en' : 'fr';
  return layout(context, { title, description: detail, body, other: context.href(`index.${other}.html`) });
}

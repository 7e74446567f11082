import type { Context } from './context.ts';
import { type Html, html } from './html.ts';

/** The search field: a form that works without script; with script, names come up as one types. */
export function searchBox(context: Context, query = ''): Html {
  const { t, page } = context;
  return html`<form class="search" role="search" action="${page('search')}" method="get" data-search data-none="${t('Rien de ce nom', 'Nothing of that name')}">
<label for="q" class="unseen">${t('Chercher une personne, une organisation, un projet…', 'Search for a person, an organisation, a project…')}</label>
<input id="q" type="search" name="q" value="${query}" maxlength="200" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="${t('Une personne, une organisation, un projet…', 'A person, an organisation, a project…')}">
<button type="submit">${t('Chercher', 'Search')}</button>
<div class="hits" data-hits></div>
</form>`;
}

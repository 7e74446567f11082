import { spanText } from '../pages/dates.ts';
import { KIND_WORDS } from '../pages/kinds.ts';
import type { SearchDocument } from '../search/document.ts';
import { announce } from './announce.ts';
import { find, prepareSearch } from './documents.ts';
import { element, language, pageHref, spoken, t } from './page-data.ts';

/** Search as one types: a list of names below each search field, or the results of the search page. */
export function searchFields(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-search]')) {
    const input = form.querySelector('input');
    const hits = form.querySelector<HTMLElement>('[data-hits]');
    const results = document.querySelector<HTMLElement>('[data-results]');
    if (input === null || hits === null) continue;
    input.addEventListener('focus', () => void prepareSearch().catch(() => {}), { once: true });
    if (results === null) suggest(form, input, hits);
    else resultsOf(form, input, results);
  }
}

// --- internal ---

const MOST_HITS = 8;
const MOST_RESULTS = 100;

/** The pattern of a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
function suggest(form: HTMLFormElement, input: HTMLInputElement, hits: HTMLElement): void {
  hits.id = 'hits';
  hits.setAttribute('role', 'listbox');
  hits.setAttribute('aria-label', t('Résultats', 'Results'));
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'hits',
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }
  let at = -1;
  const options = (): HTMLElement[] => [...hits.querySelectorAll<HTMLElement>('[role=option]')];
  const close = (): void => {
    hits.replaceChildren();
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (next: number): void => {
    const all = options();
    if (all.length === 0) return;
    at = (next + all.length) % all.length;
    all.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === at));
    });
    input.setAttribute('aria-activedescendant', all[at]?.id ?? '');
    all[at]?.scrollIntoView({ block: 'nearest' });
  };
  input.addEventListener('input', async () => {
    const text = input.value;
    if (text.trim() === '') return close();
    const found = await find(text, { limit: MOST_HITS }).catch(() => undefined);
    // Typed on in the meantime, or nobody to ask: the form still works.
    if (found === undefined || text !== input.value) return;
    at = -1;
    input.removeAttribute('aria-activedescendant');
    hits.replaceChildren(...(found.length === 0 ? [element('p', {}, form.dataset.none ?? '')] : found.map(option)));
    input.setAttribute('aria-expanded', String(found.length > 0));
    announce(found.length === 0 ? (form.dataset.none ?? '') : countText(found.length, MOST_HITS));
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      options()[at]?.click();
    }
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !form.contains(relatedTarget)) close();
  });
}

function option({ path, kind, name }: SearchDocument, i: number): HTMLElement {
  const attributes = {
    role: 'option',
    id: `hit-${i}`,
    'aria-selected': 'false',
    class: `k-${kind}`,
    href: pageHref(path),
    tabindex: '-1',
  };
  return element('a', attributes, element('span', spoken, name), element('small', {}, KIND_WORDS[language][kind].one));
}

/** The search page: results take the place of the index. The address follows, so that it can be shared. */
function resultsOf(form: HTMLFormElement, input: HTMLInputElement, results: HTMLElement): void {
  const unfiltered = [...results.childNodes];
  const parameters = new URLSearchParams(location.search);
  const kind = parameters.get('kind') ?? '';
  const show = async (): Promise<void> => {
    const text = input.value.trim();
    if (text === '') {
      results.replaceChildren(...unfiltered);
      for (const section of results.querySelectorAll<HTMLElement>('[data-of-kind]'))
        section.hidden = kind !== '' && section.dataset.ofKind !== kind;
      return;
    }
    const options = { limit: MOST_RESULTS, ...(kind === '' ? {} : { kinds: [kind as SearchDocument['kind']] }) };
    const found = await find(text, options).catch(() => undefined);
    if (found === undefined || text !== input.value.trim()) return;
    const count = found.length === 0 ? (form.dataset.none ?? '') : countText(found.length, MOST_RESULTS);
    announce(count);
    const list = element('ul', { class: 'results' }, ...found.map(result));
    results.replaceChildren(element('h2', {}, count), list);
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-kind-link]')) {
    link.toggleAttribute('aria-current', link.dataset.kindLink === kind);
    if (link.dataset.kindLink === kind) link.setAttribute('aria-current', 'true');
  }
  const asked = parameters.get('q');
  if (asked !== null && input.value === '') input.value = asked.slice(0, 200);
  void show();
  input.addEventListener('input', () => {
    void show();
    const { value } = input;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-kind-link]'))
      link.search = query(value, link.dataset.kindLink ?? '');
    history.replaceState(null, '', location.pathname + query(value, kind));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
}

const countText = (count: number, most: number): string =>
  count === most
    ? t(`Les ${most} premiers résultats`, `The first ${most} results`)
    : `${count} ${count > 1 ? t('résultats', 'results') : t('résultat', 'result')}`;

function query(text: string, kind: string): string {
  const parameters = new URLSearchParams({
    ...(text.trim() === '' ? {} : { q: text.trim() }),
    ...(kind === '' ? {} : { kind }),
  });
  return parameters.size === 0 ? '' : `?${parameters}`;
}

function result({ path, kind, name, start }: SearchDocument): HTMLElement {
  const link = element('a', { class: `thing k-${kind}`, href: pageHref(path), ...spoken }, name);
  const when =
    start === undefined ? [] : [element('span', { class: 'when' }, ` ${spanText(start, undefined, language)}`)];
  return element(
    'li',
    {},
    link,
    ' ',
    element('small', { class: `k-${kind}` }, KIND_WORDS[language][kind].one),
    ...when,
  );
}

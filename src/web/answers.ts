import { unknownName } from '../pages/result/unknown-name.ts';
import { ask, MEDIA_TYPES, warmUp } from './engine.ts';
import { fill, type PageQuery } from './fill.ts';
import { dataOf, isStatic, language } from './page-data.ts';
import { download, showAnswer, showError, showWaiting } from './show.ts';

/** The page of a saved query in a published folder: the browser answers. A server answers with the page itself. */
const query = dataOf<PageQuery>('query');
const place = document.querySelector<HTMLElement>('[data-answer]');
if (isStatic && query !== undefined && place !== null) answers(query, place);
const csv = document.querySelector<HTMLAnchorElement>('a[data-format=csv]');
if (csv !== null && place !== null) guardedLink(csv, place);

// --- internal ---

function answers(query: PageQuery, place: HTMLElement): void {
  const form = document.querySelector<HTMLFormElement>('[data-parameters]');
  const exports = document.querySelector<HTMLElement>('[data-exports]');
  const caption = document.querySelector('h1')?.textContent ?? query.name;
  const values = (): Map<string, string> =>
    new Map(
      form === null ? [] : [...new FormData(form)].map(([name, value]) => [name, iriOf(form, name, String(value))]),
    );
  const show = async (): Promise<void> => {
    const named = query.parameters.find(({ name, type }) => type === 'iri' && (values().get(name) ?? '') !== '');
    const unknown = named === undefined ? undefined : unknownName(values().get(named.name) ?? '', language);
    if (unknown !== undefined) return showError(place, new Error(unknown));
    showWaiting(place);
    try {
      const ending = query.kind === 'graph' ? 'ttl' : 'json';
      await showAnswer(place, await ask(fill(query, values()), ending, ''), query.kind === 'graph', caption);
    } catch (error) {
      showError(place, error);
    }
  };
  form?.addEventListener('focusin', warmUp, { once: true });
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?${new URLSearchParams([...values()])}`);
    void show();
  });
  if (exports !== null) {
    exports.hidden = false;
    exports.addEventListener('click', async ({ target }) => {
      const format = target instanceof HTMLElement ? target.dataset.format : undefined;
      if (format === undefined) return;
      try {
        const text = await ask(fill(query, values()), format, '');
        download(text, `${query.name}.${format}`, MEDIA_TYPES[format] ?? 'text/plain');
      } catch (error) {
        showError(place, error);
      }
    });
  }
  // An address with parameters shows their answer, not that of the defaults.
  if (form === null || location.search === '') return;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = nameOf(field, value);
  }
  void show();
}

/** What a form offers by name is asked by its IRI, and the other way round. */
function iriOf(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name);
  return choicesOf(field).find((choice) => choice.value === value.trim())?.dataset.iri ?? value;
}

function nameOf(field: Element, value: string): string {
  return choicesOf(field).find(({ dataset }) => dataset.iri === value)?.value ?? value;
}

function choicesOf(field: unknown): HTMLOptionElement[] {
  return field instanceof HTMLInputElement ? [...(field.list?.options ?? [])] : [];
}

/** What a server gives as CSV is exact, for programs: what people save from the page is safe to open in a spreadsheet. */
function guardedLink(link: HTMLAnchorElement, place: HTMLElement): void {
  link.addEventListener('click', async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      download(await answer.text(), link.download, MEDIA_TYPES.csv as string);
    } catch (error) {
      showError(place, error);
    }
  });
}

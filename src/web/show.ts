import { resultChart } from '../pages/result/chart.ts';
import { ANY_COLUMN, type Known, type Notations, notationText, parseResults } from '../pages/result/results.ts';
import { resultTable } from '../pages/result/table.ts';
import { announce } from './announce.ts';
import { search } from './documents.ts';
import { MEDIA_TYPES } from './engine.ts';
import { base, dataOf, element, language, pageHref, spoken, t } from './page-data.ts';
import { guarded } from './spreadsheet.ts';
import { sortableTables } from './tables.ts';

/**
 * Shows an answer: rows as chart and table, a graph as its text.
 * @param whole with every column that was asked for
 */
export async function showAnswer(
  place: HTMLElement,
  body: string,
  isGraph: boolean,
  caption: string,
  whole = false,
): Promise<void> {
  if (isGraph) {
    place.replaceChildren(element('pre', { tabindex: '0' }, element('code', {}, body)));
    announce(t('La réponse est un graphe.', 'The answer is a graph.'));
    return;
  }
  const known = await names();
  const results = parseResults(body);
  // Made by the same templates as the pages themselves, which escape everything.
  const table = resultTable(results, known, caption, ...(whole ? [new Set<number>()] : []));
  place.innerHTML = `${resultChart(results, known) ?? ''}${table}`;
  sortableTables(place);
  announce(place.querySelector('[data-row-count], .answer')?.textContent ?? '');
}

export function showError(place: HTMLElement, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  place.replaceChildren(element('p', { class: 'warning', role: 'alert' }, message));
}

export function showWaiting(place: HTMLElement): void {
  const text = t('Un instant…', 'One moment…');
  place.replaceChildren(element('p', { class: 'note', 'data-waiting': '' }, text));
  announce(text);
}

/** Offers text as a file; CSV as spreadsheets may open it. */
export function download(text: string, name: string, mediaType: string): void {
  const content = mediaType === MEDIA_TYPES.csv ? guarded(text) : text;
  const link = element('a', { href: URL.createObjectURL(new Blob([content], { type: mediaType })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// --- internal ---

/** Names of things by the ends of their IRIs. Without `search.json` IRIs stay IRIs. */
async function names(): Promise<Known> {
  const notations = dataOf<Notations>('notations') ?? {};
  const index = await search().catch(() => undefined);
  return {
    language,
    ...(spoken.lang === undefined ? {} : { spoken: spoken.lang }),
    base,
    thing: (iri) => {
      const thing = iri.startsWith(`${base}id/`) ? index?.at(`doc/${iri.slice(base.length + 3)}`) : undefined;
      return thing === undefined ? undefined : { name: thing.name, kind: thing.kind, href: pageHref(thing.path) };
    },
    label: (iri) => notationText(notations, ANY_COLUMN, iri),
    notation: (column, value) => notationText(notations, column, value),
  };
}

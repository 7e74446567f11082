import { type Context, numberText } from './context.ts';
import { type Html, html } from './html.ts';
import type { Results } from './result/results.ts';

/** How well sources are read: a table for each set of documents that was measured, each figure with its bar. */
export function measureTable(context: Context, results: Results | undefined): Html {
  const { t } = context;
  if (results === undefined || results.rows.length === 0)
    return html`<p class="note">${t('Rien n’a été mesuré.', 'Nothing was measured.')}</p>`;
  const at = (row: Results['rows'][number], column: string) => row[results.columns.indexOf(column)]?.value ?? '';
  const measurements = new Map<string, { row: Results['rows'][number]; sources: string[] }>();
  for (const row of results.rows) {
    const entry = measurements.get(at(row, 'measurement')) ?? { row, sources: [] };
    entry.sources.push(at(row, 'source'));
    measurements.set(at(row, 'measurement'), entry);
  }
  const sets = new Map<string, Results['rows'][number][]>();
  for (const { row, sources } of measurements.values()) {
    const title = sources.filter((source) => source !== '').join(', ');
    sets.set(title, [...(sets.get(title) ?? []), row]);
  }
  return html`${[...sets].map(
    ([
      title,
      rows,
    ]) => html`<section class="measures"><h3>${title === '' ? t('Tout le graphe', 'The whole graph') : html`<span class="path">${title}</span>`}</h3>
<p class="note">${t('D’après', 'According to')} <span lang="en">${at(rows[0] ?? [], 'labels')}</span></p>
<div class="scroll" tabindex="0" role="region" aria-label="${t('Mesures', 'Measures')} ${title}"><table><thead><tr><th scope="col">${t('Mesure', 'Measure')}</th><th scope="col" class="n">${t('Valeur', 'Value')}</th><th scope="col"><span class="unseen">${t('Barre', 'Bar')}</span></th><th scope="col" class="n">${t('Étiquettes', 'Labels')}</th></tr></thead><tbody>${rows.map(
      (row) => {
        const value = Number(at(row, 'value'));
        return html`<tr><th scope="row">${nameOf(context, at(row, 'measure'), at(row, 'name'))}</th><td class="n">${value.toFixed(2)}</td><td class="bar"><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect class="rail" width="100" height="10" /><rect width="${(Math.min(1, Math.max(0, value)) * 100).toFixed(1)}" height="10" /></svg></td><td class="n">${numberText(Number(at(row, 'labelled')), context.language)}</td></tr>`;
      },
    )}</tbody></table></div></section>`,
  )}`;
}

// --- internal ---

/** The metric's name in the page's language, from its scheme. */
function nameOf(context: Context, notation: string, name: string): string {
  const found = [...context.labels].find(
    ([iri, label]) => label.notation === notation && iri.endsWith(`/metric/${notation}`),
  );
  return found === undefined ? name : context.label(found[0]);
}

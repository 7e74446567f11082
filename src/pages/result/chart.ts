import { type Html, html } from '../html.ts';
import { type Cell, isNumeric, type Known, type Results, repeating } from './results.ts';
import { cellText, heading } from './table.ts';

/**
 * Results as a chart, where they have the shape of one: one count for each thing is bars, one count for each pair of
 * things is a matrix. Undefined for anything else. The table beside it says the same.
 */
export function resultChart(results: Results, known: Known): Html | undefined {
  const { columns, rows } = results;
  if (rows.length < 2) return undefined;
  const hidden = repeating(results, known);
  const shown = columns.map((_, i) => i).filter((i) => !hidden.has(i));
  const counts = shown.filter((i) => isNumeric(results, i) && !NOT_A_COUNT.has(columns[i] ?? ''));
  const names = shown.filter((i) => !isNumeric(results, i));
  const count = counts[0];
  if (count === undefined) return undefined;
  const [first, second] = names;
  if (first !== undefined && names.length === 1) return bars(results, known, first, count);
  if (first !== undefined && second !== undefined && names.length === 2)
    return matrix(results, known, first, second, count);
  return undefined;
}

// --- internal ---

const NOT_A_COUNT = new Set(['line', 'page']);
const MOST_BARS = 20;
const MOST_LINES = 30;
const MOST_COLUMNS = 24;

const numberOf = (cell: Cell | undefined): number => Number(cell?.value ?? 0);

function bars({ columns, rows }: Results, known: Known, name: number, count: number): Html {
  const sorted = [...rows].sort((a, b) => numberOf(b[count]) - numberOf(a[count])).slice(0, MOST_BARS);
  const most = Math.max(1, ...sorted.map((row) => numberOf(row[count])));
  return html`<figure class="chart bars"><figcaption>${heading(columns[count] ?? '', known.language)}</figcaption><ol>${sorted.map(
    (row) =>
      html`<li><span class="label">${cellText(row[name], known)}</span><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${share(numberOf(row[count]), most)}" height="10" /></svg><span class="n">${row[count]?.value ?? ''}</span></li>`,
  )}</ol></figure>`;
}

function matrix(
  { columns, rows }: Results,
  known: Known,
  down: number,
  across: number,
  count: number,
): Html | undefined {
  const keyOf = (cell: Cell | undefined) => cell?.value ?? '';
  const totals = (column: number) => {
    const sums = new Map<string, { cell: Cell | undefined; sum: number }>();
    for (const row of rows) {
      const entry = sums.get(keyOf(row[column])) ?? { cell: row[column], sum: 0 };
      entry.sum += numberOf(row[count]);
      sums.set(keyOf(row[column]), entry);
    }
    return [...sums.entries()].sort(([a, x], [b, y]) => y.sum - x.sum || (a < b ? -1 : 1));
  };
  const left = totals(down).slice(0, MOST_LINES);
  const top = totals(across).slice(0, MOST_COLUMNS);
  // A matrix with next to nothing in it says less than the table.
  if (left.length < 2 || top.length < 2 || rows.length < (left.length * top.length) / 8) return undefined;
  const values = new Map(
    rows.map((row) => [JSON.stringify([keyOf(row[down]), keyOf(row[across])]), numberOf(row[count])]),
  );
  const most = Math.max(1, ...values.values());
  const caption = heading(columns[count] ?? '', known.language);
  return html`<figure class="chart matrix"><figcaption>${caption}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr><td></td>${top.map(([, { cell }]) => html`<th scope="col"><span>${cell === undefined ? '–' : cellText(cell, known)}</span></th>`)}</tr></thead><tbody>${left.map(
    ([key, { cell }]) =>
      html`<tr><th scope="row">${cellText(cell, known)}</th>${top.map(([other]) => {
        const value = values.get(JSON.stringify([key, other]));
        return value === undefined
          ? html`<td></td>`
          : html`<td class="v${Math.max(1, Math.ceil((value / most) * 5))}">${value}</td>`;
      })}</tr>`,
  )}</tbody></table></div></figure>`;
}

const share = (value: number, most: number): string => ((value / most) * 100).toFixed(1);

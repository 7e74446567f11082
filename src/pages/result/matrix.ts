import { type Html, html } from '../html.ts';
import { heading } from './heads.ts';
import { type Cell, type Known, numberOf, type Results } from './results.ts';
import { cellText } from './table.ts';

/** One count for each pair of things: the largest sums first, down and across. Undefined where next to all of it would be empty. */
export function matrix(
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
  return html`<figure class="chart matrix"><figcaption>${caption}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr><td></td>${top.map(([, { cell }]) => html`<th scope="col"><span>${cell === undefined ? '–' : cellText(cell, known, columns[across])}</span></th>`)}</tr></thead><tbody>${left.map(
    ([key, { cell }]) =>
      html`<tr><th scope="row">${cellText(cell, known, columns[down])}</th>${top.map(([other]) => {
        const value = values.get(JSON.stringify([key, other]));
        return value === undefined
          ? html`<td></td>`
          : html`<td class="v${Math.max(1, Math.ceil((value / most) * 5))}">${value}</td>`;
      })}</tr>`,
  )}</tbody></table></div></figure>`;
}

// --- internal ---

const MOST_LINES = 30;
const MOST_COLUMNS = 24;

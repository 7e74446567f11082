import { type Html, html } from '../html.ts';
import { heading } from './heads.ts';
import { type Known, numberOf, type Results } from './results.ts';
import { cellText } from './table.ts';

/**
 * Counts for pairs of things of one kind as arcs between their names, which stand below each other: the stronger the tie,
 * the thicker. Undefined where no thing stands on both sides. Only the strongest ties are drawn.
 */
export function ties(
  { columns, rows }: Results,
  known: Known,
  one: number,
  other: number,
  count: number,
): Html | undefined {
  const left = new Set(rows.map((row) => row[one]?.value));
  if (!rows.some((row) => row[other]?.type === 'uri' && left.has(row[other].value))) return undefined;
  const sorted = [...rows].sort((a, b) => numberOf(b[count]) - numberOf(a[count]));
  const places = new Map<string, number>();
  const drawn: { readonly from: number; readonly to: number; readonly weight: number }[] = [];
  const cells: (typeof rows)[number][number][] = [];
  for (const row of sorted) {
    const ends = [row[one], row[other]];
    const unknown = ends.filter((cell) => !places.has(cell?.value ?? ''));
    if (cells.length + unknown.length > MOST) continue;
    for (const cell of unknown) {
      places.set(cell?.value ?? '', cells.length);
      cells.push(cell);
    }
    const [from = 0, to = 0] = ends.map((cell) => places.get(cell?.value ?? ''));
    drawn.push({ from: Math.min(from, to), to: Math.max(from, to), weight: numberOf(row[count]) });
  }
  const most = Math.max(1, ...drawn.map(({ weight }) => weight));
  const height = cells.length * ROW;
  return html`<figure class="chart arcs"><figcaption>${heading(columns[count] ?? '', known.language)}</figcaption><div><ol>${cells.map((cell) => html`<li>${cellText(cell, known)}</li>`)}</ol><svg aria-hidden="true" viewBox="0 0 100 ${height}" preserveAspectRatio="none">${drawn.map(
    ({ from, to, weight }) => {
      const [y, z] = [from * ROW + ROW / 2, to * ROW + ROW / 2];
      const reach = (((to - from) / cells.length) * 120 + 10).toFixed(1);
      return html`<path class="w${Math.max(1, Math.ceil((weight / most) * 4))}" d="M0 ${y}C${reach} ${y} ${reach} ${z} 0 ${z}" />`;
    },
  )}</svg></div></figure>`;
}

// --- internal ---

/** Things. */
const MOST = 24;
const ROW = 10;

import { type Html, html } from '../html.ts';
import { heading } from './heads.ts';
import { type Cell, type Known, numberOf, type Results } from './results.ts';
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
  const strongest = [...rows].sort((a, b) => numberOf(b[count]) - numberOf(a[count]));
  const found = new Map<string, Cell | undefined>();
  const pairs: { readonly ends: readonly [string, string]; readonly weight: number }[] = [];
  for (const row of strongest) {
    const ends = [row[one]?.value ?? '', row[other]?.value ?? ''] as const;
    if (found.size + ends.filter((end) => !found.has(end)).length > MOST) continue;
    found.set(ends[0], row[one]).set(ends[1], row[other]);
    pairs.push({ ends, weight: numberOf(row[count]) });
  }
  const order = nextToEachOther([...found.keys()], pairs);
  const cells = order.map((name) => found.get(name));
  const drawn = pairs.map(({ ends, weight }) => {
    const [from = 0, to = 0] = ends.map((end) => order.indexOf(end)).sort((a, b) => a - b);
    return { from, to, weight };
  });
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

/** Names such that those that are tied stand together, as far as one line allows: each is followed by its own, the strongest first. */
function nextToEachOther(
  names: readonly string[],
  pairs: readonly { readonly ends: readonly [string, string] }[],
): string[] {
  const order = new Set<string>();
  const follow = (name: string): void => {
    if (order.has(name)) return;
    order.add(name);
    for (const { ends } of pairs) if (ends.includes(name)) follow(ends[0] === name ? ends[1] : ends[0]);
  };
  for (const name of names) follow(name);
  return [...order];
}

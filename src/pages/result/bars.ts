import { type Html, html } from '../html.ts';
import { heading } from './heads.ts';
import { type Known, numberOf, type Results } from './results.ts';
import { cellText } from './table.ts';

/** One count for each thing, the largest first. */
export function bars({ columns, rows }: Results, known: Known, name: number, count: number): Html {
  const sorted = [...rows].sort((a, b) => numberOf(b[count]) - numberOf(a[count])).slice(0, MOST_BARS);
  const most = Math.max(1, ...sorted.map((row) => numberOf(row[count])));
  return html`<figure class="chart bars"><figcaption>${heading(columns[count] ?? '', known.language)}</figcaption><ol>${sorted.map(
    (row) =>
      html`<li><span class="label">${cellText(row[name], known, columns[name]) || (known.language === 'fr' ? 'non précisé' : 'not stated')}</span><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${share(numberOf(row[count]), most)}" height="10" /></svg><span class="n">${row[count]?.value ?? ''}</span></li>`,
  )}</ol></figure>`;
}

// --- internal ---

const MOST_BARS = 20;

const share = (value: number, most: number): string => ((value / most) * 100).toFixed(1);

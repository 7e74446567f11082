import { dayText, momentOf, timeText } from '../dates.ts';
import { type Html, html, outward, type Part, setWell } from '../html.ts';
import { heading } from './heads.ts';
import { REASONED, reasonText } from './reasons.ts';
import { type Cell, isNumber, isNumeric, type Known, nameBeside, type Results, unread } from './results.ts';

/** Rows that a page shows; all are in the exports. */
const MOST = 500;

/** Characters from which on a cell is read as lines, not as a name. */
const LONG = 80;

/**
 * Results as a table: things by their names, as links; concepts by their labels; dates as people write them.
 * @param hidden columns that are left to the exports
 */
export function resultTable(
  results: Results,
  known: Known,
  caption: string,
  hidden: ReadonlySet<number> = unread(results, known),
): Html {
  const { columns, rows, boolean } = results;
  const french = known.language === 'fr';
  if (boolean !== undefined)
    return html`<p class="answer">${boolean ? (french ? 'Oui' : 'Yes') : french ? 'Non' : 'No'}</p>`;
  if (rows.length === 0) return html`<p class="answer empty">${french ? 'Aucune réponse.' : 'No answer.'}</p>`;
  const shown = columns.map((_, i) => i).filter((i) => !hidden.has(i));
  const numeric = new Set(shown.filter((i) => isNumeric(results, i)));
  const long = new Set(
    shown.filter((i) => rows.some((row) => (row[i]?.type === 'literal' ? row[i].value.length : 0) > LONG)),
  );
  const mark = (i: number) => (numeric.has(i) ? 'n' : long.has(i) ? 'long' : '');
  return html`<p class="note" data-row-count>${rows.length} ${french ? (rows.length > 1 ? 'lignes' : 'ligne') : rows.length > 1 ? 'rows' : 'row'}${
    rows.length > MOST &&
    (french ? `, dont ${MOST} ici ; toutes sont dans les exports` : `, ${MOST} of them here; all are in the exports`)
  }</p><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="result" data-sortable><thead><tr>${shown.map(
    (i) => html`<th scope="col" class="${mark(i)}">${heading(columns[i] ?? '', known.language)}</th>`,
  )}</tr></thead><tbody>${rows.slice(0, MOST).map((row) => html`<tr>${shown.map((i) => html`<td class="${mark(i)}">${cellText(row[i], known, columns[i], nameBeside(results, row, i))}</td>`)}</tr>\n`)}</tbody></table></div>`;
}

/**
 * @param column whose notations are put into words
 * @param name of a node that has no page
 */
export function cellText(cell: Cell | undefined, known: Known, column?: string, name?: string): Part {
  if (cell === undefined) return '';
  const { value, type } = cell;
  if (type === 'uri') {
    const thing = known.thing(value);
    if (thing !== undefined)
      return html`<a class="thing k-${thing.kind}" href="${thing.href}"${known.spoken !== undefined && html` lang="${known.spoken}"`}>${setWell(thing.name)}</a>`;
    const label = known.label(value);
    const words = label ?? (column === undefined ? undefined : known.notation(column, value));
    if (words !== undefined) return words;
    if (name !== undefined) return setWell(name);
    if (value.startsWith(known.base)) return html`<span class="path">${value.slice(known.base.length)}</span>`;
    const href = outward(value);
    const short = value.replace(/^https?:\/\/(?:www\.)?/i, '');
    return href === undefined ? value : html`<a class="out" href="${href}" rel="noopener">${short}</a>`;
  }
  const datatype = cell.datatype ?? '';
  const moment = /#(?:date|dateTime)$/.test(datatype) ? momentOf(value) : undefined;
  if (moment !== undefined) {
    const time = moment.time === undefined ? '' : `, ${timeText(moment.time, known.language)}`;
    return html`<time datetime="${value}">${dayText(moment, known.language)}${time}</time>`;
  }
  if (datatype.endsWith('#boolean'))
    return known.language === 'en' ? (value === 'true' ? 'yes' : 'no') : value === 'true' ? 'oui' : 'non';
  if (isNumber(cell)) return figure(value, known.language);
  if (column === undefined) return setWell(value);
  return REASONED.has(column) ? reasonText(value, known.language) : (known.notation(column, value) ?? setWell(value));
}

/** A number with the language's point. Whole numbers stay as they are: a year or a line is read without spaces. */
const figure = (value: string, language: Known['language']): string =>
  language === 'fr' ? value.replace('.', ',') : value;

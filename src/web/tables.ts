import { announce } from './announce.ts';
import { element, t } from './page-data.ts';

/** Tables of results: a heading sorts by its column, and a field keeps the rows that hold some words. */
export function sortableTables(within: ParentNode = document): void {
  for (const table of within.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    if (table.dataset.sortable === 'done') continue;
    table.dataset.sortable = 'done';
    for (const [i, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) sortable(table, head, i);
    rowFilter(table);
  }
}

// --- internal ---

/** Shorter tables are seen whole. */
const FEW = 12;

function sortable(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
  const button = element('button', { type: 'button' }, head.textContent ?? '');
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const body = table.tBodies[0];
    if (body === undefined) return;
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[column]) }));
    const numeric = rows.every(({ key }) => key === '' || !Number.isNaN(Number(key)));
    rows.sort((a, b) => {
      const order = numeric ? Number(a.key) - Number(b.key) : COLLATOR.compare(a.key, b.key);
      return up ? order : -order;
    });
    body.append(...rows.map(({ row }) => row));
    const order = up ? t('croissant', 'ascending') : t('décroissant', 'descending');
    announce(`${t('Trié par', 'Sorted by')} ${head.textContent} (${order})`);
  });
}

/** What people read is sorted as they would: by their language. No data depends on it. */
const COLLATOR = new Intl.Collator(document.documentElement.lang, { numeric: true });

const keyOf = (cell: HTMLTableCellElement | undefined): string =>
  cell?.querySelector('time')?.dateTime ?? numberIn(cell?.textContent?.trim() ?? '');

/** French figures have a comma. */
const numberIn = (text: string): string => (/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);

function rowFilter(table: HTMLTableElement): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const region = table.closest('.scroll');
  if (rows.length <= FEW || region === null) return;
  const input = element('input', {
    type: 'search',
    placeholder: t('Filtrer les lignes', 'Filter the rows'),
    'aria-label': t('Filtrer les lignes', 'Filter the rows'),
  });
  const texts = rows.map((row) => fold(row.textContent ?? ''));
  input.addEventListener('input', () => {
    const words = fold(input.value).split(/\s+/);
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i]?.includes(word));
    });
    const kept = rows.filter(({ hidden }) => !hidden).length;
    announce(t(`${kept} sur ${rows.length} lignes`, `${kept} of ${rows.length} rows`));
  });
  region.before(element('p', { class: 'filter-rows' }, input));
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

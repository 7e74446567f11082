import type { Measures } from '../../network/measures.ts';
import type { Network } from '../../network/network.ts';
import { element, spoken, t } from '../page-data.ts';
import { sortableTables } from '../tables.ts';
import { figure, KIND_WORDS } from './words.ts';

/** The same as the picture, to be read: actors with their measures, ties with their weights. Both are cut at `MOST`. */
export function lists(
  { nodes, edges }: Network,
  measures: Measures,
  on: { node(index: number): void; edge(index: number): void },
): HTMLElement {
  const best = nodes.map((_, i) => i).sort((a, b) => (measures.degree[b] ?? 0) - (measures.degree[a] ?? 0));
  const actors = best
    .slice(0, MOST)
    .map((i) => [
      chooser(nodes[i]?.name ?? '', () => on.node(i)),
      KIND_WORDS[nodes[i]?.kind ?? 'person'](),
      ...[measures.degree, measures.weightedDegree, measures.betweenness].map((values) => figure(values[i] ?? 0)),
      String((measures.community[i] ?? 0) + 1),
    ]);
  const strongest = edges.map((_, i) => i).sort((a, b) => (edges[b]?.weight ?? 0) - (edges[a]?.weight ?? 0));
  const ties = strongest
    .slice(0, MOST)
    .map((i) => [
      chooser(`${nodes[edges[i]?.source ?? -1]?.name} — ${nodes[edges[i]?.target ?? -1]?.name}`, () => on.edge(i)),
      figure(edges[i]?.weight ?? 0),
      String(edges[i]?.occasions.length ?? 0),
    ]);
  const made = element(
    'div',
    {},
    table(
      t(`Acteurs (${nodes.length})`, `Actors (${nodes.length})`),
      [
        t('Acteur', 'Actor'),
        t('Nature', 'Kind'),
        t('Degré', 'Degree'),
        t('Degré pondéré', 'Weighted degree'),
        t('Intermédiarité', 'Betweenness'),
        t('Communauté', 'Community'),
      ],
      actors,
    ),
    table(
      t(`Liens (${edges.length})`, `Ties (${edges.length})`),
      [t('Lien', 'Tie'), t('Poids', 'Weight'), t('Occasions', 'Occasions')],
      ties,
    ),
  );
  sortableTables(made);
  return made;
}

// --- internal ---

/** More rows than that nobody reads; the exports have all. */
const MOST = 500;

function chooser(name: string, choose: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'choose', ...spoken }, name);
  button.addEventListener('click', choose);
  return button;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly (Node | string)[])[]): HTMLElement {
  const isFigure = (i: number) => rows.every((row) => /^[\d.,]+$/.test(String(row[i])));
  const mark = (i: number): Record<string, string> => (isFigure(i) ? { class: 'n' } : {});
  const shown = element(
    'table',
    { 'data-sortable': '' },
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map((head, i) => element('th', { scope: 'col', ...mark(i) }, head))),
    ),
    element(
      'tbody',
      {},
      ...rows.map((row) =>
        element(
          'tr',
          {},
          ...row.map((cell, i) => (i === 0 ? element('th', { scope: 'row' }, cell) : element('td', mark(i), cell))),
        ),
      ),
    ),
  );
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, shown);
}

import type { Context } from '../context.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Passage } from './read-entity.ts';

/** Where something was read, on demand: a small button that opens document, lines and quoted words. */
export function evidence(context: Context, passages: readonly Passage[], what?: string): Html | undefined {
  const { t } = context;
  if (passages.length === 0) return undefined;
  const count = passages.length === 1 ? t('source', 'source') : `${passages.length} ${t('sources', 'sources')}`;
  const inferred = passages.every(({ rules }) => rules.length > 0 && rules.every(([, grade]) => grade === 'inferred'));
  const label = what === undefined ? count : `${count} ${t('pour', 'for')} ${what}`;
  return html`<details class="evidence"><summary><span aria-hidden="true">${count}</span><span class="unseen">${label}</span>${
    inferred && html` <em>${t('déduit', 'inferred')}</em>`
  }</summary><div class="quotes">${passages.slice(0, MOST).map((passage) => quote(context, passage))}${more(context, passages.length)}</div></details>`;
}

/** A value, and behind it where it was read. */
export function withEvidence(context: Context, value: Part, passages: readonly Passage[], what?: string): Html {
  return html`${value} ${evidence(context, passages, what)}`;
}

/** `lignes 12–18`. */
export function linesText({ t }: Context, firstLine: number, lastLine: number): string {
  return firstLine === lastLine
    ? `${t('ligne', 'line')} ${firstLine}`
    : `${t('lignes', 'lines')} ${firstLine}\u2013${lastLine}`;
}

// --- internal ---

const MOST = 20;
const LONGEST = 600;

function quote(context: Context, passage: Passage): Html {
  const { path, firstLine, lastLine, rules } = passage;
  const words = passage.quote.replace(/\s+/g, ' ').trim();
  const cut = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  return html`<figure><blockquote${context.spoken}><p>${cut}</p></blockquote><figcaption><span class="path">${path}</span>, ${linesText(context, firstLine, lastLine)}${
    rules.length > 0 &&
    html`<span class="rules"> · ${rules.map(([rule, grade]) => `${rule} (${gradeText(context, grade)})`).join(', ')}</span>`
  }</figcaption></figure>`;
}

function gradeText({ t }: Context, grade: string): string {
  return grade === 'inferred' ? t('déduit', 'inferred') : t('énoncé', 'stated');
}

function more({ t }: Context, count: number): Html | undefined {
  if (count <= MOST) return undefined;
  return html`<p class="note">${t(`et ${count - MOST} autres passages, dans les données de cette page`, `and ${count - MOST} more passages, in this page’s data`)}</p>`;
}

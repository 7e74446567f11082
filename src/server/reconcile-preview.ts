import { html } from 'hono/html';
import type { SearchDocument } from '../search/document.ts';
import { type Language, typeOf } from './reconcile-schema.ts';

/** A small page about a thing, for the frame that OpenRefine shows beside a candidate. Texts only; all of them escaped. */
export function preview({ name, names = [], kind, start, facts = [] }: SearchDocument, language: Language) {
  const type = typeOf(kind)?.name[language] ?? kind;
  const lines = [...(start === undefined ? [] : [start.slice(0, 10)]), ...facts];
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${name}</title></head>
<body><h1>${name}</h1><p>${type}${lines.map((line) => html` · ${line}`)}</p>
${names.length === 0 ? '' : html`<p>${names.slice(0, 5).join(', ')}</p>`}</body></html>`;
}

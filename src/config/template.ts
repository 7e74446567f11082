/** A piece of a template: text as it is, or the path whose value goes there. */
export type TemplatePart = string | { readonly path: string };

/**
 * Takes a template apart: `{{title}} ({{date}})` is a path, ` (`, a path, `)`.
 * Throws RangeError with what is wrong: a brace that is not closed, a path that is none.
 */
export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (;;) {
    const open = template.indexOf('{{', from);
    if (open < 0) break;
    const close = template.indexOf('}}', open);
    if (close < 0) throw new RangeError('a {{ is not closed by }}');
    const path = template.slice(open + 2, close).trim();
    const fault = pathFault(path);
    if (fault !== undefined) throw new RangeError(`{{${path}}} ${fault}`);
    if (open > from) parts.push(template.slice(from, open));
    parts.push({ path });
    from = close + 2;
  }
  if (from < template.length) parts.push(template.slice(from));
  return parts;
}

/** What is wrong with a dotted path, or undefined. */
export function pathFault(path: string): string | undefined {
  if (path.trim() === '') return 'is empty: name a key of the source';
  if (/[{}]/.test(path)) return 'is a template: write {template: …}';
  const steps = path.split('.');
  if (steps.some((step) => step.trim() === '')) return 'has an empty step: write keys with single dots between them';
  const banned = steps.find((step) => BANNED.has(step));
  return banned === undefined ? undefined : `uses ${banned}, which no source may have`;
}

// --- internal ---

/** Keys by which objects are tampered with. */
const BANNED = new Set(['__proto__', 'constructor', 'prototype']);

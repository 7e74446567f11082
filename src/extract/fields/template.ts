import { parseTemplate } from '../../config/template.ts';
import type { Lines } from '../../domain/evidence.ts';
import { span } from '../../domain/evidence.ts';
import { compilePath, type Scope, textsAt } from './paths.ts';

/** What a template makes of a row: a text, where its values stand, and the value of its last path as the row writes it. */
export interface Filled {
  readonly text: string;
  readonly lines: Lines;
  readonly surface: string;
}

/**
 * Compiles a template. A path without a value makes the whole template have none. A path with several values makes one text
 * of each; several such paths go side by side, and must have equally many: RangeError else.
 * `encode` is applied to each value.
 */
export function compileTemplate(
  template: string,
  encode: (value: string) => string = (value) => value,
): (scope: Scope) => readonly Filled[] {
  const parts = parseTemplate(template).map((part) =>
    typeof part === 'string' ? part : { path: part.path, get: compilePath(part.path) },
  );
  return (scope) => {
    const values = parts.map((part) => (typeof part === 'string' ? undefined : textsAt(part.get, scope)));
    let count = 1;
    for (const [i, found] of values.entries()) {
      if (found === undefined) continue;
      if (found.length === 0) return [];
      if (found.length === 1 || found.length === count) continue;
      if (count > 1)
        throw new RangeError(`{{${nameOf(parts[i])}}} has ${found.length} values beside ${count} of another`);
      count = found.length;
    }
    return Array.from({ length: count }, (_, n) => {
      const used = values.map((found) => (found?.length === 1 ? found[0] : found?.[n]));
      const text = parts.map((part, i) => (typeof part === 'string' ? part : encode(used[i]?.text ?? ''))).join('');
      const lines = used.filter((value) => value !== undefined).map(({ path }) => scope.row.linesOf(path));
      const surface = used.findLast((value) => value !== undefined)?.text ?? text;
      return { text: text.trim(), lines: lines.length === 0 ? scope.row.linesOf([]) : span(...lines), surface };
    });
  };
}

// --- internal ---

const nameOf = (part: string | { path: string } | undefined): string => (typeof part === 'object' ? part.path : '');

import type { Row } from '../../read/reader.ts';

/** Where paths start: a row, or an object inside it (`forEach`). */
export interface Scope {
  readonly row: Row;
  /** The object that paths are relative to, and how one gets to it from the row. */
  readonly object: Readonly<Record<string, unknown>>;
  readonly base: readonly (string | number)[];
  /** File name without folder and extension: `$name`. */
  readonly name: string;
}

export type Scalar = string | number | boolean;

/** Calls `found` for each value at a path; lists on the way and at the end are gone through. */
export type Getter = (
  scope: Scope,
  found: (value: Scalar | Readonly<Record<string, unknown>>, path: Path) => void,
) => void;
export type Path = readonly (string | number)[];

/**
 * Compiles a dotted path. `a.b` is key b of a; where a is a list, of each of its objects; a number picks one item. A key that
 * is itself written `a.b` comes first. `$name` is the file's name, `$row.a` starts at the row from inside a `forEach`.
 * Values that are null, or blank text, are none.
 */
export function compilePath(path: string): Getter {
  if (path === '$name') return (scope, found) => found(scope.name, []);
  const fromRow = path.startsWith('$row.');
  const written = fromRow ? path.slice('$row.'.length) : path;
  const steps = written.split('.');
  const walk: Getter = (scope, found) => {
    const object = fromRow ? scope.row.values : scope.object;
    const base = fromRow ? [] : scope.base;
    if (Object.hasOwn(object, written)) gather(object[written], [...base, written], [], 0, found);
    else if (steps.length > 1) gather(object, base, steps, 0, found);
  };
  return walk;
}

/** All values at the path, as plain text. */
export function textsAt(get: Getter, scope: Scope): { text: string; path: Path }[] {
  const texts: { text: string; path: Path }[] = [];
  get(scope, (value, path) => {
    if (typeof value !== 'object') texts.push({ text: clean(String(value)), path });
  });
  return texts;
}

/** White space trimmed and collapsed. */
export function clean(text: string): string {
  const trimmed = text.trim();
  return UNEVEN.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** An object in a list may be any: a map of own keys. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// --- internal ---

const UNEVEN = /\s\s|[^\S ]/;

function gather(
  value: unknown,
  path: Path,
  steps: readonly string[],
  at: number,
  found: (value: Scalar | Readonly<Record<string, unknown>>, path: Path) => void,
): void {
  if (Array.isArray(value)) {
    const index = at < steps.length && /^\d{1,6}$/.test(steps[at] as string) ? Number(steps[at]) : undefined;
    if (index !== undefined) {
      if (index < value.length) gather(value[index], [...path, index], steps, at + 1, found);
      return;
    }
    for (let i = 0; i < value.length; i++) gather(value[i], [...path, i], steps, at, found);
    return;
  }
  if (at < steps.length) {
    const step = steps[at] as string;
    if (isObject(value) && Object.hasOwn(value, step)) gather(value[step], [...path, step], steps, at + 1, found);
    return;
  }
  if (typeof value === 'string') {
    if (value.trim() !== '') found(value, path);
  } else if (typeof value === 'number' || typeof value === 'boolean') found(value, path);
  else if (isObject(value)) found(value, path);
}

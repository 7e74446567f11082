import { valueAt } from './problems.ts';
import type { Condition, YamlPath } from './types.ts';

/** A map of YAML, not a list. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The list at a path; none is an empty one. */
export function listAt(value: unknown, path: YamlPath): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

/** One value or several, as a list. */
export const list = <T>(value: T | readonly T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? [...value] : [value as T];

/** `T` without its undefined values. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined. */
export const defined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;

/** `when` and `unless` in their three spellings. */
export function conditions(raw: unknown): Condition[] {
  if (typeof raw === 'string') return [{ path: raw }];
  if (Array.isArray(raw)) return raw.map((path) => ({ path: String(path) }));
  if (!isMap(raw)) return [];
  return Object.entries(raw).map(([path, values]) => ({ path, values: list<unknown>(values).map(String) }));
}

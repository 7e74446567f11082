import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { suggestion } from './nearest.ts';
import type { YamlPath } from './types.ts';
import type { YamlFile } from './yaml.ts';

/** Says that the value at a path is wrong. `message` goes on after the path and the value. */
export type Report = (path: YamlPath, message: string) => void;

/** Collects what is wrong with a config, so that its writer sees all of it at once. */
export class Problems {
  readonly #file: string;
  readonly #yaml: YamlFile;
  readonly #found: { line: number; text: string }[] = [];

  constructor(file: string, yaml: YamlFile) {
    this.#file = file;
    this.#yaml = yaml;
  }

  readonly report: Report = (path, message) => {
    const value = valueAt(this.#yaml.value, path);
    const shown = value === undefined || typeof value === 'object' ? '' : ` = ${clip(JSON.stringify(value))}`;
    const line = this.#yaml.linesOf(path).first;
    this.#found.push({ line, text: `line ${line}: ${pathText(path)}${shown}: ${message}` });
  };

  /** Throws one UsageError with all that was reported, in file order. Nothing reported: nothing happens. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const lines = this.#found.sort((a, b) => a.line - b.line).map(({ text }) => text);
    const unique = [...new Set(lines)];
    const count = unique.length === 1 ? '1 error' : `${unique.length} errors`;
    throw new UsageError(`${count} in this config:\n  ${unique.join('\n  ')}`, { path: this.#file });
  }
}

/**
 * Checks a value against a schema and reports each issue. Messages of the schema are phrases that go on after "must be".
 * Gives the checked value, or undefined.
 */
export function check<T extends z.ZodType>(schema: T, value: unknown, at: YamlPath, report: Report) {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as z.infer<T>;
  for (const issue of result.error.issues) tell(issue, schema, value, at, report);
  return undefined;
}

/** `['sources', 1, 'id']` as `sources[1].id`. */
export function pathText(path: YamlPath): string {
  if (path.length === 0) return 'the config';
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}

/** Own properties only. */
export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

// --- internal ---

function tell(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, at: YamlPath, report: Report): void {
  const inside = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, inside);
    for (const key of issue.keys) report([...at, ...inside, key], `is not a known key${suggestion(key, known)}`);
    return;
  }
  const given = valueAt(value, inside);
  if (issue.code === 'invalid_union') {
    // The branch that the value was meant for is the one that did not stumble over its very type.
    const meant = issue.errors.find((branch) => !branch.some((i) => i.code === 'invalid_type' && i.path.length === 0));
    if (meant !== undefined && given !== undefined) {
      for (const i of meant) tell({ ...i, path: [...inside, ...i.path] } as typeof issue, schema, value, at, report);
      return;
    }
  }
  report([...at, ...inside], given === undefined ? `is missing: give ${issue.message}` : `must be ${issue.message}`);
}

/** Keys that an object of the schema may have at a path. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let branches: unknown[] = [schema];
  for (const step of path) branches = branches.flatMap(unwrap).map((branch) => inner(branch, step));
  const objects = branches.flatMap(unwrap).filter((branch) => branch instanceof z.ZodObject);
  return objects.flatMap((object) => Object.keys(object.shape));
}

function unwrap(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  return [schema];
}

function inner(schema: unknown, step: string | number): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[step];
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

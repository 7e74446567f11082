import type { ValueSpec } from '../../config/types.ts';
import type { Lines } from '../../domain/evidence.ts';
import { compilePath, type Scope, textsAt } from './paths.ts';
import type { Report, Value } from './report.ts';
import { compileTemplate } from './template.ts';

/** Reads the values of a field, clean and not empty, before they become dates, names or addresses. */
export type Reading = (scope: Scope, report: Report) => readonly Value[];

/**
 * Compiles where a value comes from and its split, lookup and default. References are not read here.
 * `all`: every path of `from` gives its values; without it, the first that has any.
 */
export function compileReading(
  spec: ValueSpec,
  field: string,
  all: boolean,
  linesIn: (key?: string) => Lines,
): Reading {
  const origin = compileOrigin(spec, field, all, linesIn);
  const { split, lookup } = spec;
  const defaults: readonly Value[] =
    spec.default === undefined ? [] : [{ text: spec.default, lines: linesIn('default'), document: 'config' }];
  if (split.length === 0 && lookup === undefined && defaults.length === 0) return origin;
  const table = lookup === undefined ? undefined : new Map([...lookup].map(([key, value]) => [key.trim(), value]));
  return (scope, report) => {
    let values = origin(scope, report);
    if (split.length > 0) values = values.flatMap((value) => splitValue(value, split));
    if (table !== undefined) {
      values = values.flatMap((value) => {
        const text = table.get(value.text);
        if (text !== undefined) return [{ ...value, text }];
        if (defaults.length > 0) return defaults;
        const known = [...table.keys()].join(', ');
        report.finding({ code: 'not-in-lookup', field, value: value.text, known }, value);
        return [];
      });
    }
    return values.length === 0 ? defaults : values;
  };
}

// --- internal ---

function compileOrigin(spec: ValueSpec, field: string, all: boolean, linesIn: (key?: string) => Lines): Reading {
  const { template, link } = spec;
  if (spec.from.length > 0) {
    const getters = spec.from.map(compilePath);
    return (scope) => {
      const values: Value[] = [];
      for (const get of getters) {
        for (const { text, path } of textsAt(get, scope)) values.push({ text, lines: scope.row.linesOf(path) });
        if (!all && values.length > 0) break;
      }
      return values;
    };
  }
  if (template !== undefined) return filled(template, field, undefined);
  if (spec.const.length > 0) {
    const values: readonly Value[] = spec.const.map((text) => ({ text, lines: linesIn('const'), document: 'config' }));
    return () => values;
  }
  if (link !== undefined) return filled(link, field, encodeURIComponent);
  return () => [];
}

function filled(template: string, field: string, encode: ((value: string) => string) | undefined): Reading {
  const fill = compileTemplate(template, encode);
  return (scope, report) => {
    try {
      return fill(scope).filter(({ text }) => text !== '');
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof URIError)) throw error;
      report.drop(error.message, field, { text: template, lines: scope.row.linesOf(scope.base) });
      return [];
    }
  };
}

function splitValue(value: Value, separators: readonly string[]): Value[] {
  let texts = [value.text];
  for (const separator of separators) texts = texts.flatMap((text) => text.split(separator));
  return texts.map((text) => ({ ...value, text: text.trim() })).filter(({ text }) => text !== '');
}

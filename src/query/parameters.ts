import { UsageError } from '../errors.ts';
import type { QueryTerm } from '../store/sparql.ts';
import { withValues } from '../store/sparql.ts';
import type { SavedQuery } from './catalogue.ts';
import type { Parameter } from './parameter.ts';
import { termOf } from './parameter.ts';

/**
 * The SPARQL of a saved query with values for its parameters, by name. A parameter without value takes its default; an
 * optional one (`?__name`) without either stays unbound.
 * Throws UsageError for unknown names (listing the known), missing values and values of the wrong type.
 */
export function bindParameters(saved: SavedQuery, given: ReadonlyMap<string, string>): string {
  const { name: query, parameters } = saved;
  for (const name of given.keys()) {
    if (parameters.some((parameter) => parameter.name === name)) continue;
    const known = parameters.length === 0 ? 'it has none' : `known: ${parameters.map(describe).join(', ')}`;
    throw new UsageError(`the query ${query} has no parameter "${name}"; ${known}`);
  }
  const values = new Map<string, QueryTerm>();
  for (const parameter of parameters) {
    const value = given.get(parameter.name) ?? parameter.default;
    if (value !== undefined) values.set(parameter.variable, termOf(parameter, value));
    else if (parameter.required) {
      throw new UsageError(`the query ${query} needs a value for its parameter ${describe(parameter)}`);
    }
  }
  return withValues(saved.query, values);
}

// --- internal ---

function describe({ name, type, values }: Parameter): string {
  return `${name} (${values === undefined ? type : `one of ${values.join(', ')}`})`;
}

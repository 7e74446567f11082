import { UsageError } from '../errors.ts';
import { NAMESPACES } from '../map/vocab.ts';
import type { QueryTerm } from '../store/sparql.ts';

/**
 * A parameter of a saved query, declared by the name of a variable, as grlc does
 * (https://github.com/CLARIAH/grlc/wiki/Parameter-Mapping):
 *
 *     ?_name          a string; must be given, unless the query has a default for it
 *     ?__name         may be left out: without value or default the variable is unbound
 *     ?_name_iri      an IRI (http, https or urn)
 *     ?_name_number   xsd:integer, xsd:decimal or xsd:double, by how it is written
 *     ?_name_date     a literal of that XML Schema datatype: integer decimal double boolean date dateTime gYear
 *     ?_name_fr       a string in that language (two letters)
 *
 * Names hold letters and digits only; `_` divides. A query with an optional parameter says what its absence means, with
 * BOUND: `FILTER(!BOUND(?__event_iri) || ?event = ?__event_iri)`.
 */
export interface Parameter {
  readonly name: string;
  /** The variable, without `?`. */
  readonly variable: string;
  /** `string`, `iri`, `number`, a datatype's local name or a language. */
  readonly type: string;
  readonly required: boolean;
  /** The value when none is given. */
  readonly default?: string;
  /** The only values allowed. */
  readonly values?: readonly string[];
}

/** The parameter that a variable declares; undefined for an ordinary variable. Throws UsageError for a name it cannot read. */
export function parameterOf(variable: string): Parameter | undefined {
  if (!variable.startsWith('_')) return undefined;
  const match = /^_(_?)([A-Za-z][A-Za-z0-9]*)(?:_([A-Za-z]+))?$/.exec(variable);
  if (match === null) {
    throw new UsageError(`?${variable}: a parameter is written ?_name or ?_name_type; name and type hold no other "_"`);
  }
  const type = match[3] === undefined || match[3] === 'literal' ? 'string' : match[3];
  if (type !== 'string' && type !== 'iri' && !Object.hasOwn(datatypes, type) && !/^[a-z]{2}$/.test(type)) {
    const known = ['iri', 'string', ...Object.keys(datatypes)].join(', ');
    throw new UsageError(
      `?${variable}: "${type}" is not a type of parameters; use one of ${known}, or a language of two letters`,
    );
  }
  return { name: match[2] as string, variable, type, required: match[1] === '' };
}

/** The term that a value makes. Throws UsageError naming the parameter, the value and what was expected. */
export function termOf(parameter: Parameter, value: string): QueryTerm {
  const { name, type, values } = parameter;
  const refuse = (expected: string) => {
    throw new UsageError(`expected ${expected}`, { field: name, value });
  };
  if (value.length > MAX_LENGTH) refuse(`at most ${MAX_LENGTH} characters, not ${value.length}`);
  if (/\p{Cs}/u.test(value)) refuse('valid Unicode, not half a surrogate pair');
  if (values !== undefined && !values.includes(value)) refuse(`one of ${values.join(', ')}`);
  if (type === 'string') return { type: 'literal', value };
  if (type === 'iri') {
    if (!isIri(value)) refuse('an IRI that starts with http://, https:// or urn:');
    return { type: 'iri', value };
  }
  const datatype = Object.hasOwn(datatypes, type) ? datatypes[type] : undefined;
  if (datatype === undefined) return { type: 'literal', value, language: type };
  if (!datatype.accepts(value)) refuse(datatype.expected);
  return { type: 'literal', value, datatype: NAMESPACES.xsd + (type === 'number' ? numberType(value) : type) };
}

// --- internal ---

/** Values are repeated in each group that uses them, and a query has at most 16 KiB. */
const MAX_LENGTH = 1000;

const INTEGER = /^[+-]?[0-9]{1,18}$/;
const DECIMAL = /^[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})$/;
const DOUBLE = /^[+-]?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,3})?$/;

const datatypes: Readonly<Record<string, { accepts: (value: string) => boolean; expected: string }>> = {
  number: { accepts: (value) => DOUBLE.test(value), expected: 'a number, as 12 or 1.5' },
  integer: { accepts: (value) => INTEGER.test(value), expected: 'a whole number, as 12' },
  decimal: { accepts: (value) => DECIMAL.test(value), expected: 'a decimal number, as 1.5' },
  double: { accepts: (value) => DOUBLE.test(value), expected: 'a number, as 1.5e3' },
  boolean: { accepts: (value) => value === 'true' || value === 'false', expected: 'true or false' },
  date: { accepts: isDate, expected: 'a date, as 2022-09-28' },
  dateTime: { accepts: isDateTime, expected: 'a date and time, as 2022-09-28T10:00:00+02:00' },
  gYear: { accepts: (value) => /^[0-9]{4}$/.test(value), expected: 'a year, as 2022' },
};

function numberType(value: string): string {
  return INTEGER.test(value) ? 'integer' : DECIMAL.test(value) ? 'decimal' : 'double';
}

/** Characters of paths, queries and fragments of IRIs: RFC 3987, section 2.2 (iunreserved, sub-delims, `:@/?%`). */
const IRI_REST = new RegExp(
  "^[A-Za-z0-9._~!$&'()*+,;=:@/?%\\-" +
    '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}' +
    Array.from({ length: 14 }, (_, i) => `\\u{${(i + 1).toString(16)}0000}-\\u{${(i + 1).toString(16)}fffd}`).join('') +
    ']*$',
  'u',
);

function isIri(value: string): boolean {
  const scheme = /^(?:https?:\/\/(?=[^/?#])|urn:(?=[^/?#]))/.exec(value)?.[0];
  if (scheme === undefined || !URL.canParse(value)) return false;
  const parts = value.slice(scheme.length).split('#');
  return parts.length <= 2 && parts.every((part) => IRI_REST.test(part)) && !/%(?![0-9A-Fa-f]{2})/.test(value);
}

function isDate(value: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

function isDateTime(value: string): boolean {
  const time = /^T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?$/;
  return isDate(value.slice(0, 10)) && time.test(value.slice(10));
}

import { NAMESPACES } from '../map/vocab.ts';
import type { QueryTerm } from '../store/sparql.ts';
import { withValues } from '../store/sparql.ts';
import type { SavedQuery } from './catalogue.ts';

/** A saved query with a hole for each parameter, for those who fill it without a SPARQL parser. */
export interface Template {
  readonly sparql: string;
  /** Token that stands for the value, by name of parameter; an optional one that is left out is written `UNDEF`. */
  readonly holes: Readonly<Record<string, string>>;
  /** Datatype of the value, by name of parameter, where it has one. */
  readonly datatypes: Readonly<Record<string, string>>;
}

/** Values go where `bindParameters` puts them. No query holds the private-use characters that mark a hole. */
export function templateOf(saved: SavedQuery): Template {
  const marks = saved.parameters.map(({ name, variable }) => ({ name, variable, mark: `\ue000${name}\ue000` }));
  const values = new Map(
    marks.map(({ variable, mark }): [string, QueryTerm] => [variable, { type: 'literal', value: mark }]),
  );
  return {
    sparql: withValues(saved.query, values),
    holes: Object.fromEntries(marks.map(({ name, mark }) => [name, `"${mark}"`])),
    datatypes: Object.fromEntries(
      saved.parameters.flatMap(({ name, type }) => {
        return UNTYPED.test(type) ? [] : [[name, NAMESPACES.xsd + type]];
      }),
    ),
  };
}

// --- internal ---

/** Strings, IRIs, numbers as they are written, and languages. */
const UNTYPED = /^(?:string|iri|number|[a-z]{2})$/;

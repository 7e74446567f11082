import { rdf, xsd } from '../map/vocab.ts';
import { type Compactor, type Context, createCompactor } from './context.ts';
import { type Iri, isIri, type Literal } from './statement.ts';
import { type Subject, subjectsOf } from './subjects.ts';

/** JSON-LD: the union of all graphs, as a flat list of nodes sorted by IRI, one a line, under the given context. */
export function* jsonld(lines: readonly string[], context: Context): Generator<string> {
  const compactor = createCompactor(context);
  yield `{"@context": ${JSON.stringify(context, null, 2)},\n"@graph": [`;
  let separator = '\n';
  for (const subject of subjectsOf(lines)) {
    yield separator + JSON.stringify(nodeOf(compactor, subject));
    separator = ',\n';
  }
  yield '\n]}\n';
}

// --- internal ---

/** A node: its id, its types, then its properties by key. */
function nodeOf(compactor: Compactor, { iri, statements }: Subject): Record<string, unknown> {
  const types: string[] = [];
  const properties = new Map<string, unknown[]>();
  for (const { predicate, object } of statements) {
    if (predicate === rdf.type && isIri(object)) {
      types.push(compactor.className(object.iri));
      continue;
    }
    const { key, coercion } = compactor.key(predicate);
    const value = isIri(object) ? iriValue(object, coercion) : literalValue(object, coercion, compactor.plainStrings);
    const values = properties.get(key);
    if (values === undefined) properties.set(key, [value]);
    else values.push(value);
  }
  const entries: [string, unknown][] = [[compactor.id, iri]];
  if (types.length > 0) entries.push([compactor.type, oneOrMore(types)]);
  for (const key of [...properties.keys()].sort()) entries.push([key, oneOrMore(properties.get(key) ?? [])]);
  return Object.fromEntries(entries);
}

function iriValue({ iri }: Iri, coercion: string | undefined): unknown {
  return coercion === '@id' ? iri : { '@id': iri };
}

function literalValue({ value, language, datatype }: Literal, coercion: string | undefined, plain: boolean): unknown {
  if (language !== undefined) return { '@value': value, '@language': language };
  if (datatype === undefined)
    return plain && (coercion === undefined || coercion === xsd.string) ? value : { '@value': value };
  if (datatype === coercion) return value;
  if (coercion === undefined && datatype === xsd.boolean && /^(?:true|false)$/.test(value)) return value === 'true';
  if (coercion === undefined && datatype === xsd.integer && /^(?:0|-?[1-9]\d{0,14})$/.test(value)) return Number(value);
  return { '@value': value, '@type': datatype };
}

function oneOrMore(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

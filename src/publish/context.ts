import { UsageError } from '../errors.ts';
import type { Prefixes } from './turtle.ts';

/** A JSON-LD context, as a file of ours holds it: an object, no remote contexts. */
export type Context = Readonly<Record<string, unknown>>;

/** What a context calls a predicate. */
export interface Key {
  readonly key: string;
  /** `@id` or a datatype's IRI where plain strings are read as such. */
  readonly coercion?: string;
}

/** The shortest safe way to write IRIs as keys and types under a context. */
export interface Compactor {
  readonly id: string;
  readonly type: string;
  /** Whether a plain JSON string stands for a plain literal. */
  readonly plainStrings: boolean;
  key(iri: string): Key;
  className(iri: string): string;
}

/** A context of prefixes alone. */
export function contextOf(prefixes: Prefixes): Context {
  return Object.fromEntries(
    Object.entries(prefixes)
      .filter(([name, iri]) => name !== '' && /[/#?:]$/.test(iri))
      .sort(),
  );
}

/** The context in the JSON of a `.jsonld` file, with or without the `@context` around it. */
export function contextIn(json: unknown): Context {
  const inner = typeof json === 'object' && json !== null && '@context' in json ? json['@context'] : json;
  return checked(inner);
}

/**
 * Reads a context. Terms are used where they do no more than name and coerce to `@id` or a datatype; whatever asks for
 * more (containers other than sets, scoped contexts, reverse properties) is written with a prefix or in full instead.
 *
 * @throws UsageError for a context that is not an object or that imports others.
 */
export function createCompactor(context: Context): Compactor {
  checked(context);
  const prefixes = prefixesIn(context);
  const expand = (text: string): string => expanded(text, prefixes, context['@vocab']);
  const keys = new Map<string, Key>();
  const classes = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const name of Object.keys(context).sort()) {
    const term = plainTerm(context[name]);
    if (name.startsWith('@') || term === undefined) continue;
    if (term.id.startsWith('@')) {
      if (!aliases.has(term.id)) aliases.set(term.id, name);
      continue;
    }
    const iri = expand(term.id);
    if (!keys.has(iri)) {
      keys.set(iri, term.type === undefined ? { key: name } : { key: name, coercion: expand(term.type) });
    }
    if (!classes.has(iri)) classes.set(iri, name);
  }
  const prefixed = (iri: string): string => {
    for (const [prefix, start] of prefixes) {
      const local = iri.slice(start.length);
      if (iri.startsWith(start) && !local.startsWith('//') && !(`${prefix}:${local}` in context))
        return `${prefix}:${local}`;
    }
    return iri;
  };
  return {
    id: aliases.get('@id') ?? '@id',
    type: aliases.get('@type') ?? '@type',
    plainStrings: !('@language' in context || '@direction' in context),
    key: (iri) => keys.get(iri) ?? { key: prefixed(iri) },
    className: (iri) => classes.get(iri) ?? prefixed(iri),
  };
}

// --- internal ---

function checked(context: unknown): Context {
  if (typeof context !== 'object' || context === null || Array.isArray(context) || '@import' in context) {
    throw new UsageError('the JSON-LD context must be one object that imports nothing', { field: '@context' });
  }
  return context as Context;
}

interface PlainTerm {
  readonly id: string;
  readonly type: string | undefined;
}

function plainTerm(definition: unknown): PlainTerm | undefined {
  if (typeof definition === 'string') return { id: definition, type: undefined };
  if (typeof definition !== 'object' || definition === null) return undefined;
  const { '@id': id, '@type': type, '@container': container, ...more } = definition as Record<string, unknown>;
  const known = Object.keys(more).every((key) => key === '@protected' || key === '@prefix');
  if (typeof id !== 'string' || !known || (container !== undefined && container !== '@set')) return undefined;
  if (type !== undefined && (typeof type !== 'string' || type === '@vocab' || type === '@json')) return undefined;
  return { id, type: type === '@none' ? undefined : (type as string | undefined) };
}

/** Prefixes, longest namespace first. JSON-LD 1.1: a simple term that ends in a delimiter, or one declared so. */
function prefixesIn(context: Context): readonly (readonly [string, string])[] {
  return Object.entries(context)
    .flatMap(([name, definition]): (readonly [string, string])[] => {
      if (name.startsWith('@') || name.includes(':') || name === '') return [];
      if (typeof definition === 'string') return /^[a-z]+:.*[:/?#[\]@]$/i.test(definition) ? [[name, definition]] : [];
      const { '@id': id, '@prefix': prefix } = (definition ?? {}) as Record<string, unknown>;
      return prefix === true && typeof id === 'string' && id.includes(':') ? [[name, id]] : [];
    })
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

function expanded(text: string, prefixes: readonly (readonly [string, string])[], vocab: unknown): string {
  const colon = text.indexOf(':');
  if (text.startsWith('@')) return text;
  if (colon < 0) return typeof vocab === 'string' ? vocab + text : text;
  const namespace = prefixes.find(([prefix]) => prefix === text.slice(0, colon))?.[1];
  return namespace === undefined ? text : namespace + text.slice(colon + 1);
}

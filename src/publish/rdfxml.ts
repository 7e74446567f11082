import { UsageError } from '../errors.ts';
import { rdf } from '../map/vocab.ts';
import { isIri, type Statement } from './statement.ts';
import { subjectsOf } from './subjects.ts';
import type { Prefixes } from './turtle.ts';

/**
 * RDF/XML: the union of all graphs, one `rdf:Description` a subject. Characters that XML 1.0 cannot hold, even
 * escaped, become U+FFFD (see `xmlText`).
 *
 * @throws UsageError for a predicate that does not end in an XML name: RDF/XML cannot say it.
 */
export function* rdfxml(lines: readonly string[], prefixes: Prefixes): Generator<string> {
  const names = Object.entries({ ...prefixes, rdf: RDF })
    .filter(([prefix]) => prefix === 'rdf' || (isName(prefix) && !/^(?:xml|rdf$)/i.test(prefix)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const declared = names.map(([prefix, iri]) => ` xmlns:${prefix}="${attribute(iri)}"`).join('\n ');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared}>\n`;
  const tags = new Map<string, Tag>();
  for (const { iri, statements } of subjectsOf(lines)) {
    let text = `<rdf:Description rdf:about="${attribute(iri)}">\n`;
    for (const statement of statements) {
      let tag = tags.get(statement.predicate);
      if (tag === undefined) {
        tag = tagOf(statement.predicate, names);
        tags.set(statement.predicate, tag);
      }
      text += property(tag, statement);
    }
    yield `${text}</rdf:Description>\n`;
  }
  yield '</rdf:RDF>\n';
}

/** The text as XML 1.0 can hold it: what it has no way to write becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(XML_ILLEGAL, '\uFFFD');
}

// --- internal ---

const RDF = rdf.type.slice(0, -'type'.length);

/** What is not in XML 1.0's production Char. */
const XML_ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** NameStartChar of XML 1.0 without the colon, in the Basic Multilingual Plane. */
const START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD';

/** An NCName (XML Namespaces) at the end. */
const NAME = new RegExp(`[${START}][${START}0-9.\\-\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u');

/** Names of the rdf namespace that mean something else where a property is expected. */
const RESERVED = /^(?:RDF|Description|ID|about|parseType|resource|nodeID|datatype|li|aboutEach|aboutEachPrefix|bagID)$/;

interface Tag {
  readonly name: string;
  /** The tag with the declaration of its namespace, where the root does not declare it. */
  readonly open: string;
}

function tagOf(predicate: string, names: readonly (readonly [string, string])[]): Tag {
  const known = names.find(([, iri]) => predicate.startsWith(iri) && isName(predicate.slice(iri.length)));
  const local = known === undefined ? lastName(predicate) : predicate.slice(known[1].length);
  const namespace = predicate.slice(0, predicate.length - (local?.length ?? 0));
  if (local === undefined || (namespace === RDF && RESERVED.test(local))) {
    throw new UsageError('RDF/XML cannot write this predicate: its IRI must end in an XML name, after some namespace', {
      field: 'predicate',
      value: predicate,
    });
  }
  if (known !== undefined) return { name: `${known[0]}:${local}`, open: `${known[0]}:${local}` };
  return { name: `ns:${local}`, open: `ns:${local} xmlns:ns="${attribute(namespace)}"` };
}

function property({ name, open }: Tag, { object }: Statement): string {
  if (isIri(object)) return `  <${open} rdf:resource="${attribute(object.iri)}"/>\n`;
  const language = object.language === undefined ? '' : ` xml:lang="${object.language}"`;
  const datatype = object.datatype === undefined ? '' : ` rdf:datatype="${attribute(object.datatype)}"`;
  return `  <${open}${language}${datatype}>${content(object.value)}</${name}>\n`;
}

function isName(text: string): boolean {
  return lastName(text) === text;
}

/** The longest XML name at the end of an IRI. */
function lastName(iri: string): string | undefined {
  // Looked for in the last 200 characters: no backtracking over long IRIs.
  return NAME.exec(iri.slice(-200))?.[0];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Element content: a bare carriage return would be read as a line feed. */
function content(text: string): string {
  return xmlText(text).replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
}

/** A double-quoted attribute; only IRIs stand in one. */
function attribute(iri: string): string {
  return xmlText(iri).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

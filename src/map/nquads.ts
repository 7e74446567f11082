/**
 * N-Quads as text. Terms are tokens (`<iri>`, `"literal"`), statements are lines: building objects first and writing
 * them later costs several times as much.
 */
import { xsd } from './vocab.ts';

/** One N-Quads line, with its line feed. All four are tokens. */
export function quad(subject: string, predicate: string, object: string, graph: string): string {
  return `${subject} ${predicate} ${object} ${graph} .\n`;
}

/**
 * A literal's token in canonical form: escapes as RDF 1.2 N-Quads, Canonicalization, sets them (ECHAR where there is
 * one, `\uXXXX` for the other controls), language tags in lower case, xsd:string left out. Lone surrogates, which no
 * UTF-8 file can hold, become U+FFFD.
 *
 * @param kind a datatype's IRI, or a language tag such as `en`.
 * @throws RangeError for a `kind` that is neither.
 */
export function literal(text: string, kind?: string): string {
  const value = wellFormed(text);
  const quoted = `"${NEEDS_ESCAPE.test(value) ? value.replace(ESCAPES, escapeOf) : value}"`;
  if (kind === undefined || kind === xsd.string) return quoted;
  let suffix = suffixes.get(kind);
  if (suffix === undefined) {
    suffix = suffixOf(kind);
    if (suffixes.size < 1_000) suffixes.set(kind, suffix);
  }
  return quoted + suffix;
}

/** An IRI's token. Throws a RangeError for what cannot stand in one: it never escapes. */
export function iriToken(iri: string): string {
  if (!isIri(iri)) throw new RangeError(`not an absolute IRI: ${JSON.stringify(iri)}`);
  return `<${iri}>`;
}

/** Whether the text is an absolute IRI that every N-Quads parser takes (RFC 3987, the characters; any scheme). */
export function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && !ILLEGAL_IN_IRI.test(text);
}

/** Collects lines and hands them on in chunks of about `size` UTF-16 code units, each of whole lines. */
export interface Emitter {
  /** Takes one or more whole lines. */
  readonly write: (lines: string) => void;
  /** Hands on what is left. */
  readonly flush: () => void;
}

export function createEmitter(sink: (chunk: string) => void, size = 1 << 20): Emitter {
  let parts: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (length === 0) return;
    const chunk = parts.join('');
    parts = [];
    length = 0;
    sink(chunk);
  };
  const write = (lines: string): void => {
    parts.push(lines);
    length += lines.length;
    if (length >= size) flush();
  };
  return { write, flush };
}

// --- internal ---

/** Everything but the characters that canonical N-Quads writes as they are. */
const NEEDS_ESCAPE = /[^ !#-[\]-~\u0080-\uFFFD]/;
const ESCAPES = /[^ !#-[\]-~\u0080-\uFFFD]/g;
const ECHAR = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
]);

/** Controls, the grammar's own delimiters, and what RFC 3987 leaves out of `ucschar`. */
const ILLEGAL_IN_IRI = /[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\uFFF0-\uFFFF\u{E0000}-\u{E0FFF} <>"{}|^`\\]/u;

const suffixes = new Map<string, string>();

function escapeOf(character: string): string {
  return ECHAR.get(character) ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function suffixOf(kind: string): string {
  if (kind.includes(':')) return `^^${iriToken(kind)}`;
  if (/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(kind)) return `@${kind.toLowerCase()}`;
  throw new RangeError(`neither a datatype's IRI nor a language tag: ${JSON.stringify(kind)}`);
}

function wellFormed(text: string): string {
  // Standing in Node since 20, in TypeScript's lib only from ES2024.
  return (text as string & { toWellFormed(): string }).toWellFormed();
}

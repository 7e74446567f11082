import { rdf } from '../map/vocab.ts';

/** What can be told of a query's text without parsing it. */
export interface Outline {
  /** Deepest nesting of brackets outside strings, IRIs and comments. Errs on the side of counting. */
  readonly deepest: number;
  /**
   * The text with every absolute IRI (but rdf:type) and every string inside braces emptied: queries of one skeleton have trees of
   * one shape. Undefined where that cannot be told by looking at characters: escapes, relative IRIs, strings of several lines.
   */
  readonly skeleton: string | undefined;
}

/** Reads a query from left to right, once, and divides it as its lexer does. */
export function outlineOf(text: string): Outline {
  let depth = 0;
  let deepest = 0;
  let braces = 0;
  let plain = true;
  let kept = '';
  let from = 0;
  const empty = (start: number, end: number, by: string): void => {
    if (braces <= 0) return;
    kept += text.slice(from, start) + by;
    from = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    switch (c) {
      case '{':
      case '(':
      case '[':
        if (c === '{') braces++;
        deepest = Math.max(deepest, ++depth);
        break;
      case '}':
      case ')':
      case ']':
        if (c === '}') braces--;
        depth--;
        break;
      case '"':
      case "'": {
        const end = endOfString(text, i, c);
        const isShort = end < text.length && !text.startsWith(c.repeat(3), i) && !/[\r\n\\]/.test(text.slice(i, end));
        plain &&= isShort;
        empty(i, end, '""');
        i = end;
        break;
      }
      case '#':
        i = endOfLine(text, i);
        break;
      case '\\':
        // What it takes along (`ex:a\'b`) begins neither a string nor a comment.
        plain = false;
        i++;
        break;
      case '<': {
        const end = endOfIri(text, i);
        const iri = text.slice(i + 1, end);
        if (end === i) plain &&= text[i + 1] !== '<';
        else if (braces > 0 && iri !== rdf.type) {
          plain &&= /^[a-z][a-z0-9.+-]*:/i.test(iri);
          empty(i, end, '<>');
        }
        i = end;
        break;
      }
    }
  }
  return { deepest, skeleton: plain ? kept + text.slice(from) : undefined };
}

// --- internal ---

/** Index of the last character of the string that starts at `from`. Three quotes that nothing closes are an empty string and more. */
function endOfString(text: string, from: number, quote: string): number {
  const long = quote.repeat(3);
  if (!text.startsWith(long, from)) return closed(text, from + 1, quote) ?? text.length;
  return closed(text, from + 3, long) ?? from + 1;
}

function closed(text: string, from: number, mark: string): number | undefined {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.startsWith(mark, i)) return i + mark.length - 1;
  }
  return undefined;
}

/** Index of the line's end, which ends a comment: LF or CR. */
function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (text[i] === '\n' || text[i] === '\r') return i;
  return text.length;
}

/** `<` opens an IRI only when a `>` follows before any character that no IRI holds; otherwise it is "less than". */
function endOfIri(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '>') return i;
    if (c <= ' ' || '<"{}|^`\\'.includes(c)) return from;
  }
  return from;
}

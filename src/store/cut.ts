import type { Format, Truncation } from './store.ts';

/** Caps of a result: rows of bindings or triples of a graph, and bytes of the body. */
export interface Caps {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * Cuts a result in one of the row formats after the last whole row within the caps.
 * What is left is well formed. `truncated` is absent when everything fits.
 */
export function cut(
  body: string,
  format: 'json' | 'xml' | 'csv' | 'tsv' | 'ntriples',
  caps: Caps,
): { readonly body: string; readonly truncated?: Truncation } {
  // No row of any format is shorter than two characters: short bodies need no counting.
  if (body.length / 2 <= caps.rows && Buffer.byteLength(body) <= caps.bytes) return { body };
  const { start, nextEnd, tail } = layouts[format];
  const room = caps.bytes - tail.length;
  let end = start(body);
  let bytes = Buffer.byteLength(body.slice(0, end));
  for (let rows = 0; ; rows++) {
    const next = nextEnd(body, end);
    if (next === -1) return { body };
    const more = Buffer.byteLength(body.slice(end, next));
    const by = rows === caps.rows ? 'rows' : bytes + more > room ? 'bytes' : undefined;
    if (by !== undefined) return { body: body.slice(0, end) + tail, truncated: truncation(rows, by, caps, format) };
    bytes += more;
    end = next;
  }
}

/** Of a body that ends anywhere, what there is up to its last whole row, closed; undefined where not even its rows begin. */
export function wholeRows(body: string, format: 'json' | 'ntriples'): string | undefined {
  const { start, nextEnd, tail } = layouts[format];
  let end = start(body);
  if (end === -1) return undefined;
  for (let next = nextEnd(body, end); next !== -1; next = nextEnd(body, end)) end = next;
  return body.slice(0, end) + tail;
}

// --- internal ---

interface Layout {
  /** Where the rows start. */
  readonly start: (body: string) => number;
  /** The index after the row that starts at `from`; -1 where no row follows. */
  readonly nextEnd: (body: string, from: number) => number;
  /** What closes the document. */
  readonly tail: string;
}

const layouts: Readonly<Record<Extract<Format, 'json' | 'xml' | 'csv' | 'tsv' | 'ntriples'>, Layout>> = {
  json: { start: jsonStart, nextEnd: jsonRow, tail: ']}}' },
  xml: {
    start: (body) => after(body, '<results>', 0),
    nextEnd: (body, from) => after(body, '</result>', from),
    tail: '</results></sparql>',
  },
  csv: { start: (body) => csvRow(body, 0), nextEnd: csvRow, tail: '' },
  tsv: { start: (body) => after(body, '\n', 0), nextEnd: (body, from) => after(body, '\n', from), tail: '' },
  ntriples: { start: () => 0, nextEnd: (body, from) => after(body, '\n', from), tail: '' },
};

function truncation(rows: number, by: 'rows' | 'bytes', caps: Caps, format: Format): Truncation {
  const what = format === 'ntriples' ? 'triples' : 'rows';
  const cap = by === 'rows' ? `${caps.rows} ${what}` : `${caps.bytes} bytes`;
  return {
    rows,
    by,
    message: `cut after ${rows} ${what}: a result holds at most ${cap}; there is more. Ask for less, or in parts with LIMIT and OFFSET`,
  };
}

function after(body: string, mark: string, from: number): number {
  const at = body.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

function csvRow(body: string, from: number): number {
  let quoted = false;
  for (let i = from; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c === 0x22) quoted = !quoted;
    else if (c === 0x0a && !quoted) return i + 1;
  }
  return -1;
}

function jsonStart(body: string): number {
  // Some servers write white space here.
  const found = /"bindings"\s*:\s*\[/.exec(body);
  return found === null ? -1 : found.index + found[0].length;
}

/** A row is an object; the comma before it belongs to it. */
function jsonRow(body: string, from: number): number {
  let depth = 0;
  for (let i = from; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c === 0x22) i = jsonStringEnd(body, i);
    else if (c === 0x7b) depth++;
    else if (c === 0x7d && --depth === 0) return i + 1;
    else if (c === 0x5d && depth === 0) return -1;
  }
  return -1;
}

function jsonStringEnd(body: string, from: number): number {
  for (let i = from + 1; i < body.length; i++) {
    const c = body.charCodeAt(i);
    if (c === 0x5c) i++;
    else if (c === 0x22) return i;
  }
  return body.length;
}

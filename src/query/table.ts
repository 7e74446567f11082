import { NAMESPACES } from '../map/vocab.ts';

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal. Cells are cut to fit; without it nothing is cut. */
  readonly width?: number;
  /** Shorten IRIs: prefix to namespace. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/**
 * A readable table of SPARQL JSON results: a header, a line, one line a row, and the number of rows. Numbers stand to the
 * right. What could steer a terminal (control characters or writing directions in a source) is shown as `�`.
 */
export function table(json: string, options: TableOptions = {}): string {
  const results = JSON.parse(json) as Results;
  if (results.boolean !== undefined) return `${results.boolean ? 'yes' : 'no'}\n`;
  const columns = results.head.vars ?? [];
  const bindings = results.results?.bindings ?? [];
  const namespaces = longestFirst(options.prefixes ?? {});
  const cells = bindings.map((row) => columns.map((column) => show(row[column], namespaces)));
  const toRight = columns.map((column) => isNumeric(bindings.map((row) => row[column])));
  const widest = columns.map((column, i) =>
    cells.reduce((widest, row) => Math.max(widest, displayWidth(row[i] ?? '')), displayWidth(column)),
  );
  const widths = columnWidths(widest, options.width);
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => pad(cut(cell, widths[i] ?? 0), widths[i] ?? 0, toRight[i] === true))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const count = `${bindings.length} ${bindings.length === 1 ? 'row' : 'rows'}`;
  return [...(columns.length === 0 ? [] : [line(columns), rule]), ...cells.map(line), count, ''].join('\n');
}

/** An IRI with the prefix of the longest namespace that begins it. */
export const shorten = (iri: string, prefixes: Readonly<Record<string, string>>): string =>
  withPrefix(iri, longestFirst(prefixes));

// --- internal ---

const longestFirst = (prefixes: Readonly<Record<string, string>>) =>
  Object.entries(prefixes).sort((a, b) => b[1].length - a[1].length);

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
}

interface Results {
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Term | undefined>>[] };
  readonly boolean?: boolean;
}

const GAP = '  ';
/** Below this a column says nothing: a table of many columns runs over instead. */
const NARROWEST = 6;

function show(term: Term | undefined, namespaces: readonly (readonly [string, string])[]): string {
  if (term === undefined) return '';
  if (term.type === 'bnode') return `_:${term.value}`;
  const value = term.value.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '�');
  if (term.type !== 'uri') return value;
  return withPrefix(value, namespaces);
}

function withPrefix(iri: string, namespaces: readonly (readonly [string, string])[]): string {
  const found = namespaces.find(([, namespace]) => namespace !== '' && iri.startsWith(namespace));
  return found === undefined ? iri : `${found[0]}:${iri.slice(found[1].length)}`;
}

function isNumeric(terms: readonly (Term | undefined)[]): boolean {
  const bound = terms.filter((term) => term !== undefined);
  return bound.length > 0 && bound.every((term) => term.datatype !== undefined && NUMERIC.has(term.datatype));
}

const NUMERIC = new Set(['integer', 'decimal', 'double', 'float', 'int', 'long'].map((type) => NAMESPACES.xsd + type));

/** Takes from the widest columns first, until the table fits. */
function columnWidths(natural: readonly number[], width: number | undefined): number[] {
  const room = width === undefined ? Number.POSITIVE_INFINITY : width - GAP.length * (natural.length - 1);
  const total = (cap: number) => natural.reduce((sum, each) => sum + Math.min(each, cap), 0);
  let cap = Math.max(NARROWEST, ...natural);
  if (total(cap) <= room) return [...natural];
  while (cap > NARROWEST && total(cap) > room) cap--;
  // What is left over goes to the first columns that want it.
  let spare = room - total(cap);
  return natural.map((each) => {
    const extra = each > cap && spare > 0 ? 1 : 0;
    spare -= extra;
    return Math.min(each, cap + extra);
  });
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let out = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width - 1) break;
    out += character;
  }
  return `${out}…`;
}

function pad(text: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return toRight ? space + text : text + space;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Terminal columns of a character: combining marks and invisible ones take none, East Asian wide ones and emoji two (UAX #11, in outline). */
function characterWidth(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  )
    ? 2
    : 1;
}

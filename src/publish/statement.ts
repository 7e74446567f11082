/** A statement of a canonical N-Quads line, taken apart. */
export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Iri | Literal;
  /** Undefined in the default graph. */
  readonly graph: string | undefined;
  /** The object as it stands in the line: what statements are told apart and sorted by. */
  readonly token: string;
}

export interface Iri {
  readonly iri: string;
}

export interface Literal {
  readonly value: string;
  /** Set for language-tagged strings. */
  readonly language?: string;
  /** IRI of the datatype; undefined for plain and language-tagged strings. */
  readonly datatype?: string;
}

/** Takes a line apart. It must be as `canonicalLines` gives it. */
export function parseLine(line: string): Statement {
  const subjectEnd = line.indexOf('> ');
  const predicateEnd = line.indexOf('> ', subjectEnd + 2);
  const start = predicateEnd + 2;
  const end = objectEnd(line, start);
  const graph = line.length - end > 3 ? line.slice(end + 2, -3) : undefined;
  const token = line.slice(start, end);
  return {
    subject: line.slice(1, subjectEnd),
    predicate: line.slice(subjectEnd + 3, predicateEnd),
    object: parseObject(token),
    graph,
    token,
  };
}

export function isIri(object: Iri | Literal): object is Iri {
  return 'iri' in object;
}

// --- internal ---

/** Index after the object's token. */
function objectEnd(line: string, start: number): number {
  if (line[start] === '<') return line.indexOf('>', start) + 1;
  return line.indexOf(' ', closingQuote(line, start));
}

function closingQuote(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const unit = text[i];
    if (unit === '"' || unit === undefined) return i;
    if (unit === '\\') i++;
  }
}

function parseObject(token: string): Iri | Literal {
  if (token[0] === '<') return { iri: token.slice(1, -1) };
  const end = closingQuote(token, 0);
  const quoted = token.slice(1, end);
  const value = quoted.includes('\\') ? quoted.replace(/\\(?:u([0-9A-F]{4})|(.))/g, characterOf) : quoted;
  if (token[end + 1] === '@') return { value, language: token.slice(end + 2) };
  if (token[end + 1] === '^') return { value, datatype: token.slice(end + 4, -1) };
  return { value };
}

const ECHAR = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
]);

function characterOf(_whole: string, hex: string | undefined, character: string): string {
  return hex === undefined ? (ECHAR.get(character) ?? character) : String.fromCharCode(Number.parseInt(hex, 16));
}

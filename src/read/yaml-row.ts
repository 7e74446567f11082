import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Lines } from '../domain/evidence.ts';
import { SourceError, type Where } from '../errors.ts';
import { badCharacter } from './characters.ts';
import type { Row } from './reader.ts';

/**
 * Reads a YAML 1.2 mapping as a row. Nothing is converted that could lose what is printed: dates stay strings, and so
 * do numbers that would print differently (`06000`, `1.50`). Values are null-prototype objects, arrays and scalars.
 * Refused, with the file's line: what is not a mapping, duplicate or dangerous keys, aliases, tags that are not of the
 * core schema, nesting over 50, characters that text may not hold. `firstLine` is the file's line of the first line.
 */
export function yamlRow(source: string, firstLine: number, where: Where): Row {
  const at = new Offsets(source, firstLine);
  const fail = (message: string, offset: number, more: Where = {}, cause?: unknown): never => {
    throw new SourceError(message, { ...where, line: at.line(offset), ...more }, cause);
  };
  const root = parse(source, fail);
  if (!isMap(root)) return fail('the YAML is not a mapping: expected "key: value" lines', start(root));
  const values = new Values(fail).map(root, '', 1);
  return { values, linesOf: (path) => at.lines(nodeAt(root, path)) };
}

// --- internal ---

type Fail = (message: string, offset: number, more?: Where, cause?: unknown) => never;

const MAX_DEPTH = 50;
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype']);

function parse(source: string, fail: Fail): unknown {
  // Unique keys are checked while walking: the parser's own check takes quadratic time.
  const options = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false } as const;
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source, options);
  } catch (cause) {
    return fail(`the YAML cannot be read: ${(cause as Error).message}`, 0, {}, cause);
  }
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem === undefined) return document.contents;
  if (/call stack/.test(problem.message)) return fail(tooDeep, problem.pos[0], {}, problem);
  return fail(`bad YAML: ${firstSentence(problem.message)}: correct it`, problem.pos[0], {}, problem);
}

const tooDeep = `the YAML is nested more than ${MAX_DEPTH} deep: flatten it`;
const firstSentence = (message: string): string => message.split('; please')[0]?.slice(0, 200) ?? message;

class Values {
  readonly #fail: Fail;

  constructor(fail: Fail) {
    this.#fail = fail;
  }

  map(node: YAMLMap, path: string, depth: number): Record<string, unknown> {
    const values: Record<string, unknown> = Object.create(null);
    for (const { key: keyNode, value } of node.items as Pair<Node, Node | null>[]) {
      const key = this.#key(keyNode, path);
      const field = path === '' ? key : `${path}.${key}`;
      if (DANGEROUS.has(key)) this.#fail('this key is not allowed: rename it', start(keyNode), { field });
      if (key in values) this.#fail('this key stands twice: keep one', start(keyNode), { field });
      values[key] = this.#value(value, field, depth);
    }
    return values;
  }

  #key(node: unknown, path: string): string {
    const where = path === '' ? {} : { field: path };
    if (!isScalar(node))
      return this.#fail('a key that is not plain text: write it as "key: value"', start(node), where);
    const key = typeof node.value === 'string' ? this.#text(node, path) : String(printed(node));
    return key === '' || node.value === null ? this.#fail('an empty key: name it', start(node), where) : key;
  }

  #value(node: Node | null, field: string, depth: number): unknown {
    if (node === null) return null;
    if (isScalar(node)) return typeof node.value === 'string' ? this.#text(node, field) : printed(node);
    if (depth >= MAX_DEPTH) return this.#fail(tooDeep, start(node), { field });
    if (isMap(node)) return this.map(node, field, depth + 1);
    if (isSeq(node)) return node.items.map((item, i) => this.#value(item as Node, `${field}[${i}]`, depth + 1));
    if (isAlias(node)) return this.#fail('YAML aliases are not read: repeat the value', start(node), { field });
    return this.#fail('a value of an unknown kind', start(node), { field });
  }

  /** Only a double-quoted scalar has escapes, which can smuggle in what the door refuses. */
  #text(node: Scalar, field: string): string {
    const text = node.value as string;
    if (node.type !== 'QUOTE_DOUBLE') return text;
    const bad = badCharacter(text);
    return bad === undefined ? text.normalize('NFC') : this.#fail(bad.message, start(node), { field });
  }
}

/** A number as a number only where that prints the same. */
function printed(node: Scalar): unknown {
  const { value, source } = node;
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
}

const start = (node: unknown): number => (node as Node | null)?.range?.[0] ?? 0;

/** The node at a path; the nearest ancestor that is known where there is none. */
function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  let node = root;
  for (const step of path) {
    const next = child(node, String(step));
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function child(node: Node, step: string): Node | undefined {
  if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(printed(key)) === step);
  // An absent value (`key:`) stands where its key does.
  return pair === undefined ? undefined : isEmpty(pair.value) ? (pair.key as Node) : (pair.value as Node);
}

const isEmpty = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.value === null && node.source === '');

/** From offsets of the YAML to lines of the file. The table is made when it is first needed. */
class Offsets {
  readonly #source: string;
  readonly #firstLine: number;
  #breaks: number[] | undefined;

  constructor(source: string, firstLine: number) {
    this.#source = source;
    this.#firstLine = firstLine;
  }

  line(offset: number): number {
    const last = this.#source.trimEnd().length;
    return this.#firstLine + this.#breaksBefore(Math.min(offset, last));
  }

  lines(node: Node): Lines {
    const [first, end] = node.range ?? [0, 0, 0];
    const last = Math.max(first, first + this.#source.slice(first, lastOffset(node, end)).trimEnd().length - 1);
    return { first: this.line(first), last: this.line(last) };
  }

  #breaksBefore(offset: number): number {
    this.#breaks ??= breaksOf(this.#source);
    const breaks = this.#breaks;
    let low = 0;
    for (let high = breaks.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function breaksOf(text: string): number[] {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return breaks;
}

/** A block collection's range runs on over comments and blank lines: it ends where its last part ends. */
function lastOffset(node: Node, end: number): number {
  if (!(isMap(node) || isSeq(node)) || node.flow) return end;
  const item = node.items.at(-1);
  const last = isMap(node) ? ((item as Pair).value ?? (item as Pair).key) : item;
  return last === undefined || last === null ? end : lastOffset(last as Node, (last as Node).range?.[1] ?? end);
}

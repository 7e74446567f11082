import { rdf } from '../map/vocab.ts';
import type { ParsedQuery } from './sparql.ts';

/**
 * Whether a query looks something up: all of its triple patterns hang together, and on something named, be it a subject
 * or an object that is no class, or on nothing where only the first few solutions are wanted; and no path goes on without
 * end. A guess, of which a wrong one costs time only.
 */
export function looksQuick({ shape }: Pick<ParsedQuery, 'shape'>): boolean {
  const known = guessed.get(shape) ?? guess(shape);
  guessed.set(shape, known);
  return known;
}

// --- internal ---

/** Many queries have one shape. */
const guessed = new WeakMap<object, boolean>();

function guess(tree: ParsedQuery['shape']): boolean {
  const patterns: Pattern[] = [];
  const stack: unknown[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || typeof node !== 'object') continue;
    if (isTriple(node)) {
      if ('type' in node.predicate) {
        if (!isPlainPath(node.predicate)) return false;
        patterns.push({ subject: node.subject, object: node.object, isType: false });
      } else patterns.push({ ...node, isType: node.predicate.value === rdf.type });
    } else stack.push(...Object.values(node));
  }
  if (patterns.length > MOST_PATTERNS) return false;
  const reached = new Set<string>();
  const left = new Set(patterns);
  const [first] = patterns;
  if (wantsFew(tree) && first !== undefined) for (const term of [first.subject, first.object]) reached.add(keyOf(term));
  for (let found = true; found; ) {
    found = false;
    for (const one of left) {
      const { subject, object, isType } = one;
      const hangs =
        isNamed(subject) || (isNamed(object) && !isType) || [subject, object].some((term) => reached.has(keyOf(term)));
      if (!hangs) continue;
      for (const term of [subject, object]) if (!isNamed(term)) reached.add(keyOf(term));
      left.delete(one);
      found = true;
    }
  }
  return left.size === 0;
}

interface Term {
  readonly termType: string;
  readonly value: string;
}

interface Path {
  readonly type: 'path';
  readonly pathType: string;
  readonly items: readonly (Term | Path)[];
}

interface Triple {
  readonly subject: Term;
  readonly predicate: Term | Path;
  readonly object: Term;
}

interface Pattern {
  readonly subject: Term;
  readonly object: Term;
  readonly isType: boolean;
}

const MOST_PATTERNS = 24;
const FEW = 1_000;

/** The engine gives solutions as it finds them, unless they are to be sorted, told apart or counted. */
const wantsFew = (tree: ParsedQuery['shape']): boolean =>
  tree.queryType === 'SELECT' &&
  (tree.limit ?? Number.POSITIVE_INFINITY) <= FEW &&
  tree.order === undefined &&
  tree.group === undefined &&
  tree.distinct !== true &&
  !tree.variables.some((column) => 'expression' in column && JSON.stringify(column.expression).includes('"aggregate"'));

const isTriple = (node: object): node is Triple => 'subject' in node && 'predicate' in node && 'object' in node;
const isNamed = ({ termType }: Term): boolean => termType === 'NamedNode' || termType === 'Literal';
const keyOf = ({ termType, value }: Term): string => `${termType} ${value}`;

/** Steps one after the other, the other way round, or one of several. */
const isPlainPath = (path: Term | Path): boolean =>
  !('type' in path) || (['/', '|', '^'].includes(path.pathType) && path.items.every(isPlainPath));

import type { Query } from 'sparqljs';
import { outlineOf } from './outline.ts';
import { QueryRefused } from './store.ts';

/**
 * Limits of a query. Beyond them the engine's WASM module may run out of stack, after which every later call fails
 * (measured: nesting of 1,000, `!` x 5,000, UNION x 3,000, OPTIONAL x 1,000).
 */
export const limits = {
  /** Bytes of UTF-8. */
  bytes: 16 * 1024,
  /** Open brackets of any kind. */
  nesting: 100,
  /** OPTIONAL, UNION branches, MINUS, GRAPH, groups and subqueries. */
  blocks: 250,
  /** Operators, function calls and aggregates. */
  operators: 500,
  /** Steps of property paths. */
  steps: 250,
  triples: 1000,
} as const;

/** Checks what must hold before the text may be parsed at all. Throws QueryRefused. @returns the text's skeleton, where it has one */
export function checkText(text: string): string | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytes) refuse(`the query has ${bytes} bytes`, `${limits.bytes}`);
  if (/\p{Cs}/u.test(text))
    throw new QueryRefused('syntax', 'the query holds half a surrogate pair: it is not valid Unicode');
  const { deepest, skeleton } = outlineOf(text);
  if (deepest > limits.nesting) refuse(`the query is nested ${deepest} deep`, `${limits.nesting}`);
  return skeleton;
}

/** Walks the tree (without recursion) and counts. Throws QueryRefused for SERVICE and for what passes a limit. */
export function checkTree(tree: Query): { readonly variables: readonly string[] } {
  const count = { blocks: 0, operators: 0, steps: 0, triples: 0 };
  const variables = new Set<string>();
  const stack: unknown[] = [tree];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === null || typeof node !== 'object') continue;
    if (Array.isArray(node)) {
      for (let i = node.length - 1; i >= 0; i--) stack.push(node[i]);
      continue;
    }
    const { type, termType } = node as { type?: string; termType?: string };
    if (termType !== undefined) {
      checkTerm(node as { termType: string; value: string }, variables);
      continue;
    }
    if (type === 'service') {
      throw new QueryRefused('service', 'SERVICE is not allowed: this store asks no other server');
    }
    if (type === 'union') count.blocks += bareBranches(node as { patterns: { type: string }[] });
    else if (type !== undefined && blocks.has(type)) count.blocks++;
    else if (type !== undefined && operators.has(type)) count.operators++;
    else if (type === 'path') count.steps += (node as { items: unknown[] }).items.length;
    else if (type === 'bgp') count.triples += (node as { triples: unknown[] }).triples.length;
    for (const [key, value] of Object.entries(node).reverse()) {
      if (key === 'prefixes' || typeof value !== 'object') continue;
      stack.push(value);
      if (key === 'values')
        for (const row of value as object[]) for (const name of Object.keys(row)) variables.add(name.slice(1));
    }
  }
  for (const key of Object.keys(count) as (keyof typeof count)[]) {
    if (count[key] > limits[key]) refuse(`the query has ${count[key]} ${words[key]}`, `${limits[key]}`);
  }
  return { variables: [...variables] };
}

// --- internal ---

const blocks = new Set(['optional', 'minus', 'graph', 'group', 'query', 'values']);
const operators = new Set(['operation', 'functionCall', 'aggregate']);
const words = {
  blocks: 'groups',
  operators: 'operators',
  steps: 'steps of property paths',
  triples: 'triple patterns',
};

/** Branches that are not counted as blocks of their own when the walk comes to them. */
function bareBranches(union: { patterns: { type: string }[] }): number {
  return union.patterns.filter((branch) => !blocks.has(branch.type)).length;
}

function refuse(what: string, most: string): never {
  throw new QueryRefused('limit', `${what}; at most ${most} are allowed. Ask a simpler query, or several`);
}

function checkTerm(term: { termType: string; value: string }, variables: Set<string>): void {
  if (term.termType === 'Variable') variables.add(term.value);
  // An escape (\u003E) may have decoded to a character that ends an IRI when it is written again.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (term.termType === 'NamedNode' && /[\u0000-\u0020<>"{}|\\^`]/.test(term.value)) {
    throw new QueryRefused('syntax', `${JSON.stringify(term.value)} is not an IRI`);
  }
}

import type { Expression, IriTerm, LiteralTerm, Pattern, Query, SelectQuery, Term } from 'sparqljs';

/**
 * A copy of the query in which each group that speaks of a variable of `values` starts with `VALUES ?variable { term }`.
 *
 * One VALUES at the top is not enough: a FILTER in a UNION branch, an OPTIONAL's inner group or a subquery does not see
 * the bindings of the group around it. Each group therefore gets what it names itself.
 */
export function insertValues(query: Query, values: ReadonlyMap<string, IriTerm | LiteralTerm>): Query {
  if (query.where === undefined) return query;
  const named = new Set<string>();
  // What stands outside WHERE but is evaluated over its solutions.
  if (query.queryType === 'SELECT') note([query.variables, query.order, query.group], named);
  if (query.queryType === 'CONSTRUCT') note(query.template, named);
  if (query.queryType === 'DESCRIBE') note(query.variables, named);
  return { ...query, where: inGroup(query.where, values, named) };
}

/** Names of variables used in a HAVING, or beside aggregates in the projection, of the query or a subquery: no VALUES reaches them. */
export function beyondValues(query: Query): string[] {
  const found = new Set<string>();
  for (const select of selectsIn(query)) {
    note(select.having, found);
    if (select.group !== undefined || hasAggregate(select.variables)) note([select.variables, select.order], found);
  }
  return [...found];
}

// --- internal ---

type Values = ReadonlyMap<string, IriTerm | LiteralTerm>;

function inGroup(patterns: readonly Pattern[], values: Values, named = new Set<string>()): Pattern[] {
  const inner = patterns.map((pattern) => inPattern(pattern, values, named));
  const rows = [...values].filter(([name]) => named.has(name));
  if (rows.length === 0) return inner;
  return [
    ...rows.map(([name, term]): Pattern => ({ type: 'values', values: [{ [`?${name}`]: term }] })),
    // A subquery may stand beside VALUES only in braces of its own.
    ...inner.map((pattern): Pattern => (pattern.type === 'query' ? { type: 'group', patterns: [pattern] } : pattern)),
  ];
}

function inPattern(pattern: Pattern, values: Values, named: Set<string>): Pattern {
  switch (pattern.type) {
    case 'query':
      return insertValues(pattern, values) as SelectQuery;
    case 'union':
      return { ...pattern, patterns: pattern.patterns.map((branch) => inBranch(branch, values)) };
    case 'graph':
      note(pattern.name, named);
      return { ...pattern, patterns: inGroup(pattern.patterns, values) };
    case 'group':
    case 'optional':
    case 'minus':
      return { ...pattern, patterns: inGroup(pattern.patterns, values) };
    case 'filter':
    case 'bind':
      return { ...pattern, expression: inExpression(pattern.expression, values, named) };
    default:
      note(pattern, named);
      return pattern;
  }
}

/** A branch of a UNION is a group, though the parser leaves out the braces of a single pattern. */
function inBranch(branch: Pattern, values: Values): Pattern {
  if (branch.type === 'group') return { ...branch, patterns: inGroup(branch.patterns, values) };
  if (branch.type === 'query') return insertValues(branch, values) as SelectQuery;
  const patterns = inGroup([branch], values);
  return patterns.length === 1 ? (patterns[0] as Pattern) : { type: 'group', patterns };
}

/** EXISTS and NOT EXISTS hold a group; everything else names variables of the group around. */
function inExpression(expression: Expression, values: Values, named: Set<string>): Expression {
  if (Array.isArray(expression)) return expression.map((item) => inExpression(item, values, named));
  if ('termType' in expression || !('type' in expression)) {
    note(expression, named);
    return expression;
  }
  if (expression.type === 'operation' && 'operator' in expression) {
    if (expression.operator === 'exists' || expression.operator === 'notexists') {
      return { ...expression, args: expression.args.map((group) => inBranch(group as Pattern, values)) };
    }
    return { ...expression, args: expression.args.map((arg) => inExpression(arg as Expression, values, named)) };
  }
  if (expression.type === 'functionCall' && 'args' in expression) {
    return {
      ...expression,
      args: expression.args.map((arg) => inExpression(arg as Expression, values, named)),
    } as Expression;
  }
  note(expression, named);
  return expression;
}

/** Adds the names of all variables below a node, without entering subqueries. */
function note(node: unknown, named: Set<string>): void {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) note(item, named);
  } else if ('termType' in node) {
    if (node.termType === 'Variable') named.add((node as Term).value);
  } else if ((node as { type?: string }).type !== 'query') {
    for (const value of Object.values(node)) note(value, named);
  }
}

function selectsIn(node: unknown): SelectQuery[] {
  if (node === null || typeof node !== 'object' || 'termType' in node) return [];
  const here = (node as { queryType?: string }).queryType === 'SELECT' ? [node as SelectQuery] : [];
  return [...here, ...Object.values(node).flatMap(selectsIn)];
}

function hasAggregate(node: unknown): boolean {
  if (node === null || typeof node !== 'object' || 'termType' in node) return false;
  return (node as { type?: string }).type === 'aggregate' || Object.values(node).some(hasAggregate);
}

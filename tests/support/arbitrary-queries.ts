import fc from 'fast-check';

const PROLOGUE = 'PREFIX ex: <urn:x:> PREFIX : <urn:x:> ';

const variables = fc.constantFrom('?a', '?b', '?c', '?d', '?e', '?f', '$a');
/** Names that hardly come twice. */
const fresh = fc.nat(999_999).map((n) => `?n${n}`);
const iris = fc.constantFrom('<urn:x:a>', 'ex:b', ':c', '<urn:x:d>', ':e', '<f>', 'ex:a\\~b', '<http://é.example/ü#x>');
const distinct = fc.constantFrom('', '', '', 'DISTINCT', 'REDUCED');
const operators = fc.constantFrom('=', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '&&', '||');

/** Any text as a literal. Half of a surrogate pair is what no query may hold. */
const strings = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('Ada', '', ' ', '(', '{', '#', "'", '\\', '2'))
  .map((text) => `"${text.replace(/["\\\n\r]/g, (found) => ESCAPES[found] as string)}"`);
const literals = fc.oneof(
  { weight: 3, arbitrary: strings },
  strings.map((text) => `${text}@fr`),
  fc.constantFrom('1', '0', '-7', '2.50', '1e3', '1e999', 'true', 'false', '99999999999999999999'),
  fc.constantFrom(
    ...['"2022-09-28"^^<http://www.w3.org/2001/XMLSchema#date>', '"x"^^<http://www.w3.org/2001/XMLSchema#integer>'],
    ...['"P1Y"^^<http://www.w3.org/2001/XMLSchema#duration>', '"any"^^ex:type', "'''a\n'b'''"],
  ),
);
const terms = fc.oneof({ weight: 4, arbitrary: variables }, { weight: 3, arbitrary: iris }, literals);

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** Functions by the number of their arguments. What differs from call to call (RAND, NOW, UUID, BNODE) is left out. */
const FUNCTIONS = [
  ['STR LANG DATATYPE IRI ABS CEIL FLOOR ROUND STRLEN UCASE LCASE ENCODE_FOR_URI YEAR MONTH TZ MD5 SHA1 SHA256', 1],
  ['isIRI isBLANK isLITERAL isNUMERIC', 1],
  ['CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER LANGMATCHES sameTerm REGEX CONCAT STRDT STRLANG SUBSTR COALESCE', 2],
  ['IF REPLACE REGEX SUBSTR COALESCE CONCAT', 3],
] as const;

/** An optional part, which is there once in `every` times. */
function maybe(part: fc.Arbitrary<string>, every: number): fc.Arbitrary<string> {
  return fc.oneof({ weight: every - 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: part });
}

const JUNK = [
  ...['{', '}', '(', ')', '"', "'", '<', '>', '\\', '\\u003E', '\\u', '#', '\n', '\0', '\ud800', '?', '$', '@', '^^'],
  ...['SERVICE <urn:x> {', '; DROP ALL', 'LOAD <urn:x>', 'INSERT DATA { <a> <b> <c> }', 'FROM <urn:g:1>', 'LIMIT -1'],
  ...['LIMIT 99999999999999999999', '<<:a :b :c>>', '{| :a :b |}', 'LATERAL { ?a ?b ?c }', 'BASE <x>', 'NaN', '"""'],
];

/** What opens, what closes, and where it stands. */
const NESTS: readonly (readonly [start: string, end: string, around: string])[] = [
  ['{ ', ' }', 'SELECT * { … }'],
  ['(', ')', 'SELECT * { ?a ?b ?c FILTER((1)…) }'],
  ['!', '', 'ASK { FILTER(…true) }'],
  ['STR(', ')', 'ASK { FILTER(…) }'],
  ['OPTIONAL { ?a ?b ?c ', '}', 'SELECT * { … }'],
  ['[ :p ', ' ]', 'SELECT * { ?s ?p … }'],
  ['<urn:p>/', '', 'ASK { ?s …<urn:p> ?o }'],
  ['^', '', 'ASK { ?s …<urn:p> ?o }'],
  ['{ SELECT * ', ' }', 'SELECT * { … }'],
  ['FILTER NOT EXISTS { ?a ?b ?c ', '}', 'ASK { … }'],
  ['{ ?a ?b ?c } UNION ', '', 'ASK { …{} }'],
  ['1 + ', '', 'ASK { FILTER(…1 > 0) }'],
  ['<<', '>>', 'ASK { … ?p ?o }'],
];

/**
 * SPARQL queries from a grammar: most are right, some break a rule that no grammar holds (a variable bound twice), and
 * `brokenQueries` are cut, spoilt or much too deep. They speak of `<urn:x:a>` to `<urn:x:f>` and of `?a` to `?f`.
 */
export const queries: fc.Arbitrary<string> = fc
  .letrec<{ query: string } & Record<string, string>>((tie) => {
    const { oneof, tuple, constantFrom, array } = fc;
    const expression = tie('expression');
    const group = tie('group');
    const path = tie('path');
    const few = (part: fc.Arbitrary<string>, between: string, minLength = 1) =>
      array(part, { minLength, maxLength: 3, size: 'small' }).map((all) => all.join(between));
    const object = oneof({ weight: 8, arbitrary: terms }, tie('blank'));
    const properties = few(
      tuple(oneof(path, variables, constantFrom('a')), few(object, ', ')).map((pair) => pair.join(' ')),
      ' ; ',
    );
    const modifiers = tuple(
      maybe(
        few(
          oneof(
            variables,
            expression.map((one) => `DESC(${one})`),
          ),
          ' ',
        ).map((keys) => `ORDER BY ${keys}`),
        4,
      ),
      maybe(
        fc.nat(12).map((n) => `LIMIT ${n}`),
        5,
      ),
      maybe(
        fc.nat(4).map((n) => `OFFSET ${n}`),
        8,
      ),
    ).map((all) => all.filter((one) => one !== '').join(' '));
    const select = oneof(
      tuple(distinct, oneof(constantFrom('*'), few(tie('column'), ' ')), group, modifiers).map(
        ([how, columns, where, end]) => `SELECT ${how} ${columns} WHERE ${where} ${end}`,
      ),
      tuple(variables, few(tie('aggregate'), ' '), group, maybe(tie('having'), 3), modifiers).map(
        ([key, columns, where, having, end]) =>
          `SELECT ${key} ${columns} WHERE ${where} GROUP BY ${key} ${having} ${/\bORDER BY/.test(end) ? '' : end}`,
      ),
    );
    const values = tuple(variables, array(oneof(iris, literals, constantFrom('UNDEF')), { maxLength: 4 })).map(
      ([name, rows]) => `VALUES ${name.replace('$', '?')} { ${rows.join(' ')} }`,
    );
    return {
      query: oneof(
        { weight: 6, arbitrary: tuple(select, maybe(values, 6)).map((both) => both.join(' ')) },
        group.map((where) => `ASK ${where}`),
        tuple(array(tie('template'), { maxLength: 3 }), group).map(
          ([template, where]) => `CONSTRUCT { ${template.join(' . ')} } WHERE ${where}`,
        ),
        tuple(few(oneof(variables, iris), ' '), group).map(([what, where]) => `DESCRIBE ${what} WHERE ${where}`),
      ),
      group: array(tie('pattern'), { maxLength: 4, depthIdentifier: 'group' }).map((all) => `{ ${all.join(' ')} }`),
      pattern: oneof(
        { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
        {
          weight: 8,
          arbitrary: tuple(oneof(terms, tie('blank')), properties).map(([subject, more]) => `${subject} ${more} .`),
        },
        { weight: 2, arbitrary: few(group, ' UNION ') },
        { weight: 2, arbitrary: group.map((one) => `OPTIONAL ${one}`) },
        group.map((one) => `MINUS ${one}`),
        tuple(oneof(variables, constantFrom('<urn:g:1>', '<urn:g:2>')), group).map((all) => `GRAPH ${all.join(' ')}`),
        { weight: 3, arbitrary: expression.map((one) => `FILTER(${one})`) },
        group.map((one) => `FILTER NOT EXISTS ${one}`),
        tuple(expression, fresh).map(([one, name]) => `BIND(${one} AS ${name})`),
        values,
        select.map((one) => `{ ${one} }`),
      ),
      template: tuple(oneof(variables, iris, constantFrom('_:x')), oneof(iris, variables), terms).map((all) =>
        all.join(' '),
      ),
      blank: oneof(
        { depthSize: 'small', maxDepth: 2 },
        constantFrom('[]', '_:x', '()'),
        properties.map((all) => `[ ${all} ]`),
        few(terms, ' ').map((all) => `( ${all} )`),
      ),
      path: oneof(
        { depthSize: 'small', maxDepth: 3 },
        { weight: 5, arbitrary: iris },
        few(path, '/').map((all) => `(${all})`),
        few(path, '|').map((all) => `(${all})`),
        path.map((one) => `^(${one})`),
        tuple(path, constantFrom('*', '+', '?')).map(([one, times]) => `(${one})${times}`),
        few(iris, '|').map((all) => `!(${all})`),
      ),
      expression: oneof(
        { depthSize: 'small', maxDepth: 4 },
        { weight: 4, arbitrary: oneof(variables, literals, iris) },
        tuple(expression, operators, expression).map((all) => `(${all.join(' ')})`),
        tuple(constantFrom('!', '-', '+'), expression).map(([sign, one]) => `${sign}(${one})`),
        ...FUNCTIONS.map(([names, count]) =>
          tuple(constantFrom(...names.split(' ')), array(expression, { minLength: count, maxLength: count })).map(
            ([name, given]) => `${name}(${given.join(', ')})`,
          ),
        ),
        tuple(constantFrom('BOUND'), variables).map(([name, given]) => `${name}(${given})`),
        tuple(expression, constantFrom('IN', 'NOT IN'), few(expression, ', ')).map(
          ([one, how, all]) => `(${one} ${how} (${all}))`,
        ),
        group.map((one) => `EXISTS ${one}`),
        expression.map((one) => `<http://www.w3.org/2001/XMLSchema#integer>(${one})`),
      ),
      column: oneof(
        { weight: 3, arbitrary: variables },
        tuple(expression, fresh).map(([one, name]) => `(${one} AS ${name})`),
      ),
      aggregate: oneof(
        tuple(constantFrom('COUNT', 'SUM', 'AVG', 'MIN', 'MAX'), distinct, expression, fresh).map(
          ([name, how, one, column]) => `(${name}(${how.replace('REDUCED', '')} ${one}) AS ${column})`,
        ),
        fresh.map((column) => `(COUNT(*) AS ${column})`),
        tuple(expression, strings, fresh).map(
          ([one, between, column]) => `(GROUP_CONCAT(${one}; SEPARATOR=${between}) AS ${column})`,
        ),
      ),
      having: tuple(variables, operators).map(([one, operator]) => `HAVING (COUNT(${one}) ${operator} 1)`),
    };
  })
  .query.map((query) => PROLOGUE + query);

/** What is no query any more, or one that goes too far. */
export const brokenQueries: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(queries, fc.nat(400)).map(([query, at]) => query.slice(0, PROLOGUE.length + at)),
  fc
    .tuple(queries, fc.nat(400), fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...JUNK)))
    .map(([query, at, junk]) => query.slice(0, PROLOGUE.length + at) + junk + query.slice(PROLOGUE.length + at)),
  fc
    .tuple(fc.constantFrom(...NESTS), fc.integer({ min: 1, max: 400 }))
    .map(([[start, end, around], depth]) => around.replace('…', () => start.repeat(depth) + end.repeat(depth))),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

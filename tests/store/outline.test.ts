import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/store/outline.ts';
import { looksQuick } from '../../src/store/quick.ts';
import { parseQuery, withLimit } from '../../src/store/sparql.ts';
import { QueryRefused } from '../../src/store/store.ts';
import { queries } from '../support/arbitrary-queries.ts';

const skeleton = (text: string) => outlineOf(text).skeleton;
const deepest = (text: string) => outlineOf(text).deepest;

describe('the skeleton of a query', () => {
  it('is the same whatever IRIs and strings stand inside braces', () => {
    const one = skeleton('SELECT ?p { <urn:a> ?p "Ada"@fr ; <urn:b> "x" }');
    expect(one).toBe('SELECT ?p { <> ?p ""@fr ; <> "" }');
    expect(skeleton(`SELECT ?p { <http://e.x/(1)#a> ?p 'Zoé }'@fr ; <urn:c> '' }`)).toBe(one);
  });
  it('tells apart what shapes the tree', () => {
    const texts = [
      'SELECT ?p { <urn:a> ?p ?o }',
      'SELECT ?q { <urn:a> ?q ?o }',
      'SELECT ?p { <urn:a> ?p ?o } LIMIT 1',
      'SELECT ?p { <urn:a> ?p "o" }',
      'SELECT ?p { <urn:a> ?p 1 }',
      'SELECT ?p FROM <urn:g> { <urn:a> ?p ?o }',
      'SELECT ?p FROM <urn:h> { <urn:a> ?p ?o }',
      'PREFIX e: <urn:e> SELECT ?p { <urn:a> ?p ?o }',
      'PREFIX e: <urn:f> SELECT ?p { <urn:a> ?p ?o }',
      'SELECT ?p { ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:a> }',
      'SELECT ?p { ?s <urn:type> <urn:a> }',
    ];
    expect(new Set(texts.map(skeleton)).size).toBe(texts.length);
  });
  it.each([
    ['a relative IRI', 'SELECT * { <a> ?p ?o }'],
    ['an escape', 'SELECT * { ?s ?p "a\\"b" }'],
    ['an escape in a name', "PREFIX e: <urn:e> SELECT * { e:\\' ?p ?o }"],
    ['a long string', 'SELECT * { ?s ?p """a""" }'],
    ['a string over two lines', 'SELECT * { ?s ?p "a\nb" }'],
    ['a string that nothing ends', 'SELECT * { ?s ?p "a }'],
    ['a quoted triple', 'SELECT * { <<<urn:a> <urn:b> <urn:c>>> ?p ?o }'],
  ])('is not told of %s', (_, text) => {
    expect(skeleton(text)).toBe(undefined);
  });
});

describe('the nesting of a query', () => {
  it.each([
    ['strings', `SELECT * { ?s ?p "((", '[[', """{"{""" }`, 1],
    ['IRIs', 'SELECT * { <urn:((()))> ?p ?o }', 1],
    ['comments', 'SELECT * { ?s ?p ?o # ((\n }', 1],
    ['escaped names', 'SELECT * { e:\\(\\( ?p ?o }', 1],
  ])('is not that of %s', (_, text, depth) => {
    expect(deepest(text)).toBe(depth);
  });
  it.each([
    ['after a comment that CR ends', '#\rSELECT * { ?s ?p ?o FILTER((1)) }'],
    ['after an escaped quote', "SELECT * { e:\\' ?p ?o FILTER((1)) }"],
    ['after an escaped #', 'SELECT * { e:\\# ?p ?o FILTER((1)) }'],
    ['after three quotes that nothing closes', "SELECT * { VALUES ?x { '''a' } FILTER((1)) }"],
    ['after "less than"', 'SELECT * { FILTER(?a<((1)) }'],
  ])('counts %s', (_, text) => {
    expect(deepest(text)).toBeGreaterThanOrEqual(3);
  });
});

describe('a query of a known shape', () => {
  const emptied = (tree: unknown): string =>
    JSON.stringify(tree, (key, value) => {
      if (key === 'prefixes') return undefined;
      if (value?.termType === 'NamedNode') return value.value.endsWith('#type') ? value.value : 'iri';
      if (value?.termType === 'Literal') return `literal ${value.language}`;
      return value?.termType === 'BlankNode' ? 'blank' : value;
    });

  it('has the shape, and is told by it as by its own tree', { timeout: 60_000 }, () => {
    let reshaped = 0;
    // Most are new each time: what was parsed lately is not parsed again.
    const others = fc.oneof(
      fc.constantFrom('<http://é.example/(#>', '"\'#({<"'),
      fc.nat().map((n) => `<urn:y:${n}>`),
      fc.nat().map((n) => `"y ${n}"`),
    );
    const query = fc.tuple(queries, fc.integer({ min: 1, max: 3 }), fc.array(others, { minLength: 3, maxLength: 3 }));
    fc.assert(
      fc.property(query, ([text, at, terms]) => {
        // Other queries beside it, with one of its terms changed: all are known by one skeleton, or by several.
        const changed = terms.map((other) => {
          let seen = 0;
          return text.replace(/<urn:x:[a-d]>|"[^"\\]*"(?![@^])/g, (term) => (++seen === at ? other : term));
        });
        for (const one of [text, ...changed]) {
          try {
            const parsed = parseQuery(one);
            if (parsed.shape !== parsed.tree) reshaped++;
            expect(emptied(parsed.shape)).toBe(emptied(parsed.tree));
            expect(looksQuick(parsed)).toBe(looksQuick({ shape: parsed.tree }));
            for (const rows of [1, 1000])
              expect(withLimit(parsed, rows)).toBe(withLimit({ ...parsed, shape: parsed.tree }, rows));
          } catch (error) {
            if (!(error instanceof QueryRefused)) throw error;
          }
        }
      }),
      { seed: 20_261_127, numRuns: 500 },
    );
    expect(reshaped).toBeGreaterThan(25);
  });
  it('is parsed where its tree is wanted', () => {
    parseQuery('SELECT ?o { <urn:first> <urn:p> ?o }');
    const { tree, shape, text } = parseQuery('SELECT ?o { <urn:second> <urn:p> ?o }');
    expect(JSON.stringify(shape)).toContain('urn:first');
    expect(JSON.stringify(tree)).toContain('urn:second');
    expect(text).toContain('urn:second');
  });
  it('is refused as one of another shape is', () => {
    parseQuery('SELECT * { <urn:a> ?p ?o }');
    expect(() => parseQuery('SELECT * { SERVICE <urn:a> { ?s ?p ?o } }')).toThrow('SERVICE');
    expect(() => parseQuery('SELECT * { "a" }')).toThrow(QueryRefused);
    expect(() => parseQuery('SELECT * { <a> ?p ?o }')).toThrow('relative IRI');
  });
});

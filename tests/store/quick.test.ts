import { describe, expect, it } from 'vitest';
import { looksQuick } from '../../src/store/quick.ts';
import { parseQuery } from '../../src/store/sparql.ts';

const quick = (body: string): boolean => looksQuick(parseQuery(body));

describe('a query', () => {
  it.each([
    'SELECT * { <urn:a> ?p ?o }',
    'DESCRIBE <urn:a>',
    'SELECT * { ?s <urn:name> "Ada" . ?s <urn:in> ?e . ?e <urn:name> ?name OPTIONAL { ?e <urn:start> ?d } }',
    'SELECT * { ?s <urn:in>/<urn:name>|^<urn:x> ?n . ?s <urn:is> <urn:b> }',
    'ASK { <urn:a> a <urn:C> }',
    'SELECT * { ?s a <urn:C> ; <urn:name> ?n } LIMIT 10',
    'SELECT * { GRAPH ?g { <urn:a> ?p ?o } }',
  ])('looks something up: %s', (query) => {
    expect(quick(query)).toBe(true);
  });
  it.each([
    ['everything', 'SELECT * { ?s ?p ?o }'],
    ['all of a class', 'SELECT * { ?s a <urn:C> }'],
    ['a product', 'SELECT * { <urn:a> ?p ?o . ?b ?c ?d }'],
    ['a product, of which a few', 'SELECT * { ?a ?p ?o . ?b ?c ?d } LIMIT 10'],
    ['a product in an OPTIONAL', 'SELECT * { <urn:a> ?p ?o OPTIONAL { ?b ?c ?d } }'],
    ['paths without end', 'SELECT * { <urn:a> <urn:p>* ?o }'],
    ['paths without end of others', 'SELECT * { <urn:a> (<urn:q>/<urn:p>+) ?o }'],
    ['a count', 'SELECT (COUNT(*) AS ?n) { ?s a <urn:C> } LIMIT 1'],
    ['the first of a sorted list', 'SELECT * { ?s a <urn:C> } ORDER BY ?s LIMIT 1'],
    ['a product within EXISTS', 'SELECT * { <urn:a> ?p ?o FILTER EXISTS { ?b ?c ?d } }'],
  ])('may take long that asks for %s', (_, query) => {
    expect(quick(query)).toBe(false);
  });
});

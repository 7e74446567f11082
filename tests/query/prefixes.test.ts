import { describe, expect, it } from 'vitest';
import { withPrefixes } from '../../src/query/prefixes.ts';
import { parseQuery } from '../../src/store/sparql.ts';

const KNOWN = { schema: 'https://schema.org/', mlg: 'https://w3id.org/maillage/ontology#' };

describe('withPrefixes', () => {
  it('declares the known prefixes that a query uses, on its first line', () => {
    const query = withPrefixes('SELECT ?n {\n ?s schema:name ?n }', KNOWN);
    expect(query.split('\n')).toHaveLength(2);
    expect(parseQuery(query).prefixes).toEqual({ schema: 'https://schema.org/' });
  });

  it('leaves what a query declares, in whatever case, and what it does not use', () => {
    const query = 'prefix schema: <http://example.org/> ASK { ?s schema:name ?myschema }';
    expect(withPrefixes(query, KNOWN)).toBe(query);
    expect(withPrefixes('ASK { ?s ?p <https://schema.org/name> }', KNOWN)).not.toContain('PREFIX');
  });
});

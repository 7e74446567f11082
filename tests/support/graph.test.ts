import { describe, expect, it } from 'vitest';
import { expectGraph, inGraphs, nquads, ttl } from './graph.ts';

describe('expectGraph', () => {
  it('passes for the same statements in any order and notation', () => {
    expectGraph(nquads('<a:s> <a:p> "b" .\n<a:s> <a:p> "a" .\n'), ttl`<a:s> <a:p> "a", "b" .`);
  });

  it('shows with prefixes what is missing and what is too much', () => {
    const graph = ttl`person:x schema:name "X" .`;
    const other = ttl`person:x schema:name "Y" .`;
    expect(() => expectGraph(graph, other)).toThrow(/- person:x schema:name "Y" \.\n\+ person:x schema:name "X" \./);
    expect(() => expectGraph([], other)).toThrow(/- person:x/);
    expect(() => expectGraph(graph, ttl`graph:identity { person:x schema:name "X" . }`)).toThrow(/graph:identity/);
  });
});

describe('inGraphs', () => {
  it('keeps what stands in the named graphs', () => {
    const graph = ttl`<a:s> <a:p> 1 . graph:identity { <a:s> <a:p> 2 . } <source/x#L1> { <a:s> <a:p> 3 . }`;
    expectGraph(inGraphs(graph, 'graph/'), ttl`graph:identity { <a:s> <a:p> 2 . }`);
  });
});

import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import type { DomainRecord } from '../../src/domain/record.ts';
import { ALL_TERMS } from '../../src/map/vocab.ts';
import { records } from '../support/arbitrary-records.ts';
import { BASE, expectGraph, type Graph, nquads } from '../support/graph.ts';
import { DOCUMENT, recorder } from '../support/records.ts';

const lineText = ({ first, last }: { first: number; last: number }): string => `“${first}\0${last}”\ud800`;

function mapped(document: readonly DomainRecord[]): string {
  const { mapper, text } = recorder();
  const findings = mapper.mapDocument(DOCUMENT, document, lineText);
  mapper.mapFindings(DOCUMENT, findings, document, lineText);
  return text();
}

const lines = (text: string): Graph => [...new Set(text.trimEnd().split('\n'))].sort();
const shuffled = records.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
);

describe('the graph of any document', () => {
  it('is the same for any order of records', { timeout: 60_000 }, () => {
    fc.assert(fc.property(shuffled, ([list, other]) => expectGraph(lines(mapped(other)), lines(mapped(list)))));
  });

  it('is N-Quads in canonical form, without blank nodes, in named graphs below the base, of known predicates', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(records, (list) => {
        const text = mapped(list);
        expectGraph(lines(text), nquads(text));
        for (const { subject, predicate, object, graph } of new Parser({ format: 'application/n-quads' }).parse(text)) {
          expect([subject.termType, graph.termType]).toEqual(['NamedNode', 'NamedNode']);
          expect(['NamedNode', 'Literal']).toContain(object.termType);
          expect(subject.value.startsWith(BASE) && graph.value.startsWith(BASE)).toBe(true);
          expect(ALL_TERMS).toContain(predicate.value);
        }
      }),
    );
  });

  it('describes each passage that it uses, and no other', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(records, (list) => {
        const graph = nquads(mapped(list));
        const used = new Set(graph.map((line) => / <(\S+#L[\d-L]+)> \.$/.exec(line)?.[1]).filter(Boolean));
        const findings = graph.flatMap((line) => /#passage> <(\S+)>/.exec(line)?.[1] ?? []);
        const described = graph.flatMap((line) => /^<(\S+)> \S+ <\S+#Passage> /.exec(line)?.[1] ?? []);
        expect([...described].sort()).toEqual([...new Set([...used, ...findings])].sort());
        expect(graph.filter((line) => line.includes('/oa#exact>') || line.includes('oa#exact>'))).toHaveLength(
          described.length,
        );
      }),
    );
  });
});

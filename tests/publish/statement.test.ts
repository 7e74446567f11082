import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { canonicalLines } from '../../src/publish/lines.ts';
import { isIri, parseLine } from '../../src/publish/statement.ts';
import { quads } from '../support/arbitrary-quads.ts';

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

describe('canonicalLines', () => {
  it('sorts, drops what stands twice and mends notation', async () => {
    const lines = await canonicalLines(
      pieces(
        '# a comment\n<a:s>   <a:p> "b"@FR .\n<a:s> <a:p> "\\u0061"^^<http://www.w3.org/2001/XMLSchema#string> <a:g>.\n',
        '\n<a:s> <a:p> "a" <a:g> .',
      ),
    );
    expect(lines).toEqual(['<a:s> <a:p> "a" <a:g> .', '<a:s> <a:p> "b"@fr .']);
  });

  it('takes texts cut anywhere', async () => {
    const text = '<a:s> <a:p> "é" .\n<a:s> <a:p> "f" .\n';
    for (let i = 0; i <= text.length; i++) {
      expect(await canonicalLines(pieces(text.slice(0, i), text.slice(i)))).toHaveLength(2);
    }
  });

  it('refuses what a dump must not hold, naming it', async () => {
    await expect(canonicalLines(pieces('_:x <a:p> "a" .\n'))).rejects.toThrow(/BlankNode.*IRI/);
    await expect(canonicalLines(pieces('<a:s> <a:p> _:x .\n'))).rejects.toThrow(/BlankNode/);
    await expect(canonicalLines(pieces('<a:s> <a:p> "a" _:g .\n'))).rejects.toThrow(/BlankNode/);
    await expect(canonicalLines(pieces('<a:s> <a:p> <<( <a:s> <a:p> "a" )>> .\n'))).rejects.toThrow(/Quad/);
    await expect(canonicalLines(pieces('<a:s> nonsense\n'))).rejects.toThrow(/not N-Quads/);
  });
});

describe('parseLine', () => {
  it('takes any canonical line apart as n3 does', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(quads, async (text) => {
        for (const line of await canonicalLines(pieces(text))) {
          const [quad] = new Parser({ format: 'application/n-quads' }).parse(line);
          const { subject, predicate, object, graph } = parseLine(line);
          expect([subject, predicate, graph ?? '']).toEqual([
            quad?.subject.value,
            quad?.predicate.value,
            quad?.graph.value,
          ]);
          expect(isIri(object) ? object.iri : object.value).toBe(quad?.object.value);
          expect(isIri(object)).toBe(quad?.object.termType === 'NamedNode');
          if (!isIri(object) && quad?.object.termType === 'Literal') {
            expect(object.language ?? '').toBe(quad.object.language);
            if (object.datatype !== undefined) expect(object.datatype).toBe(quad.object.datatype.value);
          }
        }
      }),
    );
  });
});

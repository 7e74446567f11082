import fc from 'fast-check';
import { Parser } from 'n3';
import { parse } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { createEmitter, iriToken, isIri, literal, quad } from '../../src/map/nquads.ts';
import { xsd } from '../../src/map/vocab.ts';

const S = '<http://x.test/s>';
const P = '<http://x.test/p>';
const G = '<http://x.test/g>';

/** Texts full of what breaks serialisers: delimiters, escapes, controls, lone surrogates, non-characters. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    ...['"', '\\', '\\u0041', '\n', '\r', '\r\n', '\t', '\0', '\x7f', '\x85', '\u2028', '\ufeff', '\ufffe', '\uffff'],
    ...['\ud800', '\udfff', '\ud83d', '😀', '" .\n<http://x.test/s> <http://x.test/p> "', '^^', '@fr', '<', '>', ''],
  ),
);
const hostile = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

describe('literal', () => {
  it('comes back from n3 and oxigraph as it was, lone surrogates replaced', { timeout: 60_000 }, () => {
    const texts = fc.sample(hostile, { numRuns: 20_000, seed: 7 });
    const nquads = texts.map((text) => quad(S, P, literal(text), G)).join('');
    const wanted = texts.map((text) => Buffer.from(text, 'utf8').toString('utf8'));
    const n3 = new Parser({ format: 'application/n-quads' }).parse(nquads).map((q) => q.object.value);
    expect(n3.findIndex((text, i) => text !== wanted[i])).toBe(-1);
    expect(n3).toHaveLength(texts.length);
    const oxigraph = parse(nquads, { format: 'application/n-quads' }).map((q) => (q.object as { value: string }).value);
    expect(oxigraph.findIndex((text, i) => text !== wanted[i])).toBe(-1);
    expect(oxigraph).toHaveLength(texts.length);
  });

  it('keeps to one line', () => {
    fc.assert(fc.property(hostile, (text) => !/[\n\r]/.test(literal(text))));
  });

  it('writes the canonical escapes', () => {
    expect(literal('a"b\\c\n\r\t\b\f\0\x0b\x7f é\ufffe')).toBe(
      '"a\\"b\\\\c\\n\\r\\t\\b\\f\\u0000\\u000B\\u007F é\\uFFFE"',
    );
  });

  it('takes a datatype or a language tag, and nothing else', () => {
    expect(literal('6', xsd.integer)).toBe('"6"^^<http://www.w3.org/2001/XMLSchema#integer>');
    expect(literal('x', xsd.string)).toBe('"x"');
    expect(literal('x', 'fr-FR')).toBe('"x"@fr-fr');
    expect(() => literal('x', 'fr FR')).toThrow(RangeError);
    expect(() => literal('x', 'http://x.test/> <http://evil.test/')).toThrow(RangeError);
  });
});

describe('iriToken', () => {
  it('refuses what would leave its brackets', () => {
    for (const iri of [
      'a b',
      'http://x.test/>',
      'http://x.test/"',
      'http://x.test/\n',
      'relative',
      '',
      'http://x/\ud800',
    ]) {
      expect(() => iriToken(iri), iri).toThrow(RangeError);
    }
    expect(iriToken('urn:x:é')).toBe('<urn:x:é>');
  });

  it('passes only what n3 reads as one IRI', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const iri = `http://x.test/${rest}`;
        fc.pre(isIri(iri));
        const [only, ...more] = new Parser({ format: 'application/n-quads' }).parse(quad(iriToken(iri), P, S, G));
        expect([only?.subject.value, more]).toEqual([iri, []]);
      }),
    );
  });
});

describe('createEmitter', () => {
  it('hands on everything in order, in chunks of whole lines', () => {
    const chunks: string[] = [];
    const emitter = createEmitter((chunk) => chunks.push(chunk), 20);
    const lines = Array.from({ length: 10 }, (_, i) => `line ${i}\n`);
    for (const line of lines) emitter.write(line);
    emitter.flush();
    emitter.flush();
    expect(chunks.join('')).toBe(lines.join(''));
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks) expect(chunk).toMatch(/^(line \d\n)+$/);
  });
});

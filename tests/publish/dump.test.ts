import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainRecord } from '../../src/domain/record.ts';
import { prefixesOf } from '../../src/map/iri.ts';
import { type DumpOptions, writeDumps } from '../../src/publish/dump.ts';
import { isFaithful, verifyDumps } from '../../src/publish/verify.ts';
import { quads } from '../support/arbitrary-quads.ts';
import { records } from '../support/arbitrary-records.ts';
import { BASE, ttl } from '../support/graph.ts';
import { DOCUMENT, lineText, recorder } from '../support/records.ts';

const options: DumpOptions = { prefixes: prefixesOf(BASE), header: ['A test', 'of two lines'] };
const NAMES = ['graph.jsonld', 'graph.nq', 'graph.rdf', 'graph.trig', 'graph.ttl'];

/** Time for properties that write and read files many times, on a machine that others use too. */
const SLOW = { timeout: 60_000 };

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'maillage-dump-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

/** The hashes of what was written, by file. */
async function hashes(...texts: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { files } = await writeDumps(pieces(...texts), dir, options);
  return Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));
}

/** What the mapper says of a document with these records. */
function mapped(list: readonly DomainRecord[]): string {
  const { mapper, text } = recorder();
  mapper.mapDocument(DOCUMENT, list, lineText);
  return text();
}

const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8');

const graph = `${ttl`
  <source/a/b.md#L1> { person:ada a schema:Person ; schema:url <https://ada.test/?a&b> . session:s mlg:page 6 . }
  <source/a/b.md#L2> { person:ada a schema:Person . session:s mlg:past true . }
  graph:identity { person:ada schema:name "Ada <\u0022& \u000D" ; schema:alternateName "ADA"@fr, "Àda" . }`.join(
  '\n',
)}\n`;

describe('writeDumps', () => {
  it('writes N-Quads, sorted', async () => {
    await writeDumps(pieces(graph, graph), dir, options);
    expect(await read('graph.nq')).toBe(graph);
  });

  it('writes Turtle: a header, prefixes, the union by subject, types first', async () => {
    await writeDumps(pieces(graph), dir, {
      ...options,
      prefixes: { schema: 'https://schema.org/', person: `${BASE}id/person/` },
    });
    expect(await read('graph.ttl')).toBe(`# A test
# of two lines
@prefix person: <https://example.test/id/person/>.
@prefix schema: <https://schema.org/>.

person:ada a schema:Person;
    schema:alternateName "ADA"@fr, "Àda";
    schema:name "Ada <\\"& \\r";
    schema:url <https://ada.test/?a&b>.
<https://example.test/id/session/s> <https://w3id.org/maillage/ontology#page> 6;
    <https://w3id.org/maillage/ontology#past> true.
`);
  });

  it('writes TriG by graph', async () => {
    await writeDumps(pieces(graph), dir, options);
    expect([...(await read('graph.trig')).matchAll(/^<(\S+)> \{$/gm)].map(([, name]) => name)).toEqual([
      `${BASE}graph/identity`,
      `${BASE}source/a/b.md#L1`,
      `${BASE}source/a/b.md#L2`,
    ]);
  });

  it('writes JSON-LD: a flat list of nodes under a context', async () => {
    await writeDumps(pieces(graph), dir, options);
    const { '@context': context, '@graph': nodes } = JSON.parse(await read('graph.jsonld'));
    expect(context.schema).toBe('https://schema.org/');
    expect(nodes).toEqual([
      {
        '@id': `${BASE}id/person/ada`,
        '@type': 'schema:Person',
        'schema:alternateName': [{ '@value': 'ADA', '@language': 'fr' }, 'Àda'],
        'schema:name': 'Ada <"& \r',
        'schema:url': { '@id': 'https://ada.test/?a&b' },
      },
      { '@id': `${BASE}id/session/s`, 'mlg:page': 6, 'mlg:past': true },
    ]);
  });

  it('writes JSON-LD under the terms of a given context', async () => {
    const context = {
      '@version': 1.1,
      id: '@id',
      type: '@type',
      schema: 'https://schema.org/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      Person: 'schema:Person',
      name: 'schema:name',
      url: { '@id': 'schema:url', '@type': '@id' },
      page: { '@id': 'https://w3id.org/maillage/ontology#page', '@type': 'xsd:integer' },
      alternateName: { '@id': 'schema:alternateName', '@container': '@language' },
    };
    await writeDumps(pieces(graph), dir, { ...options, context });
    expect(JSON.parse(await read('graph.jsonld'))['@graph']).toEqual([
      {
        id: `${BASE}id/person/ada`,
        type: 'Person',
        name: 'Ada <"& \r',
        'schema:alternateName': [{ '@value': 'ADA', '@language': 'fr' }, 'Àda'],
        url: 'https://ada.test/?a&b',
      },
      { id: `${BASE}id/session/s`, 'https://w3id.org/maillage/ontology#past': true, page: '6' },
    ]);
    expect((await verifyDumps(dir)).filter((check) => !isFaithful(check))).toEqual([]);
  });

  it('writes RDF/XML', async () => {
    await writeDumps(pieces('<a:s> <https://schema.org/name> "Ada <&> \\r\\u0000" .\n<a:s> <a:p> <a:o?b&c> .\n'), dir, {
      prefixes: { schema: 'https://schema.org/' },
    });
    expect(await read('graph.rdf')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:schema="https://schema.org/">
<rdf:Description rdf:about="a:s">
  <ns:p xmlns:ns="a:" rdf:resource="a:o?b&amp;c"/>
  <schema:name>Ada &lt;&amp;&gt; &#13;\uFFFD</schema:name>
</rdf:Description>
</rdf:RDF>
`);
  });

  it('refuses predicates that RDF/XML cannot say, and names them', async () => {
    for (const predicate of [
      'https://x.test/',
      'https://x.test/123',
      'http://www.w3.org/1999/02/22-rdf-syntax-ns#li',
    ]) {
      await expect(writeDumps(pieces(`<a:s> <${predicate}> "x" .\n`), dir, options)).rejects.toThrow(predicate);
    }
  });

  it('reads segments from files, and leaves nothing but the dumps', async () => {
    const source = await mkdtemp(join(tmpdir(), 'maillage-segments-'));
    const half = graph.indexOf('\n', graph.length / 2);
    await writeFile(join(source, 'one.nq'), graph.slice(half + 1));
    await writeFile(join(source, 'two.nq'), graph.slice(0, half));
    const { quads: count, files } = await writeDumps([join(source, 'one.nq'), join(source, 'two.nq')], dir, options);
    await rm(source, { recursive: true });
    expect(await read('graph.nq')).toBe(graph);
    expect(count).toBe(graph.trimEnd().split('\n').length);
    expect(files.map(({ name }) => name).sort()).toEqual(NAMES);
    expect((await readdir(dir)).sort()).toEqual(NAMES);
  });

  it('keeps the dumps of before where it cannot write', async () => {
    await writeDumps(pieces(graph), dir, options);
    const before = await Promise.all(NAMES.map(read));
    await expect(writeDumps(pieces('_:b <a:p> "x" .\n'), dir, options)).rejects.toThrow(/BlankNode/);
    await expect(writeDumps(pieces('<a:s> <https://x.test/> "x" .\n'), dir, options)).rejects.toThrow(/RDF\/XML/);
    expect((await readdir(dir)).sort()).toEqual(NAMES);
    expect(await read('graph.rdf')).toBe(before[NAMES.indexOf('graph.rdf')]);
  });

  it('gives the same bytes for any order and cutting of segments', SLOW, async () => {
    const shuffled = quads.chain((text) => {
      const lines = text.split('\n').filter((line) => line !== '');
      return fc.tuple(fc.constant(text), fc.shuffledSubarray(lines, { minLength: lines.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([text, lines]) => {
        expect(await hashes(...lines.map((line) => `${line}\n`))).toEqual(await hashes(text));
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes for any order of records', SLOW, async () => {
    const orders = records.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([list, other]) => {
        expect(await hashes(mapped(other))).toEqual(await hashes(mapped(list)));
      }),
      { numRuns: 15 },
    );
  });
});

describe('verifyDumps', () => {
  it('finds that n3, oxigraph and rdflib read back what was written, whatever it was', SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(quads, async (text) => {
        await writeDumps(pieces(text), dir, options);
        const checks = await verifyDumps(dir);
        expect(checks).toHaveLength(12);
        expect(checks.filter((check) => !isFaithful(check))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('finds the same of any graph that the mapper writes', SLOW, async () => {
    await fc.assert(
      fc.asyncProperty(records, async (list) => {
        await writeDumps(pieces(mapped(list)), dir, options);
        expect((await verifyDumps(dir)).filter((check) => !isFaithful(check))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('finds what a file lacks, has too much, or cannot be read as', async () => {
    await writeDumps(pieces(graph), dir, options);
    await writeFile(join(dir, 'graph.ttl'), (await read('graph.ttl')).replace('"ADA"', '"Eve"'));
    await writeFile(join(dir, 'graph.rdf'), '<rdf:RDF');
    const checks = await verifyDumps(dir);
    const bad = checks.filter((check) => !isFaithful(check));
    expect(bad.map(({ file, reader }) => `${file} ${reader}`)).toEqual([
      ...['graph.ttl n3', 'graph.ttl oxigraph', 'graph.ttl rdflib', 'graph.rdf oxigraph', 'graph.rdf rdflib'],
    ]);
    expect(bad[0]?.missing).toEqual([expect.stringContaining('"ADA"@fr')]);
    expect(bad[0]?.unexpected).toEqual([expect.stringContaining('"Eve"@fr')]);
  });
});

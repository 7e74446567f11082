import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import { ALL_TERMS, NAMESPACES } from '../../src/map/vocab.ts';
import { contextIn, createCompactor } from '../../src/publish/context.ts';
import { jsonld as published } from '../../src/publish/jsonld.ts';
import { read, TURTLE_FILES } from './files.ts';

const file = JSON.parse(read('ontology/context.jsonld')) as { '@context': Record<string, unknown> };
const context = file['@context'];

/** The processor as used here; its published types know neither N-Quads text nor a context's own words. */
const processor = jsonld as unknown as {
  expand(document: object, options: object): Promise<Record<string, unknown>[]>;
  compact(document: object, context: object, options: object): Promise<Record<string, unknown>>;
  fromRDF(nquads: string, options: object): Promise<object>;
  toRDF(document: object, options: object): Promise<string>;
};

/** Nothing may be fetched: the test fails where the processor tries. */
const offline = {
  documentLoader: async (url: string): Promise<never> => {
    throw new Error(`the context asks for ${url}`);
  },
};

describe('context.jsonld', () => {
  const words = [NAMESPACES.rdf, NAMESPACES.rdfs, NAMESPACES.xsd];
  const terms = [...ALL_TERMS].filter((iri) => !words.some((start) => iri.startsWith(start))).sort();

  it.each(terms)('has a word for %s', async (iri) => {
    const { key } = createCompactor(contextIn(file)).key(iri);
    expect(key).not.toMatch(/[:/]/);
    const [node] = await processor.expand(
      { '@context': context, id: 'https://x.test/a', [key]: 'https://x.test/b' },
      offline,
    );
    expect(Object.keys(node ?? {})).toContain(iri);
  });

  it('tells dates from times, and links from texts', async () => {
    const document = {
      '@context': context,
      id: 'https://x.test/e',
      type: ['Session', 'Event'],
      startDateTime: '2030-05-14T10:00:00+02:00',
      endDate: '2030-05-15',
      name: 'Rencontres',
      superEvent: 'https://x.test/f',
    };
    expect(await processor.expand(document, offline)).toEqual([
      {
        '@id': 'https://x.test/e',
        '@type': ['https://w3id.org/maillage/ontology#Session', 'https://schema.org/Event'],
        'https://schema.org/startDate': [
          { '@type': `${NAMESPACES.xsd}dateTime`, '@value': '2030-05-14T10:00:00+02:00' },
        ],
        'https://schema.org/endDate': [{ '@type': `${NAMESPACES.xsd}date`, '@value': '2030-05-15' }],
        'https://schema.org/name': [{ '@value': 'Rencontres' }],
        'https://schema.org/superEvent': [{ '@id': 'https://x.test/f' }],
      },
    ]);
  });

  it('writes a whole graph without a prefix, and gives the same graph back', async () => {
    const quads = new Parser({ format: 'application/trig' }).parse(read('tests/queries/fixture.trig'));
    const text = new Writer({ format: 'N-Quads' }).quadsToString(quads);
    const expanded = await processor.fromRDF(text, { format: 'application/n-quads' });
    const compact = await processor.compact(expanded, context, offline);
    const keys = new Set<string>();
    collect(compact.graph, keys);
    expect([...keys]).toEqual(expect.arrayContaining(['participant', 'startDateTime', 'startDate', 'prefLabel']));
    expect([...keys].filter((key) => key.includes(':'))).toEqual([]);
    const back = await processor.toRDF(compact, { ...offline, format: 'application/n-quads' });
    const sorted = (lines: string) =>
      [...new Set(new Parser().parse(lines).map((quad) => JSON.stringify(quad)))].sort();
    expect(sorted(back)).toEqual(sorted(text));
  });

  it('gives back every statement of a graph that has every property, as it is published', async () => {
    const quads = new Parser({ format: 'application/trig' }).parse(read('tests/validate/base.trig'));
    const text = new Writer({ format: 'N-Quads' }).quadsToString(quads);
    const document = JSON.parse(
      [
        ...published(
          text.split('\n').filter((line) => line !== ''),
          contextIn(file),
        ),
      ].join(''),
    ) as object;
    const back = await processor.toRDF(document, { ...offline, format: 'application/n-quads' });
    const triples = (lines: string) =>
      [
        ...new Set(
          new Parser()
            .parse(lines)
            .map(({ subject, predicate, object }) => `${subject.id} ${predicate.id} ${object.id}`),
        ),
      ].sort();
    expect(triples(back)).toEqual(triples(text));
  });

  it('maps each word to an IRI of a namespace that the ontology or the graph uses', async () => {
    const used = new Set(
      TURTLE_FILES.flatMap((path) => [...read(path).matchAll(/^@prefix \w+: <([^>]+)>/gm)].map(([, iri]) => iri)),
    );
    for (const iri of Object.values(NAMESPACES)) used.add(iri);
    const prefixes = Object.entries(context).filter(([, iri]) => typeof iri === 'string' && /[#/]$/.test(iri));
    expect(prefixes.length).toBeGreaterThan(5);
    for (const [prefix, iri] of prefixes) expect(used, prefix).toContain(iri);
  });
});

/** Keys of nodes; those of the graph's own words (`id`, `type`, `@value` …) included. */
function collect(value: unknown, keys: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) collect(one, keys);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      keys.add(key);
      collect(inner, keys);
    }
  }
}

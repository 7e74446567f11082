// Each class of ours shows what it looks like, and what it shows keeps to the shapes.
import { Parser, Store } from 'n3';
import { describe, expect, it } from 'vitest';
import { NAMESPACES, rdf, skos } from '../../src/map/vocab.ts';
import { breaches, named } from '../validate/support.ts';
import { graphOf, read, values } from './files.ts';

const ontology = graphOf('ontology/maillage.ttl');
const classes = ontology
  .getSubjects(rdf.type, 'http://www.w3.org/2002/07/owl#Class', null)
  .map(({ value }) => value)
  .filter((iri) => iri.startsWith(NAMESPACES.mlg));
const prefixes = read('ontology/maillage.ttl')
  .split('\n')
  .filter((line) => line.startsWith('@prefix'))
  .join('\n');

/** The statements of an example, as the head of the ontology says that it is to be read. */
const graph = (example: string): Store =>
  new Store(new Parser({ baseIRI: 'https://data.example.org/id/' }).parse(`${prefixes}\n${example}`));

describe('the example of', () => {
  it.each(classes.map((iri) => iri.slice(NAMESPACES.mlg.length)))('%s shows one, and conforms', async (name) => {
    const [example, ...more] = values(ontology, NAMESPACES.mlg + name, `${NAMESPACES.skos}example`);
    expect(more).toEqual([]);
    const shown = graph(example ?? '');
    expect(shown.countQuads(null, rdf.type, NAMESPACES.mlg + name, null)).toBeGreaterThan(0);
    expect((await breaches(shown)).map((breach) => `${named(breach)} ${breach.focus}`)).toEqual([]);
  });
});

describe('the alignments', () => {
  const alignments = graphOf('ontology/alignments.ttl');
  const matches = [...alignments].filter(({ predicate }) =>
    /#(?:exact|close|broad|narrow|related)Match$/.test(predicate.value),
  );

  it('tie terms that the graph uses to terms of each of the vocabularies that are named', () => {
    const targets = matches.map(({ object }) => object.value);
    for (const start of [
      ...[NAMESPACES.org, NAMESPACES.prov, NAMESPACES.foaf, 'http://usefulinc.com/ns/doap#'],
      ...[
        'http://virtual-assembly.org/ontologies/pair#',
        'https://w3id.org/scholarlydata/ontology/conference-ontology.owl#',
      ],
      ...['http://www.wikidata.org/prop/direct/P', 'https://yml.publiccode.tools/schema.core.html#key-'],
    ])
      expect(targets.filter((iri) => iri.startsWith(start)).length, start).toBeGreaterThan(0);
    const own = new Set(ontology.getSubjects(null, null, null).map(({ value }) => value));
    for (const { subject } of matches) {
      const ours = subject.value.startsWith(NAMESPACES.mlg);
      if (ours) expect(own, subject.value).toContain(subject.value);
      else
        expect(
          Object.values(NAMESPACES).some((start) => subject.value.startsWith(start)),
          subject.value,
        ).toBe(true);
    }
  });

  it('say one thing of each pair, and are SKOS mappings alone', () => {
    const pairs = matches.map(({ subject, object }) => `${subject.value} ${object.value}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const head = alignments.getQuads('https://w3id.org/maillage/alignments', null, null, null);
    expect(matches.length + head.length).toBe(alignments.size);
    expect(matches.every(({ predicate }) => predicate.value.startsWith(skos.Concept.replace('Concept', '')))).toBe(
      true,
    );
  });
});

import { namedNode, parse } from 'oxigraph';
import * as rdflib from 'rdflib';
import { describe, expect, it } from 'vitest';
import { dcterms, dqv, mlg, NAMESPACES, ONTOLOGY_GRAPH, rdf, rdfs, schema, skos, xsd } from '../../src/map/vocab.ts';
import { graphOf, languages, read, TURTLE_FILES, values } from './files.ts';

const OWL = 'http://www.w3.org/2002/07/owl#';
const VANN = 'http://purl.org/vocab/vann/';
const CLASS = `${OWL}Class`;
const PROPERTIES = [`${OWL}ObjectProperty`, `${OWL}DatatypeProperty`];

const ontology = graphOf('ontology/maillage.ttl');
const local = (iri: string) => iri.slice(NAMESPACES.mlg.length);
const defined = ontology
  .getSubjects(null, null, null)
  .map((subject) => subject.value)
  .filter((iri) => iri.startsWith(NAMESPACES.mlg));
const isClass = (iri: string) => values(ontology, iri, rdf.type).includes(CLASS);

describe.each(TURTLE_FILES)('%s', (path) => {
  it('is read alike by n3, oxigraph and rdflib', () => {
    const count = graphOf(path).size;
    const store = rdflib.graph();
    rdflib.parse(read(path), store, ONTOLOGY_GRAPH, 'text/turtle');
    expect(count).toBeGreaterThan(100);
    expect(parse(read(path), { format: 'text/turtle', to_graph_name: namedNode(ONTOLOGY_GRAPH) })).toHaveLength(count);
    expect(store.length).toBe(count);
  });

  it('holds no blank node', () => {
    const blank = [...graphOf(path)].filter((quad) =>
      [quad.subject, quad.object].some((term) => term.termType === 'BlankNode'),
    );
    expect(blank).toEqual([]);
  });
});

describe('the terms', () => {
  it('are those that the code writes, no more and no less', () => {
    expect(defined.map(local).sort()).toEqual(Object.keys(mlg).sort());
  });

  it('are those that docs/graph-model.md names, no more and no less', () => {
    const named = new Set([...read('docs/graph-model.md').matchAll(/mlg:([A-Za-z0-9]+)/g)].map(([, name]) => name));
    expect(defined.map(local).sort()).toEqual([...named].sort());
  });

  it.each(defined.map(local))('%s has one label and one comment in English and in French', (name) => {
    const iri = NAMESPACES.mlg + name;
    expect(languages(ontology, iri, rdfs.label)).toEqual(['en', 'fr']);
    expect(languages(ontology, iri, rdfs.comment)).toEqual(['en', 'fr']);
    expect(values(ontology, iri, rdfs.isDefinedBy)).toEqual([ONTOLOGY_GRAPH]);
  });

  it('are classes where they start with a capital, else properties of one kind', () => {
    for (const iri of defined) {
      const types = values(ontology, iri, rdf.type);
      if (/^[A-Z]/.test(local(iri))) expect(types, iri).toEqual([CLASS]);
      else {
        expect(types, iri).toHaveLength(1);
        expect(PROPERTIES, iri).toContain(types[0]);
      }
    }
  });

  it('say, where they are classes, what they are kinds of', () => {
    for (const iri of defined.filter(isClass)) {
      expect(values(ontology, iri, `${NAMESPACES.rdfs}subClassOf`), iri).not.toEqual([]);
    }
  });

  it('say, where they are properties, what they join, and the right kind of thing', () => {
    for (const iri of defined.filter((term) => !isClass(term))) {
      const domain = values(ontology, iri, `${NAMESPACES.rdfs}domain`);
      const range = values(ontology, iri, `${NAMESPACES.rdfs}range`);
      const ranges = [...range, ...values(ontology, iri, `${NAMESPACES.schema}rangeIncludes`)];
      expect([...domain, ...values(ontology, iri, `${NAMESPACES.schema}domainIncludes`)], iri).not.toEqual([]);
      expect(ranges, iri).not.toEqual([]);
      // two rdfs:domain or rdfs:range would mean both at once
      expect(Math.max(domain.length, range.length), iri).toBeLessThanOrEqual(1);
      const data = values(ontology, iri, rdf.type).includes(`${OWL}DatatypeProperty`);
      for (const one of ranges) expect(one.startsWith(NAMESPACES.xsd), `${iri} ${one}`).toBe(data);
    }
  });

  it('refer to no term of ours that is not defined, and to no class or datatype that the graph does not know', () => {
    const foreign = ['Thing', 'CreativeWork', 'DigitalDocument', 'Role'].map((name) => NAMESPACES.schema + name);
    const known = new Set<string>([
      ...defined,
      ...foreign,
      ...Object.values<string>(dqv),
      ...Object.values<string>(schema),
      ...Object.values<string>(skos),
      ...Object.values<string>(xsd),
      `${NAMESPACES.org}Membership`,
      `${NAMESPACES.oa}TextQuoteSelector`,
      `${NAMESPACES.prov}Entity`,
    ]);
    const links = ['rdfs:subClassOf', 'rdfs:domain', 'rdfs:range', 'schema:domainIncludes', 'schema:rangeIncludes'];
    for (const link of links) {
      const [prefix = '', name = ''] = link.split(':');
      const property = NAMESPACES[prefix as 'rdfs' | 'schema'] + name;
      for (const object of ontology.getObjects(null, property, null)) expect(known, link).toContain(object.value);
    }
  });
});

describe('the header', () => {
  it('names the ontology, its makers, licence, namespace and version', () => {
    const about = (property: string) => values(ontology, ONTOLOGY_GRAPH, property);
    expect(about(rdf.type)).toEqual([`${OWL}Ontology`]);
    expect(languages(ontology, ONTOLOGY_GRAPH, `${NAMESPACES.dcterms}title`)).toEqual(['en', 'fr']);
    expect(about(`${NAMESPACES.dcterms}creator`)).not.toEqual([]);
    expect(about(dcterms.license)).toEqual(['https://www.apache.org/licenses/LICENSE-2.0']);
    expect(about(`${VANN}preferredNamespacePrefix`)).toEqual(['mlg']);
    expect(about(`${VANN}preferredNamespaceUri`)).toEqual([NAMESPACES.mlg]);
    expect(about(`${OWL}versionInfo`)).toEqual(['0.1.0']);
    expect(about(`${OWL}versionIRI`)).toEqual([`${ONTOLOGY_GRAPH}/0.1.0`]);
    const [created = '', modified = ''] = ['created', 'modified'].flatMap((name) => about(NAMESPACES.dcterms + name));
    expect(created <= modified).toBe(true);
    // No version before this one was published, so that none is named.
    expect(about(`${OWL}priorVersion`)).toEqual([]);
  });

  it.each(['shapes', 'alignments'])('of %s does the same', (name) => {
    const graph = graphOf(`ontology/${name}.ttl`);
    const iri = `https://w3id.org/maillage/${name}`;
    expect(values(graph, iri, rdf.type)).toEqual([`${OWL}Ontology`]);
    for (const property of ['title', 'description', 'creator'])
      expect(languages(graph, iri, NAMESPACES.dcterms + property)).toEqual(['en', 'fr']);
    expect(values(graph, iri, dcterms.license)).toEqual(['https://www.apache.org/licenses/LICENSE-2.0']);
    expect(values(graph, iri, `${OWL}versionIRI`)).toEqual([`${iri}/0.1.0`]);
    for (const day of ['created', 'modified'])
      expect(values(graph, iri, NAMESPACES.dcterms + day)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  });
});

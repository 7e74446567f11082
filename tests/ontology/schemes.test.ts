import { describe, expect, it } from 'vitest';
import { CAPACITIES, PARTICIPANT_KINDS } from '../../src/domain/participation.ts';
import { PROJECT_KINDS } from '../../src/domain/project.ts';
import { METRICS } from '../../src/domain/quality.ts';
import { FORMATS } from '../../src/domain/session.ts';
import { MESSAGES } from '../../src/map/finding-messages.ts';
import { concept, findingConcept, NAMESPACES, ONTOLOGY_GRAPH, rdf, rdfs, scheme, skos } from '../../src/map/vocab.ts';
import { graphOf, languages, values } from './files.ts';

const OWN = 'https://w3id.org/maillage/';
const schemes = graphOf('ontology/schemes.ttl');
const conceptsOf = (name: string) =>
  schemes
    .getSubjects(skos.inScheme, `${OWN}${name}`, null)
    .map((subject) => subject.value)
    .sort();
const notationsOf = (name: string) => conceptsOf(name).flatMap((iri) => values(schemes, iri, skos.notation));
const all = schemes.getSubjects(rdf.type, skos.Concept, null).map((subject) => subject.value);

describe('the schemes', () => {
  const names = ['capacity', 'finding', 'format', 'grade', 'metric', 'participant-kind', 'project-kind', 'severity'];

  it('are the eight of the graph model, and hold those that the code names', () => {
    const iris = schemes.getSubjects(rdf.type, skos.ConceptScheme, null).map((subject) => subject.value);
    expect(iris.sort()).toEqual(names.map((name) => OWN + name));
    for (const iri of Object.values<string>(scheme)) expect(iris).toContain(iri);
  });

  it.each(names)('%s is named and defined in English and French', (name) => {
    expect(languages(schemes, OWN + name, skos.prefLabel)).toEqual(['en', 'fr']);
    expect(languages(schemes, OWN + name, skos.definition)).toEqual(['en', 'fr']);
    expect(values(schemes, OWN + name, rdfs.isDefinedBy)).toEqual([ONTOLOGY_GRAPH]);
    expect(conceptsOf(name)).not.toEqual([]);
  });

  it.each([
    ['format', FORMATS],
    ['capacity', CAPACITIES],
    ['participant-kind', PARTICIPANT_KINDS],
    ['project-kind', PROJECT_KINDS],
    ['severity', Object.keys(concept.severity)],
    ['grade', ['inferred', 'stated']],
    ['metric', METRICS],
  ])('%s has the notations that the code knows', (name, known) => {
    expect(notationsOf(name).sort()).toEqual([...known].sort());
  });

  it('have the concepts that the code writes', () => {
    for (const list of Object.values(concept)) {
      for (const iri of Object.values<string>(list)) expect(all).toContain(iri);
    }
  });
});

describe('the concepts', () => {
  it.each(all)('%s has one plain notation that ends its IRI, and labels and definitions in both languages', (iri) => {
    expect(languages(schemes, iri, skos.notation)).toEqual(['']);
    const home = values(schemes, iri, skos.inScheme);
    expect(home).toHaveLength(1);
    expect(values(schemes, iri, skos.topConceptOf)).toEqual(home);
    expect(iri).toBe(`${home[0]}/${values(schemes, iri, skos.notation)[0]}`);
    expect(languages(schemes, iri, skos.prefLabel)).toEqual(['en', 'fr']);
    expect(languages(schemes, iri, skos.definition)).toEqual(['en', 'fr']);
  });

  it('have no preferred label twice in a scheme and language, nor as an alternative of the same concept', () => {
    for (const { value: home } of schemes.getSubjects(rdf.type, skos.ConceptScheme, null)) {
      const labels = schemes
        .getSubjects(skos.inScheme, home, null)
        .flatMap((subject) => schemes.getObjects(subject, skos.prefLabel, null).map((label) => label.id));
      expect(new Set(labels).size, home).toBe(labels.length);
    }
    for (const quad of schemes.getQuads(null, skos.altLabel, null, null)) {
      expect(schemes.getQuads(quad.subject, skos.prefLabel, quad.object, null), quad.subject.value).toEqual([]);
      expect(quad.object.termType === 'Literal' && ['en', 'fr'].includes(quad.object.language)).toBe(true);
    }
  });
});

describe('the codes of findings', () => {
  it('are as the code writes codes', () => {
    for (const notation of notationsOf('finding')) {
      expect(findingConcept(notation)).toBe(`${scheme.finding}/${notation}`);
    }
  });

  it('are those that findings have', () => {
    expect(notationsOf('finding').sort()).toEqual(Object.keys(MESSAGES).sort());
  });
});

it('uses the namespaces of the code alone', () => {
  const predicates = schemes.getPredicates(null, null, null).map((predicate) => predicate.value);
  for (const iri of predicates) {
    const known = [NAMESPACES.skos, NAMESPACES.rdf, NAMESPACES.rdfs, NAMESPACES.dqv].some((start) =>
      iri.startsWith(start),
    );
    expect(known, iri).toBe(true);
  }
});

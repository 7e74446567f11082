// Shapes that nothing can break would be decoration: for each constraint, a graph that breaks only it is caught.
import { describe, expect, it } from 'vitest';
import { CAPACITIES, PARTICIPANT_KINDS } from '../../src/domain/participation.ts';
import { PROJECT_KINDS } from '../../src/domain/project.ts';
import { METRICS } from '../../src/domain/quality.ts';
import { FORMATS } from '../../src/domain/session.ts';
import { concept, mlg, rdf, rdfs, SHAPES, shacl } from '../../src/map/vocab.ts';
import { languages, values } from '../ontology/files.ts';
import { type Mutation, mutations } from './mutate.ts';
import { BASE_TEXT, breaches, named, parse, SHAPES_TEXT, union } from './support.ts';

const shapes = union(parse(SHAPES_TEXT));
const base = union(parse(BASE_TEXT));
const nodeShapes = shapes.getSubjects(rdf.type, shacl.NodeShape, null).map(({ value }) => value);
const propertyShapes = shapes.getSubjects(rdf.type, shacl.PropertyShape, null).map(({ value }) => value);

describe('a graph that conforms', () => {
  it('is told nothing', async () => {
    expect(await breaches(base)).toEqual([]);
  });
});

describe('each constraint', () => {
  const all = mutations(shapes, base);

  it('of every shape has a mutation', () => {
    expect(all.length).toBeGreaterThan(500);
    const mutated = new Set(all.map(({ shape }) => SHAPES + shape));
    // These say nothing themselves: a node shape asks for one of them, or they ask for properties alone.
    const parts = ['WithOrganization', 'WithRole', 'WithTarget', 'WithIdentifier', 'Part', 'Hashed'].map(
      (name) => SHAPES + name,
    );
    expect([...nodeShapes, ...propertyShapes].filter((shape) => !mutated.has(shape) && !parts.includes(shape))).toEqual(
      [],
    );
  });

  it('is broken alone, and caught', async () => {
    const wrong: string[] = [];
    for (const mutation of all) {
      const found = await breaches(mutation.graph, new Set([mutation.focus]));
      const said = [...new Set(found.map(named))].sort();
      const caught = said.includes(`${mutation.shape} ${mutation.constraint}`);
      if (!caught || said.some((one) => !isOf(one, mutation))) {
        wrong.push(`${mutation.shape} ${mutation.constraint}: ${said.join(', ') || 'nothing'}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('the shapes', () => {
  it('say in both languages what they are for, what should be so and how to mend it', () => {
    for (const shape of nodeShapes) {
      expect(languages(shapes, shape, rdfs.label), shape).toEqual(['en', 'fr']);
      expect(languages(shapes, shape, rdfs.comment), shape).toEqual(['en', 'fr']);
    }
    for (const shape of [...nodeShapes, ...propertyShapes])
      expect(languages(shapes, shape, shacl.message), shape).toEqual(['en', 'fr']);
  });

  it('have IRIs of their own namespace, all of them', () => {
    for (const shape of [...nodeShapes, ...propertyShapes]) expect(shape.startsWith(SHAPES), shape).toBe(true);
  });

  it('have one for each class of ours', () => {
    const targets = nodeShapes.flatMap((shape) => values(shapes, shape, shacl.targetClass));
    const classes = Object.values<string>(mlg).filter((iri) => /#[A-Z]/.test(iri));
    expect(classes.filter((iri) => !targets.includes(iri))).toEqual([]);
  });

  it('know the values that the code writes', () => {
    const allowed = (shape: string): string[] => {
      const [list] = shapes.getObjects(SHAPES + shape, shacl.in, null);
      const items: string[] = [];
      for (let rest = list; rest !== undefined; [rest] = shapes.getObjects(rest, `${RDF}rest`, null))
        items.push(...shapes.getObjects(rest, `${RDF}first`, null).map(({ value }) => value));
      return items.sort();
    };
    const iris = (list: Readonly<Record<string, string>>, names: readonly string[]) =>
      names.map((name) => list[name] as string).sort();
    expect(allowed('Session-sessionFormat')).toEqual(iris(concept.format, FORMATS));
    expect(allowed('AgendaItem-sessionFormat')).toEqual(iris(concept.format, FORMATS));
    expect(allowed('Participation-capacity')).toEqual(iris(concept.capacity, CAPACITIES));
    expect(allowed('Participation-participantKind')).toEqual(iris(concept['participant-kind'], PARTICIPANT_KINDS));
    expect(allowed('Project-projectKind')).toEqual(iris(concept['project-kind'], PROJECT_KINDS));
    expect(allowed('QualityMeasurement-isMeasurementOf')).toEqual(iris(concept.metric, METRICS));
  });

  it('keep to SHACL core', () => {
    expect(SHAPES_TEXT).not.toMatch(/sh:(?:sparql|select|ask|rule|js|values|expression)\b/);
  });
});

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/**
 * Of the same shape: a value of another datatype, or a node without a name, may fail further constraints of the property,
 * which are about values of the right kind. Or of a property that is compared with it.
 */
const isOf = (said: string, { shape }: Mutation): boolean =>
  said.startsWith(`${shape} `) || (COMPARED[shape] !== undefined && said === `${COMPARED[shape]} lessThanOrEquals`);

const COMPARED: Readonly<Record<string, string>> = {
  'Passage-lastLine': 'Passage-firstLine',
  'PeriodOfTime-endDate': 'PeriodOfTime-startDate',
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFactory, Parser, type Quad, Store, Writer } from 'n3';
import { createShapeChecker } from '../../src/validate/shapes.ts';
import type { Breach } from '../../src/validate/violation.ts';
import { ROOT } from '../support/imports.ts';

export const SHAPES_TEXT = readFileSync(join(ROOT, 'ontology/shapes.ttl'), 'utf8');
export const RULES = join(ROOT, 'ontology/rules');
export const BASE_TEXT = readFileSync(join(ROOT, 'tests/validate/base.trig'), 'utf8');

export const parse = (text: string): Quad[] => new Parser({ format: 'application/trig' }).parse(text);

/** The triples of some quads, whatever graphs they stand in. */
export const union = (quads: Iterable<Quad>): Store =>
  new Store([...quads].map(({ subject, predicate, object }) => DataFactory.quad(subject, predicate, object)));

const checker = createShapeChecker(SHAPES_TEXT);

/** What shapes say of some things of a graph; of all, where none are named. */
export function breaches(graph: Store, focus?: ReadonlySet<string>): Promise<Breach[]> {
  const triples = new Writer({ format: 'N-Triples' }).quadsToString([...graph]);
  return checker.check(triples, focus ?? new Set(graph.getSubjects(null, null, null).map(({ value }) => value)));
}

/** `Session-superEvent minCount`: short, to be read in a failed test. */
export const named = ({ rule, constraint }: Breach): string => `${rule} ${constraint}`;

/** The vocabulary of shapes, SHACL: what a checker reads of `ontology/shapes.ttl`. Nothing of it stands in a graph. */
import { vocabulary } from './define.ts';

/** Namespace of our shapes. */
export const SHAPES = 'https://w3id.org/maillage/shapes#';

export const shacl = vocabulary('http://www.w3.org/ns/shacl#', [
  'NodeShape',
  'PropertyShape',
  'class',
  'closed',
  'datatype',
  'disjoint',
  'ignoredProperties',
  'in',
  'lessThanOrEquals',
  'maxCount',
  'maxInclusive',
  'message',
  'minCount',
  'minInclusive',
  'minLength',
  'nodeKind',
  'or',
  'path',
  'pattern',
  'property',
  'targetClass',
  'targetSubjectsOf',
  'uniqueLang',
  'xone',
]);

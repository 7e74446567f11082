/** Graphs that break one constraint of the shapes each, made from the shapes themselves. */
import { DataFactory, type Quad, Store, type Term } from 'n3';
import { mlg, rdf, shacl, xsd } from '../../src/map/vocab.ts';

export interface Mutation {
  /** Local names: `Session-superEvent`, `minCount`. */
  readonly shape: string;
  readonly constraint: string;
  readonly graph: Store;
  /** The thing that is broken. */
  readonly focus: string;
}

type Node = Quad['subject'];
type Value = Quad['object'];
const { blankNode, literal, namedNode, quad } = DataFactory;

/** Constraints that say how another one is meant, or that are none. */
const PARAMETERS = new Set<string>([
  ...[shacl.path, shacl.message, shacl.property, shacl.ignoredProperties, shacl.targetClass, shacl.targetSubjectsOf],
  ...[rdf.type, 'http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2000/01/rdf-schema#comment'],
  'http://www.w3.org/2000/01/rdf-schema#isDefinedBy',
]);

/** One mutation for each constraint of each shape that has a target. */
export function mutations(shapes: Store, base: Store): Mutation[] {
  const out: Mutation[] = [];
  for (const node of shapes.getSubjects(rdf.type, shacl.NodeShape, null)) {
    const focus = targetOf(shapes, base, node);
    for (const [constraint, value] of constraintsOf(shapes, node)) {
      const { graph, at } = breakNode(shapes, base, node, focus, constraint, value);
      out.push({ shape: local(node), constraint: local(constraint), graph, focus: at.value });
    }
    for (const property of shapes.getObjects(node, shacl.property, null)) {
      const path = shapes.getObjects(property, shacl.path, null)[0] as Quad['predicate'];
      const own = targetOf(shapes, base, node, path);
      for (const [constraint, value] of constraintsOf(shapes, property as Node)) {
        const graph = breakProperty(base, own, path, constraint.value, value);
        out.push({ shape: local(property), constraint: local(constraint), graph, focus: own.value });
      }
    }
  }
  return out;
}

// --- internal ---

const local = (term: Term): string => term.value.slice(term.value.lastIndexOf('#') + 1);

const constraintsOf = (shapes: Store, shape: Node): [Term, Value][] =>
  shapes
    .getQuads(shape, null, null, null)
    .filter(({ predicate }) => !PARAMETERS.has(predicate.value))
    .map(({ predicate, object }) => [predicate, object]);

/** Something of the graph that the shape is about: one with a value of that property, where there is one. */
function targetOf(shapes: Store, base: Store, shape: Node, path?: Quad['predicate']): Node {
  const [type] = shapes.getObjects(shape, shacl.targetClass, null);
  const [property] = shapes.getObjects(shape, shacl.targetSubjectsOf, null);
  const all =
    type === undefined
      ? base.getSubjects(property as Term, null, null)
      : base.getSubjects(namedNode(rdf.type), type, null);
  const found = path === undefined ? all[0] : all.find((node) => base.countQuads(node, path, null, null) > 0);
  if (found === undefined) throw new Error(`the base has nothing for ${shape.value} ${path?.value ?? ''}`);
  return found;
}

function copy(base: Store): Store {
  return new Store([...base]);
}

/** Gives a thing another name. */
function renamed(base: Store, from: Node, to: Node): Store {
  const swap = (term: { readonly value: string }): unknown => (term.value === from.value ? to : term);
  return new Store([...base].map((one) => quad(swap(one.subject) as Node, one.predicate, swap(one.object) as Value)));
}

function breakNode(
  shapes: Store,
  base: Store,
  shape: Node,
  focus: Node,
  constraint: Term,
  value: Value,
): { graph: Store; at: Node } {
  const graph = copy(base);
  switch (constraint.value) {
    case shacl.nodeKind: {
      const at = blankNode('b0');
      return { graph: renamed(base, focus, at), at };
    }
    case shacl.pattern: {
      const at = namedNode('https://example.test/id/other');
      return { graph: renamed(base, focus, at), at };
    }
    case shacl.closed:
      graph.addQuad(quad(focus, namedNode('https://example.test/unheard-of'), literal('x')));
      return { graph, at: focus };
    case shacl.class:
      graph.removeQuads(graph.getQuads(focus, rdf.type, value, null));
      return { graph, at: focus };
    case shacl.or:
      for (const part of listOf(shapes, value))
        graph.removeQuads(graph.getQuads(focus, shapes.getObjects(part, shacl.path, null)[0] as Term, null, null));
      return { graph, at: focus };
    case shacl.xone: {
      const [target, identifier] = [mlg.target, mlg.identifier];
      const at = graph.getSubjects(target, null, null)[0] as Node;
      graph.addQuad(quad(at, namedNode(identifier), literal('siren:000000000')));
      return { graph, at };
    }
    default:
      throw new Error(`${shape.value}: no mutation for ${constraint.value}`);
  }
}

function breakProperty(base: Store, focus: Node, path: Quad['predicate'], constraint: string, value: Value): Store {
  const graph = copy(base);
  const values = graph.getObjects(focus, path, null) as Value[];
  const first = values[0] as Value;
  const add = (...more: readonly Value[]): void => graph.addQuads(more.map((one) => quad(focus, path, one)));
  const replace = (by: Value): void => {
    graph.removeQuads(graph.getQuads(focus, path, first, null));
    add(by);
  };
  switch (constraint) {
    case shacl.minCount:
      graph.removeQuads(graph.getQuads(focus, path, null, null).slice(Number(value.value) - 1));
      break;
    case shacl.maxCount:
      for (let n = values.length; n <= Number(value.value); n++) add(another(graph, first, n));
      break;
    case shacl.datatype:
      replace(ofOtherType(first));
      break;
    case shacl.nodeKind: {
      const node = blankNode('b1');
      graph.addQuads(
        graph.getQuads(first as Node, rdf.type, null, null).map((type) => quad(node, type.predicate, type.object)),
      );
      replace(node);
      break;
    }
    case shacl.class:
      replace(stranger(graph));
      break;
    case shacl.or:
      replace(first.termType === 'Literal' ? literal('true', namedNode(xsd.boolean)) : stranger(graph));
      break;
    case shacl.in:
      replace(first.termType === 'Literal' ? literal('elsewhere') : namedNode('https://example.test/elsewhere'));
      break;
    case shacl.pattern:
      replace(first.termType === 'Literal' ? literal(' - ') : namedNode('urn:example:x'));
      break;
    case shacl.minLength:
      replace(literal(''));
      break;
    case shacl.minInclusive:
      replace(literal('-1', (first as Quad['object'] & { datatype: never }).datatype));
      break;
    case shacl.maxInclusive:
      replace(literal('2', (first as Quad['object'] & { datatype: never }).datatype));
      break;
    case shacl.lessThanOrEquals:
      replace(
        literal(first.value.length > 4 ? '9999-01-01' : '9999', (first as typeof first & { datatype: never }).datatype),
      );
      break;
    case shacl.disjoint:
      replace(graph.getObjects(focus, value, null)[0] as Value);
      break;
    case shacl.uniqueLang:
      add(literal('encore', 'fr'), literal('toujours', 'fr'));
      break;
    default:
      throw new Error(`no mutation for ${constraint}`);
  }
  return graph;
}

/** A second value that is as good as the first. */
function another(graph: Store, value: Value, n: number): Value {
  if (value.termType === 'NamedNode') {
    // A concept of a list stands beside others: these have the same beginning.
    const known = SIBLINGS.find((pair) => pair[0] === value.value)?.[1];
    const node = namedNode(known ?? `${value.value}-${n}`);
    graph.addQuads(graph.getQuads(value, rdf.type, null, null).map((type) => quad(node, type.predicate, type.object)));
    return node;
  }
  if (value.termType !== 'Literal') throw new Error(`${value.value}: neither an IRI nor a literal`);
  const text = value.value;
  const next: string =
    LITERALS[text] ?? (/^\d$/.test(text) ? String(Number(text) + 1) : /^0\.\d$/.test(text) ? `${text}5` : `${text}x`);
  return literal(next, value.language === '' ? value.datatype : value.language);
}

const W3ID = 'https://w3id.org/maillage/';
const SIBLINGS: readonly (readonly [string, string])[] = [
  [`${W3ID}format/atelier`, `${W3ID}format/retex`],
  [`${W3ID}format/echange`, `${W3ID}format/retex`],
  [`${W3ID}capacity/speaker`, `${W3ID}capacity/opening`],
  [`${W3ID}participant-kind/team`, `${W3ID}participant-kind/organisation`],
  [`${W3ID}severity/warning`, `${W3ID}severity/info`],
  [`${W3ID}metric/sessions-f1`, `${W3ID}metric/sessions-recall`],
];

/** Other values of literals whose form is fixed. */
const LITERALS: Readonly<Record<string, string>> = {
  ...{ false: 'true', true: '1', same: 'different', '12': '13' },
  ...{ '2023-06-15': '2023-06-14', '2023-06-16': '2023-06-17', '2023-07-01': '2023-07-02', '2023-07-02': '2023-07-03' },
  '2023-06-15T10:00:00+02:00': '2023-06-15T10:30:00+02:00',
  '2023-06-15T11:00:00+02:00': '2023-06-15T11:30:00+02:00',
  ['0'.repeat(64)]: '2'.repeat(64),
  ['1'.repeat(64)]: '3'.repeat(64),
};

/** The same words as another kind of literal. */
function ofOtherType(value: Value): Value {
  if (value.termType !== 'Literal') throw new Error(`${value.value}: not a literal`);
  if (value.language !== '') return literal(value.value);
  return value.datatype.value === xsd.string ? literal(value.value, 'fr') : literal(value.value, namedNode(xsd.string));
}

/** A thing of a class that nothing refers to. */
function stranger(graph: Store): Value {
  const node = namedNode('https://example.test/stranger');
  graph.addQuad(quad(node, namedNode(rdf.type), namedNode(mlg.Withdrawn)));
  return node;
}

function listOf(shapes: Store, list: Term): Node[] {
  const [first] = shapes.getObjects(list, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first', null);
  const [rest] = shapes.getObjects(list, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#rest', null);
  return first === undefined ? [] : [first as Node, ...listOf(shapes, rest as Term)];
}

/** SHACL core over a part of a graph. The only file that knows the engine. */
import { Parser, type Quad, Store, type Term } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { rdfs, SHAPES, shacl } from '../map/vocab.ts';
import type { Breach, Words } from './violation.ts';

export interface ShapeChecker {
  /**
   * Checks the things `focus` of a part of a graph that says all of them, and of which class what they refer to is; the
   * latter are not checked themselves.
   * @param triples as N-Triples
   */
  check(triples: string, focus: ReadonlySet<string>): Promise<Breach[]>;
}

/** @param turtle shapes in SHACL core, each with an IRI (`ontology/shapes.ttl`) */
export function createShapeChecker(turtle: string): ShapeChecker {
  const shapes = new Store(new Parser({ format: 'text/turtle' }).parse(turtle));
  const validator = new SHACLValidator(shapes as unknown as Dataset, UNCOUNTED);
  // The engine copies shapes into a dataset without an index, and looks through all of it for each thing.
  validator.$shapes = validator.factory.clownface({ dataset: shapes as unknown as Dataset });
  const homes = new Map(
    shapes.getQuads(null, shacl.property, null, null).map((quad) => [quad.object.id, quad.subject]),
  );
  return {
    async check(triples, focus) {
      const part = new Store(new Parser({ format: 'application/n-triples', blankNodePrefix: '' }).parse(triples));
      const report = await validator.validate(onlyFocus(part, focus));
      return report.results.map((result): Breach => {
        const shape = result.sourceShape as Term;
        const home = homes.get(shape.id ?? shape.value) ?? shape;
        return {
          rule: shape.value.slice(shape.value.startsWith(SHAPES) ? SHAPES.length : 0),
          constraint: constraintOf(result.sourceConstraintComponent?.value ?? ''),
          focus: result.focusNode?.value ?? '',
          ...(result.path === null ? {} : { path: result.path.value }),
          ...(result.value === null || result.value.value === result.focusNode?.value
            ? {}
            : { value: result.value.value }),
          message: wordsOf(shapes, shape, shacl.message),
          mend: wordsOf(shapes, home, rdfs.comment),
        };
      });
    },
  };
}

// --- internal ---

/** No shape of ours asks for itself: the engine need not count how often it has met a thing. Its types do not know this option. */
const UNCOUNTED: object = { maxNodeChecks: 0 };

type Dataset = Parameters<SHACLValidator['validate']>[0] & Iterable<Quad>;

/**
 * The part as the engine sees it: what it looks for by class or property, it finds among the things to check only; what it
 * asks of a thing that it knows, it is told of all.
 */
function onlyFocus(part: Store, focus: ReadonlySet<string>): Dataset {
  const view = {
    size: part.size,
    has: (quad: Quad) => part.has(quad),
    [Symbol.iterator]: () => part[Symbol.iterator](),
    match(subject?: Term | null, predicate?: Term | null, object?: Term | null) {
      if (subject !== undefined && subject !== null) return part.match(subject, predicate, object);
      // Of what it looks for it asks how many there are and which: an index of these would take longer than the look.
      return new Set(
        part.getQuads(null, predicate ?? null, object ?? null, null).filter((quad) => focus.has(quad.subject.value)),
      );
    },
  };
  return view as unknown as Dataset;
}

/** `MinCountConstraintComponent` is what `sh:minCount` asks for. */
function constraintOf(component: string): string {
  const name = component.slice(component.lastIndexOf('#') + 1).replace(/ConstraintComponent$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function wordsOf(shapes: Store, subject: Term, property: string): Words {
  const texts = shapes.getObjects(subject as Quad['subject'], property, null);
  const of = (language: string): string =>
    texts.find((text) => text.termType === 'Literal' && text.language === language)?.value ?? '';
  return { en: of('en'), fr: of('fr') };
}

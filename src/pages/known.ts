import type { Context } from './context.ts';
import type { Known } from './result/results.ts';

/** What results may say of IRIs, as this page links to them. */
export function knownOf(context: Context): Known {
  return {
    language: context.language,
    thing: (iri) => {
      const thing = context.things.get(iri);
      return thing === undefined
        ? undefined
        : { name: thing.name, kind: thing.kind, href: context.page(context.doc(thing)) };
    },
    label: (iri) => (context.labels.has(iri) ? context.label(iri) : undefined),
  };
}

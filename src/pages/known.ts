import type { Context } from './context.ts';
import { notationsOf } from './result/notations.ts';
import { type Known, notationText } from './result/results.ts';

/** What results may say of IRIs, as this page links to them, and of notations in some columns. */
export function knownOf(context: Context, columns: readonly string[] = []): Known {
  const notations = notationsOf(context, columns);
  return {
    language: context.language,
    base: context.site.base,
    ...(context.spoken === undefined ? {} : { spoken: context.site.language }),
    thing: (iri) => {
      const thing = context.things.get(iri);
      return thing === undefined
        ? undefined
        : { name: thing.name, kind: thing.kind, href: context.page(context.doc(thing)) };
    },
    notation: (column, value) => notationText(notations, column, value),
    label: (iri) => (context.labels.has(iri) ? context.label(iri) : undefined),
  };
}

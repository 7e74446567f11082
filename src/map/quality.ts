import type { QualityMeasurement } from '../domain/quality.ts';
import type { Iris } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { conceptTerm, term, xsd } from './vocab.ts';

/** A measurement and the documents whose reading was measured: none for the whole dataset. */
export interface PublishedMeasurement extends Omit<QualityMeasurement, 'documents'> {
  readonly on: readonly { readonly sourceId: string; readonly name: string }[];
}

/** Measurements of quality, as N-Quads lines of the dataset's graph, each once. */
export function qualityQuads(iris: Iris, measurements: Iterable<PublishedMeasurement>): Iterable<string> {
  const graph = `<${iris.graph('dataset')}>`;
  const lines = new Set<string>();
  for (const { measure, value, labels, source, on } of measurements) {
    const node = `<${iris.quality(source, measure)}>`;
    const say = (property: string, object: string): void => void lines.add(quad(node, property, object, graph));
    say(term.rdf.type, term.dqv.QualityMeasurement);
    say(term.dqv.isMeasurementOf, conceptTerm.metric[measure]);
    say(term.dqv.value, literal(decimal(value), xsd.decimal));
    say(term.mlg.labelSet, literal(labels.name));
    say(term.mlg.labelled, literal(String(labels.things), xsd.integer));
    if (on.length === 0) say(term.dqv.computedOn, `<${iris.dataset()}>`);
    for (const { sourceId, name } of on) say(term.dqv.computedOn, `<${iris.document(sourceId, name)}>`);
  }
  return lines;
}

// --- internal ---

/** Four decimals at most, without zeros at the end: the form that stores write, so that dumps stay the same. */
const decimal = (value: number): string => String(Math.round(value * 10_000) / 10_000);

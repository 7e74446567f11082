import { Store } from 'oxigraph';
import { expect, it } from 'vitest';
import { METRICS } from '../../src/domain/quality.ts';
import type { PublishedMeasurement } from '../../src/map/index.ts';
import { expectGraph, nquads, ttl } from '../support/graph.ts';
import { recorder } from '../support/records.ts';

const labels = { name: 'Le "mercredi"', things: 51 };

it('says what was measured, on which documents, with which labels', () => {
  const { mapper, text } = recorder();
  const on = [
    { sourceId: 'nec', name: 'a b.md' },
    { sourceId: 'nec', name: 'c.md' },
  ];
  mapper.mapQuality([
    { measure: 'sessions-f1', value: 0.9804, labels, source: 'nec', on },
    { measure: 'projects-accuracy', value: 1, labels: { name: 'all', things: 2 }, on: [] },
  ]);
  expectGraph(
    nquads(text()),
    ttl`
      <graph/dataset> {
        <id/quality/nec/sessions-f1> a dqv:QualityMeasurement ;
          dqv:isMeasurementOf <https://w3id.org/maillage/metric/sessions-f1> ;
          dqv:value 0.9804 ;
          dqv:computedOn <source/nec/a%20b.md>, <source/nec/c.md> ;
          mlg:labelSet ${JSON.stringify(labels.name)} ;
          mlg:labelled 51 .
        <id/quality/-/projects-accuracy> a dqv:QualityMeasurement ;
          dqv:isMeasurementOf <https://w3id.org/maillage/metric/projects-accuracy> ;
          dqv:value "1"^^xsd:decimal ;
          dqv:computedOn <dataset> ;
          mlg:labelSet "all" ;
          mlg:labelled 2 .
      }`,
  );
});

it('writes values as the store writes them, so that dumps stay the same', () => {
  const values = [0, 1, 0.5, 0.1, 0.0001, 2 / 3, 0.99999, 1e-9];
  const measurements = values.map(
    (value, at): PublishedMeasurement => ({
      measure: METRICS[at] as PublishedMeasurement['measure'],
      value,
      labels,
      on: [],
    }),
  );
  const { mapper, text } = recorder();
  mapper.mapQuality(measurements);
  const store = new Store();
  store.load(text(), { format: 'application/n-quads' });
  expectGraph(nquads(store.dump({ format: 'application/n-quads' })), nquads(text()));
  expect(text().match(/dqv#value> "[^"]+"/g)).toEqual(
    ['0', '1', '0.5', '0.1', '0.0001', '0.6667', '1', '0'].map((value) => `dqv#value> "${value}"`),
  );
});

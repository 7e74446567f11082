// Measurements that the config names are published with the graph, as far as they are about it.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf } from '../support/files.ts';
import { about, expectGraph, inGraphs, nquads, ttl } from '../support/graph.ts';

const config = (quality: string) => `base: https://example.test/
${quality}sources:
  - id: pages
    files: pages/*.md
    reader: front-matter
    records: [{ type: event, when: titre, fields: { name: titre } }]
`;
const line = (measure: string, more: object) =>
  `${JSON.stringify({ measure, value: 0.75, labels: { name: 'main', things: 4 }, ...more })}\n`;
const PAGES = { 'pages/a.md': '---\ntitre: Foire\n---\n', 'pages/b.md': '---\ntitre: Bal\n---\n' };

const metric = (name: string) => `https://w3id.org/maillage/metric/${name}`;

it('publishes them with the documents that were measured', async () => {
  const folder = folderOf({
    ...PAGES,
    'maillage.config.yaml': config('quality: q.jsonl\n'),
    'q.jsonl':
      line('event-fields-accuracy', { source: 'pages', documents: ['pages/b.md'] }) +
      line('agenda-times-accuracy', { source: 'pages' }) +
      line('projects-accuracy', {}),
  });
  const warnings: string[] = [];
  const report = await buildIn(folder, { warn: (message) => warnings.push(message) });
  expect(warnings).toEqual([]);
  const graph = nquads(`${quadsOf(report).join('\n')}\n`);
  expectGraph(
    about(inGraphs(graph, 'graph/dataset'), 'id/quality/'),
    ttl`
      <graph/dataset> {
        <id/quality/pages/event-fields-accuracy> a dqv:QualityMeasurement ;
          dqv:isMeasurementOf <${metric('event-fields-accuracy')}> ; dqv:value 0.75 ; mlg:labelSet "main" ; mlg:labelled 4 ;
          dqv:computedOn <source/pages/b.md> .
        <id/quality/pages/agenda-times-accuracy> a dqv:QualityMeasurement ;
          dqv:isMeasurementOf <${metric('agenda-times-accuracy')}> ; dqv:value 0.75 ; mlg:labelSet "main" ; mlg:labelled 4 ;
          dqv:computedOn <source/pages/a.md>, <source/pages/b.md> .
        <id/quality/-/projects-accuracy> a dqv:QualityMeasurement ;
          dqv:isMeasurementOf <${metric('projects-accuracy')}> ; dqv:value 0.75 ; mlg:labelSet "main" ; mlg:labelled 4 ;
          dqv:computedOn <dataset> .
      }`,
  );
});

it('leaves out, with a warning, what was measured on documents that are not in the build', async () => {
  const folder = folderOf({
    ...PAGES,
    'pages/broken.md': '---\ntitre: [\n---\n',
    'maillage.config.yaml': config('quality: q.jsonl\n'),
    'q.jsonl':
      line('event-fields-accuracy', { source: 'pages', documents: ['pages/a.md', 'pages/c.md'] }) +
      line('agenda-times-accuracy', { source: 'pages', documents: ['pages/broken.md'] }) +
      line('projects-accuracy', { source: 'gone' }),
  });
  const warnings: string[] = [];
  const quads = quadsOf(await buildIn(folder, { warn: (message) => warnings.push(message) }));
  expect(quads.filter((quad) => quad.includes('dqv#'))).toEqual([]);
  expect(warnings).toEqual([
    'q.jsonl:1: this build has no document pages/c.md; event-fields-accuracy is not published: measure again',
    'q.jsonl:2: this build has no document pages/broken.md; agenda-times-accuracy is not published: measure again',
    'q.jsonl:3: this build has no document of the source "gone"; projects-accuracy is not published: measure again',
  ]);
});

it('stops before anything is read where the file cannot be', async () => {
  const folder = folderOf({ ...PAGES, 'maillage.config.yaml': config('quality: q.jsonl\n') });
  await expect(buildIn(folder)).rejects.toThrow(UsageError);
  await expect(buildIn(folder)).rejects.toThrow(`${join(folder, 'q.jsonl')}: cannot be read (ENOENT)`);
});

it('publishes nothing of the kind where the config names no file', async () => {
  const folder = folderOf({ ...PAGES, 'maillage.config.yaml': config(''), 'q.jsonl': line('projects-accuracy', {}) });
  expect(quadsOf(await buildIn(folder)).filter((quad) => quad.includes('dqv#'))).toEqual([]);
});

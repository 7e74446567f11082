// What a fresh clone builds, and what people of other kinds of sources would, keeps to the shapes and rules.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulebook } from '../../src/commands/check.ts';
import { loadConfig } from '../../src/config.ts';
import { activity, ONTOLOGY_GRAPH, shacl } from '../../src/map/vocab.ts';
import { build } from '../../src/pipeline.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { checkGraph } from '../../src/validate/check.ts';
import '../support/build.ts';
import { folderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';
import { parse, SHAPES_TEXT, union } from './support.ts';

const CONFIGS = [
  'data/maillage.config.yaml',
  ...['a', 'b', 'c', 'pages'].map((name) => `tests/corpora/other/${name}.config.yaml`),
  ...['d', 'e', 'pages'].map((name) => `tests/corpora/held-out/${name}.config.yaml`),
];

/** Classes that a shape is about; that of inputs is asked for where they are used. */
const shaped = new Set([
  ...union(parse(SHAPES_TEXT))
    .getObjects(null, shacl.targetClass, null)
    .map(({ value }) => value),
  activity.Entity,
]);

/** Sources that stand beside the project. */
const BESIDE = ['aic', 'seeds', 'seeds-judged'].map((name) => `tests/corpora/${name}.config.yaml`);

describe('the graph', () => {
  it.each(CONFIGS)('of %s conforms', conforms);
  it.skipIf(!existsSync(join(ROOT, '../shared'))).each(BESIDE)('of %s conforms (needs ../shared)', conforms);
});

async function conforms(path: string): Promise<void> {
  const dir = join(folderOf({}), 'build');
  await build(loadConfig(join(ROOT, path)), dir, { tool: 'test 1', ontology: join(ROOT, 'ontology') });
  const { store } = await openFromSnapshot(dir);
  try {
    const { things, violations } = await checkGraph(store, await rulebook());
    expect(violations).toEqual([]);
    expect(things).toBeGreaterThan(200);
    const { body } = await store.query(
      `SELECT DISTINCT ?class WHERE { GRAPH ?g { ?thing a ?class } FILTER(?g != <${ONTOLOGY_GRAPH}>) }`,
    );
    const { results } = JSON.parse(body) as { results: { bindings: { class: { value: string } }[] } };
    const found = results.bindings.map((row) => row.class.value);
    expect(found.length).toBeGreaterThan(15);
    expect(found.filter((iri) => !shaped.has(iri))).toEqual([]);
  } finally {
    await store.close();
  }
}

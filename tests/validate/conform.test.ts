// What a fresh clone builds, and what people of other kinds of sources would, keeps to the shapes and rules.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulebook } from '../../src/commands/check.ts';
import { loadConfig } from '../../src/config.ts';
import { build } from '../../src/pipeline.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { checkGraph } from '../../src/validate/check.ts';
import '../support/build.ts';
import { folderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';

const CONFIGS = [
  'data/maillage.config.yaml',
  ...['a', 'b', 'c', 'pages'].map((name) => `tests/corpora/other/${name}.config.yaml`),
  ...['d', 'e', 'pages'].map((name) => `tests/corpora/held-out/${name}.config.yaml`),
];

describe('the graph', () => {
  it.each(CONFIGS)('of %s conforms', async (path) => {
    const dir = join(folderOf({}), 'build');
    await build(loadConfig(join(ROOT, path)), dir, { tool: 'test 1', ontology: join(ROOT, 'ontology') });
    const { store } = await openFromSnapshot(dir);
    try {
      const { things, violations } = await checkGraph(store, await rulebook());
      expect(violations).toEqual([]);
      expect(things).toBeGreaterThan(200);
    } finally {
      await store.close();
    }
  });
});

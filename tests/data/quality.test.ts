// The figures that are published with the edition are figures of the edition, and promise no more than is measured.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/commands/rows.ts';
import { loadConfig } from '../../src/config.ts';
import type { QualityMeasurement } from '../../src/domain/quality.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readLabels } from '../../src/evaluate/labels.ts';
import { figuresOf } from '../../src/evaluate/measures.ts';
import { QUERIES } from '../../src/evaluate/rows.ts';
import { qualityText, readQuality } from '../../src/pipeline/quality-file.ts';
import { build } from '../../src/pipeline.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { folderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';

const config = loadConfig(join(ROOT, 'data/maillage.config.yaml'));
const file = join(ROOT, 'data/quality.jsonl');
const published = readQuality(file);

describe('the published quality of the edition', () => {
  it('is of documents that the edition has', () => {
    expect(published.length).toBeGreaterThan(10);
    const sources = config.sources.map(({ id }) => id);
    for (const { source, documents } of published) {
      expect(sources).toContain(source);
      for (const path of documents ?? []) expect(existsSync(join(config.folder, path)), path).toBe(true);
    }
  });

  it('stands in the file as the program writes it', () => {
    expect(qualityText(published)).toBe(readFileSync(file, 'utf8'));
  });

  const gold = join(ROOT, '../shared/gold/seeds');
  it.skipIf(!existsSync(gold))(
    'promises no more than is measured (needs ../shared)',
    async () => {
      const folder = folderOf();
      // Ids are minted in the folder of the test, not in the edition's ledger.
      const { identities: _, ...rest } = config;
      await build(rest, folder, { tool: 'test 1', ontology: join(ROOT, 'ontology') });
      const { store } = await openFromSnapshot(folder);
      const rows = await rowsOf(store, QUERIES).finally(() => store.close());
      const name = published[0]?.labels.name ?? '';
      const parts = evaluate(readLabels(gold), (query) => rows.get(query) ?? [], ['programme', 'pages']);
      const measured = parts.flatMap((part) => figuresOf(part, name, part.part === 'pages' ? 'pages' : 'nec-2022'));
      // The same figures, of the same documents, with as many labels; values aside.
      const shape = (figures: readonly QualityMeasurement[]) =>
        qualityText(figures.map((one) => ({ ...one, value: 0 })));
      expect(shape(published)).toBe(shape(measured));
      const byFigure = new Map(measured.map((one) => [`${one.source} ${one.measure}`, one.value]));
      const promised = published.filter((one) => one.value > (byFigure.get(`${one.source} ${one.measure}`) ?? -1));
      expect(promised, 'read worse than published: measure again (data/README.md)').toEqual([]);
    },
    120_000,
  );
});

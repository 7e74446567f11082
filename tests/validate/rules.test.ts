// Each rule across things is broken by a graph of its own, written by hand, which breaks no other rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writer } from 'n3';
import { describe, expect, it } from 'vitest';
import { ONTOLOGY_GRAPH } from '../../src/map/vocab.ts';
import { readCatalogue } from '../../src/query/catalogue.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';
import { checkRules } from '../../src/validate/rules.ts';
import type { Breach } from '../../src/validate/violation.ts';
import { folderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';
import { BASE_TEXT, parse, RULES } from './support.ts';

const FIXTURES = join(ROOT, 'tests/validate/rules');
const rules = await readCatalogue(RULES);
const PREFIXES = BASE_TEXT.split('\n')
  .filter((line) => line.startsWith('@'))
  .join('\n');

/** What the rules say of the base with a fixture added to it. */
async function broken(fixture: string): Promise<Breach[]> {
  const quads = [...parse(BASE_TEXT), ...parse(`${PREFIXES}\n${fixture}`)];
  const folder = folderOf({ 'graph.nq': new Writer({ format: 'N-Quads' }).quadsToString(quads) });
  const store = createOxigraph();
  try {
    const ontology = ['maillage.ttl', 'schemes.ttl', 'alignments.ttl'].map((name) => ({
      path: join(ROOT, 'ontology', name),
      graph: ONTOLOGY_GRAPH,
    }));
    await store.load([join(folder, 'graph.nq'), ...ontology]);
    return await checkRules(store, rules);
  } finally {
    await store.close();
  }
}

describe('a graph that conforms', () => {
  it('breaks no rule', async () => {
    expect(await broken('')).toEqual([]);
  });
});

describe('each rule', () => {
  it('has a graph that breaks it', () => {
    const fixtures = readdirSync(FIXTURES).map((name) => name.replace(/\.trig$/, ''));
    expect(fixtures.sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it.each(rules.map(({ name }) => name))('%s is broken alone, and caught', async (name) => {
    const found = await broken(readFileSync(join(FIXTURES, `${name}.trig`), 'utf8'));
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual([name]);
    for (const { focus, message, mend } of found) {
      expect(focus).not.toBe('');
      for (const words of [message, mend]) expect(Object.values(words).every((text) => text !== '')).toBe(true);
    }
  });

  it('says in both languages what should be so and how to mend it, and gives the columns of rules', () => {
    for (const rule of rules) {
      for (const text of [rule.summary, rule.summaryFr, rule.description, rule.descriptionFr])
        expect(text, rule.name).toMatch(/\.$/);
      expect(rule.kind).toBe('bindings');
      expect(['focus', 'focus path', 'focus path value'], rule.name).toContain(rule.columns.join(' '));
      expect(rule.parameters, rule.name).toEqual([]);
    }
  });
});

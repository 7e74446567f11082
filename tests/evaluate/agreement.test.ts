// Another program, written by others beside the project, measures the same things: all its figures must be ours.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/commands/context.ts';
import { rowsOf } from '../../src/commands/rows.ts';
import { loadConfig } from '../../src/config.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readLabels } from '../../src/evaluate/labels.ts';
import { isFound, type Measure } from '../../src/evaluate/measures.ts';
import { QUERIES, type Row } from '../../src/evaluate/rows.ts';
import { build } from '../../src/pipeline.ts';
import { findQuery } from '../../src/query/catalogue.ts';
import { runQuery } from '../../src/query/run.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { sharedFolderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';

const SHARED = join(ROOT, '../shared');
const SCORER = join(SHARED, 'score/score.mjs');
const CORPORA = join(ROOT, 'tests/corpora');

/** Configs of corpora that have labels, and the labels. */
const corpora = [
  { name: 'seeds', config: join(CORPORA, 'seeds.config.yaml'), labels: join(SHARED, 'gold/seeds') },
  ...['other', 'held-out'].flatMap((folder) =>
    (existsSync(join(CORPORA, folder)) ? readdirSync(join(CORPORA, folder)) : [])
      .filter((file) => file.endsWith('.config.yaml'))
      .sort()
      .map((file) => {
        const name = file.replace('.config.yaml', '');
        return {
          name: `${folder}/${name}`,
          config: join(CORPORA, folder, file),
          labels: join(CORPORA, folder, `gold-${name}`),
        };
      }),
  ),
];

/** The other program's names of our measures. */
const NAMES: Readonly<Record<Measure['measure'], string>> = {
  sessions: 'sessions',
  'session-titles': 'session titles',
  'session-starts': 'session start',
  'session-ends': 'session end',
  'session-formats': 'session format',
  people: 'people in sessions',
  capacities: 'capacity',
  tentative: 'tentative',
  affiliations: 'affiliations',
  roles: 'roles',
  organizations: 'organisations in sessions',
  presented: 'projects presented',
  'event-fields': 'event fields',
  'agenda-items': 'agenda items',
  'agenda-times': 'agenda times',
  'people-in-pages': 'people in pages',
  projects: 'projects named (recall)',
  'project-stewards': 'project stewards',
  'person-mentions': 'persons mentions found',
  'person-identity': 'persons identity (pairs)',
  'organization-mentions': 'organisations mentions found',
  'organization-identity': 'organisations identity (pairs)',
  'look-alikes': 'look-alikes kept apart',
};

describe.skipIf(!existsSync(SCORER))('the figures of the other program (needs ../shared)', () => {
  describe.each(corpora)('$name', ({ name, config, labels }) => {
    const folder = sharedFolderOf({ 'csv/none': '' });
    let rows: Map<string, Row[]>;

    beforeAll(async () => {
      await build(loadConfig(config), join(folder, 'build'), { tool: 'test 1', ontology: join(ROOT, 'ontology') });
      const { store } = await openFromSnapshot(join(folder, 'build'));
      try {
        rows = await rowsOf(store, QUERIES);
        const saved = await catalogue();
        for (const query of QUERIES) {
          const { body } = await runQuery(store, findQuery(saved, query), new Map(), { format: 'csv' });
          writeFileSync(join(folder, 'csv', `${query}.csv`), body);
        }
      } finally {
        await store.close();
      }
    }, 120_000);

    // Labels of other documents, too: there, hardly anything is right.
    const others = name === 'seeds' ? corpora.filter((one) => one.labels !== labels) : [];
    it.each([labels, ...others.map((one) => one.labels)])(
      'are ours with %s',
      (gold) => {
        const out = execFileSync(process.execPath, [SCORER, '--csv', join(folder, 'csv'), '--gold', gold, '--json'], {
          encoding: 'utf8',
        });
        const theirs = new Map(
          (JSON.parse(out) as { results: Theirs[] }).results.map((one) => [one.label, one] as const),
        );
        const ours = evaluate(readLabels(gold), (query) => rows.get(query) ?? []).flatMap(({ measures }) => measures);
        expect(ours.map(({ measure }) => NAMES[measure])).toEqual([...theirs.keys()]);
        for (const one of ours) {
          const other = theirs.get(NAMES[one.measure]) as Theirs;
          if (isFound(one)) {
            expect([one.matched, one.found, one.labelled]).toEqual([other.tp, other.found, other.expected]);
            for (const statistic of ['precision', 'recall', 'f1'] as const)
              expect(Math.abs(one[statistic] - (other[statistic] ?? Number.NaN)), one.measure).toBeLessThan(1e-9);
          } else {
            expect([one.right, one.labelled], one.measure).toEqual([other.right, other.of]);
            // of nothing labelled they say 0, and we say nothing
            expect(Math.abs((one.accuracy ?? 0) - (other.accuracy ?? 0)), one.measure).toBeLessThan(1e-9);
          }
        }
      },
      60_000,
    );
  });
});

interface Theirs {
  readonly label: string;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly tp?: number;
  readonly found?: number;
  readonly expected?: number;
  readonly accuracy?: number | null;
  readonly right?: number;
  readonly of?: number;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EvaluateOptions, evaluate } from '../../src/commands/evaluate.ts';
import { UsageError } from '../../src/errors.ts';
import { readQuality } from '../../src/pipeline/quality-file.ts';
import { buildIn } from '../support/build.ts';
import { folderOf, sharedFolderOf } from '../support/files.ts';
import { village } from '../support/village.ts';
import { paper } from './support.ts';

const DAY = '2023-06-15';
const SESSIONS = [
  { id: 'a', title: 'Réparer ensemble', day: DAY, start: '10:00', end: '11:00' },
  { id: 'b', title: 'Cartes et sentiers', day: DAY, start: '09:00' },
  { id: 'c', title: 'Une session que le livret n’a pas', day: DAY },
];
const folder = sharedFolderOf({
  ...village(4),
  'labels/sessions.json': JSON.stringify(SESSIONS),
  'labels/projects.json': JSON.stringify([{ name: 'Nulle part' }]),
});
const labels = join(folder, 'labels');
const common = { build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') };

beforeAll(async () => {
  await buildIn(folder);
}, 60_000);

async function run(options: Partial<EvaluateOptions> = {}) {
  const terminal = paper();
  expect(await evaluate(labels, { ...common, ...options }, terminal)).toBe(0);
  return terminal;
}

describe('evaluate', () => {
  it('prints a line a measure, with its figures and counts', async () => {
    const lines = (await run()).stdout().trimEnd().split('\n');
    expect(lines[0]).toMatch(/^measure +precision +recall +F1 +accuracy +counts$/);
    // both sessions of the booklet are labelled; a third label has none
    expect(lines[1]).toMatch(/^sessions +1\.000 +0\.667 +0\.800 +2 of 3, 2 found$/);
    expect(lines[2]).toMatch(/^session titles +0\.667 +2 of 3$/);
    expect(lines[3]).toMatch(/^session starts +0\.333 +1 of 3$/);
    expect(lines.at(-2)).toMatch(/^projects +0\.000 +0 of 1$/);
    expect(lines.at(-1)).toMatch(/^project stewards +– +0 of 0$/);
  });

  it('lists what was missed, extra or wrong, with its lines', async () => {
    const text = (await run({ errors: 1, only: ['programme'] })).stdout();
    expect(text).toContain('sessions  missed  c Une session que le livret n’a pas\n');
    expect(text).toMatch(
      /^session-starts {2}wrong {2}b expected 2023-06-15 09:00, found 2023-06-15T\S+ \(livret\.md:\d+\)$/m,
    );
    // of each measure, as many as were asked for
    expect(text.match(/^people {2}extra {2}/gm)).toHaveLength(1);
    expect((await run({ errors: 100 })).stdout().match(/^people {2}extra {2}/gm)?.length).toBeGreaterThan(1);
    expect((await run()).stdout()).not.toContain('missed');
  });

  it('gives the same as JSON', async () => {
    const { parts, misses } = JSON.parse((await run({ json: true, errors: 9, only: ['programme'] })).stdout());
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ part: 'programme', documents: ['livret.md'] });
    expect(parts[0].measures[0]).toMatchObject({ measure: 'sessions', matched: 2, found: 2, labelled: 3 });
    expect(misses[0]).toEqual({ measure: 'sessions', what: 'missed', text: expect.stringContaining('c ') });
    expect(JSON.parse((await run({ json: true })).stdout())).not.toHaveProperty('misses');
  });

  it('saves figures with their labels, source and documents, in place of those of the same labels', async () => {
    const save = join(folder, 'quality.jsonl');
    const other = { measure: 'look-alikes-accuracy', value: 1, labels: { name: 'other', things: 3 } };
    const old = { measure: 'roles-f1', value: 1, labels: { name: 'main', things: 3 }, source: 'gone' };
    writeFileSync(save, `${JSON.stringify(other)}\n${JSON.stringify(old)}\n`);
    const terminal = await run({ save, name: 'main' });
    const saved = readQuality(save);
    expect(terminal.stderr()).toBe(`${saved.length - 1} figure(s) saved in ${save}\n`);
    expect(saved.find(({ measure }) => measure === 'sessions-recall')).toMatchObject({
      ...{ value: 0.6667, labels: { name: 'main', things: 3 }, source: 'livret', documents: ['livret.md'] },
    });
    // projects are of the whole graph; who runs them is not labelled
    expect(saved.find(({ measure }) => measure === 'projects-accuracy')).not.toHaveProperty('source');
    expect(saved.some(({ measure }) => measure === 'project-stewards-accuracy')).toBe(false);
    expect(saved.some(({ source }) => source === 'gone')).toBe(false);
    expect(saved[0]).toMatchObject(other);
    const text = readFileSync(save, 'utf8');
    await run({ save, name: 'main' });
    expect(readFileSync(save, 'utf8')).toBe(text);
  });

  it.each<[string, Partial<EvaluateOptions>, RegExp]>([
    ['a part that is none', { only: ['people'] }, /--only = "people": expected some of programme, pages/],
    [
      'a part without labels',
      { only: ['pages'] },
      /no labels of the pages here; there are labels of programme, projects/,
    ],
    [
      'a file that cannot be written',
      { save: '/nowhere/at/all.jsonl' },
      /cannot be written \(ENOENT\): check the path given with --save/,
    ],
  ])('refuses %s', async (_, options, message) => {
    const refused = evaluate(labels, { ...common, ...options }, paper());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(message);
  });

  it('shows what could steer a terminal as a mark', async () => {
    const odd = folderOf({ 'projects.json': JSON.stringify([{ name: 'A\u001b[2J\u202eB' }]) });
    const terminal = paper();
    await evaluate(odd, { ...common, errors: 1 }, terminal);
    expect(terminal.stdout()).toContain('projects  missed  A�[2J�B\n');
  });
});

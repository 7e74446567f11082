import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { partsOf } from '../../src/evaluate/evaluate.ts';
import { readLabels } from '../../src/evaluate/labels.ts';
import { folderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';

const SESSION = { id: 'mon-am-01', title: 'Atelier', day: '2031-05-12', start: '10:00', end: null };
const json = JSON.stringify;

describe('readLabels', () => {
  it('reads what the folder has, with what is left out filled in, and lets notes be', () => {
    const folder = folderOf({
      'sessions.json': `\ufeff${json([{ ...SESSION, suspect: 'pasted', contributors: [{ name: 'Ada Noor', capacity: 'speaker' }] }])}`,
    });
    const labels = readLabels(`${folder}/`);
    expect(partsOf(labels)).toEqual(['programme']);
    expect(labels.name).toBe(folder.slice(folder.lastIndexOf('/') + 1));
    expect(labels.programme).toEqual([
      {
        ...SESSION,
        acceptFormats: [],
        contributors: [
          { name: 'Ada Noor', capacity: 'speaker', acceptCapacity: [], affiliations: [], tentative: false },
        ],
        collectives: [],
        presented: [],
      },
    ]);
  });

  it.each(['a', 'b', 'c', 'pages'])('reads the labels gold-%s of the other hand', (name) => {
    const labels = readLabels(join(ROOT, 'tests/corpora/other', `gold-${name}`));
    expect(partsOf(labels)).toEqual(name === 'pages' ? ['pages', 'projects'] : ['programme']);
  });

  it.each<[string, string, string, RegExp]>([
    ['no JSON', 'sessions.json', '[', /sessions\.json: cannot be read as JSON: /],
    ['no list', 'sessions.json', '{}', /sessions\.json: the file = {}: expected a list$/],
    [
      'a time of another form',
      'sessions.json',
      json([SESSION, { ...SESSION, start: '10h' }]),
      /sessions\.json: \[1\]\.start = "10h": expected a time such as 09:30, or null$/,
    ],
    [
      'a missing day',
      'sessions.json',
      json([{ ...SESSION, day: undefined }]),
      /\[0\]\.day: is missing: expected a date/,
    ],
    [
      'an empty name, and more',
      'sessions.json',
      json([{ ...SESSION, contributors: [{ name: '', capacity: 1 }] }]),
      /\[0\]\.contributors\[0\]\.name = "": expected a text that is not empty \(1 more/,
    ],
    [
      'a date that is none',
      'pages.json',
      json([{ doc: '1', kind: 'event', title: 'x', startDate: 'soon' }]),
      /\[0\]\.startDate = "soon": expected a date/,
    ],
    [
      'an unknown confidence',
      'projects.json',
      json([{ name: 'x', confidence: 'sure' }]),
      /\[0\]\.confidence = "sure": expected high, medium or low/,
    ],
    [
      'a line below 1',
      'clusters.json',
      json({ persons: [{ canonical: 'x', surfaces: [{ surface: 'x', line: 0 }] }] }),
      /persons\[0\]\.surfaces\[0\]\.line = 0: expected a line number from 1/,
    ],
    ['half a pair', 'clusters.json', json({ notSame: [['a']] }), /clusters\.json: notSame\[0\]/],
  ])('refuses %s, naming file, place and value', (_, name, text, message) => {
    const folder = folderOf({ [name]: text });
    expect(() => readLabels(folder)).toThrow(UsageError);
    expect(() => readLabels(folder)).toThrow(message);
  });

  it('refuses a folder that is none, or without labels', () => {
    const folder = folderOf({ 'notes.txt': '' });
    expect(() => readLabels(join(folder, 'none'))).toThrow(/none: there is no such folder of labels/);
    expect(() => readLabels(join(folder, 'notes.txt'))).toThrow(/there is no such folder of labels/);
    expect(() => readLabels(folder)).toThrow(/no labels here: expected sessions\.json, pages\.json/);
  });

  it('takes nothing over from keys that mean something to JavaScript', () => {
    const folder = folderOf({ 'sessions.json': `[{"__proto__":{"x":1},"constructor":2,${json(SESSION).slice(1)}]` });
    expect(Object.keys(readLabels(folder).programme?.[0] ?? {})).not.toContain('constructor');
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

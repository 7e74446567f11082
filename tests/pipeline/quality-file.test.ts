import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type QualityMeasurement } from '../../src/domain/quality.ts';
import { UsageError } from '../../src/errors.ts';
import { qualityText, readQuality, saveQuality } from '../../src/pipeline/quality-file.ts';
import { folderOf } from '../support/files.ts';

const ONE: QualityMeasurement = {
  measure: 'sessions-f1',
  value: 0.98,
  labels: { name: 'main', things: 51 },
  source: 'b',
};
const read = (text: string) => readQuality(join(folderOf({ 'q.jsonl': text }), 'q.jsonl'));

describe('the file of measurements', () => {
  it('has a measurement a line, by source and measure, whatever order they came in', () => {
    const whole: QualityMeasurement = { measure: 'projects-accuracy', value: 1, labels: { name: 'main', things: 2 } };
    const text =
      '{"measure":"projects-accuracy","value":1,"labels":{"name":"main","things":2}}\n' +
      '{"source":"a","measure":"sessions-f1","value":0.5,"labels":{"name":"main","things":51},"documents":["a.md"]}\n' +
      '{"source":"b","measure":"sessions-f1","value":0.98,"labels":{"name":"main","things":51}}\n';
    const a = { ...ONE, source: 'a', value: 0.5, documents: ['a.md'] };
    expect(qualityText([ONE, a, whole])).toBe(text);
    expect(read(text)).toEqual([
      { ...whole, line: 1 },
      { ...a, line: 2 },
      { ...ONE, line: 3 },
    ]);
  });

  it('reads back what it wrote', () => {
    const measurement = fc
      .record({
        measure: fc.constantFrom(...METRICS),
        value: fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000),
        labels: fc.record({ name: fc.string({ minLength: 1 }), things: fc.integer({ min: 1, max: 999 }) }),
        source: fc.constantFrom('a', 'b-2'),
      })
      .map((one): QualityMeasurement => one);
    const unlike = fc.uniqueArray(measurement, { selector: ({ source, measure }) => `${source} ${measure}` });
    const folder = folderOf();
    fc.assert(
      fc.property(unlike, (some) => {
        const path = join(folder, 'q.jsonl');
        saveQuality(path, some);
        const text = readFileSync(path, 'utf8');
        const back = readQuality(path).map(({ line, ...one }) => one);
        expect(qualityText(back)).toBe(text);
        for (const one of some) expect(back).toContainEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['no JSON', '{', /q\.jsonl:1: not JSON/],
    ['no map', '3', /q\.jsonl:1: the line = 3: expected \{"source"/],
    [
      'a measure that is none',
      JSON.stringify({ ...ONE, measure: 'beauty' }),
      /:1: measure = "beauty": expected a measure such as/,
    ],
    ['a value above 1', JSON.stringify({ ...ONE, value: 98 }), /:1: value = 98: expected a number from 0 to 1/],
    [
      'no labels',
      JSON.stringify({ ...ONE, labels: { name: 'x', things: 0 } }),
      /:1: labels\.things = 0: expected one or more/,
    ],
    ['an unknown key', JSON.stringify({ ...ONE, date: 'today' }), /:1: the line = .*: expected/],
    [
      'a figure twice',
      `\n${JSON.stringify(ONE)}\n${JSON.stringify({ ...ONE, value: 1 })}`,
      /:3: measure = "sessions-f1": line 2 has this figure/,
    ],
  ])('refuses %s, naming line and value', (_, text, message) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(message);
  });

  it('says what to do where there is none', () => {
    expect(() => readQuality(join(folderOf(), 'q.jsonl'))).toThrow(/cannot be read \(ENOENT\): write it with/);
  });
});

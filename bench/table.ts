import Table from 'cli-table3';
import { type Figures, growthOf } from './figures.ts';
import type { WorstLine } from './hostile.ts';
import type { Verdict } from './targets.ts';

/** The figures of corpora of one kind: a column a size, a row a figure. */
export function figuresTable(figures: readonly Figures[]): string {
  const table = plain(['', ...figures.map(({ records }) => `${records}`)], figures.length);
  for (const [name, cell] of ROWS) {
    const cells = figures.map(cell);
    if (cells.some((text) => text !== '')) table.push([name, ...cells]);
  }
  const growth = growthOf(figures);
  if (growth === undefined) return table.toString();
  const { overall, last, lastCpu } = growth;
  return `${table.toString()}
time grows as records ^ ${overall.toFixed(3)}; in the last step ^ ${last.toFixed(3)}, in CPU time ^ ${lastCpu.toFixed(3)}`;
}

/** The worst line of each scanner. */
export function linesTable(lines: readonly WorstLine[]): string {
  const table = plain(['scanner', 'worst line of', 'characters', 'ms'], 3);
  for (const { scanner, filling, characters, milliseconds } of lines)
    table.push([scanner, JSON.stringify(filling), String(characters), milliseconds.toFixed(0)]);
  return table.toString();
}

export function verdictsTable(verdicts: readonly Verdict[]): string {
  const table = plain(['target', 'at most', 'measured', ''], 2);
  for (const { target, limit, measured, met } of verdicts)
    table.push([target, String(limit), measured.toFixed(3), met ? 'met' : 'NOT MET']);
  return table.toString();
}

// --- internal ---

const fixed = (value: number | undefined, digits: number): string => (value === undefined ? '' : value.toFixed(digits));

const ROWS: readonly (readonly [name: string, cell: (one: Figures) => string])[] = [
  ['quads', ({ quads }) => `${quads}`],
  ['full build, s', ({ seconds }) => fixed(seconds, 2)],
  ['  of all threads, CPU s', ({ cpuSeconds }) => fixed(cpuSeconds, 2)],
  ['unavoidable parts, s', ({ parts }) => fixed(parts?.seconds, 2)],
  ['  reading files, s', ({ parts }) => fixed(parts?.read, 2)],
  ['  YAML, s', ({ parts }) => fixed(parts?.yaml, 2)],
  ['  one load of the N-Quads, s', ({ parts }) => fixed(parts?.load, 2)],
  ['build / parts', ({ timesParts }) => fixed(timesParts, 2)],
  ['build / parts, in CPU time', ({ timesPartsCpu }) => fixed(timesPartsCpu, 2)],
  ['peak memory of the build, MB', ({ peakMegabytes }) => fixed(peakMegabytes, 0)],
  ['peak memory of the parts, MB', ({ partsPeakMegabytes }) => fixed(partsPeakMegabytes, 0)],
  ['kB a quad beyond an idle process', ({ kilobytesAQuad }) => fixed(kilobytesAQuad, 3)],
  ['build after one file changed, s', ({ againSeconds }) => fixed(againSeconds, 2)],
  ['  of the full build', ({ againOfFull }) => `${(againOfFull * 100).toFixed(1)} %`],
  ['  sources read again', ({ reread, sources }) => `${reread} of ${sources}`],
];

/** Without colours and rules between rows, figures to the right. */
const plain = (head: string[], numbers: number) =>
  new Table({
    head,
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...Array<'right'>(numbers).fill('right')],
  });

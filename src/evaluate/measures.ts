import type { FoundMeasure, Metric, QualityMeasurement, RightMeasure } from '../domain/quality.ts';
import type { Row } from './rows.ts';

/** What was found, of what is labelled. */
export interface Found {
  readonly measure: FoundMeasure;
  /** Part of what was found that is labelled. 1 where nothing was to be found and nothing was. */
  readonly precision: number;
  /** Part of what is labelled that was found. 1 where nothing is labelled. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
  readonly matched: number;
  readonly found: number;
  readonly labelled: number;
}

/** What is right, of what is labelled. */
export interface Right {
  readonly measure: RightMeasure;
  /** Undefined where nothing is labelled. */
  readonly accuracy: number | undefined;
  readonly right: number;
  readonly labelled: number;
}

export type Measure = Found | Right;

/** One difference between labels and graph. */
export interface Miss {
  readonly measure: Measure['measure'];
  /** `missed`: labelled and not found; `extra`: found and not labelled; `wrong`: found, with another value. */
  readonly what: 'missed' | 'extra' | 'wrong';
  /** Says what, and where it differs what was expected and found. */
  readonly text: string;
  /** The document and its line that the graph names, where it names one. */
  readonly source?: string;
  readonly line?: number;
}

/** What one part of the labels came to. */
export interface Evaluation {
  readonly measures: readonly Measure[];
  readonly misses: readonly Miss[];
  /** Paths of the documents whose reading is measured, in code unit order; without it, all of the graph. */
  readonly documents?: readonly string[];
}

export function foundMeasure(measure: FoundMeasure, matched: number, found: number, labelled: number): Found {
  const precision = found > 0 ? matched / found : labelled > 0 ? 0 : 1;
  const recall = labelled > 0 ? matched / labelled : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { measure, precision, recall, f1, matched, found, labelled };
}

export function rightMeasure(measure: RightMeasure, right: number, labelled: number): Right {
  return { measure, accuracy: labelled > 0 ? right / labelled : undefined, right, labelled };
}

export const isFound = (measure: Measure): measure is Found => 'f1' in measure;

/** Paths of the documents that rows were read from. */
export const documentsOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap(({ source }) => source ?? []))].sort();

/** A miss, with the place of the row that it is about. */
export function miss(measure: Measure['measure'], what: Miss['what'], text: string, row?: Row): Miss {
  const source = row?.source;
  const line = Number(row?.line ?? '');
  return {
    measure,
    what,
    text,
    ...(source === undefined ? {} : { source }),
    ...(source === undefined || !Number.isInteger(line) || line < 1 ? {} : { line }),
  };
}

/** Figures to publish, without those of which nothing is labelled. Values have four decimals. */
export function figuresOf(
  { measures, documents }: Evaluation,
  labels: string,
  source: string | undefined,
): QualityMeasurement[] {
  return measures.flatMap((one): QualityMeasurement[] => {
    if (one.labelled === 0) return [];
    const figure = (measure: Metric, value: number): QualityMeasurement => ({
      measure,
      value: Math.round(value * 10_000) / 10_000,
      labels: { name: labels, things: one.labelled },
      ...(source === undefined ? {} : { source }),
      ...(documents === undefined ? {} : { documents }),
    });
    if (!isFound(one)) return [figure(`${one.measure}-accuracy`, one.accuracy ?? 0)];
    const { measure, precision, recall, f1 } = one;
    return [
      figure(`${measure}-precision`, precision),
      figure(`${measure}-recall`, recall),
      figure(`${measure}-f1`, f1),
    ];
  });
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { METRICS, type QualityMeasurement } from '../domain/quality.ts';
import { UsageError } from '../errors.ts';

/** A published measurement and the line of the file that states it. */
export interface QualityLine extends QualityMeasurement {
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads published measurements: JSON Lines, one measurement a line.
 * @throws UsageError naming path, line, field and value for a line that is none, and for a figure that stands there twice
 */
export function readQuality(path: string): QualityLine[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UsageError(`cannot be read (${why}): write it with \`maillage evaluate LABELS --save\``, { path }, cause);
  }
  const seen = new Map<string, number>();
  return text.split('\n').flatMap((content, at): QualityLine[] => {
    if (content.trim() === '') return [];
    const line = at + 1;
    const one = parse(content, path, line);
    const before = seen.get(keyOf(one));
    if (before !== undefined) {
      const message = `line ${before} has this figure of the same source already: keep one of the two lines`;
      throw new UsageError(message, { path, line, field: 'measure', value: one.measure });
    }
    seen.set(keyOf(one), line);
    return [{ ...one, line }];
  });
}

/** The file's text: by source and measure in code unit order, so that git shows what became better or worse. */
export function qualityText(measurements: readonly QualityMeasurement[]): string {
  return measurements
    .map(({ measure, value, labels: { name, things }, source, documents }) => ({
      ...(source === undefined ? {} : { source }),
      measure,
      value,
      labels: { name, things },
      ...(documents === undefined ? {} : { documents }),
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
}

/**
 * Puts new measurements into the file. Those with the same labels, and the same figures of the same source, give way;
 * those with other labels stay.
 */
export function saveQuality(path: string, measurements: readonly QualityMeasurement[]): void {
  const labels = new Set(measurements.map((one) => one.labels.name));
  const figures = new Set(measurements.map(keyOf));
  const kept = (existsSync(path) ? readQuality(path) : []).filter(
    (one) => !labels.has(one.labels.name) && !figures.has(keyOf(one)),
  );
  try {
    writeFileSync(`${path}.partial`, qualityText([...kept, ...measurements]), { flush: true });
    renameSync(`${path}.partial`, path);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UsageError(`cannot be written (${why}): check the path given with --save`, { path }, cause);
  }
}

// --- internal ---

const schema = z.strictObject(
  {
    source: z.string('the id of a source').min(1, 'the id of a source').optional(),
    measure: z.enum(METRICS as [QualityMeasurement['measure']], 'a measure such as sessions-f1'),
    value: z.number('a number from 0 to 1').min(0, 'a number from 0 to 1').max(1, 'a number from 0 to 1'),
    labels: z.strictObject(
      {
        name: z.string('a name').min(1, 'a name'),
        things: z.int('how many things are labelled').min(1, 'one or more'),
      },
      '{"name": …, "things": …}',
    ),
    documents: z.array(z.string('a path').min(1, 'a path'), 'a list of paths').min(1, 'one path or more').optional(),
  },
  '{"source": …, "measure": …, "value": …, "labels": {"name": …, "things": …}, "documents": […]}',
);

function parse(text: string, path: string, line: number): QualityMeasurement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError('not JSON: each line of this file is one measurement', { path, line }, cause);
  }
  const result = schema.safeParse(value);
  if (result.success) {
    const { source, documents, ...rest } = result.data;
    return {
      ...rest,
      ...(source === undefined ? {} : { source }),
      ...(documents === undefined ? {} : { documents }),
    };
  }
  const issue = result.error.issues[0];
  const at = issue?.path ?? [];
  const found = at.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step], value);
  throw new UsageError(`expected ${issue?.message}`, {
    path,
    line,
    field: at.map(String).join('.') || 'the line',
    ...(found === undefined ? {} : { value: found }),
  });
}

/** One figure of one source. */
const keyOf = ({ source, measure }: QualityMeasurement): string => `${source ?? ''} ${measure}`;

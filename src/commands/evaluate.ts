import { UsageError } from '../errors.ts';
import { evaluate as compare, type PartEvaluation, partsOf, QUERIES_OF } from '../evaluate/evaluate.ts';
import { PARTS, type Part, readLabels } from '../evaluate/labels.ts';
import { figuresOf, isFound, type Measure, type Miss } from '../evaluate/measures.ts';
import type { Row } from '../evaluate/rows.ts';
import { saveQuality } from '../pipeline/quality-file.ts';
import { baseOf, type CommonOptions, EXIT, type Terminal, withStore } from './context.ts';
import { rowsOf } from './rows.ts';

export interface EvaluateOptions extends CommonOptions {
  readonly json?: boolean;
  /** How many differences to list of each measure. */
  readonly errors?: number;
  /** Parts of the labels to measure with; default: all that there are. */
  readonly only?: readonly string[];
  /** Path of the file of published measurements to put the figures into. */
  readonly save?: string;
  /** Name of the labels in saved figures; default: the folder's name. */
  readonly name?: string;
}

/** Compares the built graph with labels that people made by hand, and prints how well it was read. @returns the exit code */
export async function evaluate(folder: string, options: EvaluateOptions, terminal: Terminal): Promise<number> {
  const base = baseOf(options.config);
  const labels = readLabels(folder);
  const parts = chosen(options.only, partsOf(labels), folder);
  const { evaluations, sourceOf } = await withStore(options, terminal, async (store) => {
    const rows = await rowsOf(store, ['sources', ...parts.flatMap((part) => QUERIES_OF[part])]);
    return {
      evaluations: compare(labels, (query) => rows.get(query) ?? [], parts),
      sourceOf: sourcesOf(rows.get('sources') ?? []),
    };
  });
  if (options.save !== undefined) {
    const name = options.name ?? labels.name;
    const figures = evaluations.flatMap((one) => figuresOf(one, name, sourceOf(one.documents)));
    saveQuality(options.save, figures);
    if (options.quiet !== true) terminal.err(`${figures.length} figure(s) saved in ${options.save}\n`);
  }
  const misses = firstOf(
    evaluations.flatMap((one) => one.misses),
    options.errors ?? 0,
    `${base}id/`,
  );
  if (options.json === true)
    terminal.out(`${JSON.stringify(asJson(labels.name, evaluations, misses, options), null, 2)}\n`);
  else terminal.out(table(evaluations) + misses.map(line).join(''));
  return EXIT.done;
}

// --- internal ---

function chosen(only: readonly string[] | undefined, there: readonly Part[], folder: string): readonly Part[] {
  if (only === undefined) return there;
  for (const name of only) {
    const known = PARTS.some((part) => part === name);
    if (known && there.some((part) => part === name)) continue;
    const message = known
      ? `there are no labels of the ${name} here; there are labels of ${there.join(', ')}`
      : `expected some of ${PARTS.join(', ')}`;
    throw new UsageError(message, { path: folder, field: '--only', value: name });
  }
  return there.filter((part) => only.includes(part));
}

/** Id of the one source that documents are of; undefined for documents of several, and for all of the graph. */
function sourcesOf(rows: readonly Row[]): (documents: readonly string[] | undefined) => string | undefined {
  return (documents) => {
    const ids = new Set(rows.filter(({ source }) => documents?.includes(source ?? '')).map(({ id }) => id));
    return ids.size === 1 ? [...ids][0] : undefined;
  };
}

/** The first of each measure, in order. */
function firstOf(misses: readonly Miss[], most: number, ids: string): Miss[] {
  const counts = new Map<string, number>();
  return misses.flatMap((one) => {
    const count = (counts.get(one.measure) ?? 0) + 1;
    counts.set(one.measure, count);
    return count > most ? [] : [{ ...one, text: one.text.replaceAll(ids, '') }];
  });
}

const asJson = (
  labels: string,
  evaluations: readonly PartEvaluation[],
  misses: readonly Miss[],
  { errors }: EvaluateOptions,
) => ({
  labels,
  parts: evaluations.map(({ part, documents, measures }) => ({ part, documents, measures })),
  ...(errors === undefined ? {} : { misses }),
});

function table(evaluations: readonly PartEvaluation[]): string {
  const head = `${'measure'.padEnd(WIDTH)}  precision  recall     F1  accuracy  counts\n`;
  return head + evaluations.flatMap(({ measures }) => measures.map(row)).join('');
}

const WIDTH = 24;

function row(measure: Measure): string {
  const name = measure.measure.replaceAll('-', ' ').padEnd(WIDTH);
  if (isFound(measure)) {
    const { precision, recall, f1, matched, found, labelled } = measure;
    return `${name}  ${figure(precision, 9)}  ${figure(recall, 6)}  ${figure(f1, 5)}  ${''.padEnd(8)}  ${matched} of ${labelled}, ${found} found\n`;
  }
  const { accuracy, right, labelled } = measure;
  return `${name}  ${''.padEnd(24)}  ${accuracy === undefined ? '–'.padStart(8) : figure(accuracy, 8)}  ${right} of ${labelled}\n`;
}

const figure = (value: number, width: number): string => value.toFixed(3).padStart(width);

function line({ measure, what, text, source, line: at }: Miss): string {
  const place = source === undefined ? '' : `  (${source}${at === undefined ? '' : `:${at}`})`;
  return `${measure}  ${what}  ${visible(text)}${visible(place)}\n`;
}

/** What could steer a terminal (control characters or writing directions in a source) is shown as `�`. */
const visible = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '�');

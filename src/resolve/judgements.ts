import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

export const DECISIONS = ['same', 'different', 'unsure'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a person decided about two things: one line of the ledger of judgements. */
export interface Judgement {
  /**
   * The two, in order of code units. An id (`person/ada-lovelace`), a mention by its address below the base
   * (`source/programme/day.md#L12-m-ada-lovelace`), or every mention of a name (`person:Ada Lovelace`).
   */
  readonly a: string;
  readonly b: string;
  readonly decision: Decision;
  readonly by?: string;
  /** ISO 8601 date. */
  readonly when?: string;
  readonly because?: string;
}

export interface JudgementLine extends Judgement {
  readonly line: number;
}

/**
 * Reads a ledger of judgements: JSON Lines. An absent file is an empty ledger.
 * @throws UsageError naming path and line for a line that is no judgement, and for two that contradict each other
 */
export function readJudgements(path: string): JudgementLine[] {
  if (!existsSync(path)) return [];
  const pairs = new Map<string, JudgementLine>();
  const found: JudgementLine[] = [];
  for (const [at, text] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (text.trim() === '') continue;
    const judgement = parse(text, path, at + 1);
    const before = pairs.get(`${judgement.a}\0${judgement.b}`);
    if (before !== undefined && before.decision !== judgement.decision) {
      throw new UsageError(
        `contradicts line ${before.line}, which says "${before.decision}" of the same two: keep one of the two lines`,
        { path, line: at + 1, field: 'decision', value: judgement.decision },
      );
    }
    pairs.set(`${judgement.a}\0${judgement.b}`, judgement);
    found.push(judgement);
  }
  return found;
}

/** The ledger's text: one judgement a pair, sorted by code unit, keys in one order. A later one of a pair replaces an earlier. */
export function judgementsText(judgements: Iterable<Judgement>): string {
  const byPair = new Map<string, string>();
  for (const judgement of judgements) {
    const { a, b, decision, by, when, because } = ordered(judgement);
    byPair.set(`${a}\0${b}`, `${JSON.stringify({ a, b, decision, by, when, because })}\n`);
  }
  return [...byPair.values()].sort().join('');
}

/** The two in order of code units. */
export function ordered<T extends Judgement>(judgement: T): T {
  const { a, b } = judgement;
  return a <= b ? judgement : { ...judgement, a: b, b: a };
}

/** Twelve hexadecimal digits that name what is said of some things. */
export const digitsOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** Something that a judgement can be about. */
export type Reference =
  | { readonly type: 'id'; readonly kind: string; readonly slug: string }
  | { readonly type: 'name'; readonly kind: string; readonly name: string }
  | { readonly type: 'mention'; readonly document: string; readonly line: number; readonly slug: string };

/** What a text refers to; undefined where it is none of the three forms. */
export function parseReference(text: string): Reference | undefined {
  const mention = /^source\/([^#\s]+)#L(\d{1,9})-m-([a-z0-9-]+)$/.exec(text);
  if (mention !== null) {
    const [, document = '', line = '', slug = ''] = mention;
    return { type: 'mention', document: decoded(document), line: Number(line), slug };
  }
  const id = /^(?:id\/)?([a-z-]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(text);
  if (id !== null) return { type: 'id', kind: id[1] as string, slug: id[2] as string };
  const name = /^([a-z-]+):(?!\/)(\S.*)$/.exec(text);
  return name === null ? undefined : { type: 'name', kind: name[1] as string, name: (name[2] as string).trim() };
}

// --- internal ---

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const FIELDS = new Set(['a', 'b', 'decision', 'by', 'when', 'because']);

function parse(text: string, path: string, line: number): JudgementLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      'not JSON: each line is {"a": …, "b": …, "decision": "same", "by": …, "when": …, "because": …}',
      { path, line },
      cause,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError('expected an object with a, b and decision', { path, line, value });
  const fields = value as Record<string, unknown>;
  for (const [field, part] of Object.entries(fields)) {
    if (!FIELDS.has(field))
      throw new UsageError(`unknown field; known are ${[...FIELDS].join(', ')}`, { path, line, field });
    if (typeof part !== 'string' || part.trim() === '')
      throw new UsageError('expected a text that is not empty', { path, line, field, value: part });
  }
  const { a, b, decision, when } = fields as Record<string, string | undefined>;
  for (const [field, part] of Object.entries({ a, b })) {
    if (part === undefined || parseReference(part) === undefined) {
      const expected =
        'expected an id (person/ada-lovelace), a mention (source/day/day.md#L12-m-ada) or a name (person:Ada)';
      throw new UsageError(expected, { path, line, field, value: part });
    }
  }
  if (!DECISIONS.some((known) => known === decision))
    throw new UsageError(`expected one of ${DECISIONS.join(', ')}`, { path, line, field: 'decision', value: decision });
  if (a === b)
    throw new UsageError('a thing is judged against another, not itself', { path, line, field: 'b', value: b });
  if (when !== undefined && !/^\d{4}-\d\d-\d\d$/.test(when))
    throw new UsageError('expected a date such as 2026-11-26', { path, line, field: 'when', value: when });
  return { ...ordered(fields as unknown as Judgement), line };
}

import { UsageError } from '../errors.ts';
import { dateField, type LedgerLine, readJsonLines, textField } from './json-lines.ts';

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
  const pairs = new Map<string, JudgementLine>();
  const found: JudgementLine[] = [];
  for (const at of readJsonLines(path, FIELDS, EXAMPLE)) {
    const judgement = parse(path, at);
    const before = pairs.get(`${judgement.a}\0${judgement.b}`);
    if (before !== undefined && before.decision !== judgement.decision) {
      throw new UsageError(
        `contradicts line ${before.line}, which says "${before.decision}" of the same two: keep one of the two lines`,
        { path, line: at.line, field: 'decision', value: judgement.decision },
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

/** What a reference may be, for messages. */
export const EXPECTED_REFERENCE =
  'expected an id (person/ada-lovelace), a mention (source/day/day.md#L12-m-ada) or a name (person:Ada Lovelace)';

// --- internal ---

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const FIELDS = ['a', 'b', 'decision', 'by', 'when', 'because'];
const EXAMPLE = '{"a": …, "b": …, "decision": "same", "by": …, "when": …, "because": …}';

function parse(path: string, at: LedgerLine): JudgementLine {
  const { line } = at;
  const [a, b, decision, by, because] = (['a', 'b', 'decision', 'by', 'because'] as const).map((field) =>
    textField(path, at, field),
  );
  const when = dateField(path, at, 'when');
  for (const [field, part] of Object.entries({ a, b })) {
    if (part === undefined || parseReference(part) === undefined)
      throw new UsageError(EXPECTED_REFERENCE, { path, line, field, value: part });
  }
  const known = DECISIONS.find((one) => one === decision);
  if (known === undefined)
    throw new UsageError(`expected one of ${DECISIONS.join(', ')}`, { path, line, field: 'decision', value: decision });
  if (a === b)
    throw new UsageError('a thing is judged against another, not itself', { path, line, field: 'b', value: b });
  return {
    ...ordered({ a: a as string, b: b as string, decision: known }),
    line,
    ...(by === undefined ? {} : { by }),
    ...(when === undefined ? {} : { when }),
    ...(because === undefined ? {} : { because }),
  };
}

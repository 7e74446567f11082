import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors.ts';

/** What the `#+` lines of a saved query say. */
export interface Decorators {
  readonly summary: string;
  readonly summaryFr?: string;
  readonly description?: string;
  readonly descriptionFr?: string;
  readonly tags: readonly string[];
  /** Default value by name of parameter. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Values to choose from, by name of parameter. */
  readonly enumerate: ReadonlyMap<string, readonly string[]>;
  /** 1-based line of the file on which a decorator stands, for messages. */
  lineOf(decorator: string): number;
}

/**
 * Reads the decorators of a query as grlc does: the lines that start with `#+`, without it, are one YAML document
 * (https://github.com/CLARIAH/grlc#decorator-syntax). `summary_fr` and `description_fr` are ours.
 * Throws UsageError naming path and line.
 */
export function readDecorators(text: string, path: string): Decorators {
  const lines = text.split('\n').flatMap((line, i) => (line.startsWith('#+') ? [{ text: line, number: i + 1 }] : []));
  const counter = new LineCounter();
  const yaml = lines.map((line) => line.text.replace(/^#\+ ?/, '')).join('\n');
  const options = { version: '1.2', schema: 'failsafe', uniqueKeys: true, lineCounter: counter } as const;
  const document = parseDocument(yaml, options);
  const fileLine = (offset: number) => lines[counter.linePos(offset).line - 1]?.number ?? 1;
  const error = document.errors[0];
  if (error !== undefined) {
    throw new UsageError(
      `the decorators are not YAML: ${firstLine(error.message)}`,
      { path, line: fileLine(error.pos[0]) },
      error,
    );
  }
  const lineOf = (decorator: string) =>
    lines.find((line) => line.text.replace(/^#\+ ?/, '').startsWith(`${decorator}:`))?.number ?? 1;

  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 0 }) ?? {};
  } catch (cause) {
    throw new UsageError('the decorators hold an alias (*name); write the value itself', { path, line: 1 }, cause);
  }
  const parsed = schema.safeParse(plain);
  if (!parsed.success) throw invalid(parsed.error, path, lineOf);
  const { summary, summary_fr, description, description_fr, tags, defaults, enumerate } = parsed.data;
  return {
    summary,
    ...(summary_fr === undefined ? {} : { summaryFr: summary_fr }),
    ...(description === undefined ? {} : { description }),
    ...(description_fr === undefined ? {} : { descriptionFr: description_fr }),
    tags: tags ?? [],
    defaults: new Map((defaults ?? []).flatMap((one) => Object.entries(one))),
    enumerate: new Map((enumerate ?? []).flatMap((one) => Object.entries(one))),
    lineOf,
  };
}

// --- internal ---

const text = z.string().min(1, 'must not be empty');
/** A list of `{parameter: value}`, as grlc writes it. */
const pairs = <T extends z.ZodType>(value: T) => z.array(z.record(z.string(), value));
const ignored = z.unknown();

const schema = z.strictObject({
  summary: text,
  summary_fr: text.optional(),
  description: text.optional(),
  description_fr: text.optional(),
  tags: z.array(text).optional(),
  defaults: pairs(z.string()).optional(),
  enumerate: pairs(z.array(z.string()).min(1)).optional(),
  // What grlc itself understands and we have no use for.
  endpoint: ignored.optional(),
  endpoint_in_url: ignored.optional(),
  method: ignored.optional(),
  pagination: ignored.optional(),
});

function invalid(error: z.ZodError, path: string, lineOf: (decorator: string) => number): UsageError {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const known = Object.keys(schema.shape).join(', ');
    return new UsageError(`unknown decorator "${key}"; known: ${known}`, { path, line: lineOf(key) }, error);
  }
  const decorator = String(issue?.path[0] ?? '');
  if (decorator === 'summary' && lineOf('summary') === 1 && issue?.code === 'invalid_type') {
    return new UsageError('a query needs a summary: start the file with "#+ summary: …"', { path, line: 1 }, error);
  }
  return new UsageError(
    `#+ ${decorator}: ${issue?.message ?? error.message}`,
    { path, line: lineOf(decorator) },
    error,
  );
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}

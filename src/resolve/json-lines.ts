import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/** One line of a ledger: its fields, and where it stands. */
export interface LedgerLine {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * The lines of a JSON Lines file; an absent file has none.
 * @param known names of the fields that a line may have
 * @param example what a line looks like, for messages
 * @throws UsageError naming path and line for what is no JSON object, and for an unknown field
 */
export function readJsonLines(path: string, known: readonly string[], example: string): LedgerLine[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, at): LedgerLine[] => {
      if (text.trim() === '') return [];
      const line = at + 1;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (cause) {
        throw new UsageError(`not JSON: each line of this file is ${example}`, { path, line }, cause);
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new UsageError(`expected an object: ${example}`, { path, line, value });
      for (const field of Object.keys(value))
        if (!known.includes(field))
          throw new UsageError(`unknown field; known are ${known.join(', ')}`, { path, line, field });
      return [{ line, fields: value as Record<string, unknown> }];
    });
}

/** A text that is not empty; undefined where the field is absent. Throws UsageError for anything else. */
export function textField(path: string, { line, fields }: LedgerLine, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value.trim();
  throw new UsageError('expected a text that is not empty', { path, line, field, value });
}

/** A date such as 2026-11-26; undefined where the field is absent. Throws UsageError for anything else. */
export function dateField(path: string, at: LedgerLine, field: string): string | undefined {
  const value = textField(path, at, field);
  if (value === undefined || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)) return value;
  throw new UsageError('expected a date such as 2026-11-26', { path, line: at.line, field, value });
}

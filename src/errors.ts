/** Errors are named by what the caller does next. Each keeps its `cause`. */

/** Where a problem stands in a file or config. */
export interface Where {
  readonly source?: string;
  /** The file's path as configured. */
  readonly path?: string;
  /** 1-based line. */
  readonly line?: number;
  readonly field?: string;
  readonly value?: unknown;
}

abstract class MaillageError extends Error {
  readonly where: Where;
  constructor(message: string, where: Where = {}, cause?: unknown) {
    super(withWhere(message, where), cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.where = where;
  }
}

/** Quarantine this file and go on with the others. */
export class SourceError extends MaillageError {}

/** Skip this record, say so, and go on with the file. */
export class RecordError extends MaillageError {}

/** Wrong usage or configuration: stop, exit code 2. */
export class UsageError extends MaillageError {}

// --- internal ---

function withWhere(message: string, where: Where): string {
  const place = [where.path ?? where.source, where.line].filter((part) => part !== undefined).join(':');
  const field =
    where.field === undefined ? '' : `${where.field}${where.value === undefined ? '' : ` = ${show(where.value)}`}: `;
  return `${place === '' ? '' : `${place}: `}${field}${message}`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

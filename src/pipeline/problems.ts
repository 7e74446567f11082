import { RecordError, SourceError, UsageError } from '../errors.ts';
import type { Problem } from './report.ts';

/** An error about a source as a problem to report; errors of other kinds are bugs and go on upwards. */
export function problemOf(what: Problem['what'], source: string, error: unknown, path = ''): Problem {
  if (error instanceof SourceError || error instanceof RecordError || error instanceof UsageError) {
    const { where, message } = error;
    return {
      what,
      source,
      path: where.path ?? path,
      message,
      ...(where.line === undefined ? {} : { line: where.line }),
    };
  }
  throw error;
}

import { RecordError, SourceError, UsageError } from '../errors.ts';
import type { Problem } from './report.ts';

/**
 * An error met with one file as a problem to report. Errors of other kinds are faults of the program: they too cost the one
 * file only, and say so.
 */
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
  const fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `${path}: the program fails on this file (${fault}): report it with the file, and leave the file out until then`;
  return { what, source, path, message };
}

import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, finding, type Said } from '../../domain/finding.ts';
import { RecordError } from '../../errors.ts';
import type { SourceFile } from '../../read/reader.ts';
import { scrub } from '../scrub.ts';

/** Where a value stands: lines of the document, or of the config that states it. */
export type Place = Pick<Evidence, 'lines' | 'document'>;

/** A value as text, with where it stands. */
export interface Value extends Place {
  readonly text: string;
}

/** What a document's mapping has to tell. Values in it are scrubbed: what is not published is not told either. */
export class Report {
  readonly findings: Finding[] = [];
  /** A field was left out of its record. */
  readonly dropped: RecordError[] = [];
  readonly #file: SourceFile;
  readonly #configPath: string;

  constructor(file: SourceFile, configPath: string) {
    this.#file = file;
    this.#configPath = configPath;
  }

  finding(said: Said, { lines, document }: Place): void {
    const found = finding('warning', 'value' in said ? { ...said, value: scrub(said.value).text } : said, lines);
    this.findings.push(document === undefined ? found : { ...found, document });
  }

  drop(message: string, field: string, value: Value): void {
    this.dropped.push(this.error(message, field, value));
  }

  /** An error that names where the value stands, which may be the config. */
  error(message: string, field: string, value: Value | Place, cause?: unknown): RecordError {
    const inConfig = value.document === 'config';
    return new RecordError(
      message,
      {
        source: this.#file.sourceId,
        path: inConfig ? this.#configPath : this.#file.path,
        line: value.lines.first,
        field,
        ...('text' in value ? { value: scrub(value.text).text } : {}),
      },
      cause,
    );
  }
}

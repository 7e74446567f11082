import type { Config, SourceConfig } from '../config/types.ts';
import type { Lines } from '../domain/evidence.ts';
import type { Finding } from '../domain/finding.ts';
import type { DomainRecord } from '../domain/record.ts';
import { SourceError } from '../errors.ts';
import { extractText } from '../extract/document.ts';
import type { Extraction } from '../extract/extraction.ts';
import { type FieldsContext, type FieldsExtraction, recordsOf, resolveReferences } from '../extract/fields.ts';
import { onlyStated } from '../extract/stated.ts';
import { type Found, loadFile } from '../read/files.ts';
import type { ReadDocument, SourceFile } from '../read/reader.ts';
import { readerOf } from '../read/registry.ts';
import { problemOf } from './problems.ts';
import type { Problem } from './report.ts';

/** One document read, extracted and ready to be mapped; or only its problems, where it cannot be read. */
export interface Extracted {
  readonly source: SourceConfig;
  readonly path: string;
  readonly file?: SourceFile;
  readonly records: readonly DomainRecord[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** Rows that the declarative mapping was asked about, and of these, those that no record is for. */
  readonly rows: number;
  readonly excluded: number;
}

export interface FoundSource {
  readonly source: SourceConfig;
  readonly found: Found;
}

/**
 * Reads and extracts the documents of sources that belong together. Without references between them each document
 * comes out as soon as it is read; with them, all are held until every reference can be filled.
 */
export function* extractGroup(
  group: readonly FoundSource[],
  linked: boolean,
  config: Config,
  context: FieldsContext,
): Generator<Extracted> {
  if (!linked) {
    for (const document of readAll(group, context)) yield 'mapped' in document ? finish(document, config) : document;
    return;
  }
  const documents = [...readAll(group, context)];
  const read = documents.filter((document) => 'mapped' in document);
  const resolved = resolveReferences(read.map(({ mapped }) => mapped)).values();
  for (const document of documents) {
    if ('mapped' in document) {
      const filled = resolved.next().value as Extraction;
      yield finish({ ...document, mapped: { ...document.mapped, ...filled } }, config);
    } else yield document;
  }
}

/** The text of lines of a file, with `\n` between them. */
export function lineTextOf(text: string): (lines: Lines) => string {
  let lines: string[] | undefined;
  return ({ first, last }) => {
    lines ??= text.split('\n');
    return lines.slice(first - 1, last).join('\n');
  };
}

// --- internal ---

interface Read<T = FieldsExtraction> {
  readonly source: SourceConfig;
  readonly document: ReadDocument;
  readonly mapped: T;
}

/** Records with their references filled. */
type Resolved = Extraction & Pick<FieldsExtraction, 'skipped' | 'dropped' | 'excluded'>;

function* readAll(group: readonly FoundSource[], context: FieldsContext): Generator<Read | Extracted> {
  for (const { source, found } of group) {
    for (const problem of found.problems) yield quarantined(source, problem.where.path ?? '', problem);
    const reader = readerOf(source.reader);
    if (reader === undefined) throw new SourceError(`there is no reader "${source.reader}"`, { source: source.id });
    for (const onDisk of found.files) {
      try {
        const file = loadFile(onDisk, source.id, { maxBytes: source.maxFileSize });
        const document = reader.read(file);
        yield { source, document, mapped: recordsOf(document, source, context) };
      } catch (error) {
        yield quarantined(source, onDisk.path, error);
      }
    }
  }
}

function finish({ source, document, mapped }: Read<Resolved>, config: Config): Extracted {
  const { file } = document;
  try {
    const { records: all, findings } = extractText(document, source, config, mapped);
    const records = config.grades.includes('inferred') ? all : onlyStated(all);
    const problems = [
      ...mapped.skipped.map((error) => problemOf('skipped', source.id, error, file.path)),
      ...mapped.dropped.map((error) => problemOf('dropped', source.id, error, file.path)),
    ];
    const asked = source.records.length > 0;
    const rows = asked ? { rows: document.rows.length, excluded: mapped.excluded } : NO_ROWS;
    return { source, path: file.path, file, records, findings, problems, ...rows };
  } catch (error) {
    return quarantined(source, file.path, error);
  }
}

const NO_ROWS = { rows: 0, excluded: 0 };

function quarantined(source: SourceConfig, path: string, error: unknown): Extracted {
  const problems = [problemOf('quarantined', source.id, error, path)];
  return { source, path, records: [], findings: [], problems, ...NO_ROWS };
}

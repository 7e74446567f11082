import { basename } from 'node:path';
import type { Config } from '../config/types.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { Mention } from '../domain/mention.ts';
import { createMapper, type DocumentInfo, type Mapper, type Scope, type Source } from '../map/index.ts';
import type { SourceFile } from '../read/reader.ts';
import type { Slugs } from '../resolve/resolved.ts';
import { sha256 } from './fingerprint.ts';
import { problemOf } from './problems.ts';
import { type Extracted, lineTextOf } from './read-group.ts';
import type { Problem, SourceReport } from './report.ts';
import type { Run } from './run.ts';

/** Maps the documents of one source, and counts what came of them. */
export interface SourceMapper {
  map(document: Extracted): void;
  /** Entities that were named, as `kind slug`. */
  readonly entities: ReadonlySet<string>;
  report(id: string, quads: number): Omit<SourceReport, 'reused'>;
}

export function sourceMapper(
  { config, ids, scrub }: Pick<Run, 'config' | 'ids' | 'scrub'>,
  slugs: Slugs,
  emit: (nquads: string) => void,
): SourceMapper {
  const entities = new Set<string>();
  // Of one document, until it is mapped as a whole: a document that fails leaves nothing behind.
  const own: { entities: Set<string>; nquads: string[] } = { entities: new Set(), nquads: [] };
  const counted = {
    slugOf(mention: Mention, scope: Scope): string {
      const slug = slugs.slugOf(mention, scope);
      if (slug === undefined)
        throw new Error(`"${mention.name}" (${mention.kind}) of ${scope.name} was not among what resolution was given`);
      own.entities.add(`${mention.kind} ${slug}`);
      return slug;
    },
    slugOfKey: ids.slugOfKey,
  };
  const hold = (nquads: string): void => void own.nquads.push(nquads);
  const mapper = createMapper({ base: config.base, ids: counted, emit: hold, scrub });
  const configSource = configAsSource(config);
  const records: Record<string, number> = {};
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const problems: Problem[] = [];
  const read: string[] = [];
  let rows = 0;
  let excluded = 0;
  return {
    entities,
    map(extracted) {
      problems.push(...extracted.problems);
      const { file, source, path } = extracted;
      if (file === undefined) return;
      own.entities = new Set();
      own.nquads = [];
      let found: readonly Finding[];
      try {
        found = mapOne(mapper, extracted, file, config, configSource);
      } catch (error) {
        problems.push(problemOf('quarantined', source.id, error, path));
        return;
      }
      read.push(`${file.path}\0${file.sha256}\n`);
      rows += extracted.rows;
      excluded += extracted.excluded;
      for (const { type } of extracted.records) records[type] = (records[type] ?? 0) + 1;
      for (const { severity } of found) findings[severity] += 1;
      for (const entity of own.entities) entities.add(entity);
      for (const nquads of own.nquads) emit(nquads);
    },
    report: (id, quads) => ({
      id,
      documents: read.length,
      sha256: sha256(read.sort().join('')),
      rows,
      excluded,
      quads,
      records,
      findings,
      problems,
    }),
  };
}

// --- internal ---

/** @returns all findings about the document */
function mapOne(
  mapper: Mapper,
  { source, records, findings }: Extracted,
  file: SourceFile,
  config: Config,
  configSource: Source,
): readonly Finding[] {
  const license = source.license ?? config.license;
  const publisher = source.publisher ?? config.publisher;
  const document: DocumentInfo = {
    sourceId: source.id,
    name: file.name,
    path: file.path,
    sha256: file.sha256,
    ...(license === undefined ? {} : { license }),
    ...(publisher === undefined ? {} : { publisher: publisher.name }),
  };
  const lineText = lineTextOf(file.text);
  const refused = mapper.mapDocument(document, records, lineText, configSource);
  const all = [...findings, ...refused];
  mapper.mapFindings(document, all, records, lineText, configSource);
  return all;
}

/** The config as a document: facts that it states carry its lines. */
function configAsSource(config: Config): Source {
  const name = basename(config.path);
  return {
    document: {
      sourceId: 'config',
      name,
      path: name,
      sha256: config.sha256,
      ...(config.license === undefined ? {} : { license: config.license }),
    },
    lineText: lineTextOf(config.text),
  };
}

import { basename } from 'node:path';
import type { Config } from '../config/types.ts';
import type { Severity } from '../domain/finding.ts';
import type { Mention } from '../domain/mention.ts';
import { scrub } from '../extract/scrub.ts';
import { createMapper, type DocumentInfo, type Mapper, type Source } from '../map/index.ts';
import type { IdRegister } from '../resolve/ids.ts';
import { countNames, type NameCounts } from '../resolve/names.ts';
import { problemOf } from './problems.ts';
import { type Extracted, lineTextOf } from './read-group.ts';
import type { Problem, SourceReport } from './report.ts';

/** Maps the documents of one source, and counts what came of them. */
export interface SourceMapper {
  map(document: Extracted): void;
  readonly names: NameCounts;
  report(id: string, quads: number): Omit<SourceReport, 'reused'>;
}

export function sourceMapper(config: Config, ids: IdRegister, emit: (nquads: string) => void): SourceMapper {
  const names: NameCounts = new Map();
  const counted = {
    slugOf(mention: Mention): string {
      const slug = ids.slugOf(mention);
      countNames(names, mention, slug);
      return slug;
    },
    slugOfKey: ids.slugOfKey,
  };
  const mapper = createMapper({ base: config.base, ids: counted, emit, scrub: scrubbed });
  const configSource = configAsSource(config);
  const records: Record<string, number> = {};
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const problems: Problem[] = [];
  let documents = 0;
  return {
    names,
    map(extracted) {
      problems.push(...extracted.problems);
      const before = documents;
      try {
        if (mapOne(mapper, extracted, config, configSource, findings)) documents += 1;
      } catch (error) {
        problems.push(problemOf('quarantined', extracted.source.id, error, extracted.path));
      }
      if (documents > before) for (const { type } of extracted.records) records[type] = (records[type] ?? 0) + 1;
    },
    report: (id, quads) => ({ id, documents, quads, records, findings, problems }),
  };
}

// --- internal ---

const scrubbed = (text: string): string => scrub(text).text;

function mapOne(
  mapper: Mapper,
  extracted: Extracted,
  config: Config,
  configSource: Source,
  counts: Record<Severity, number>,
): boolean {
  const { file, source, records } = extracted;
  if (file === undefined) return false;
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
  const findings = [...extracted.findings, ...refused];
  mapper.mapFindings(document, findings, records, lineText, configSource);
  for (const { severity } of findings) counts[severity] += 1;
  return true;
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

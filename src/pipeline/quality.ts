import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import type { PublishedMeasurement } from '../map/index.ts';
import { findFiles } from '../read/files.ts';
import { type QualityLine, readQuality } from './quality-file.ts';
import type { SourceReport } from './report.ts';

/** The measurements that a config publishes. Throws UsageError for a file that cannot be read. */
export const measurementsOf = (config: Config): QualityLine[] =>
  config.quality === undefined ? [] : readQuality(join(config.folder, config.quality));

/**
 * Measurements with the documents of this build that they are about. One whose source or documents are not in the build is
 * left out with a warning: it says nothing of this graph.
 */
export function toPublish(
  measurements: readonly QualityLine[],
  config: Config,
  reports: readonly SourceReport[],
  warn: (message: string) => void,
): PublishedMeasurement[] {
  const built = measurements.length === 0 ? [] : builtDocuments(config, reports);
  return measurements.flatMap(({ line, documents, ...one }): PublishedMeasurement[] => {
    if (one.source === undefined && documents === undefined) return [{ ...one, on: [] }];
    const own = built.filter(({ sourceId }) => one.source === undefined || sourceId === one.source);
    const on = documents === undefined ? own : own.filter(({ path }) => documents.includes(path));
    const gone = documents?.filter((path) => !on.some((document) => document.path === path)) ?? [];
    if (on.length > 0 && gone.length === 0) return [{ ...one, on }];
    const what = gone.length > 0 ? `no document ${gone.join(', ')}` : `no document of the source "${one.source}"`;
    warn(`${config.quality}:${line}: this build has ${what}; ${one.measure} is not published: measure again`);
    return [];
  });
}

// --- internal ---

interface Built {
  readonly sourceId: string;
  readonly name: string;
  readonly path: string;
}

/** The documents that are in the graph. */
function builtDocuments(config: Config, reports: readonly SourceReport[]): Built[] {
  const left = new Set(
    reports.flatMap(({ id, problems }) =>
      problems.filter(({ what }) => what === 'quarantined').map(({ path }) => `${id} ${path}`),
    ),
  );
  return config.sources.flatMap(({ id, files, exclude }) =>
    findFiles(config.folder, [...files, ...exclude.map((glob) => `!${glob}`)], { sourceId: id })
      .files.filter(({ path }) => !left.has(`${id} ${path}`))
      .map(({ path, name }): Built => ({ sourceId: id, name, path })),
  );
}

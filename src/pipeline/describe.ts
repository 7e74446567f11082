import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DatasetDescription } from '../map/index.ts';
import { ONTOLOGY_FILES } from './graphs.ts';
import type { SourceReport } from './report.ts';
import type { Run } from './run.ts';

/** What the dataset says of itself: the words of the config, and figures of all segments that are written and checked. */
export function describe(
  { config, tallies }: Run,
  reports: readonly SourceReport[],
  { tool, ontology }: { readonly tool: string; readonly ontology: string },
): DatasetDescription {
  const { language, license, publisher, themes, countries } = config;
  const documents = new Map(reports.map((report) => [report.id, report.documents]));
  const title = config.title ?? publisher?.name ?? config.base;
  return {
    title,
    description: config.description ?? title,
    language,
    ...(license === undefined ? {} : { license }),
    ...(publisher === undefined ? {} : { publisher }),
    themes,
    countries,
    sources: config.sources.map((source) => {
      const own = source.license ?? license;
      const by = source.publisher ?? publisher;
      return {
        id: source.id,
        ...(own === undefined ? {} : { license: own }),
        ...(by === undefined ? {} : { publisher: by.name }),
        documents: documents.get(source.id) ?? 0,
      };
    }),
    build: {
      tool,
      config: { name: basename(config.path), sha256: config.sha256 },
      ontology: hashOf(ONTOLOGY_FILES.map((name) => join(ontology, name))),
    },
    figures: tallies.figures(),
  };
}

// --- internal ---

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}

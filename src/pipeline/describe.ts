import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '../config/types.ts';
import type { DatasetDescription } from '../map/index.ts';
import { ONTOLOGY_FILES } from '../map/vocab.ts';
import type { SourceReport } from './report.ts';
import type { Run } from './run.ts';

/** What the dataset says of itself: the words of the config, and figures of all segments that are written and checked. */
export function describe(
  { config, tallies }: Run,
  reports: readonly SourceReport[],
  { tool, ontology, day }: { readonly tool: string; readonly ontology: string; readonly day?: string },
): DatasetDescription {
  const { language, license, publisher, themes, countries } = config;
  const documents = new Map(reports.map((report) => [report.id, report.documents]));
  const figures = tallies.figures();
  const newest = day ?? figures.newest;
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
      config: [{ name: basename(config.path), sha256: config.sha256 }, ...ledgersOf(config)],
      ontology: hashOf(ONTOLOGY_FILES.map((name) => join(ontology, name))),
      sources: reports.map(({ id, sha256 }) => ({ id, sha256 })),
      ...(newest === undefined ? {} : { day: newest }),
    },
    figures,
  };
}

// --- internal ---

/** What people decided is an input as well; an empty ledger is as good as none. */
const ledgersOf = ({ folder, judgements, links, suppressions }: Config): { name: string; sha256: string }[] =>
  [judgements, links, suppressions]
    .flatMap((path) => (path === undefined ? [] : [join(folder, path)]))
    .filter((path) => existsSync(path) && statSync(path).size > 0)
    .map((path) => ({ name: basename(path), sha256: hashOf([path]) }));

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}

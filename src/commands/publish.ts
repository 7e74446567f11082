import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixesOf } from '../map/iri.ts';
import { ONTOLOGY_FILES } from '../map/vocab.ts';
import { networkFiles } from '../network/published.ts';
import { createPages } from '../pages/pages.ts';
import { scrubbed } from '../pipeline/scrubbed.ts';
import { publishSite } from '../publish/site.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import { encodeDocuments } from '../search/document.ts';
import { readDocuments } from '../search/read-documents.ts';
import { openFromSnapshot } from '../store/open.ts';
import { openSnapshot, segmentPaths } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';
import {
  type CommonOptions,
  catalogue,
  configOf,
  EXIT,
  jsonldContext,
  ontologyFolder,
  openStore,
  progressOf,
  type Terminal,
  tableQueries,
  webFolder,
} from './context.ts';
import { datasetOf } from './dataset.ts';
import { guard } from './losses.ts';

export interface PublishCommandOptions extends CommonOptions {
  readonly output: string;
  /** What was published before: a published folder, a build folder or a dump. */
  readonly previous?: string;
  /** Share of people, sessions … that may be lost, such as `5%`. */
  readonly maxLoss?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Publishes the built graph as one folder for any file server. @returns the exit code */
export async function publish(options: PublishCommandOptions, terminal: Terminal): Promise<number> {
  const config = configOf(options);
  const say = progressOf(options, terminal);
  const warn = (message: string): void => terminal.err(`warning: ${message}\n`);
  if (config.baseIsDefault)
    warn(
      `the graph stands on the example base ${config.base}, which nobody can look up: set "base" in the config to your address and build again`,
    );
  if (!(await guard(options, warn))) return EXIT.failed;
  // Dumps are made of the build's own files; what a server of the config holds is asked for pages and tables.
  const { store, snapshot } =
    config.store === undefined
      ? await openFromSnapshot(options.build, { warn })
      : { store: await openStore(options, terminal), snapshot: await openSnapshot(options.build, { warn }) };
  try {
    const queries = await catalogue();
    const dataset = datasetOf(config);
    const files = await publishSite(options.output, {
      dataset,
      segments: segmentPaths(snapshot),
      store,
      pages: createPages({ ...dataset, store, queries, mode: 'static' }),
      queries,
      tables: await tableQueries(),
      prefixes: prefixesOf(config.base),
      context: jsonldContext(),
      extras: extras(store, config.base, queries),
      scrub: scrubbed,
      progress: say,
    });
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (options.json === true) terminal.out(`${JSON.stringify({ output: options.output, bytes, files }, null, 2)}\n`);
    else terminal.out(`${options.output}: ${files.length} files, ${(bytes / 1_000_000).toFixed(1)} MB\n`);
    return EXIT.done;
  } finally {
    await store.close();
  }
}

// --- internal ---

/** What stands in the folder beside what is made of the graph's statements. */
async function* extras(
  store: Store,
  base: string,
  queries: readonly SavedQuery[],
): AsyncGenerator<readonly [string, string | Uint8Array]> {
  const ontology = (name: string): string => readFileSync(join(ontologyFolder, name), 'utf8');
  yield ['ontology.ttl', ONTOLOGY_FILES.map(ontology).join('\n')];
  yield ['context.jsonld', ontology('context.jsonld')];
  for (const name of ['alignments.ttl', 'shapes.ttl']) yield [name, ontology(name)];
  for (const name of readdirSync(join(ontologyFolder, 'rules')).sort())
    yield [`rules/${name}`, ontology(`rules/${name}`)];
  yield ['search.json', encodeDocuments(await readDocuments(store, base))];
  yield* await networkFiles(store, queries);
  const web = webFolder();
  for (const entry of readdirSync(web, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield [path.slice(web.length + 1).replaceAll('\\', '/'), readFileSync(path)];
  }
}

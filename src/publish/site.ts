import type { Pages } from '../pages/site.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import type { Store } from '../store/store.ts';
import { createAround } from './about.ts';
import { assertPublishable } from './clearance.ts';
import type { Context } from './context.ts';
import { writeData } from './data.ts';
import type { Dataset } from './dataset.ts';
import { documentPages } from './documents.ts';
import { executable } from './executable.ts';
import { createSiteFolder, type SiteFile, type SiteFolder } from './folder.ts';
import { jsonld } from './jsonld.ts';
import { canonicalLines, type Segments } from './lines.ts';
import { robots, sitemaps } from './sitemap.ts';
import { leads, stub } from './stubs.ts';
import { tablesOf } from './tables.ts';
import { type Prefixes, turtleText } from './turtle.ts';

export interface PublishOptions {
  readonly dataset: Dataset;
  /** N-Quads of the graph. */
  readonly segments: Segments;
  /** The same graph, to be asked. */
  readonly store: Store;
  readonly pages: Pages;
  /** Queries of the pages, and those of the tables. */
  readonly queries: readonly SavedQuery[];
  readonly tables: readonly SavedQuery[];
  readonly prefixes: Prefixes;
  readonly context: Context;
  /** Further files by path: the ontology, styles and scripts, what is searched, networks. */
  readonly extras:
    | Iterable<readonly [string, string | Uint8Array]>
    | AsyncIterable<readonly [string, string | Uint8Array]>;
  /** Takes e-mail addresses and telephone numbers out of a text. */
  readonly scrub: (text: string) => string;
  readonly progress?: (message: string) => void;
}

/**
 * Publishes a graph as one folder for any file server (docs/site.md), and swaps it in whole: where it fails, the old one stays.
 * The same graph and config give the same bytes.
 * @throws UsageError for what must not be published, and for a folder at `out` that is not ours
 */
export async function publishSite(out: string, options: PublishOptions): Promise<readonly SiteFile[]> {
  const { dataset, prefixes, scrub, progress = () => {} } = options;
  const lines = await canonicalLines(options.segments);
  assertPublishable(lines, { base: dataset.base, license: dataset.license, scrub });
  const folder = await createSiteFolder(out);
  try {
    const { tables: tableQueries, context } = options;
    const tables = await tablesOf(tableQueries, options.store);
    await writeData(folder, lines, { dataset, tables, tableQueries, prefixes, context });
    progress('dumps, tables and catalogue written');
    await things(folder, lines, options);
    for (const [path, page] of documentPages(lines, dataset.base, dataset.language)) await folder.write(path, page);
    progress('data of each thing written');
    for (const saved of options.queries) {
      await folder.write(`queries/${saved.name}.rq`, saved.text);
      const ttl = executable(saved, `${dataset.base}queries/${saved.name}`, prefixes);
      await folder.write(`queries/${saved.name}.ttl`, ttl);
    }
    for await (const [path, text] of options.extras) await folder.write(path, text);
    await pages(folder, options);
    progress(`${folder.files.size} files written`);
    await folder.commit();
    return [...folder.files.values()];
  } finally {
    await folder.abort();
  }
}

// --- internal ---

/** Turtle and JSON-LD of each thing, and where each id leads. */
async function things(
  folder: SiteFolder,
  lines: readonly string[],
  { dataset: { base, language, license = '' }, prefixes, context }: PublishOptions,
): Promise<void> {
  const around = createAround(lines, base, license);
  for (const thing of around.things) {
    const path = thing.slice(base.length).replace(/^id\//, 'doc/');
    const about = around.about(thing, base + path);
    await folder.write(`${path}.ttl`, turtleText(about, prefixes));
    await folder.write(`${path}.jsonld`, [...jsonld(about, context)].join(''));
  }
  for (const [id, target] of leads(lines, around.things, base)) {
    await folder.write(`${id}/index.html`, stub(target, language));
  }
}

async function pages(folder: SiteFolder, { pages, dataset: { base } }: PublishOptions): Promise<void> {
  const paths = await pages.paths();
  for (const path of paths) {
    const text = await pages.page(path);
    if (text === undefined) throw new Error(`${path}: named among the pages, and not there`);
    await folder.write(path, text);
  }
  const html = paths.filter((path) => path.endsWith('.html'));
  for (const [path, text] of sitemaps(html, base)) await folder.write(path, text);
  await folder.write('robots.txt', robots(base));
}

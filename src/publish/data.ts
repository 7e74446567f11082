import { join } from 'node:path';
import type { SavedQuery } from '../query/catalogue.ts';
import { catalogue, voidDescription } from './catalogue.ts';
import type { Context } from './context.ts';
import { datapackage } from './datapackage.ts';
import type { Dataset } from './dataset.ts';
import { writeDumpsOf } from './dump.ts';
import type { SiteFolder } from './folder.ts';
import type { Prefixes } from './turtle.ts';

export interface DataOptions {
  readonly dataset: Dataset;
  /** CSV of each table, by its name (`tables.ts`). */
  readonly tables: ReadonlyMap<string, string>;
  /** The queries that they came from. */
  readonly tableQueries: readonly SavedQuery[];
  readonly prefixes: Prefixes;
  readonly context: Context;
}

/** Bytes above which a dump also comes compressed. */
const LARGE = 1_000_000;

/**
 * Everything to take away: dumps, tables, and what describes them.
 * @param lines canonical lines of the graph
 */
export async function writeData(folder: SiteFolder, lines: readonly string[], options: DataOptions): Promise<void> {
  const { dataset, tables, tableQueries, prefixes, context } = options;
  const { files } = await writeDumpsOf(lines, join(folder.root, 'dumps'), { prefixes, context });
  for (const { name, bytes, sha256 } of files) {
    folder.adopt(`dumps/${name}`, { bytes, sha256 });
    if (bytes > LARGE) await folder.compress(`dumps/${name}`);
  }
  for (const [name, text] of tables) await folder.write(`tables/${name}.csv`, text);
  await folder.write('datapackage.json', datapackage(dataset, folder.files, tableQueries));
  await folder.write('catalog.ttl', catalogue(dataset, lines, folder.files.values(), prefixes));
  await folder.write('.well-known/void', voidDescription(dataset, lines, folder.files.values(), prefixes));
}

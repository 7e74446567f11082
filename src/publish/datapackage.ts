import type { SavedQuery } from '../query/catalogue.ts';
import type { Dataset } from './dataset.ts';
import type { SiteFile } from './folder.ts';
import { TABLES, tableSchema } from './tables.ts';

/** `datapackage.json` of the tables, by the Data Package standard (https://specs.frictionlessdata.io/data-package/). */
export function datapackage(
  dataset: Dataset,
  files: ReadonlyMap<string, SiteFile>,
  queries: readonly SavedQuery[],
): string {
  const { title, description, base, license, publisher } = dataset;
  const name = new URL(base).hostname.replace(/[^a-z0-9._-]/g, '-');
  const packaged = {
    profile: 'tabular-data-package',
    name,
    title,
    description,
    homepage: base,
    ...(license === undefined ? {} : { licenses: [{ path: license, title: license }] }),
    ...(publisher === undefined
      ? {}
      : {
          contributors: [
            {
              title: publisher.name,
              role: 'publisher',
              ...(publisher.url === undefined ? {} : { path: publisher.url }),
            },
          ],
        }),
    resources: TABLES.flatMap((table) => {
      const file = files.get(`tables/${table.name}.csv`);
      const saved = queries.find((query) => query.name === table.name);
      if (file === undefined) return [];
      return {
        profile: 'tabular-data-resource',
        name: table.name,
        title: saved?.summary ?? table.name,
        description: saved?.description ?? '',
        path: file.path,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: file.bytes,
        hash: `sha256:${file.sha256}`,
        schema: tableSchema(table),
      };
    }),
  };
  return `${JSON.stringify(packaged, null, 2)}\n`;
}

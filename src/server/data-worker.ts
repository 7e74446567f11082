import { parentPort, workerData } from 'node:worker_threads';
import { writeData } from '../publish/data.ts';
import { createSiteFolder } from '../publish/folder.ts';
import { canonicalLines } from '../publish/lines.ts';
import { readCatalogue } from '../query/catalogue.ts';
import type { DataTask } from './data.ts';

/** The thread that writes what is to be taken away: the whole graph in each format takes a while. */
const { out, segments, tablesFolder, ...options } = workerData as DataTask;
const folder = await createSiteFolder(out);
try {
  const lines = await canonicalLines(segments);
  await writeData(folder, lines, { ...options, tableQueries: await readCatalogue(tablesFolder) });
  await folder.commit();
} finally {
  await folder.abort();
}
parentPort?.postMessage('done');

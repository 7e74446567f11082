import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { UsageError } from '../errors.ts';
import { createApp } from '../server/app.ts';
import { openEditions } from '../server/editions.ts';
import { createLog, listen } from '../server/listen.ts';
import { createRemote } from '../store/remote.ts';
import {
  type CommonOptions,
  catalogue,
  configOf,
  EXIT,
  ontologyFolder,
  type Terminal,
  tablesFolder,
  webFolder,
} from './context.ts';
import { datasetOf } from './dataset.ts';
import { addressOf } from './remote.ts';

export interface ServeCommandOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
  /** Where the server is reached from outside. Default: where it listens. */
  readonly address?: string;
  /** Long queries that run at once. Default: one less than there are cores, and one at least. */
  readonly workers?: number;
  /** Seconds that a query may take. */
  readonly timeout: number;
  readonly trustedProxy?: boolean;
}

/** Serves the built graph until it is told to stop (SIGINT, SIGTERM). SIGHUP looks for a new build. @returns the exit code */
export async function serve(options: ServeCommandOptions, terminal: Terminal): Promise<number> {
  if (!existsSync(webFolder))
    throw new UsageError('styles and scripts are not there: run "npm run compile" first', { path: webFolder });
  const config = configOf(options);
  const log = createLog(options.quiet === true ? 'warn' : 'info');
  const dataset = datasetOf(config);
  const queries = await catalogue();
  const { store: remote } = config;
  const timeoutMs = options.timeout * 1000;
  const editions = await openEditions({
    dir: options.build,
    site: { ...dataset, queries },
    pool: { running: options.workers ?? Math.max(1, availableParallelism() - 1), timeoutMs, ...CAPS },
    ...(remote === undefined ? {} : { remote: () => createRemote({ ...addressOf(remote), timeoutMs, ...CAPS }) }),
    warn: (message) => log.warn(message),
    say: (message) => log.info(message),
  });
  try {
    const address = addressFrom(options);
    const { trustedProxy = false } = options;
    const context = { ...dataset, address, queries, trustedProxy, current: editions.current };
    const app = createApp({ context, web: webFolder, ontology: ontologyFolder, tables: tablesFolder });
    const { host, port } = options;
    const server = await listen({ fetch: app.fetch, host, port, log, track: editions.track });
    terminal.err(`serving ${options.build} on http://${host}:${server.port}/ (Ctrl+C stops it)\n`);
    const reload = (): void => void editions.reload();
    process.on('SIGHUP', reload);
    await stopped();
    process.off('SIGHUP', reload);
    await server.close();
    return EXIT.done;
  } finally {
    await editions.close();
  }
}

// --- internal ---

/** What one answer may hold. */
const CAPS = { maxRows: 100_000, maxBytes: 64 * 1024 * 1024 };

function addressFrom({ address, host, port }: ServeCommandOptions): string {
  if (address === undefined) return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  if (!/^https?:\/\/[^?#]+$/.test(address) || !URL.canParse(address))
    throw new UsageError('expected an address such as https://data.example.org/', {
      field: '--address',
      value: address,
    });
  return address.endsWith('/') ? address : `${address}/`;
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

import { availableParallelism } from 'node:os';
import type { Config } from '../config/types.ts';
import { UsageError } from '../errors.ts';
import { readJudgements } from '../resolve/judgements.ts';
import { createApp } from '../server/app.ts';
import { openEditions } from '../server/editions.ts';
import { isLoopback, type Judged } from '../server/judge.ts';
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
import { signed } from './judge.ts';
import { judgeBetween, ledgerPath } from './ledger.ts';
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
  /** Megabytes of answers that are remembered. */
  readonly cache: number;
  readonly trustedProxy?: boolean;
  /** Judgements are taken on the quality page; on a loopback address only. */
  readonly edit?: boolean;
}

/** Serves the built graph until it is told to stop (SIGINT, SIGTERM). SIGHUP looks for a new build. @returns the exit code */
export async function serve(options: ServeCommandOptions, terminal: Terminal): Promise<number> {
  const web = webFolder();
  const config = configOf(options);
  const log = createLog(options.quiet === true ? 'warn' : 'info');
  const ledger = options.edit === true ? editedLedger(config, options.host) : undefined;
  const dataset = datasetOf(config);
  const queries = await catalogue();
  const { store: remote } = config;
  const timeoutMs = options.timeout * 1000;
  const editions = await openEditions({
    dir: options.build,
    site: { ...dataset, queries, ...(ledger === undefined ? {} : { judged: judgedIn(ledger) }) },
    pool: { running: options.workers ?? Math.max(1, availableParallelism() - 1), timeoutMs, ...CAPS },
    answerBytes: options.cache * 1024 * 1024,
    ...(remote === undefined ? {} : { remote: () => createRemote({ ...addressOf(remote), timeoutMs, ...CAPS }) }),
    warn: (message) => log.warn(message),
    say: (message) => log.info(message),
  });
  try {
    const address = addressFrom(options);
    const { trustedProxy = false } = options;
    const context = { ...dataset, address, queries, trustedProxy, current: editions.current };
    const app = createApp({
      context,
      web,
      ontology: ontologyFolder,
      tables: tablesFolder,
      ...(ledger === undefined
        ? {}
        : {
            judge: (judged: Judged) =>
              void judgeBetween(ledger, { ...judged, ...signed(judged, terminal) }, config.base),
          }),
    });
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

/** Path of the ledger that judgements go to. Whoever reaches the server may judge: so only this machine may. */
function editedLedger(config: Config, host: string): string {
  if (!isLoopback(host))
    throw new UsageError('judgements are taken on this machine alone: leave --host out, or --edit', {
      field: '--host',
      value: host,
    });
  return ledgerPath(config, 'judgements');
}

function judgedIn(ledger: string): (a: string, b: string) => string | undefined {
  return (a, b) => {
    const pair = [a, b].sort().join(' ');
    return readJudgements(ledger).find((one) => `${one.a} ${one.b}` === pair)?.decision;
  };
}

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

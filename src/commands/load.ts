import { UsageError } from '../errors.ts';
import { linkToken } from '../map/iri.ts';
import { createRemote } from '../store/remote.ts';
import type { RemoteAddress } from '../store/remote-client.ts';
import { type LoadReport, loadRemote } from '../store/remote-load.ts';
import { filesToLoad, openSnapshot } from '../store/snapshot.ts';
import { type CommonOptions, configIfAny, EXIT, type Terminal } from './context.ts';
import { addressOf, type Environment } from './remote.ts';

export interface LoadOptions extends CommonOptions {
  /** Query endpoint of the server; without it, the config's store. */
  readonly to?: string;
  /** Where updates go, where that is another address. */
  readonly update?: string;
  readonly fresh?: boolean;
  /** Megabytes of one request. */
  readonly batch?: number;
  readonly json?: boolean;
}

/** Makes a SPARQL server hold the build: sends the graphs that changed. @returns the exit code */
export async function load(
  options: LoadOptions,
  terminal: Terminal,
  environment: Environment = process.env,
): Promise<number> {
  const address = target(options, environment);
  const say = (message: string): void => {
    if (options.quiet !== true) terminal.err(`${message}\n`);
  };
  const warn = (message: string): void => terminal.err(`warning: ${message}\n`);
  const snapshot = await openSnapshot(options.build, { warn });
  say(`load: generation ${snapshot.number} of ${options.build} to ${address.endpoint}`);
  const report = await loadRemote(filesToLoad(snapshot), {
    ...address,
    ...(options.batch === undefined ? {} : { batch: Math.max(1, options.batch) * 1024 * 1024 }),
    fresh: options.fresh === true,
    progress: ({ graphs, of, statements }) => say(`load: ${graphs} of ${of} graphs, ${statements} statements`),
  });
  const held = await holdings(address);
  if (held.unseen) {
    warn(
      'queries without GRAPH find nothing on this server: set its default graph to the union of all graphs (docs/remote.md)',
    );
  }
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ ...report, held: held.statements }, null, 2)}\n`
      : text(report, held.statements),
  );
  return EXIT.done;
}

// --- internal ---

/** Environment variables that are read where the server is named on the command line. */
const USER = 'MAILLAGE_STORE_USER';
const PASSWORD = 'MAILLAGE_STORE_PASSWORD';
const TOKEN = 'MAILLAGE_STORE_TOKEN';

function target({ to, update, config }: LoadOptions, environment: Environment): RemoteAddress {
  const configured = configIfAny(config)?.store;
  if (to === undefined) {
    if (configured === undefined) throw new UsageError('say where to: --to ENDPOINT, or "store" in the config');
    return addressOf(update === undefined ? configured : { ...configured, update }, environment);
  }
  for (const address of [to, ...(update === undefined ? [] : [update])]) {
    if (linkToken(address) === undefined)
      throw new UsageError(
        `"${address.replace(/\/\/[^/@]*@/, '//…@')}" must be an http(s) address without a password; secrets go into ${TOKEN}, or ${USER} and ${PASSWORD}`,
      );
  }
  // The config knows this very server: its addresses and its secrets are meant for it.
  if (configured?.endpoint === to)
    return addressOf(update === undefined ? configured : { ...configured, update }, environment);
  const authentication =
    environment[TOKEN] !== undefined
      ? { type: 'bearer' as const, token: TOKEN }
      : environment[USER] !== undefined
        ? { type: 'basic' as const, user: USER, password: PASSWORD }
        : undefined;
  return addressOf(
    {
      endpoint: to,
      ...(update === undefined ? {} : { update }),
      ...(authentication === undefined ? {} : { authentication }),
    },
    environment,
  );
}

async function holdings(address: RemoteAddress): Promise<{ readonly statements: number; readonly unseen: boolean }> {
  const store = createRemote(address);
  try {
    const statements = await store.size();
    const { body } = await store.query('ASK { ?s ?p ?o }');
    return { statements, unseen: statements > 0 && !(JSON.parse(body) as { boolean: boolean }).boolean };
  } finally {
    await store.close();
  }
}

function text({ graphs, statements, requests }: LoadReport, held: number): string {
  const { replaced, removed, unchanged } = graphs;
  return `${replaced} graphs replaced, ${removed} removed, ${unchanged} unchanged: ${statements} statements sent in ${requests} request(s)\nthe server holds ${held} statements\n`;
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/types.ts';
import { CONFIG_PLACES, DEFAULT_BASE, findConfig, loadConfig } from '../config.ts';
import { UsageError } from '../errors.ts';
import { type Context, contextIn } from '../publish/context.ts';
import { readCatalogue, type SavedQuery } from '../query/catalogue.ts';
import { openFromSnapshot } from '../store/open.ts';
import { createRemote } from '../store/remote.ts';
import type { Store } from '../store/store.ts';
import { addressOf } from './remote.ts';

/** The terminal as commands see it; tests pass their own. */
export interface Terminal {
  /** Data, to stdout. */
  readonly out: (text: string) => void;
  /** Progress, warnings and errors, to stderr. */
  readonly err: (text: string) => void;
  /** All of stdin, as UTF-8. */
  readonly in: () => Promise<string>;
  /** The lines of stdin, as they come; without it `in` is read. */
  readonly lines?: () => AsyncIterable<string>;
  /** The day that it is, for what a person decides today: `2026-11-26`. */
  readonly today?: () => string;
  /** Columns of stdout; undefined where it is no terminal. */
  readonly width?: number;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly config?: string;
  readonly build: string;
  readonly quiet?: boolean;
}

export const EXIT = { done: 0, failed: 1, usage: 2, quarantined: 3 } as const;

/** The folder of the installed package. */
const PACKAGE = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const WEB = join(PACKAGE, 'dist', 'web');

/** Folder of what runs in the browser, as `npm run compile` makes it. Throws UsageError where it was not compiled. */
export function webFolder(): string {
  if (existsSync(WEB)) return WEB;
  throw new UsageError('styles and scripts are not there: run "npm run compile" first', { path: WEB });
}

export const ontologyFolder = join(PACKAGE, 'ontology');

/** The JSON-LD context of the ontology. */
export const jsonldContext = (): Context =>
  contextIn(JSON.parse(readFileSync(join(ontologyFolder, 'context.jsonld'), 'utf8')));

/** Tells progress, unless it is not wanted. */
export function progressOf({ quiet }: Pick<CommonOptions, 'quiet'>, terminal: Terminal): (message: string) => void {
  return (message) => {
    if (quiet !== true) terminal.err(`${message}\n`);
  };
}

/** `maillage 0.1.0`. */
export function toolName(): string {
  return `maillage ${version()}`;
}

export function version(): string {
  return (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }).version;
}

export const configOf = (options: CommonOptions): Config => loadConfig(findConfig(options.config));

/** The config, where there is one to be found. A config that is named must be there. */
export function configIfAny(explicit: string | undefined): Config | undefined {
  if (explicit === undefined && !CONFIG_PLACES.some((place) => existsSync(place))) return undefined;
  return loadConfig(findConfig(explicit));
}

/** The base of the config, for prefixes in tables; the example base where there is no config to be found. */
export function baseOf(explicit: string | undefined): string {
  return configIfAny(explicit)?.base ?? DEFAULT_BASE;
}

/** The saved queries that come with the package. */
export const catalogue = (): Promise<SavedQuery[]> => readCatalogue(join(PACKAGE, 'queries'));

/** The saved queries of the tables that are published. */
export const tableQueries = (): Promise<SavedQuery[]> => readCatalogue(tablesFolder);

export const tablesFolder = join(PACKAGE, 'tables');

/** Runs something on the config's store, or else that of the build folder, and closes it. */
export async function withStore<T>(
  options: CommonOptions,
  terminal: Terminal,
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(options, terminal);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The config's store, or else that of the build folder. */
export async function openStore(options: CommonOptions, terminal: Terminal): Promise<Store> {
  const remote = configIfAny(options.config)?.store;
  if (remote !== undefined) {
    const limit = remote.timeout === undefined ? {} : { timeoutMs: remote.timeout * 1000 };
    return createRemote({ ...addressOf(remote), ...limit });
  }
  const warn = (message: string): void => terminal.err(`warning: ${message}\n`);
  return (await openFromSnapshot(options.build, { warn })).store;
}

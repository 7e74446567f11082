import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildConfig } from './config/build.ts';
import { checkSources } from './config/check.ts';
import { check, Problems } from './config/problems.ts';
import { configSchema } from './config/schema.ts';
import type { Config } from './config/types.ts';
import { readYaml } from './config/yaml.ts';
import { UsageError } from './errors.ts';

export { DEFAULT_BASE, DEFAULT_MAX_FILE_SIZE } from './config/build.ts';
export type * from './config/types.ts';

/** Names of the readers that a source may ask for. */
export const READER_NAMES = ['front-matter', 'programme'] as const;

/** Where a config is looked for when none is named. */
export const CONFIG_PLACES = ['maillage.config.yaml', 'data/maillage.config.yaml'] as const;

/**
 * Reads and checks a config. Throws one UsageError that lists every error, each with its line, its path in the YAML,
 * its value and what is allowed.
 */
export function loadConfig(file: string, readers: readonly string[] = READER_NAMES): Config {
  const yaml = readYaml(file);
  const problems = new Problems(file, yaml);
  const raw = check(configSchema(readers), yaml.value, [], problems.report);
  const fields = checkSources(yaml.value, problems.report);
  problems.throwIfAny();
  if (raw === undefined) throw new UsageError('this config cannot be read', { path: file });
  const path = resolve(file);
  return {
    ...buildConfig(raw, fields),
    path,
    folder: dirname(path),
    text: yaml.text,
    sha256: yaml.sha256,
    linesOf: yaml.linesOf,
  };
}

/** The config to use: the one named, else the first of CONFIG_PLACES in the folder. Throws UsageError where none is. */
export function findConfig(explicit?: string, folder = process.cwd()): string {
  if (explicit !== undefined) {
    const file = resolve(folder, explicit);
    if (existsSync(file)) return file;
    throw new UsageError('there is no such config: check the path given with -c', { path: explicit });
  }
  const found = CONFIG_PLACES.map((place) => join(folder, place)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new UsageError(
    `no config found: looked for ${CONFIG_PLACES.join(' and ')} in ${folder}. Name one with -c FILE; the README shows how to write one`,
  );
}

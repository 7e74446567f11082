import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/config.ts';
import { UsageError } from '../../src/errors.ts';

/** Loads a config from YAML text, by way of a file. */
export function configOf(yaml: string | Uint8Array): Config {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-config-'));
  try {
    const file = join(folder, 'maillage.config.yaml');
    writeFileSync(file, yaml);
    return loadConfig(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of the error that a config deserves, without the file's name. */
export function errorsOf(yaml: string | Uint8Array): string[] {
  try {
    configOf(yaml);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}

/** A config of one front-matter source with these fields of an event; they start on line 8. */
export const withFields = (fields: string, type = 'event'): string => `sources:
  - id: pages
    files: pages/*.md
    reader: front-matter
    records:
      - type: ${type}
        fields:
${indent(fields, 10)}
`;

export const indent = (text: string, by: number): string =>
  text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

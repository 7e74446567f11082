import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { UsageError } from '../errors.ts';
import type { GenerationWriter } from '../store/generation.ts';
import { sha256 } from './fingerprint.ts';

/** Where the ledger of ids is: where the config says, else in the build folder. */
export const ledgerPathOf = (config: Config, dir: string): string =>
  config.identities === undefined ? join(dir, 'identities.jsonl') : join(config.folder, config.identities);

/** The text of a file, undefined where there is none. */
export const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** True when the ledger is as the last build left it. An edited one may change any id, so everything is read again. */
export function ledgerIsOurs(writer: GenerationWriter, path: string): boolean {
  if (writer.previous === undefined || !existsSync(path)) return false;
  try {
    const { sha256: known } = JSON.parse(readFileSync(join(writer.previous.folder, 'ledger.json'), 'utf8')) as {
      sha256: string;
    };
    return known === sha256(readFileSync(path));
  } catch {
    return false;
  }
}

/** @param before the ledger as the build read it: what an editor or another build wrote meanwhile is not written over */
export function writeLedger(path: string, text: string, before: string | undefined): void {
  const now = textOf(path);
  if (now !== before) throw new UsageError('this ledger has changed while the build ran: build again', { path });
  if (now === text) return;
  writeFileSync(`${path}.partial`, text, { flush: true });
  renameSync(`${path}.partial`, path);
}

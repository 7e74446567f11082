import { join } from 'node:path';
import type { Config } from '../config/types.ts';
import { type JudgementLine, readJudgements } from '../resolve/judgements.ts';
import { type LinkLine, readLinks } from '../resolve/links.ts';
import { readSuppressions, suppressionsText, type Withheld, withheldBy } from '../resolve/suppressions.ts';
import { sha256 } from './fingerprint.ts';

/** What people decided, as the config's ledgers have it. */
export interface Ledgers {
  readonly judgements: readonly JudgementLine[];
  readonly links: readonly LinkLine[];
  readonly withheld?: Withheld;
  /** Changes where what is left out does. */
  readonly withheldHash: string;
}

/** @throws UsageError for a ledger that cannot be read, naming path and line */
export function readLedgers({ folder, judgements, suppressions, links }: Config): Ledgers {
  const left = suppressions === undefined ? [] : readSuppressions(join(folder, suppressions));
  const withheld = withheldBy(left);
  return {
    judgements: judgements === undefined ? [] : readJudgements(join(folder, judgements)),
    links: links === undefined ? [] : readLinks(join(folder, links)),
    ...(withheld === undefined ? {} : { withheld }),
    withheldHash: sha256(suppressionsText(left)),
  };
}

import type { Finding } from '../domain/finding.ts';
import type { DomainRecord } from '../domain/record.ts';

/** What extraction makes of one document. */
export interface Extraction {
  readonly records: readonly DomainRecord[];
  readonly findings: readonly Finding[];
}

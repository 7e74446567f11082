import type { Lines } from '../domain/evidence.ts';
import type { DomainRecord } from '../domain/record.ts';

/**
 * Records in an order that depends on nothing but what they say: by lines, type and content. What is numbered in
 * order of appearance (mentions that would share an IRI) is then the same for any order of input.
 */
export function inOrder(records: readonly DomainRecord[]): readonly DomainRecord[] {
  return records
    .map((record) => ({ record, lines: linesOf(record) }))
    .sort(
      (a, b) =>
        a.lines.first - b.lines.first ||
        a.lines.last - b.lines.last ||
        byCodeUnit(a.record.type, b.record.type) ||
        byCodeUnit(JSON.stringify(a.record), JSON.stringify(b.record)),
    )
    .map(({ record }) => record);
}

// --- internal ---

function linesOf(record: DomainRecord): Lines {
  return record.type === 'mention' ? record.mention.lines : record.lines;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

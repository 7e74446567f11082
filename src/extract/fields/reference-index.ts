import { fold } from '../../domain/fold.ts';
import type { PendingReference } from './pending.ts';
import type { FieldsExtraction } from './records.ts';
import { type MappedRecord, nameOf } from './shape.ts';

/** Where a record is: document and record by their indexes. */
export interface Found {
  readonly document: number;
  readonly record: number;
}

/** Records of the sources that references point into, by key and by name. Others are not kept. */
export class ReferenceIndex {
  readonly #byKey = new Map<string, Found[]>();
  readonly #byName = new Map<string, Found[]>();
  readonly #records: readonly (readonly MappedRecord[])[];

  /** `records` are those of each extraction, and may be replaced while references are filled. */
  constructor(all: readonly FieldsExtraction[], records: readonly (readonly MappedRecord[])[]) {
    this.#records = records;
    const used = new Set(all.flatMap(({ pending }) => pending.map(({ source, type }) => `${source} ${type}`)));
    for (const [document, { sourceId, records: own, keys }] of all.entries()) {
      for (const [n, record] of own.entries()) {
        if (!used.has(`${sourceId} ${record.type}`)) continue;
        const found = { document, record: n };
        const key = keys[n];
        if (key !== undefined) add(this.#byKey, entry(sourceId, record.type, key), found);
        add(this.#byName, entry(sourceId, record.type, nameOf(record)), found);
      }
    }
  }

  /** The records that a reference means: by their key, else by their name. Case, accents and dashes do not count. */
  find({ source, type, key }: PendingReference): readonly Found[] {
    const wanted = entry(source, type, key);
    return this.#byKey.get(wanted) ?? this.#byName.get(wanted) ?? [];
  }

  record({ document, record }: Found): MappedRecord {
    return this.#records[document]?.[record] as MappedRecord;
  }
}

// --- internal ---

const entry = (source: string, type: string, key: string): string => `${source} ${type} ${fold(key)}`;

function add(index: Map<string, Found[]>, key: string, found: Found): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [found]);
  else list.push(found);
}

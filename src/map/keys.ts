import type { Article } from '../domain/article.ts';
import type { AgendaItem, EventRecord } from '../domain/event.ts';
import type { Lines } from '../domain/evidence.ts';
import type { DomainRecord } from '../domain/record.ts';
import type { Session } from '../domain/session.ts';
import { SourceError } from '../errors.ts';
import type { DocumentInfo } from './document.ts';

/** A record that others refer to by its key. */
export type KeyedRecord = EventRecord | Session | AgendaItem | Article;

/** The records of one document by key. */
export type Keys = ReadonlyMap<string, KeyedRecord>;

/** Throws a SourceError where two kinds of records share a key: what refers to it would be ambiguous. */
export function keysOf(document: DocumentInfo, records: readonly DomainRecord[]): Keys {
  const keys = new Map<string, KeyedRecord>();
  for (const record of records) {
    if (!isKeyed(record)) continue;
    const known = keys.get(record.key);
    if (known === undefined) keys.set(record.key, record);
    else if (known.type !== record.type) {
      throw new SourceError(`a ${known.type} and a ${record.type} share one key; keys are unique within a build`, {
        source: document.sourceId,
        path: document.path,
        line: record.lines.first,
        field: 'key',
        value: record.key,
      });
    }
  }
  return keys;
}

/** The title from which the slug is made at its first minting. */
export function nameOf(record: KeyedRecord): string {
  switch (record.type) {
    case 'event':
      return record.name.value;
    case 'article':
      return record.headline.value;
    default:
      return record.title.value;
  }
}

/** The article that these lines belong to: the document's only record, or the closest article around them. */
export function articleAround(keys: Keys, lines: Lines): Article | undefined {
  const records = [...keys.values()];
  const articles = records.filter((record) => record.type === 'article');
  if (records.length === 1) return articles[0];
  return articles
    .filter((article) => article.lines.first <= lines.first && article.lines.last >= lines.last)
    .sort((a, b) => a.lines.last - a.lines.first - (b.lines.last - b.lines.first))[0];
}

// --- internal ---

function isKeyed(record: DomainRecord): record is KeyedRecord {
  return ['event', 'session', 'agenda-item', 'article'].includes(record.type);
}

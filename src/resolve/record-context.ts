import { placeMention } from '../domain/place.ts';
import type { DomainRecord } from '../domain/record.ts';
import { identityKey } from './key.ts';

/** When and where something is that people take part in. */
export interface RecordContext {
  readonly span?: readonly [start: string, end: string];
  /** Key of the town, or of the venue where no town is given. */
  readonly place?: string;
}

/** Contexts of the records of a document by their keys. Parts of an event are where it is. */
export function contextsOf(records: readonly DomainRecord[]): Map<string, RecordContext> {
  const contexts = new Map<string, RecordContext>();
  for (const record of records) {
    if (record.type !== 'event') continue;
    const { location } = record;
    const locality = location?.locality ?? (location === undefined ? undefined : placeMention(location));
    const name = locality === undefined ? undefined : 'value' in locality ? locality.value : locality.name;
    contexts.set(record.key, {
      ...spanOf(record.startDate?.value, record.endDate?.value),
      ...(name === undefined ? {} : { place: identityKey('place', name) }),
    });
  }
  for (const record of records) {
    if (record.type !== 'session' && record.type !== 'agenda-item') continue;
    const place = contexts.get(record.event)?.place;
    contexts.set(record.key, {
      ...spanOf(record.start?.value, record.end?.value),
      ...(place === undefined ? {} : { place }),
    });
  }
  return contexts;
}

// --- internal ---

/** Only times of day say where someone was: two events of one day leave it open. */
function spanOf(start: string | undefined, end: string | undefined): Pick<RecordContext, 'span'> {
  return start?.includes('T') && end?.includes('T') ? { span: [start, end] } : {};
}

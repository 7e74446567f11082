import type { EventRecord } from '../domain/event.ts';
import { mapLocation } from './place.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapEvent(scribe: Scribe, record: EventRecord): void {
  const { token } = scribe.record(record);
  scribe.say(scribe.at(record), token, term.rdf.type, term.schema.Event);
  scribe.text(token, term.schema.name, record.name);
  scribe.date(token, term.schema.startDate, record.startDate);
  scribe.date(token, term.schema.endDate, record.endDate);
  if (record.location !== undefined) mapLocation(scribe, token, record.location, record);
  scribe.refer(token, term.schema.organizer, record.organizers);
  scribe.refer(token, term.mlg.partner, record.partners);
  scribe.refer(token, term.schema.about, record.about);
  scribe.texts(token, term.schema.keywords, record.keywords);
  scribe.text(token, term.schema.abstract, record.abstract);
  scribe.links(token, term.schema.url, record.urls);
}

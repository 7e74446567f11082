import type { AgendaItem } from '../domain/event.ts';
import type { Scribe } from './scribe.ts';
import { conceptTerm, term } from './vocab.ts';

export function mapAgendaItem(scribe: Scribe, record: AgendaItem): void {
  const { token } = scribe.record(record);
  const event = scribe.keyed(record.event, ['event'], 'event', record.lines).token;
  const at = scribe.at(record);
  scribe.say(at, token, term.rdf.type, term.mlg.AgendaItem);
  scribe.say(at, token, term.rdf.type, term.schema.Event);
  scribe.say(at, token, term.schema.superEvent, event);
  scribe.text(token, term.schema.name, record.title);
  scribe.date(token, term.schema.startDate, record.start);
  scribe.date(token, term.schema.endDate, record.end);
  const { format } = record;
  if (format !== undefined) {
    scribe.say(scribe.at(format), token, term.mlg.sessionFormat, conceptTerm.format[format.value]);
  }
  scribe.refer(token, term.schema.organizer, record.hosts);
  scribe.refer(token, term.schema.about, record.projects);
}

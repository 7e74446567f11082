import { span } from '../domain/evidence.ts';
import type { Presented, Session } from '../domain/session.ts';
import { literal } from './nquads.ts';
import { mapProjectKind } from './project.ts';
import type { Scribe } from './scribe.ts';
import { conceptTerm, term, xsd } from './vocab.ts';

export function mapSession(scribe: Scribe, record: Session): void {
  const { token } = scribe.record(record);
  const event = scribe.keyed(record.event, ['event'], 'event', record.lines).token;
  const at = scribe.at(record);
  scribe.say(at, token, term.rdf.type, term.mlg.Session);
  scribe.say(at, token, term.rdf.type, term.schema.Event);
  scribe.say(at, token, term.schema.superEvent, event);
  scribe.say(at, event, term.schema.subEvent, token);
  scribe.text(token, term.schema.name, record.title);
  scribe.text(token, term.schema.alternateName, record.heading);
  scribe.date(token, term.schema.startDate, record.start);
  scribe.date(token, term.schema.endDate, record.end);
  const { format, page } = record;
  if (format !== undefined) {
    scribe.say(scribe.at(format), token, term.mlg.sessionFormat, conceptTerm.format[format.value]);
  }
  if (page !== undefined) {
    scribe.say(scribe.at(page), token, term.mlg.page, literal(String(page.value), xsd.integer));
  }
  scribe.text(token, term.schema.abstract, record.abstract);
  for (const presented of record.presents) mapPresented(scribe, token, presented);
}

// --- internal ---

/** The item, its mention and its steward stand in one passage graph, which joins them. */
function mapPresented(scribe: Scribe, session: string, { project, kind, steward }: Presented): void {
  const lines = steward === undefined ? project.lines : span(project.lines, steward.lines);
  const at = scribe.at({ ...project, lines });
  const thing = scribe.thing(project, at);
  scribe.say(at, session, term.mlg.presents, thing.token);
  scribe.say(at, session, term.schema.about, thing.token);
  mapProjectKind(scribe, at, thing.token, kind);
  if (steward !== undefined) {
    scribe.at({ ...steward, lines });
    scribe.say(at, thing.token, term.mlg.stewardedBy, scribe.thing(steward, at).token);
  }
}

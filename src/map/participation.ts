import type { Participation } from '../domain/participation.ts';
import { mapAffiliation } from './membership.ts';
import { literal } from './nquads.ts';
import type { Scribe } from './scribe.ts';
import { conceptTerm, term, xsd } from './vocab.ts';

export function mapParticipation(scribe: Scribe, record: Participation): void {
  const event = scribe.keyed(record.in, ['session', 'agenda-item', 'event', 'article'], 'in', record.lines);
  const actor = scribe.thing(record.actor);
  const node = `<${scribe.iris.participation(event.slug, actor.slug, record.capacity)}>`;
  const at = scribe.at(record);
  scribe.say(at, node, term.rdf.type, term.mlg.Participation);
  scribe.say(at, node, term.mlg.participant, actor.token);
  scribe.say(at, node, term.mlg.inEvent, event.token);
  scribe.say(at, node, term.mlg.capacity, conceptTerm.capacity[record.capacity]);
  scribe.say(at, node, term.mlg.tentative, literal(String(record.tentative), xsd.boolean));
  scribe.say(at, node, term.mlg.mention, actor.mention);
  if (event.kind === 'session') scribe.say(at, event.token, term.schema.performer, actor.token);
  if (event.kind === 'article') scribe.say(at, event.token, term.schema.mentions, actor.token);
  const kind = record.participantKind;
  if (kind !== undefined) {
    scribe.say(scribe.at(kind), node, term.mlg.participantKind, conceptTerm['participant-kind'][kind.value]);
  }
  for (const affiliation of record.affiliations) {
    const { membership, organization } = mapAffiliation(scribe, actor, affiliation);
    const said = scribe.at(affiliation);
    scribe.say(said, node, term.mlg.as, membership);
    if (event.kind === 'article' && organization !== undefined) {
      scribe.say(said, event.token, term.schema.mentions, organization);
    }
  }
}

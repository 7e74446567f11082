import type { Person } from '../domain/person.ts';
import { mapAffiliation } from './membership.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapPerson(scribe: Scribe, record: Person): void {
  const person = scribe.thing(record.person);
  for (const affiliation of record.affiliations) mapAffiliation(scribe, person, affiliation);
  scribe.refer(person.token, term.mlg.worksOn, record.projects);
  scribe.links(person.token, term.schema.url, record.urls);
  scribe.links(person.token, term.schema.sameAs, record.sameAs);
}

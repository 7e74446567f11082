import type { Organization } from '../domain/organization.ts';
import { mapLocation } from './place.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapOrganization(scribe: Scribe, record: Organization): void {
  const { token } = scribe.thing(record.organization);
  scribe.text(token, term.schema.description, record.description);
  for (const place of record.location) mapLocation(scribe, token, place, record);
  scribe.links(token, term.schema.url, record.urls);
  scribe.links(token, term.schema.sameAs, record.sameAs);
}

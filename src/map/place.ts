import type { Attested, Evidence } from '../domain/evidence.ts';
import { type Place, placeMention } from '../domain/place.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

/**
 * States where the subject is, and the place's address, each part in the passage that gives it.
 * `evidence` is that of the record, for the message about a place without name and locality (SourceError).
 */
export function mapLocation(scribe: Scribe, subject: string, place: Place, evidence: Evidence): void {
  const mention = placeMention(place);
  if (mention === undefined) {
    throw scribe.error('a place needs a name or a locality', evidence.lines, 'location', place);
  }
  const thing = scribe.thing(mention);
  scribe.say(scribe.at(mention), subject, term.schema.location, thing.token);
  const address = `<${scribe.iris.address(thing.slug)}>`;
  const part = (predicate: string, value: Attested | undefined): void => {
    if (value === undefined) return;
    const at = scribe.at(value);
    scribe.say(at, thing.token, term.schema.address, address);
    scribe.say(at, address, term.rdf.type, term.schema.PostalAddress);
    scribe.say(at, address, predicate, scribe.literal(value.value));
  };
  part(term.schema.streetAddress, place.street);
  part(term.schema.postalCode, place.postalCode);
  part(term.schema.addressLocality, place.locality);
  part(term.schema.addressCountry, place.country);
}

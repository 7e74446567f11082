import type { Affiliation } from '../domain/participation.ts';
import { literal } from './nquads.ts';
import type { Scribe, Thing } from './scribe.ts';
import { term, xsd } from './vocab.ts';

/** States a membership, and for a person whose post is not over the shortcut. Gives the tokens of what it names. */
export function mapAffiliation(
  scribe: Scribe,
  member: Thing,
  affiliation: Affiliation,
): { readonly membership: string; readonly organization: string | undefined } {
  const { role } = affiliation;
  const organization = affiliation.organization === undefined ? undefined : scribe.thing(affiliation.organization);
  const roleSlug = role === undefined ? undefined : scribe.slug(role);
  const membership = `<${scribe.iris.membership(member.slug, organization?.slug, roleSlug)}>`;
  const at = scribe.at(affiliation);
  scribe.say(at, membership, term.rdf.type, term.org.Membership);
  scribe.say(at, membership, term.org.member, member.token);
  if (role !== undefined) scribe.say(at, membership, term.mlg.roleAsPrinted, scribe.literal(role));
  if (affiliation.past) scribe.say(at, membership, term.mlg.past, literal('true', xsd.boolean));
  if (organization !== undefined) {
    scribe.say(at, membership, term.org.organization, organization.token);
    scribe.say(at, membership, term.mlg.mention, organization.mention);
    if (!affiliation.past && member.kind === 'person') {
      scribe.say(at, member.token, term.schema.affiliation, organization.token);
    }
  }
  return { membership, organization: organization?.token };
}

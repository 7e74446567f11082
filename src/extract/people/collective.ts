import { CIVILITIES } from '../../domain/civility.ts';
import type { ParticipantKind } from '../../domain/participation.ts';
import type { Found } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES, FRENCH_PARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { isGivenName } from '../words/given-names.ts';
import { isOrganizationKind, TEAMS } from '../words/organizations.ts';
import { type OrganizationName, skipArticle } from './body-name.ts';
import type { Actor, Opening } from './contribution.ts';
import { scanOrganization } from './organization.ts';
import { representativeAt } from './representative.ts';
import { connectorAt, isRoleAt } from './role.ts';

/** A body or team that takes part itself. */
export function collectiveAt({ source, tokens, at, joined, capacity, before }: Opening): Actor | undefined {
  const token = tokens[at] as Token;
  const representative = representativeAt(tokens, at);
  const start = representative > 0 ? representative : at;
  const bodyAt = skipArticle(tokens, start);
  const article = bodyAt > start;
  const last = before.findLast((actor) => actor.joined !== 'member');
  const inList = last?.collective !== undefined || before.length === 0;
  if (representative === 0 && COUNTS.has(token.folded) && isLowercase(tokens[at + 1])) return undefined;
  if (representative === 0) {
    if (joined === 'comma' && !(inList && article && before.length > 0)) return undefined;
    if (
      connectorAt(tokens, at) > 0 &&
      !(FRENCH_PARTICLES.has(token.folded) && token.folded === 'des' && TEAMS.has(tokens[at + 1]?.folded ?? ''))
    )
      return undefined;
    if (
      !article &&
      !inList &&
      !(joined === 'line' && [',', ';', '•'].includes(tokens[at - 1]?.text ?? '')) &&
      joined !== 'with'
    )
      return undefined;
    // After a person, `et la …` mostly goes on describing: only a team, a kind of body or an acronym is one more actor.
    if (joined === 'and' && !inList && !isOrganizationKind(tokens[bodyAt]?.text ?? '') && !isAllCaps(tokens[bodyAt]))
      return undefined;
    if (isRoleAt(tokens, at) && !isCapitalized(token)) return undefined;
  }
  const found = scanOrganization(source, tokens, start);
  if (found === undefined || (representative === 0 && isPersonal(tokens, bodyAt, found))) return undefined;
  const after = tokens[found.next];
  if (representative === 0 && !article && !isCapitalized(tokens[bodyAt])) return undefined;
  // `…, l'équipe qui a travaillé à …` explains the one before it.
  if (joined === 'comma' && (RELATIVES.has(after?.folded ?? '') || last?.person !== undefined)) return undefined;
  if (article && token.folded.startsWith('un') && representative === 0) return undefined;
  const kind: ParticipantKind =
    representative > 0 ? 'unnamed-representative' : TEAMS.has(found.value.kind ?? '') ? 'team' : 'organisation';
  return { collective: found.value, kind, capacity, joined, from: at, next: found.next };
}

// --- internal ---

/** `Trois étés secs ont suffi`: a sentence begins, no body. */
const COUNTS = new Set('deux trois quatre cinq six sept huit neuf dix'.split(' '));

/** `Mme Untel`, `Mme la préfète`, a given name alone or before `de`: half a person's name, not the name of a body. */
function isPersonal(tokens: readonly Token[], at: number, found: Found<OrganizationName>): boolean {
  const first = tokens[at] as Token;
  const next = tokens[at + 1];
  if (CIVILITIES.has(first.folded) && (isCapitalized(next) || ARTICLES.has(next?.folded ?? ''))) return true;
  return isGivenName(first.text) && !isAllCaps(first) && (found.next === at + 1 || OF.has(next?.folded ?? ''));
}

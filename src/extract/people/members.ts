import { closing } from '../text/scan.ts';
import type { Token } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import type { Actor } from './contribution.ts';
import { scanName } from './name.ts';
import { scanOrganization } from './organization.ts';

/** `l'équipe X (A, B et C)`: those in the parentheses, after a body or a colon. */
export function addMembers(
  source: string,
  tokens: readonly Token[],
  at: number,
  actor: Actor,
  actors: Actor[],
): number {
  const token = tokens[at];
  if (actor.collective === undefined || token === undefined) return at;
  const open = token.text === '(' ? at : token.text === ':' ? at : -1;
  if (open < 0) return at;
  const end = token.text === '(' ? closing(tokens, open) : Math.min(tokens.length, open + MAX_MEMBERS);
  let next = open + 1;
  let found = 0;
  while (next < end && (found > 0 || next - open < MAX_BEFORE_MEMBERS)) {
    const person = scanName(source, tokens, next);
    if (
      person !== undefined &&
      person.next <= end &&
      (person.value.known || found > 0 || isListed(tokens, open, person.next))
    ) {
      actors.push({
        person: person.value,
        capacity: actor.capacity,
        joined: 'member',
        from: next,
        next: person.next,
        of: actor.collective,
        limit: end,
      });
      found += 1;
      next = person.next;
    } else next += 1;
  }
  return found > 0 ? Math.min(end + (token.text === '(' ? 1 : 0), tokens.length) : at;
}

/** `l'équipe X (A et B) de l'agence Y`: what the team is part of stands after its members. @returns the index after it */
export function addWhole(source: string, tokens: readonly Token[], at: number, actors: Actor[]): number {
  if (!OF.has(tokens[at]?.folded ?? '')) return at;
  const index = actors.findLastIndex((actor) => actor.collective !== undefined);
  const team = actors[index]?.collective;
  const whole = scanOrganization(source, tokens, at + 1);
  if (team === undefined || team.within !== undefined || whole === undefined) return at;
  const body = { ...team, within: whole.value };
  actors.forEach((actor, n) => {
    if (n === index) actors[n] = { ...actor, collective: body };
    else if (actor.of === team) actors[n] = { ...actor, of: body };
  });
  return whole.next;
}

// --- internal ---

/** Tokens after the colon of a team: those of its members, and those before the first of them. */
const MAX_MEMBERS = 200;

const MAX_BEFORE_MEMBERS = 24;

/** In parentheses after a team, a name that a comma, `et` or the bracket follows is a member's, known or not. */
const isListed = (tokens: readonly Token[], open: number, next: number): boolean =>
  tokens[open]?.text === '(' &&
  (tokens[next]?.text === ',' || tokens[next]?.text === ')' || tokens[next]?.folded === 'et');

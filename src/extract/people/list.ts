import type { Capacity } from '../../domain/participation.ts';
import { closing } from '../text/scan.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { OF, RELATIVES } from '../words/connectors.ts';
import { actorAt } from './actor.ts';
import type { Actor, Contribution, Join } from './contribution.ts';
import { describe } from './described.ts';
import { inlineLabel, leadIn, REPRESENTED } from './lead-in.ts';
import { addMembers, addWhole } from './members.ts';
import { scanName } from './name.ts';
import type { RoleContext } from './role.ts';
import { continuesLine, separatorAt } from './separator.ts';
import { sharePosts } from './share.ts';

export type { Contribution } from './contribution.ts';

/**
 * Reads a people block: persons with posts and bodies, teams and bodies that take part themselves. Only places where a
 * list can name someone are looked at; prose about them is passed over.
 * @param capacity what the block's label says of those it lists
 */
export function scanPeople(text: string, capacity: Capacity, context: RoleContext = {}): Contribution[] {
  const tokens = tokenize(text);
  const actors = findActors(text, tokens, capacity, context);
  const read = actors.map((actor, index) => describe(text, tokens, actor, actors[index + 1], context));
  return sharePosts(read);
}

// --- internal ---

function findActors(source: string, tokens: readonly Token[], initial: Capacity, context: RoleContext): Actor[] {
  const actors: Actor[] = [];
  let capacity = initial;
  let join: Join | undefined = 'first';
  let inClause = false;
  let inBio = false;
  let opens: number | undefined;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.newline && at > 0 && !continuesLine(tokens, at)) {
      join = 'line';
      inClause = false;
      inBio = false;
    }
    if (join !== undefined && !inClause) {
      const label = inlineLabel(source, tokens, at);
      if (label !== undefined) {
        opens = at;
        capacity = label.value;
        at = label.next;
        join = 'line';
        continue;
      }
      const lead = leadIn(tokens, at, initial, capacity);
      if (lead !== undefined) {
        capacity = lead.value;
        // `Séance présentée par …` speaks of the session again.
        if (lead.next - at > 2) inBio = false;
        at = lead.next;
        join = join === 'first' ? 'first' : REPRESENTED.test(tokens[at - 2]?.folded ?? '') ? 'delegate' : 'with';
        continue;
      }
      // `de A, de B et de C`: the preposition is repeated before each.
      const repeats = (join === 'and' || join === 'comma') && OF.has(token.folded) && at > 0;
      if (repeats && scanName(source, tokens, at + 1)?.value.known === true) {
        opens = at;
        at += 1;
        continue;
      }
      const actor = actorAt({ source, tokens, at, joined: join, capacity, before: actors, inBio, context });
      if (actor !== undefined) {
        actors.push(opens === undefined ? actor : { ...actor, opens });
        opens = undefined;
        at = addMembers(source, tokens, actor.next, actor, actors);
        if (at > actor.next) at = addWhole(source, tokens, at, actors);
        join = undefined;
        inBio = false;
        continue;
      }
    }
    const separator = separatorAt(tokens, at);
    if (separator !== undefined && (separator.next > at || (join === undefined && !inClause))) {
      // A bullet at a line start leaves it a new line.
      if (!(join === 'line' && token.newline && separator.value === 'comma')) join = separator.value;
      at = separator.next;
      if (tokens[at - 1]?.text === '.') inBio = true;
      continue;
    }
    if (RELATIVES.has(token.folded) || token.text === 'où') inClause = !isPluralList(actors.at(-1));
    if (token.text === '.') {
      inClause = false;
      inBio = actors.length > 0;
      join = 'comma';
      at += 1;
      continue;
    }
    if (token.text === '(') {
      at = Math.min(closing(tokens, at) + 1, tokens.length);
      continue;
    }
    join = token.folded === 'et' ? 'and' : undefined;
    at += 1;
  }
  return actors;
}

/** `les collectifs A qui … et B`: the clause belongs to A, the list goes on. */
const isPluralList = (actor: Actor | undefined): boolean =>
  actor?.collective?.kind?.endsWith('s') === true && actor.collective.kind !== 'services';

import type { Capacity } from '../../../src/domain/participation.ts';
import type { OrganizationName } from '../../../src/extract/people/body-name.ts';
import { type Contribution, scanPeople } from '../../../src/extract/people/list.ts';
import type { Post } from '../../../src/extract/people/role.ts';

/**
 * What a people block says, one line an actor, so that tests read as sentences:
 * `Ada Morel (facilitator)? | role @ Body < Parent | past role`. The capacity is left out where it is the block's own,
 * `?` marks a tentative one, a collective stands in brackets with its kind.
 */
export function said(text: string, capacity: Capacity = 'speaker'): string[] {
  return scanPeople(text, capacity).map((one) => lineOf(one, capacity));
}

/** `Body < Parent (ALIAS)` */
export function bodyLine(body: OrganizationName): string {
  const alias = body.aliases.length === 0 ? '' : ` (${body.aliases.join(', ')})`;
  return `${body.name}${alias}${body.within === undefined ? '' : ` < ${bodyLine(body.within)}`}`;
}

// --- internal ---

function lineOf(one: Contribution, block: Capacity): string {
  const who = 'person' in one.actor ? one.actor.person.name : `[${one.actor.kind}] ${bodyLine(one.actor.collective)}`;
  const capacity = one.capacity === block ? '' : ` (${one.capacity})`;
  return [`${who}${capacity}${one.tentative ? '?' : ''}`, ...one.posts.map(postLine)].join(' | ');
}

function postLine(post: Post): string {
  const body = post.organization === undefined ? '' : `@ ${bodyLine(post.organization)}`;
  return [post.past ? 'past' : '', post.role ?? '', body].filter((part) => part !== '').join(' ');
}

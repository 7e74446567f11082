import { isPluralRole } from '../words/roles.ts';
import type { ReadActor } from './contribution.ts';
import type { Post } from './role.ts';

/**
 * Gives those who are printed together what the text says of them together:
 * `A et B de X` (both from X), `A et B, cofondateurs de X` (both), `A, role, et B, role, au sein de X` (X holds for A).
 * A person with a body of their own keeps it; a list without *et* shares nothing.
 */
export function sharePosts(actors: readonly ReadActor[]): ReadActor[] {
  const result = [...actors];
  let chained = false;
  for (let at = result.length - 1; at > 0; at -= 1) {
    const current = result[at] as ReadActor;
    const before = result[at - 1] as ReadActor;
    if (!('person' in current.actor) || !('person' in before.actor)) {
      chained = false;
      continue;
    }
    if (current.joined === 'and-or') {
      result[at] = { ...current, tentative: true };
      result[at - 1] = { ...before, tentative: true };
    }
    const tied = current.joined === 'and' || current.joined === 'and-or';
    const posts: readonly Post[] = before.described
      ? bodyTakenOver(before, current)
      : tied || (chained && current.joined === 'comma')
        ? postsInCommon(current)
        : [];
    chained = posts.length > 0 && !before.described;
    if (posts.length > 0) result[at - 1] = { ...(result[at - 1] as ReadActor), posts, inferred: before.described };
  }
  return distribute(result);
}

// --- internal ---

/** Of bare names tied by *et*: bodies hold for both, a post only in the plural or with `et/ou`. */
function postsInCommon(current: ReadActor): readonly Post[] {
  return current.posts.filter(
    (post) => post.role === undefined || current.joined === 'and-or' || isPluralRole(post.role),
  );
}

/** `A, directeur général, et B, directrice des finances de X`: one post without a body, then one with. */
function bodyTakenOver(before: ReadActor, current: ReadActor): readonly Post[] {
  const held = current.posts[0];
  const only = before.posts.length === 1 ? before.posts[0] : undefined;
  if (
    held?.organization === undefined ||
    held.role === undefined ||
    only?.role === undefined ||
    only.organization !== undefined
  )
    return [];
  const sameKind = current.joined === 'comma' && firstWord(only.role) === firstWord(held.role);
  const tied = current.joined === 'and' || (current.trailingBody && current.joined === 'comma');
  return tied || sameKind ? [{ ...only, organization: held.organization }] : [];
}

/** `A, B et C, respectivement r1, r2 et r3 de X`: one post each, in order, all in X. */
function distribute(actors: readonly ReadActor[]): ReadActor[] {
  const result = [...actors];
  actors.forEach((actor, at) => {
    const posts = actor.posts;
    const first = /^respectivement\s+(.+)$/u.exec(posts[0]?.role ?? '')?.[1];
    if (first === undefined) return;
    const roles = posts
      .flatMap((post, n) => (n === 0 ? first : (post.role ?? '')).split(/,\s*|\s+et\s+/u))
      .filter((role) => role !== '');
    const start = at - roles.length + 1;
    const body = posts.findLast((post) => post.organization !== undefined)?.organization;
    if (start < 0) return;
    roles.forEach((role, n) => {
      result[start + n] = {
        ...(result[start + n] as ReadActor),
        posts: [{ role, past: false, ...(body === undefined ? {} : { organization: body }) }],
      };
    });
  });
  return result;
}

const firstWord = (text: string): string => text.split(' ')[0]?.toLowerCase() ?? '';

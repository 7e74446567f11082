import type { Found } from '../text/scan.ts';
import { isCapitalized, type Token, textOf, tokenize } from '../text/tokens.ts';
import { PAST } from '../words/connectors.ts';
import type { OrganizationName } from './body-name.ts';
import { scanName } from './name.ts';
import { scanOrganization } from './organization.ts';
import { connectorAt, isRoleAt, type Post, type RoleContext } from './post.ts';
import { splitAt } from './post-body.ts';
import { cleanRole, roleEnd, roleTail } from './post-end.ts';

export type { Post, RoleContext } from './post.ts';
export { connectorAt, isRoleAt } from './post.ts';

/** Splits a post printed on its own (`Cheffe de projet à la Direction X`) into role and body. */
export function splitRole(text: string): { role?: string; organization?: OrganizationName } {
  const tokens = tokenize(text);
  const post = scanPosts(text, tokens, 0, tokens.length, {})[0];
  return {
    ...(post?.role === undefined ? {} : { role: post.role }),
    ...(post?.organization === undefined ? {} : { organization: post.organization }),
  };
}

/** All posts of tokens `from` to `to` (exclusive): one printed group, without the person's name and without commas that end it. */
export function scanPosts(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Post[] {
  const posts: Post[] = [];
  let at = from;
  while (at < to) {
    const found = scanPost(source, tokens, at, Math.min(to, at + MAX_POST), context);
    if (found === undefined) break;
    posts.push(...found.value);
    at = found.next;
    if (tokens[at]?.folded === 'et' && at < to) at += 1;
    else if (at < to) break;
  }
  return posts;
}

// --- internal ---

/** Tokens. What runs on for longer without a comma is prose. */
const MAX_POST = 160;

/** One role with the bodies that follow it. */
function scanPost(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Found<Post[]> | undefined {
  const past = PAST.has(tokens[from]?.folded ?? '') || /^ex-/.test(tokens[from]?.folded ?? '');
  const roleStart =
    PAST.has(tokens[from]?.folded ?? '') && from + 1 < to
      ? tokens[from + 1]?.text === '-'
        ? from + 2
        : from + 1
      : from;
  const split = splitAt(source, tokens, roleStart, to, context);
  if (split === undefined) {
    const end = roleEnd(tokens, roleStart, to);
    const role = cleanRole(textOf(source, tokens, from, end));
    return role === '' ? undefined : { value: [{ role, past }], next: end };
  }
  const tail = roleTail(source, tokens, split.next, to);
  const role = cleanRole(`${textOf(source, tokens, from, split.roleEnd)}${tail.value === '' ? '' : ` ${tail.value}`}`);
  const posts: Post[] = [{ ...(role === '' ? {} : { role }), organization: split.organization, past }];
  let next = tail.next;
  // `de l'association X et du tiers-lieu Y`: one post, two bodies.
  while (tokens[next]?.folded === 'et' && next + 1 < to) {
    const connector = connectorAt(tokens, next + 1);
    // `fondatrice de X et Y`: a second name without a preposition, where it cannot be the next person or post.
    const bare = connector === 0 && isCapitalized(tokens[next + 1]) && !isRoleAt(tokens, next + 1);
    const more =
      connector > 0 || (bare && scanName(source, tokens, next + 1) === undefined)
        ? scanOrganization(source, tokens, next + 1 + connector)
        : undefined;
    if (more === undefined || more.next > to) break;
    posts.push({ ...(role === '' ? {} : { role }), organization: more.value, past });
    next = more.next;
  }
  return { value: posts, next };
}

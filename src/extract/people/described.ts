import { type Token, textOf } from '../text/tokens.ts';
import type { OrganizationName } from './body-name.ts';
import type { Actor, ReadActor } from './contribution.ts';
import { scanDescriptor } from './descriptor.ts';
import { isTentativeAt } from './doubt.ts';
import { startOfLeadIn } from './lead-in.ts';
import { postBefore, postsOf } from './post-before.ts';
import type { Post, RoleContext } from './role.ts';

/** An actor with the posts and the doubt that the words up to the following actor give. */
export function describe(
  source: string,
  tokens: readonly Token[],
  actor: Actor,
  following: Actor | undefined,
  context: RoleContext,
): ReadActor {
  const limit = Math.min(following?.opens ?? following?.from ?? tokens.length, actor.limit ?? tokens.length);
  const to = trimEnd(tokens, actor.next, limit);
  const common = {
    capacity: actor.capacity,
    inferred: false,
    joined: actor.joined,
    described: to > actor.next,
    start: (tokens[actor.from] as Token).start,
    end: (tokens[Math.max(to, actor.next) - 1] as Token).end,
  };
  if (actor.person === undefined) {
    const collective = actor.collective as OrganizationName;
    const surface = textOf(source, tokens, actor.from, actor.next);
    return {
      ...common,
      actor: { collective, kind: actor.kind ?? 'organisation', surface },
      tentative: hasDoubt(tokens, actor.next, to),
      posts: [],
      trailingBody: false,
    };
  }
  const descriptor = scanDescriptor(source, tokens, actor.next, to, context);
  const read = descriptor.posts.length > 0 ? descriptor.posts : printedBefore(source, tokens, actor);
  const posts = actor.of === undefined ? read : heldIn(actor.of, read);
  return {
    ...common,
    actor: { person: actor.person },
    tentative: descriptor.tentative || hasDoubt(tokens, actor.next, to),
    posts,
    trailingBody: descriptor.trailingBody,
  };
}

// --- internal ---

/** `Avec la directrice de X, Prénom Nom`: a post that opens the entry, and describes nobody who stands before it. */
function printedBefore(source: string, tokens: readonly Token[], actor: Actor): readonly Post[] {
  const post = postBefore(tokens, actor.from);
  if (post === undefined || post.possessive) return [];
  const before = tokens[post.from - 1];
  const opens =
    before === undefined ||
    tokens[post.from]?.newline === true ||
    [':', ';', '.'].includes(before.text) ||
    ['avec', 'et', 'de', "d'"].includes(before.folded);
  return opens ? postsOf(source, tokens, post) : [];
}

/** Posts of a member or delegate of a body: those without a body of their own are held there. */
const heldIn = (body: OrganizationName, posts: readonly Post[]): readonly Post[] =>
  posts.length === 0
    ? [{ organization: body, past: false }]
    : posts.map((post) => (post.organization === undefined ? { ...post, organization: body } : post));

/** Takes separators and lead-in words off the end of a description. */
function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const token = tokens[end - 1] as Token;
    const loose =
      [',', ';', ':', '–', '—', '-', '&', '/', '•', '|', '.', '*', '·'].includes(token.text) ||
      ['et', 'ou', 'avec', 'par', 'puis', 'que', 'ainsi'].includes(token.folded);
    if (!loose) break;
    end -= 1;
  }
  return startOfLeadIn(tokens, from, end) ?? end;
}

function hasDoubt(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isTentativeAt(tokens, at)) return true;
  return false;
}

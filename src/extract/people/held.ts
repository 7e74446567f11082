import type { Token } from '../text/tokens.ts';
import type { Post, RoleContext } from './role.ts';

/** The text of one person's description and what has been read of it so far; scanners of its pieces add to that. */
export interface Reading {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly context: RoleContext;
  posts: Post[];
  tentative: boolean;
  trailingBody: boolean;
  /** How many parentheses are open: what stands in those inside others says nothing of the person. */
  depth: number;
}

/** Adds posts. Always true: the list may go on after them. */
export function addPosts(reading: Reading, posts: readonly Post[]): boolean {
  reading.posts.push(...posts);
  return true;
}

import type { Post } from './role.ts';

/** What has been read so far of one person's description; scanners of its pieces add to it. */
export interface State {
  posts: Post[];
  tentative: boolean;
  trailingBody: boolean;
  /** How many parentheses are open: what stands in those inside others says nothing of the person. */
  depth: number;
}

/** Adds posts. Always true: the list may go on after them. */
export function addPosts(state: State, posts: readonly Post[]): boolean {
  state.posts.push(...posts);
  return true;
}

import type { Token } from '../text/tokens.ts';
import { AT, OF, PAST } from '../words/connectors.ts';
import { isRoleWord, ROLE_PREFIXES } from '../words/roles.ts';
import type { OrganizationName } from './body-name.ts';
import type { NameMode } from './name.ts';

/** One post, one body, or a post in a body. */
export interface Post {
  readonly role?: string;
  readonly organization?: OrganizationName;
  readonly past: boolean;
}

export interface RoleContext {
  /** Folded names of bodies that the document names elsewhere: they end a post even without a preposition. */
  readonly known?: ReadonlySet<string>;
  /** How names are read: in running text `d'X` after a full name is a particle. */
  readonly names?: NameMode;
}

/** True when a post starts at `at`: `directrice …`, `1er adjoint …`, `ancien conseiller …`. */
export function isRoleAt(tokens: readonly Token[], at: number): boolean {
  for (let head = at; head - at <= MAX_PREFIXES; head += 1) {
    const token = tokens[head];
    if (token === undefined || token.kind === 'punct') return false;
    if (PAST.has(token.folded)) {
      if (token.folded === 'ex') return true;
      if (tokens[head + 1]?.text === '-') head += 1;
    } else if (/^ex-/.test(token.folded)) return isRoleWord(token.folded.slice(3));
    else if (isRoleWord(token.text)) return true;
    else if (!ROLE_PREFIXES.has(token.folded)) return false;
  }
  return false;
}

/** Length of a preposition (with its article) at `at`; 0 where there is none. */
export function connectorAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (
    token === undefined ||
    !(
      OF.has(token.folded) ||
      AT.has(token.folded) ||
      token.folded === 'chez' ||
      token.folded === 'pour' ||
      token.text === '@'
    )
  )
    return 0;
  return 1;
}

// --- internal ---

/** Words before the head of a post: `ancienne première`. More are a list of words, not a post. */
const MAX_PREFIXES = 6;

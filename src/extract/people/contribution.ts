import type { Capacity, ParticipantKind } from '../../domain/participation.ts';
import type { Token } from '../text/tokens.ts';
import type { OrganizationName } from './body-name.ts';
import type { PersonName } from './name.ts';
import type { Post, RoleContext } from './role.ts';

/** Someone whom a people block names, with offsets of the words in its text. */
export interface Contribution {
  readonly actor:
    | { readonly person: PersonName }
    | { readonly collective: OrganizationName; readonly kind: ParticipantKind; readonly surface: string };
  readonly capacity: Capacity;
  readonly tentative: boolean;
  readonly posts: readonly Post[];
  /** True when a body was taken over from the person printed next to this one. */
  readonly inferred: boolean;
  readonly start: number;
  readonly end: number;
}

/** A place in a list where an actor may begin, and what the list has said so far. */
export interface Opening {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** How what begins here is tied to the actor before. */
  readonly joined: Join;
  readonly capacity: Capacity;
  readonly before: readonly Actor[];
  /** The sentences before tell of the last actor. */
  readonly inBio: boolean;
  readonly context: RoleContext;
}

/** An actor as found, before posts are shared. `joined` is how it is tied to the one before. */
export interface ReadActor extends Contribution {
  readonly joined: Join;
  /** Something is said of the actor after the name. */
  readonly described: boolean;
  readonly trailingBody: boolean;
}

/** `and-or` leaves open who comes; `member` stands in the parentheses of a team or body, `delegate` represents it. */
export type Join = 'first' | 'and' | 'and-or' | 'comma' | 'line' | 'member' | 'with' | 'delegate';

/** Someone or something that a list names, with indexes of its tokens, before what is said of it is read. */
export interface Actor {
  readonly person?: PersonName;
  readonly collective?: OrganizationName;
  readonly kind?: ParticipantKind;
  readonly capacity: Capacity;
  readonly joined: Join;
  readonly from: number;
  readonly next: number;
  /** Where the label before it begins, when there is one: what is said of the actor before ends there. */
  readonly opens?: number;
  /** For a member: the body whose parentheses name it. */
  readonly of?: OrganizationName;
  /** Where its description ends at the latest (the closing parenthesis of a member). */
  readonly limit?: number;
}

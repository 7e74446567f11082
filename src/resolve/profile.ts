import type { EntityKind } from '../domain/mention.ts';

/**
 * What one part of the sources says of a name: the unit that resolution puts together. A person's is of one session,
 * agenda item or document; that of any other kind is of a whole source, since there a name alone decides.
 * Plain data: it is kept with a source's segments. All lists are sorted and without repetition.
 */
export interface Profile {
  readonly kind: EntityKind;
  /** Identity key of the name. */
  readonly key: string;
  readonly source: string;
  /** People: name of the document, below the source's root. */
  readonly document?: string;
  /** People: key of the session or record that they take part in, else the document. */
  readonly anchor?: string;
  /** Names and how often each stands; those that are only introduced (aliases) have 0. */
  readonly names: readonly (readonly [name: string, count: number])[];
  /** Other spellings of the source, where they differ from the names. */
  readonly surfaces: readonly string[];
  /** Acronyms that the text introduces for it. */
  readonly acronyms: readonly string[];
  /** People: lines of the document. */
  readonly lines: readonly number[];
  /** People: keys of the bodies that they are said to belong to. Bodies: keys of the larger body named with them. */
  readonly bodies: readonly string[];
  /** People: roles, folded. Bodies: keys of people said to belong to them. */
  readonly roles: readonly string[];
  /** Keys of records and documents that it is named in, at most `MOST_PLACES`. */
  readonly events: readonly string[];
  /** Keys of projects that a person works on. */
  readonly projects: readonly string[];
  /** People: begin and end of what they take part in, as date-times with offset. */
  readonly span?: readonly [start: string, end: string];
  /** People: key of the town or venue of it. */
  readonly place?: string;
}

/** Where a name stands is evidence, not an index: more than this says no more. */
export const MOST_PLACES = 64;

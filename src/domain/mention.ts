import type { Evidence } from './evidence.ts';

/** The kinds of things that texts name and that identity is decided for. */
export const ENTITY_KINDS = ['person', 'organization', 'project', 'place', 'event', 'concept', 'cohort'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/**
 * What a text calls something. Which entity that is, `resolve/` decides; nothing else does.
 * `surface` keeps the source's spelling, `name` is the form to compare and show (case mended, article or
 * typography as a reader would write it).
 */
export interface Mention extends Evidence {
  readonly kind: EntityKind;
  readonly name: string;
  readonly surface: string;
  /** The larger body that the text names with it: the ministry of a department, the city of a lab. */
  readonly within?: Mention;
  /** The address that the text gives for it (a link). http or https only. */
  readonly url?: string;
  /** Other names that the text introduces for it, such as an acronym in parentheses. */
  readonly aliases?: readonly string[];
}

/** Networks of actors, as plain data: what is exported, published as JSON, and drawn in the browser. */

export const VIEWS = ['people', 'organizations', 'people-organizations', 'organizations-projects'] as const;
/** Who is tied to whom: see docs/network.md. */
export type View = (typeof VIEWS)[number];

export const WEIGHTINGS = ['shared', 'newman'] as const;
/** `shared`: each shared occasion counts 1. `newman`: it counts 1/(n - 1), of n actors who share it. */
export type Weighting = (typeof WEIGHTINGS)[number];

export type ActorKind = 'person' | 'organization' | 'project';

export const OCCASION_TYPES = ['session', 'agenda-item', 'event', 'article', 'stewardship'] as const;
export type OccasionType = (typeof OCCASION_TYPES)[number];

/** What brings actors together. Of a stewardship, the project that an organisation carries. */
export interface Occasion {
  readonly id: string;
  readonly title: string;
  readonly type: OccasionType;
  readonly event?: string;
  readonly eventName?: string;
  /** A date or a time with its offset, as the graph has it. */
  readonly start?: string;
  readonly end?: string;
  /** Notation of the format: retex, atelier … */
  readonly format?: string;
}

/** An actor on an occasion, and the first passage that says so. */
export interface Presence {
  /** Index in `occasions`. */
  readonly occasion: number;
  readonly source: string;
  readonly line: number;
  /** The person through whom an organisation is there. */
  readonly via?: string;
  readonly viaName?: string;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly presences: readonly Presence[];
}

/** A tie, without direction. `source` and `target` are indices in `nodes`, and `source` is the smaller. */
export interface Tie {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
  /** What stands behind it: indices in `occasions`. */
  readonly occasions: readonly number[];
}

export interface Network {
  readonly view: View;
  readonly weighting: Weighting;
  readonly occasions: readonly Occasion[];
  readonly nodes: readonly Actor[];
  readonly edges: readonly Tie[];
}

/** All that is known of presences, from which each view is projected. */
export interface Presences {
  readonly occasions: readonly Occasion[];
  readonly actors: readonly Actor[];
}

/** By UTF-16 code unit, as everything here is sorted. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

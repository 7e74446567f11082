import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { ProjectKind } from './project.ts';

/** Session formats; the notations of the SKOS scheme in `ontology/schemes.ttl`. */
export const FORMATS = [
  'retex',
  'masterclass',
  'atelier',
  'temoignage',
  'regards-croises',
  'visite',
  'echange',
  'presentation',
  'intervention',
  'pitchs',
  'table-ronde',
  'conference',
  'pitch',
  'keynote',
  'forum-ouvert',
  'hackathon',
  'demonstration',
  'pleniere',
] as const;
export type Format = (typeof FORMATS)[number];

/** One slot of a programme. */
export interface Session extends Evidence {
  readonly type: 'session';
  /** Stable over rebuilds: event key, day and folded title. */
  readonly key: string;
  /** Key of the event record it belongs to. */
  readonly event: string;
  /** In normal case: from the index where there is one. */
  readonly title: Attested;
  /** The heading as the body prints it, where it differs from the title. */
  readonly heading?: Attested;
  /** ISO 8601 date-time with offset; `start` may be a date where the text gives no time. */
  readonly start?: Attested;
  readonly end?: Attested;
  readonly format?: Attested<Format>;
  /** Page of the printed programme. */
  readonly page?: Attested<number>;
  readonly abstract?: Attested;
  /** What the session presents. */
  readonly presents: readonly Presented[];
}

/** Something that a session presents: a numbered item of a list, or the one initiative that it is about. */
export interface Presented {
  readonly project: Mention;
  readonly kind: ProjectKind;
  /** Number in the list, 1-based. */
  readonly position?: number;
  readonly steward?: Mention;
}

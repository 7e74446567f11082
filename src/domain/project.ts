import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { Place } from './place.ts';

/** Kinds of what is presented or run; the notations of the SKOS scheme in `ontology/schemes.ttl`. */
export const PROJECT_KINDS = [
  'digital-common',
  'software',
  'service',
  'programme',
  'initiative',
  'dataset',
  'standard',
  'report',
  'event',
  'organisation',
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

export interface Project extends Evidence {
  readonly type: 'project';
  readonly project: Mention;
  readonly kind?: Attested<ProjectKind>;
  readonly stewards: readonly Mention[];
  readonly description?: Attested;
  readonly concepts: readonly Mention[];
  readonly keywords: readonly Attested[];
  readonly location: readonly Place[];
  readonly cohorts: readonly Mention[];
  readonly urls: readonly Attested[];
  readonly sameAs: readonly Attested[];
}

/** A year's or season's group of projects that a programme supports. */
export interface Cohort extends Evidence {
  readonly type: 'cohort';
  readonly cohort: Mention;
  readonly programme?: Mention;
  readonly startDate?: Attested;
}

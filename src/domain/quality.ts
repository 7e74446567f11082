/** How well sources are read, measured against labels that people made by hand. */

/** What is found among what is there: measured by precision, recall and F1. */
export const FOUND_MEASURES = [
  'sessions',
  'people',
  'affiliations',
  'roles',
  'organizations',
  'presented',
  'agenda-items',
  'people-in-pages',
  'person-identity',
  'organization-identity',
] as const;
export type FoundMeasure = (typeof FOUND_MEASURES)[number];

/** What is right of what was asked: measured by accuracy. */
export const RIGHT_MEASURES = [
  'session-titles',
  'session-starts',
  'session-ends',
  'session-formats',
  'capacities',
  'tentative',
  'event-fields',
  'agenda-times',
  'projects',
  'project-stewards',
  'person-mentions',
  'organization-mentions',
  'look-alikes',
] as const;
export type RightMeasure = (typeof RIGHT_MEASURES)[number];

export const FOUND_STATISTICS = ['precision', 'recall', 'f1'] as const;
export type FoundStatistic = (typeof FOUND_STATISTICS)[number];

/** One figure of a measure: `sessions-recall`, `session-titles-accuracy`. Notations of the SKOS scheme of metrics. */
export type Metric = `${FoundMeasure}-${FoundStatistic}` | `${RightMeasure}-accuracy`;

export const METRICS: readonly Metric[] = [
  ...FOUND_MEASURES.flatMap((measure) => FOUND_STATISTICS.map((statistic): Metric => `${measure}-${statistic}`)),
  ...RIGHT_MEASURES.map((measure): Metric => `${measure}-accuracy`),
];

/** One published figure. */
export interface QualityMeasurement {
  readonly measure: Metric;
  /** From 0 to 1, with four decimals at most. */
  readonly value: number;
  /** The labels that it was measured with, and how many labelled things it is about. */
  readonly labels: { readonly name: string; readonly things: number };
  /** Id of the configured source whose reading was measured; without it, the whole dataset. */
  readonly source?: string;
  /** Paths, as configured, of the documents whose reading was measured; without it, all of the source or dataset. */
  readonly documents?: readonly string[];
}

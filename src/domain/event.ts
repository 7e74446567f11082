import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';
import type { Place } from './place.ts';
import type { Format } from './session.ts';

/** Something that takes place: a conference, a meeting. Keys are unique within a build: `sourceId/document#n`. */
export interface EventRecord extends Evidence {
  readonly type: 'event';
  readonly key: string;
  readonly name: Attested;
  /** ISO 8601 date (`2022-09-28`) or date-time with offset (`2022-09-28T10:00:00+02:00`). */
  readonly startDate?: Attested;
  readonly endDate?: Attested;
  readonly location?: Place;
  readonly organizers: readonly Mention[];
  readonly partners: readonly Mention[];
  readonly about: readonly Mention[];
  readonly keywords: readonly Attested[];
  readonly abstract?: Attested;
  readonly urls: readonly Attested[];
}

/** One point of the agenda that an event's page prints. */
export interface AgendaItem extends Evidence {
  readonly type: 'agenda-item';
  readonly key: string;
  /** Key of the event record it belongs to. */
  readonly event: string;
  readonly title: Attested;
  /** ISO 8601 date-time with offset. */
  readonly start?: Attested;
  readonly end?: Attested;
  readonly format?: Attested<Format>;
  readonly hosts: readonly Mention[];
  readonly projects: readonly Mention[];
}

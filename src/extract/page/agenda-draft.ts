import type { ClockRange } from '../time/clock.ts';
import type { PrintedDay } from '../time/day.ts';
import type { Scanned } from './context.ts';

/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly text: Scanned;
  readonly start: number;
  readonly end: number;
}

/** The day that items belong to: printed, or counted from the event's first day. */
export type AgendaDay = (PrintedDay & { readonly at: Stretch }) | { readonly ordinal: number };

/** One point of an agenda as the page prints it. */
export interface Draft {
  /** The words that name it. */
  readonly head: Stretch;
  /** Cells beside the title that name who takes part. */
  readonly people: Stretch[];
  /** Lines below it that tell more. */
  readonly more: Stretch[];
  readonly time?: { readonly range: ClockRange; readonly at: Stretch };
  readonly day?: AgendaDay;
  /** The timed item that it is part of. */
  readonly part?: Draft;
  /** `list`: bullets under an introduction that names a format; `day`: a heading that announces a day. */
  readonly how: 'timed' | 'part' | 'list' | 'day';
  readonly introduced?: string;
}

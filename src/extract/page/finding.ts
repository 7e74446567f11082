import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Attested } from '../../domain/evidence.ts';
import type { ReadDocument } from '../../read/reader.ts';
import type { ReadItem } from './agenda.ts';
import type { Scanned } from './context.ts';

/** What a page says, to be held against itself. */
export interface PageToCheck {
  readonly document: ReadDocument;
  readonly texts: readonly Scanned[];
  readonly own: EventRecord | Article;
  readonly items: readonly ReadItem[];
}

/** Local minutes of a date-time, as its offset gives them; undefined for a date without time. */
export function minutesOf(date: Attested | undefined): number | undefined {
  const time = /T(\d\d):(\d\d)/.exec(date?.value ?? '');
  return time === null ? undefined : Number(time[1]) * 60 + Number(time[2]);
}

/** Numbers in words. */
export const COUNTS = new Map(['deux', 'trois', 'quatre', 'cinq', 'six', 'sept'].map((word, at) => [word, at + 2]));

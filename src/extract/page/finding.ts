import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Attested, Lines } from '../../domain/evidence.ts';
import type { Finding, Severity } from '../../domain/finding.ts';
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

export const finding = (severity: Severity, code: string, message: string, lines: Lines, about: string): Finding => ({
  severity,
  code,
  message,
  lines,
  about,
});

/** Local minutes of a date-time, as its offset gives them; undefined for a date without time. */
export function minutesOf(date: Attested | undefined): number | undefined {
  const time = /T(\d\d):(\d\d)/.exec(date?.value ?? '');
  return time === null ? undefined : Number(time[1]) * 60 + Number(time[2]);
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Numbers in words. */
export const COUNTS = new Map(['deux', 'trois', 'quatre', 'cinq', 'six', 'sept'].map((word, at) => [word, at + 2]));

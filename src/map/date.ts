import { literal } from './nquads.ts';
import { xsd } from './vocab.ts';

/** The literal of an ISO 8601 date (xsd:date) or date-time with offset (xsd:dateTime). Undefined for anything else. */
export function dateToken(value: string): string | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/.exec(value);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = parts[7];
  if (offset === undefined) return literal(value, xsd.date);
  return offset === 'Z' || isOffset(offset) ? literal(value, xsd.dateTime) : undefined;
}

// --- internal ---

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** XML Schema has offsets of at most 14 hours. */
function isOffset(offset: string): boolean {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return Number(offset.slice(4)) < 60 && minutes <= 14 * 60;
}

import { Temporal } from 'temporal-polyfill';

/**
 * A local date and time with the offset that the zone has then.
 * @param date `YYYY-MM-DD` @param time `HH:MM:SS` (24:00:00 is the next midnight) @param zone IANA name
 * @returns `YYYY-MM-DDTHH:MM:SS+02:00`; a time that the clock skips moves forward by the length of the gap
 */
export function localDateTime(date: string, time: string, zone: string): string {
  const midnight = time.startsWith('24:');
  const day = midnight ? Temporal.PlainDate.from(date).add({ days: 1 }).toString() : date;
  const zoned = Temporal.PlainDateTime.from(`${day}T${midnight ? '00:00:00' : time}`).toZonedDateTime(zone);
  return zoned.toString({ timeZoneName: 'never' });
}

import { beforeAll, describe, expect, it } from 'vitest';
import { hostile, siteOf } from '../support/site.ts';

let lines: string[];
let evil: string[];
beforeAll(async () => {
  const [site, bad] = [await siteOf(), await siteOf({}, hostile)];
  const read = async ({ pages }: typeof site) => ((await pages.page('programme/rencontres.ics')) ?? '').split('\r\n');
  lines = await read(site);
  evil = await read(bad);
}, 60_000);

/** Lines with their continuations put back. */
const unfolded = (text: readonly string[]): string[] => text.join('\r\n').replaceAll('\r\n ', '').split('\r\n');

describe('the calendar of a programme', () => {
  it('has an entry for each session with a time, in UTC', () => {
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    const all = unfolded(lines);
    expect(all).toContain('SUMMARY:Ouvrir les données');
    expect(all.filter((line) => line === 'BEGIN:VEVENT').length).toBe(
      all.filter((line) => line === 'END:VEVENT').length,
    );
    for (const line of all.filter((one) => one.startsWith('DTSTART')))
      expect(line).toMatch(/^DTSTART(?::\d{8}T\d{6}Z?|;VALUE=DATE:\d{8})$/);
  });

  it('keeps to lines of 75 octets, and to one property a line whatever a source says', () => {
    for (const line of [...lines, ...evil]) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    for (const line of unfolded(evil)) expect(line).toMatch(/^(?:[A-Z-]+[:;].*)?$/);
  });
});

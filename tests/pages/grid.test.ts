import { describe, expect, it } from 'vitest';
import { gridOf } from '../../src/pages/programme/grid.ts';
import type { Slot } from '../../src/pages/programme/read-programme.ts';

const slot = (name: string, start: string, end?: string): Slot => ({
  thing: {
    iri: name,
    kind: 'session',
    slug: name,
    name,
    start: `2030-05-14T${start}:00+02:00`,
    ...(end === undefined ? {} : { end: `2030-05-14T${end}:00+02:00` }),
  },
  people: [],
  organizations: [],
  themes: [],
});

/** A day as text: a line a row, `name×rows` for a slot and `·×rows` for a gap. */
const drawn = (slots: readonly Slot[]): string[] =>
  (gridOf(slots)[0]?.rows ?? []).map(({ time, cells }) =>
    [time, ...cells.map(({ slot: one, rows }) => `${one?.thing.name ?? '·'}×${rows}`)].join(' '),
  );

describe('a day of a programme', () => {
  it('sets parallel sessions side by side, and lets a long one span rows', () => {
    expect(drawn([slot('a', '10:00', '11:00'), slot('b', '10:00', '12:00'), slot('c', '11:00', '12:00')])).toEqual([
      '10:00 a×1 b×2',
      '11:00 c×1',
    ]);
  });

  it('leaves gaps where nothing is on', () => {
    expect(drawn([slot('a', '09:00', '10:00'), slot('b', '09:00', '12:00'), slot('c', '11:00', '12:00')])).toEqual([
      '09:00 a×1 b×3',
      '10:00 ·×1',
      '11:00 c×1',
    ]);
  });

  it('lets a session without end last until the next thing, and one at the end last', () => {
    expect(drawn([slot('a', '09:00'), slot('b', '10:00')])).toEqual(['09:00 a×1', '10:00 b×1']);
  });

  it('fills every row to the same number of tracks, whatever the times', () => {
    const times = ['09:00', '09:15', '09:30', '10:00', '10:45', '11:00', '11:30'];
    for (let seed = 1; seed < 60; seed++) {
      const slots = times.flatMap((start, i) =>
        Array.from({ length: (seed * (i + 3)) % 4 }, (_, n) =>
          slot(`${start}-${n}`, start, times[i + 1 + ((seed + n) % 3)] ?? '12:00'),
        ),
      );
      const day = gridOf(slots)[0];
      if (day === undefined) continue;
      // Cells that begin in a row and those that reach into it from above.
      const filled = day.rows.map(() => 0);
      day.rows.forEach(({ cells }, row) => {
        for (const { rows } of cells) for (let at = row; at < row + rows; at++) filled[at] = (filled[at] ?? 0) + 1;
      });
      expect(filled, `seed ${seed}`).toEqual(day.rows.map(() => day.tracks));
      expect(day.rows.flatMap(({ cells }) => cells.filter(({ slot: one }) => one !== undefined))).toHaveLength(
        slots.length,
      );
    }
  });
});

import type { Lines } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Row } from '../../read/reader.ts';
import { type ClockRange, clockRanges } from '../time/clock.ts';

/** Hours that a front matter prints beside its dates, with the words that name them. */
export interface DeclaredHours {
  readonly label: string;
  readonly range: ClockRange;
  readonly lines: Lines;
}

/** Reads `Horaires: 9h - 17h`, or an object that one value labels so and another gives the hours. */
export function declaredHours(rows: readonly Row[]): DeclaredHours[] {
  return rows.flatMap((row) => hoursIn(row, row.values, [], 0));
}

// --- internal ---

const MAX_DEPTH = 6;
const isHours = (text: string): boolean => /^(?:horaires?|heures?)\s*:?$/.test(fold(text));

function hoursIn(row: Row, value: unknown, path: readonly (string | number)[], depth: number): DeclaredHours[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  const entries: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : Object.entries(value);
  const label = entries.find(([, one]) => typeof one === 'string' && isHours(one))?.[1];
  return entries.flatMap(([key, one]): DeclaredHours[] => {
    if (typeof one !== 'string') return hoursIn(row, one, [...path, key], depth + 1);
    const named = isHours(String(key)) ? String(key) : one === label ? undefined : label;
    const range = named === undefined ? undefined : clockRanges(one.slice(0, 200))[0];
    return range === undefined ? [] : [{ label: String(named).trim(), range, lines: row.linesOf([...path, key]) }];
  });
}

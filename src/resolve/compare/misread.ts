import { distance } from 'fastest-levenshtein';

/** True for two names that one letter tells apart, or one that a machine reads as two (`rn` for `m`). */
export const isOneLetterApart = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 1 && (distance(a, b) === 1 || areJoined(a, b));

/** True where the letters that differ are of one shape in print: `Belhadrani`, `Belhadranl`; `Kern`, `Kem`. */
export function isMisread(a: string, b: string): boolean {
  if (a.length !== b.length) return areJoined(a, b);
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return SHAPES.some((shape) => shape.includes(a[at] as string) && shape.includes(b[at] as string));
}

// --- internal ---

/** Letters that a machine reads for each other. */
const SHAPES = ['il1jt', 'nu', 'ceo', 'vy', 'hb', 'fs'];

/** Two letters that print like another one. */
const JOINED = [
  ['rn', 'm'],
  ['cl', 'd'],
] as const;

const areJoined = (a: string, b: string): boolean =>
  a !== b && JOINED.some(([two, one]) => a.replaceAll(two, one) === b.replaceAll(two, one));

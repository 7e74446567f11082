import type { Part } from './parts.ts';

/**
 * Places of the headings that are only a time and open what stands below them, several sessions perhaps:
 * `## 10 h – 12 h`, then titles. Decided for the whole programme: nearly all such headings stand right before a title or
 * a break, and the last of them has a title after it. Elsewhere a time closes the session above it.
 */
export function timeHeadings(parts: readonly Part[]): ReadonlySet<number> {
  const places = [...parts.keys()].filter((at) => isTimeHeading(parts[at] as Part));
  const before = places.map((at) => nextAfter(parts, at));
  const titles = before.filter((part) => part?.kind === 'heading').length;
  const others = before.filter((part) => part?.kind !== 'heading' && part?.kind !== 'text').length;
  const last = places.at(-1) ?? 0;
  const opens = places.length > 1 && titles > others * 4 && titles > places.length / 2 && titleAfter(parts, last);
  return new Set(opens ? places : []);
}

// --- internal ---

const isTimeHeading = ({ kind, block }: Part): boolean =>
  kind === 'time' && (block.kind === 'heading' || block.emphasis === 'strong');

const nextAfter = (parts: readonly Part[], at: number): Part | undefined =>
  parts.slice(at + 1, at + 6).find(({ kind, block }) => kind !== 'furniture' && block.text.trim() !== '');

const titleAfter = (parts: readonly Part[], at: number): boolean =>
  parts.slice(at + 1).some((part) => part.kind === 'heading' && part.time === undefined);

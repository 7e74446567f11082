import type { Attested } from '../../domain/evidence.ts';
import { span } from '../../domain/evidence.ts';
import type { Format } from '../../domain/session.ts';
import { formatInText, isStronger, leadingFormat, type NamedFormat } from '../format.ts';
import type { Slot } from './slot.ts';

/** The session's format: from a line of its own, the heading's first words, else what the text says of the session. */
export function sessionFormat(slot: Slot): Attested<Format> | undefined {
  if (slot.format !== undefined) return attested(slot.format, slot.format.lines);
  const heading = leadingFormat(slot.heading);
  if (heading !== undefined) return attested(heading, span(...slot.headings.map((block) => block.lines)));
  let best: { format: NamedFormat; lines: Slot['headings'][number]['lines'] } | undefined;
  const blocks = [...slot.texts, ...slot.people.flatMap((people) => people.blocks)];
  for (const block of blocks) {
    const found = formatInText(block.text);
    if (found !== undefined && (best === undefined || isStronger(found, best.format)))
      best = { format: found, lines: block.lines };
  }
  return best === undefined ? undefined : attested(best.format, best.lines);
}

// --- internal ---

const attested = (found: NamedFormat, lines: { first: number; last: number }): Attested<Format> => ({
  value: found.format,
  lines,
  rule: 'format-words',
  grade: found.force >= 3 ? 'stated' : 'inferred',
});

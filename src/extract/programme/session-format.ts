import type { Attested } from '../../domain/evidence.ts';
import { span } from '../../domain/evidence.ts';
import type { Format } from '../../domain/session.ts';
import { formatInText, leadingFormat, type NamedFormat } from '../format.ts';
import type { Slot } from './slots.ts';

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

const isStronger = (a: NamedFormat, b: NamedFormat): boolean =>
  a.force > b.force || (a.force === b.force && strongerInTie(a, b));

/** `formatInText` over both word groups ranks them by the order of the word list. */
const strongerInTie = (a: NamedFormat, b: NamedFormat): boolean =>
  formatInText(`ce ${b.words}. ce ${a.words}`)?.format === a.format && a.format !== b.format;

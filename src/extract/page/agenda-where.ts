import { fold } from '../../domain/fold.ts';
import { AGENDA_HEADING } from '../words/events.ts';
import type { Stretch } from './agenda-draft.ts';
import { isHeading } from './agenda-headings.ts';
import { leadingTime } from './agenda-time.ts';
import type { Scanned } from './context.ts';

/** The lines of a text; a paragraph that only wraps is one. */
export function linesIn(text: Scanned): Stretch[] {
  const lines: Stretch[] = [];
  let start = 0;
  for (const part of text.text.split('\n')) {
    const at = lines.at(-1);
    const carriesOn =
      text.flat[start - 1] === ' ' ||
      (text.kind === 'item' && leadingTime(text.flat.slice(at?.start, at?.end)) === undefined);
    const wraps = at !== undefined && carriesOn && leadingTime(part) === undefined;
    if (wraps) lines[lines.length - 1] = { ...at, end: start + part.length };
    else if (part.trim() !== '') lines.push({ text, start, end: start + part.length });
    start += part.length + 1;
  }
  return lines;
}

/** Under its agenda heading with nothing but other bullets between. */
export function directlyUnder(texts: readonly Scanned[], at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const text = texts[before] as Scanned;
    if (text.kind === 'item') continue;
    return isHeading(text) || AGENDA_HEADING.test(fold(text.flat));
  }
  return false;
}

export function timedLater(texts: readonly Scanned[], at: number): boolean {
  for (const text of texts.slice(at + 1, at + 12)) {
    if (isHeading(text)) return leadingTime(text.flat) !== undefined;
    if (leadingTime(text.flat) !== undefined) return true;
  }
  return false;
}

import type { Block } from '../../read/reader.ts';
import { isHalfDay, wholeDay } from '../time/day.ts';

/** What a programme says of its event as a whole: paragraphs before its first rule and the heading of its first day. */
export function openingOf(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ kind, text }) => kind === 'rule' || (kind === 'heading' && isDay(text)));
  return blocks
    .slice(0, end < 0 ? 0 : end)
    .filter(({ kind, text }) => kind === 'paragraph' && text.length >= A_SENTENCE && wholeDay(text) === undefined);
}

// --- internal ---

/** Characters. */
const A_SENTENCE = 40;

const isDay = (text: string): boolean => wholeDay(text) !== undefined || isHalfDay(text);

import type { Lines } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import { MONTHS } from '../words/calendar.ts';

/** A line of an index page: the session's title in normal case, and its page where it is printed. */
export interface IndexEntry {
  readonly title: string;
  readonly page?: number;
  readonly lines: Lines;
}

/**
 * Reads index lines: `p.06 — Title`, `p. 12 – Title`, `Title ........ 12`,
 * `Title (p. 12)`. A block may hold several, and an entry may run over two lines.
 */
export function indexEntries(block: Block): IndexEntry[] {
  const entries: IndexEntry[] = [];
  const lines = block.text.split('\n');
  let open: { text: string; first: number } | undefined;
  lines.forEach((text, offset) => {
    const number = block.lines.first + offset;
    const front = /^\s*p(?:age|\.)?\s*(\d{1,4})\s*[-–—:.|]\s*(\S.*)$/iu.exec(text);
    if (front !== null) {
      entries.push(entry(front[2] as string, Number(front[1]), number, number));
      open = undefined;
      return;
    }
    const back = endOfLeader(text);
    if (back !== undefined) {
      const title = open === undefined ? back.title : `${open.text} ${back.title}`;
      entries.push(entry(title, back.page, open?.first ?? number, number));
      open = undefined;
      return;
    }
    open =
      open === undefined
        ? { text: text.trim(), first: number }
        : { text: `${open.text} ${text.trim()}`, first: open.first };
  });
  if (open !== undefined && entries.length === 0) return [];
  return entries.filter(({ title }) => !isSection(title));
}

/** `07 Title`: where nearly all entries begin with a number, it is the session's and no word of its title. */
export function withoutNumbers<T extends IndexEntry>(entries: readonly T[]): readonly T[] {
  const numbered = entries.filter(({ title }) => NUMBERED.test(title)).length;
  if (numbered < 3 || numbered < entries.length * 0.8) return entries;
  return entries.map((entry) => ({ ...entry, title: entry.title.replace(NUMBERED, '') }));
}

// --- internal ---

const NUMBERED = /^(?:n°\s*)?\d{1,3}[.)]?\s+(?:[–—:|-]\s*)?(?=\p{L}|["«])/iu;

const entry = (title: string, page: number, first: number, last: number): IndexEntry => ({
  title: title.replace(/\s+/g, ' ').trim(),
  page,
  lines: { first, last },
});

/** `Title ....... 12`, `Title (p. 12)`, `Title — p. 12`. */
function endOfLeader(text: string): { title: string; page: number } | undefined {
  const digits = /(\d{1,4})\s*\)?\s*$/.exec(text);
  if (digits === null) return undefined;
  const before = text.slice(0, digits.index);
  const leader =
    /(?:[.…_]\s?){4,}\s*$/.exec(before.slice(-80)) ?? /\s*[(–—-]\s*p(?:age|\.)\s*$/iu.exec(before.slice(-20));
  if (leader === null) return undefined;
  const title = before.slice(0, before.length - leader[0].length).replace(/[\s.…_(–—-]+$/u, '');
  return title === '' ? undefined : { title, page: Number(digits[1]) };
}

/** `Mercredi 28 septembre matin` with its page is a section of the booklet, not a session. */
const isSection = (title: string): boolean => {
  const words = fold(title).split(/\s+/);
  return words.length <= 5 && words.some((word) => MONTHS.has(word));
};

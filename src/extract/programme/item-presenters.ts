import type { Block } from '../../read/reader.ts';
import { type Contribution, scanPeople } from '../people/list.ts';
import type { Passage } from '../people/mentions.ts';
import { scanName } from '../people/name.ts';
import { presentedItem } from '../presented.ts';
import { tokenize } from '../text/tokens.ts';

/** `2. X, présenté par Y`, `2. X, un outil de Z, par Y`: who presents a numbered item, for its carrier where nothing else is said. */
export function presentersOf(block: Block): { contribution: Contribution; passage: Passage }[] {
  const by = block.number === undefined ? null : PRESENTED_BY.exec(block.text);
  if (by === null) return [];
  const text = block.text.slice(by.index + by[0].length);
  if (scanName(text, tokenize(text), 0)?.value.known !== true) return [];
  const steward = presentedItem(block.text.replace(/\s+/g, ' '))?.steward;
  return scanPeople(text, 'speaker').map((read) => {
    const contribution =
      read.posts.length > 0 || steward === undefined
        ? read
        : { ...read, posts: [{ organization: steward, past: false }], inferred: true };
    return { contribution, passage: { text, lines: block.lines } };
  });
}

// --- internal ---

const PRESENTED_BY = /(?:,|\sprésentée?s?)\s+par\s+(?=\p{Lu})/u;

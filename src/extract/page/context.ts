import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { PageText } from './text.ts';

/** A text as the scanners of this room read it. */
export interface Scanned extends PageText {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

export type OwnRecord = EventRecord | Article;

export const scanned = (text: PageText): Scanned => ({
  ...text,
  tokens: tokenize(text.flat),
  sentences: sentencesOf(text.flat),
});

/** Index of the first token that starts at or after an offset. */
export function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

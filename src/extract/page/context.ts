import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import { type Sentence, sentencesOf } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';
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

import { countBefore } from './sorted.ts';

/** Offsets of a sentence: start inclusive, end exclusive, without the white space around it. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into sentences: at `.`, `!`, `?`, `…` before white space and a capital, a quote or the end; at line ends.
 * Marks inside parentheses, after `M.` and initials do not cut.
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    const line = char === '\n';
    if (line) depth = 0;
    if (!line && !(depth === 0 && '.!?…'.includes(char) && endsHere(text, at))) continue;
    push(text, start, at + 1, sentences);
    start = at + 1;
  }
  push(text, start, text.length, sentences);
  return sentences;
}

/** The sentence that holds an offset; the whole text where none does. @param sentences as `sentencesOf` gives them */
export function sentenceAt(sentences: readonly Sentence[], offset: number, text: string): Sentence {
  const sentence = sentences[countBefore(sentences.length, (at) => (sentences[at] as Sentence).end > offset)];
  return sentence !== undefined && sentence.start <= offset ? sentence : { start: 0, end: text.length };
}

// --- internal ---

function endsHere(text: string, at: number): boolean {
  if (text[at] === '.') {
    const before = /(?:^|[\s('’])([\p{L}]{1,4})$/u.exec(text.slice(Math.max(0, at - 6), at))?.[1] ?? '';
    if (/^(?:\p{Lu}|M|MM|Mme|Mmes|Mlle|Dr|Pr|St|Ste|av|bd|n|cf|ex|p|art)$/u.test(before)) return false;
  }
  let next = at + 1;
  while (/[\s»”")\]]/u.test(text[next] ?? '')) next += 1;
  if (next === at + 1) return next >= text.length;
  return next >= text.length || /[\p{Lu}\p{N}«“"—–•-]/u.test(text[next] as string);
}

function push(text: string, from: number, to: number, sentences: Sentence[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start += 1;
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  if (end > start) sentences.push({ start, end });
}

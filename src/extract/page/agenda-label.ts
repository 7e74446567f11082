import { fold, foldWithOffsets } from '../../domain/fold.ts';
import { leadingFormat, type NamedFormat } from '../format.ts';
import { NUMBER_WORDS, UNSETTLED } from '../words/events.ts';

/** `Table ronde n° 2 : `, `Atelier – `: a format and what separates it from the title. */
export function formatLabel(words: string): { format: NamedFormat; next: number } | undefined {
  const format = leadingFormat(words);
  if (format === undefined) return undefined;
  const from = words.indexOf(format.words) + format.words.length;
  const rest = words.slice(from);
  const label =
    /^(?:\s+(?:n°|no\.?|#)?\s?\d{1,2}|\s+[A-Z](?=\s*[:–—-]))?(?:\s*\([^()]{1,20}\))?\s*(?::|\s[–—|-])\s+(?=[\p{L}\p{N}«“"‘'([])/u.exec(
      rest,
    );
  // `Atelier 1 – A / Atelier 2 – B`: the labels tell two apart.
  if (
    label !== null &&
    /\d/.test(label[0]) &&
    new RegExp(`${format.words.slice(0, 5)}\\p{L}*\\s\\d`, 'iu').test(rest.slice(label[0].length))
  )
    return undefined;
  return label === null || !/\p{L}{2}/u.test(rest.slice(label[0].length))
    ? undefined
    : { format, next: from + label[0].length };
}

/** The format that a title itself names at its start; two in one (`Keynote ou table ronde`) leave it open. */
export function titleFormat(title: string): NamedFormat | undefined {
  const parts = title.split(/\s+/);
  const skip = NUMBER_WORDS.has(fold(parts[0] ?? '')) || /^\d+$/.test(parts[0] ?? '') ? 1 : 0;
  const rest = parts.slice(skip).join(' ');
  const format = leadingFormat(rest);
  if (format === undefined) return undefined;
  const after = rest.slice(rest.indexOf(format.words) + format.words.length).trim();
  const other = /^ou\s/.test(after) ? leadingFormat(after.slice(3)) : undefined;
  return other !== undefined && other.format !== format.format ? undefined : format;
}

/** Offsets without separators, quotes around the whole, lengths of time and notes of doubt at the end. */
export function trimmed(words: string, from: number, to: number): [number, number, boolean] {
  let start = from;
  let end = to;
  let tentative = false;
  for (;;) {
    while (start < end && /[\s:|–—•,;-]/u.test(words[start] as string)) start += 1;
    while (end > start && /[\s:|–—•,;([\n-]/u.test(words[end - 1] as string)) end -= 1;
    const text = words.slice(start, end);
    const { folded, offsets } = foldWithOffsets(text);
    const doubt = UNSETTLED.exec(folded);
    const length = /\s*[-–—,(]\s*(?:durée\s*:?\s*)?\d{1,3}\s?(?:h(?:\d{2})?|mn|min|minutes|m|heures?)\.?\s*\)?$/iu.exec(
      text,
    );
    if (doubt !== null) {
      end = start + (offsets[doubt.index] as number);
      tentative = true;
    } else if (length !== null && length.index > 0) end = start + length.index;
    else if (/\.$/.test(text) && !/\.\.$/.test(text)) end -= 1;
    else if (/^[«“"]/u.test(text) && /[»”"]$/u.test(text) && !/[«“"»”]/u.test(text.slice(1, -1))) {
      start += 1;
      end -= 1;
    } else return [start, end, tentative];
  }
}

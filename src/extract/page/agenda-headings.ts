import { fold } from '../../domain/fold.ts';
import { leadingFormat } from '../format.ts';
import { NUMBER_WORDS } from '../words/events.ts';
import type { Scanned } from './context.ts';

export const isHeading = (text: Scanned): boolean =>
  text.kind === 'heading' ||
  (text.kind === 'paragraph' &&
    text.strong &&
    text.text.length < 160 &&
    !text.text.includes('\n') &&
    text.links.length === 0);

/** `Des démonstrations seront possibles :`, `Trois ateliers au choix :`: the words that name what the bullets are. */
export function introduction(text: Scanned): string | undefined {
  const words = text.flat.trim();
  if (!/[:]$/.test(words) || words.length > 160) return undefined;
  const parts = fold(words).split(' ');
  const skip = NUMBER_WORDS.has(parts[0] ?? '') || /^\d+$/.test(parts[0] ?? '') ? 1 : 0;
  const rest = words.split(/\s+/).slice(skip).join(' ');
  const format = leadingFormat(rest);
  if (format === undefined || !/s$/.test(fold(format.words))) return undefined;
  return /\b(?:possibles?|propose|proposes|proposees|au choix|prevus|prevues|organises|organisees|suivants|suivantes|attendent|programme)\b/.test(
    fold(words),
  ) || parts.length <= skip + 3
    ? format.words
    : undefined;
}

/** A heading that announces a day by more than its date. */
export const announces = (folded: string): boolean =>
  /^(?:le |la |l')?(?:programme|journee|matinee|soiree|apres-midi|temps|visites?|ateliers?)\b/.test(folded);

const ORDINALS = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme'];
export function ordinalDay(text: string): number | undefined {
  const folded = fold(text);
  const counted = /^(?:jour|j|journee)\s?(\d)\b/.exec(folded)?.[1];
  if (counted !== undefined) return Number(counted);
  const named = /^(premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme) (?:jour|journee)\b/.exec(folded)?.[1];
  return named === undefined
    ? undefined
    : Math.max(1, ORDINALS.indexOf(named.replace(/^premiere$/, 'premier').replace(/^seconde?$/, 'deuxieme')) + 1);
}

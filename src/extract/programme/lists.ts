import { fold } from '../../domain/fold.ts';
import type { Presented } from '../../domain/session.ts';
import { presentedFrom } from './presented.ts';
import type { Slot } from './slot.ts';

/**
 * What a numbered list in a session's text presents, where the session says that it is such a list: it counts them
 * (`Six idées …`), or is one of pitches. Other numbered lists (steps, rules) present nothing.
 */
export function presentedInText(slot: Slot, title: string, isPitches: boolean): Presented[] {
  const items = slot.texts.filter(({ kind, number }) => kind === 'item' && number !== undefined);
  const words = fold(
    [title, ...slot.texts.filter(({ number }) => number === undefined).map(({ text }) => text.slice(0, 500))].join(' '),
  );
  if (items.length < 3 || !(isPitches || COUNTED.test(words))) return [];
  return items.flatMap((item) => presentedFrom(item) ?? []);
}

// --- internal ---

const COUNTED =
  /\b(?:\d{1,2}|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|vingt) (?:\p{L}+ )?(?:idees|initiatives|projets|outils|solutions|demarches|experiences|communs|dispositifs|exemples|services)\b/u;

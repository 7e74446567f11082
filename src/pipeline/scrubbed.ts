import { scrub } from '../extract/scrub.ts';

/** A text without e-mail addresses and telephone numbers. */
export const scrubbed = (text: string): string => scrub(text).text;

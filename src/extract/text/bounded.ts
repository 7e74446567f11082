import type { Lines } from '../../domain/evidence.ts';
import { type Finding, finding } from '../../domain/finding.ts';

/** Characters. No paragraph that people wrote is longer; what is, is not read, and a finding says so. */
export const LONGEST_TEXT = 20_000;

/**
 * Characters that the scanner of prose may read again and again in one text: each name that a sign vouches for is read
 * up to the end of its sentence. Prose comes nowhere near; a sentence of thousands of such names would take minutes.
 */
export const MOST_READ_AGAIN = 50_000;

export const isReadable = ({ text }: { readonly text: string }): boolean => text.length <= LONGEST_TEXT;

/** A text that was left aside, wholly or from some place on. @param about key of the record that it is part of */
export const leftAside = (lines: Lines, about?: string): Finding =>
  finding('warning', { code: 'long-line' }, lines, about);

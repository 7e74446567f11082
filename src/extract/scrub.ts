import { type Cut, emailAt } from './scrub/email.ts';
import { telephoneAt } from './scrub/telephone.ts';

/** A text without e-mail addresses and telephone numbers, and what was taken out of it. */
export interface Scrubbed {
  readonly text: string;
  /** Kinds of what was found, each once, in order: enough to report it without repeating it. */
  readonly removed: readonly PersonalData[];
}

export type PersonalData = 'e-mail address' | 'telephone number';

/**
 * Takes e-mail addresses and telephone numbers out of a text: plain ones, and those written to escape machines
 * (`x [at] y`, `x(@)y.fr`, `06 12 34 56 78`, `+33 (0)6…`). Each leaves `mark`. Dates, postcodes, page numbers, amounts
 * and unseparated ids of other lengths stay. Linear in the length of the text.
 */
export function scrub(text: string, mark = '[…]'): Scrubbed {
  const cuts = cutsOf(text);
  if (cuts.length === 0) return { text, removed: [] };
  let out = '';
  let from = 0;
  for (const cut of cuts) {
    out += text.slice(from, cut.start) + mark;
    from = cut.end;
  }
  out += text.slice(from);
  return { text: mark === '' ? tidy(out) : out, removed: [...new Set(cuts.map(({ kind }) => kind))] };
}

/** True where the text holds an e-mail address. */
export const holdsEmail = (text: string): boolean => cutsOf(text).some(({ kind }) => kind === 'e-mail address');

// --- internal ---

type KindedCut = Cut & { readonly kind: PersonalData };

const NONE: readonly KindedCut[] = [];

function cutsOf(text: string): readonly KindedCut[] {
  let cuts: KindedCut[] | undefined;
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    if (!maySignal(text, i)) continue;
    const email = emailAt(text, i, done);
    const cut = email ?? telephoneAt(text, i);
    if (cut === undefined || cut.start < done) continue;
    cuts ??= [];
    cuts.push({ ...cut, kind: email === undefined ? 'telephone number' : 'e-mail address' });
    done = cut.end;
    i = cut.end - 1;
  }
  return cuts ?? NONE;
}

/**
 * Whether an address' sign or a telephone number can begin here: `@ ＠ + ( [ { & % 0 ☎`, and the first letter of `at`,
 * `arobase`, `tél` where a word begins. Cheap, because it is asked of every character.
 */
function maySignal(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x41 || code === 0x61) return /^[trTR]$/.test(text.charAt(at + 1)) && /^\s$/.test(text.charAt(at - 1));
  if (code === 0x54 || code === 0x74) return /^[eéEÉ]$/.test(text.charAt(at + 1));
  return SIGNALS.has(code);
}

const SIGNALS = new Set([...'@＠+([{&%0☎'].map((c) => c.charCodeAt(0)));

/** No doubled spaces, no punctuation left hanging at either end. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\(\s?\)|\[\s?\]|<\s?>/g, '')
    .trim()
    .replace(/^[,;:\-–—|]+|[,;:\-–—|]+$/g, '')
    .trim();
}

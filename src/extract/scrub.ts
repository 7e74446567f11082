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
    const signal = signalAt(text, i);
    if (signal === 0) continue;
    const email = signal & EMAIL ? emailAt(text, i, done) : undefined;
    const cut = email ?? (signal & TELEPHONE ? telephoneAt(text, i) : undefined);
    if (cut === undefined || cut.start < done) continue;
    cuts ??= [];
    cuts.push({ ...cut, kind: email === undefined ? 'telephone number' : 'e-mail address' });
    done = cut.end;
    i = cut.end - 1;
  }
  return cuts ?? NONE;
}

const EMAIL = 1;
const TELEPHONE = 2;
/** A letter that a sign or cue may begin with: what stands around it decides. */
const A = 4;
const T = 8;

/** What may begin at each ASCII character. A table, because it is asked of every character of every text. */
const SIGNALS = new Uint8Array(128);
for (const [signs, signal] of [
  ['@[{&%', EMAIL],
  ['+0', TELEPHONE],
  ['(', EMAIL | TELEPHONE],
  ['aA', A],
  ['tT', T],
] as const) {
  for (const sign of signs) SIGNALS[sign.charCodeAt(0)] = signal;
}

/**
 * What may begin here: an address' sign at `@ ＠ ( [ { & %` and the a of ` at`, ` arobase`; a telephone number at
 * `+ 0 ( ☎` and the t of `tél`.
 */
function signalAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 128) return code === 0xff20 ? EMAIL : code === 0x260e ? TELEPHONE : 0;
  const signal = SIGNALS[code] as number;
  if (signal < A) return signal;
  const after = text.charCodeAt(at + 1) | 0x20;
  if (signal === T) return after === 0x65 || after === 0xe9 ? TELEPHONE : 0;
  const before = text.charCodeAt(at - 1);
  return (after === 0x74 || after === 0x72) && (before === 0x20 || before === 0xa0 || before === 0x202f) ? EMAIL : 0;
}

/** No doubled spaces, no punctuation left hanging at either end. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\(\s?\)|\[\s?\]|<\s?>/g, '')
    .trim()
    .replace(/^[,;:\-–—|]+|[,;:\-–—|]+$/g, '')
    .trim();
}

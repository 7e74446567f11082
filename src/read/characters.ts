/** What may stand in text, and its one normal form. Shared by the door and by readers whose format has escapes. */

/** A character that no text of ours may hold. */
export interface BadCharacter {
  readonly index: number;
  /** `U+0007`. */
  readonly name: string;
  /** What was expected. */
  readonly message: string;
}

/** The first control character (except tab, line feed, carriage return), lone surrogate or heap of marks, if any. */
export function badCharacter(text: string): BadCharacter | undefined {
  const index = text.search(BAD);
  if (index === -1) return undefined;
  const point = text.codePointAt(index) ?? 0;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^\p{M}/u.test(text.slice(index))) {
    return { index, name, message: `more than ${MARKS} combining marks in a row: take them out` };
  }
  const what = point >= 0xd800 && point <= 0xdfff ? 'half of a surrogate pair' : 'a control character';
  return { index, name, message: `${what} (${name}), where text was expected: take it out` };
}

/** LF line ends and NFC. Line n stays line n: CRLF, CR and LF each end one line. */
export function normalText(text: string): string {
  const lf = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lf.normalize('NFC');
}

/** The 1-based line on which a character stands; CRLF, CR and LF each end one line. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n?|\n/).length;
}

// --- internal ---

/** Normalising sorts runs of marks in quadratic time: 200,000 of them take 8 seconds. UAX 15 needs 30 at most. */
const MARKS = 64;
const BAD = new RegExp(`(?![\\t\\n\\r])\\p{Cc}|\\p{Surrogate}|\\p{M}{${MARKS + 1}}`, 'u');

import type { Format } from '../domain/session.ts';
import { startsWith } from './text/scan.ts';
import { type Token, textOf, tokenize } from './text/tokens.ts';
import { OF } from './words/connectors.ts';
import { DETERMINER_FORCE, FORMAT_WORDS } from './words/formats.ts';

/** A format with the words it rests on. */
export interface NamedFormat {
  readonly format: Format;
  /** As printed. */
  readonly words: string;
  /** How plainly the text says it of the session: 4 a line of its own, 3 `cette masterclass`, 2 `une masterclass`, 1 `des ateliers`. */
  readonly force: number;
}

/** The format that a line gives when it starts with it: `Table ronde`, `Atelier – Dessiner …`, `Visite de …`. */
export function leadingFormat(text: string): NamedFormat | undefined {
  const tokens = tokenize(text);
  const start = ["l'", 'la', 'le', 'une', 'un', 'format', ':'].includes(tokens[0]?.folded ?? '')
    ? tokens[1]?.text === ':'
      ? 2
      : 1
    : 0;
  const found = formatAt(tokens, start);
  return found === undefined
    ? undefined
    : { format: found.format, words: textOf(text, tokens, start, found.next), force: 4 };
}

/** The format that running text gives the session, with the strongest of the words that say so; none where it does not say. */
export function formatInText(text: string): NamedFormat | undefined {
  const tokens = tokenize(text);
  let best: NamedFormat | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = formatAt(tokens, at);
    if (found === undefined) continue;
    const said = { format: found.format, force: forceAt(tokens, at) };
    if (said.force > 1 && (best === undefined || isStronger(said, best)))
      best = { ...said, words: textOf(text, tokens, Math.max(at - 1, 0), found.next) };
    at = found.next - 1;
  }
  return best ?? invitation(text, tokens);
}

/** True when one format is said more plainly than another, or as plainly and stands before it in the list of formats. */
export const isStronger = (one: Said, other: Said): boolean =>
  one.force > other.force || (one.force === other.force && rank(one.format) < rank(other.format));

/** Index after the words of a format that stand at a token (`Retour d'expérience`), or the token's own. */
export const afterFormat = (tokens: readonly Token[], at: number): number => formatAt(tokens, at)?.next ?? at;

// --- internal ---

type Said = Pick<NamedFormat, 'format' | 'force'>;

const WORDS: readonly { format: Format; words: readonly string[] }[] = FORMAT_WORDS.flatMap(([format, names]) =>
  names.map((name) => ({ format, words: tokenize(name).map((token) => token.folded) })),
).sort((a, b) => b.words.length - a.words.length);

function formatAt(tokens: readonly Token[], at: number): { format: Format; next: number } | undefined {
  const found = WORDS.find(({ words }) => startsWith(tokens, at, words));
  return found === undefined ? undefined : { format: found.format, next: at + found.words.length };
}

const rank = (format: Format): number => FORMAT_WORDS.findIndex(([name]) => name === format);

/** Opening words after which a bare format speaks of the session: `Regards croisés introduits par`, `À travers leur témoignage`. */
function forceAt(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  const opensSentence = before === undefined || before.text === '.' || before.newline;
  if (opensSentence) return 2;
  // `Séance de pitchs`
  if (OF.has(before.folded) && /^(?:seance|session)$/.test(tokens[at - 2]?.folded ?? '')) return 2;
  if (/^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)$/.test(before.folded)) return 2;
  if (['le', 'la', "l'"].includes(before.folded) && (tokens[at - 2] === undefined || tokens[at - 2]?.text === '.'))
    return 2;
  const direct = DETERMINER_FORCE.get(before.folded) ?? 0;
  if (direct === 1 || direct === 2)
    return intoSession(tokens, at)
      ? 2
      : direct === 2 && before.folded.startsWith('un')
        ? 2
        : direct === 2 && before.folded.startsWith('leur')
          ? 2
          : 1;
  return direct;
}

/** `à travers les …`, `à partir des …`, `lors du …` before the format word. */
function intoSession(tokens: readonly Token[], at: number): boolean {
  const before = tokens
    .slice(Math.max(0, at - 4), at)
    .map((token) => token.folded)
    .join(' ');
  return /(?:a travers|a partir|lors|grace a|pendant) (?:les|des|le|la|un|une|du|d'|de)/.test(before);
}

/** `Venez découvrir et échanger`: an invitation that names what one will do. */
function invitation(text: string, tokens: readonly Token[]): NamedFormat | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.folded !== 'venez') continue;
    for (let next = at + 1; next <= at + 4; next += 1) {
      if (tokens[next]?.folded === 'echanger')
        return { format: 'echange', words: textOf(text, tokens, at, next + 1), force: 2 };
    }
  }
  return undefined;
}

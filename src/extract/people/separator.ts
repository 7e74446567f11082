import type { Found } from '../text/scan.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import type { Join } from './contribution.ts';
import { leadInsAt } from './lead-in.ts';
import { connectorAt } from './role.ts';

/** A line that only carries on the one before: it starts with a small word that is no list separator. */
export function continuesLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at] as Token;
  return (
    before !== undefined &&
    before.text !== '.' &&
    before.text !== ';' &&
    ((!isCapitalized(token) && token.kind === 'word' && token.folded !== 'et') || connectorAt(tokens, at - 1) > 0)
  );
}

/** What ends one element of a list and lets another begin. */
export function separatorAt(tokens: readonly Token[], at: number): Found<Join> | undefined {
  const token = tokens[at] as Token;
  if (token.folded === 'et' && tokens[at + 1]?.text === '/' && tokens[at + 2]?.folded === 'ou')
    return { value: 'and-or', next: at + 3 };
  if (token.folded === 'et' || token.text === '&') return { value: 'and', next: at + 1 };
  if (token.folded === 'puis') return { value: 'comma', next: at + 1 };
  if (token.folded === 'ou' && token.text !== 'où' && isCapitalized(tokens[at + 1]))
    return { value: 'and-or', next: at + 1 };
  if ([',', ';', ':', '•', '–', '—', '|', '*', '·'].includes(token.text) || (token.text === '-' && token.spaced)) {
    return { value: token.text === ';' || token.text === '•' ? 'line' : 'comma', next: at + 1 };
  }
  // `avec`, `animé par` open an element of their own wherever they stand outside a clause.
  const lead = leadInsAt(tokens, at).some(([words]) => words[0] !== 'par');
  return lead && !isVerbBefore(tokens, at) ? { value: 'with', next: at } : undefined;
}

// --- internal ---

/** `fondé avec`, `mené avec`: company in an action told, not in the session. */
const isVerbBefore = (tokens: readonly Token[], at: number): boolean =>
  /(?:e|es|ees|ee|er|ir|ent)$/.test(tokens[at - 1]?.folded ?? '') &&
  tokens[at]?.folded === 'avec' &&
  (tokens[at - 2]?.folded === 'a' || tokens[at - 2]?.folded === 'ont');

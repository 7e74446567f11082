import { bodyAt } from '../bodies/body-list.ts';
import { scanName } from '../people/name.ts';
import type { OrganizationName } from '../people/organization.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { ARTICLES, AT, OF, PREPOSITIONS } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { MAKES, MAKING } from '../words/projects.ts';

/**
 * Who makes what is named at a token, where the text says so before it: `X développe une méthode (le Y)`, `X s'est lancée
 * dans la production d'un Y`. The body is the nearest subject of the sentence: it opens the sentence or follows a comma.
 * @param at index of the first token of what is named, its noun included
 */
export function makerBefore(source: string, tokens: readonly Token[], at: number): OrganizationName | undefined {
  let verb = at - 1;
  while (verb >= 0 && (ARTICLES.has(tokens[verb]?.folded ?? '') || OF.has(tokens[verb]?.folded ?? ''))) verb -= 1;
  const word = tokens[verb]?.folded ?? '';
  if (verb < 1 || at - verb > 4) return undefined;
  // `la publication du Y` needs its `du`; `publie le Y` has none.
  const of = OF.has(tokens[verb + 1]?.folded ?? '');
  if (!(MAKES.has(word) && !of) && !(MAKING.has(word) && of)) return undefined;
  for (let from = verb - 1; from >= 0 && verb - from < LONGEST_SENTENCE; from -= 1) {
    if (isSentenceEnd(tokens, from)) return undefined;
    const opens = from === 0 || tokens[from - 1]?.text === ',' || isSentenceEnd(tokens, from - 1);
    const subject = opens ? subjectAt(source, tokens, from, verb) : undefined;
    if (subject !== undefined) return subject;
  }
  return undefined;
}

// --- internal ---

/** Tokens. */
const LONGEST_SENTENCE = 80;

const isSentenceEnd = (tokens: readonly Token[], at: number): boolean => /^[.!?;:]$/.test(tokens[at]?.text ?? '');

/** A body that opens a clause: with its article, or by a proper name; never after a preposition, and no person. */
function subjectAt(source: string, tokens: readonly Token[], from: number, to: number): OrganizationName | undefined {
  const first = tokens[from] as Token;
  if (PREPOSITIONS.has(first.folded) || AT.has(first.folded) || OF.has(first.folded)) return undefined;
  const head = ARTICLES.has(first.folded) ? tokens[from + 1] : first;
  if (head === undefined || !(isCapitalized(head) || isOrganizationKind(head.text))) return undefined;
  if (scanName(source, tokens, from)?.value.known === true) return undefined;
  const found = bodyAt(source, tokens, from, to);
  return found !== undefined && found.next <= to && /\p{Lu}/u.test(found.named.body.name)
    ? found.named.body
    : undefined;
}

import type { Block } from '../../read/reader.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { COPULAS, HEADING_VERBS } from '../people/prose.ts';
import { connectorAt, isRoleAt } from '../people/role.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import { ARTICLES } from '../words/connectors.ts';

/**
 * The last paragraphs of a session without people lines, where each begins with a person and says what they are:
 * `Prénom Nom est directrice de …`. One before them must speak of the session itself.
 */
export function biosOf(texts: readonly Block[]): readonly Block[] {
  let first = texts.length;
  while (first > 0 && isBio(texts[first - 1] as Block)) first -= 1;
  return first === 0 ? [] : texts.slice(first);
}

// --- internal ---

/** `Prénom Nom, de la Ville de X`: a preposition and a body. */
function standsFor(text: string, tokens: readonly Token[], at: number): boolean {
  const preposition = connectorAt(tokens, at);
  const body = preposition === 0 ? undefined : scanOrganization(text, tokens, at + preposition);
  return body !== undefined && /\p{Lu}/u.test(body.value.name);
}

function isBio({ kind, text, emphasis }: Block): boolean {
  if (kind !== 'paragraph' || emphasis === 'em') return false;
  const tokens = tokenize(text.slice(0, 300));
  const name = scanName(text, tokens, 0);
  if (name?.value.known !== true) return false;
  const verb = tokens[name.next]?.text === ',' ? name.next + 1 : name.next;
  const role = ARTICLES.has(tokens[verb + 1]?.folded ?? '') ? verb + 2 : verb + 1;
  return (
    (COPULAS.has(tokens[verb]?.folded ?? '') && isRoleAt(tokens, role)) ||
    HEADING_VERBS.has(tokens[verb]?.folded ?? '') ||
    (verb > name.next && (isRoleAt(tokens, verb) || standsFor(text, tokens, verb)))
  );
}

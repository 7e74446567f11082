import { phraseAt } from '../text/scan.ts';
import { isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, WITHIN_PHRASES } from '../words/connectors.ts';
import type { Reading } from './held.ts';
import { scanOrganization } from './organization.ts';
import { looksLikeVerb } from './prose.ts';
import { connectorAt } from './role.ts';

/** `en charge du numérique, e-citoyenneté et de l'open data`: an enumeration that goes on with the post. */
export function appended(reading: Reading, at: number, to: number): boolean {
  const { source, tokens } = reading;
  const last = reading.posts.at(-1);
  if (
    last?.role === undefined ||
    (last.organization !== undefined && !/\b(?:en charge|délégué|chargé)/u.test(last.role))
  )
    return false;
  const token = tokens[at] as Token;
  const body = scanOrganization(source, tokens, at);
  // `…, laboratoire Terres et sociétés (LTS)`
  if (body?.value.kind !== undefined && body.next >= to && /\p{Lu}/u.test(body.value.name)) return false;
  const text = textOf(source, tokens, at, to);
  const preposition = connectorAt(tokens, at) > 0 && / (?:à|au|aux|du|de|des) /u.test(` ${last.role} `);
  const coordinated =
    / et (?:de |du |des |d'|l'|à |au )?\p{L}/u.test(text) &&
    to - at <= 10 &&
    (isLowercase(token) || / (?:de|des) \p{L}+ \p{Lu}/u.test(last.role));
  if (!preposition && !coordinated) return false;
  if (looksLikeVerb(token) || ARTICLES.has(token.folded)) return false;
  reading.posts[reading.posts.length - 1] = { ...last, role: `${last.role}, ${text}` };
  return true;
}

/** `…, communication et open data au sein de X`: the enumeration goes on and then names the body. */
export function appendedWithBody(reading: Reading, at: number, to: number): boolean {
  const { source, tokens } = reading;
  const last = reading.posts.at(-1);
  if (last?.role === undefined || last.organization !== undefined || !isLowercase(tokens[at])) return false;
  for (let j = at + 1; j < to; j += 1) {
    const strong = phraseAt(tokens, j, WITHIN_PHRASES);
    const found = strong > 0 ? scanOrganization(source, tokens, j + strong) : undefined;
    if (found === undefined || found.next > to) continue;
    reading.posts[reading.posts.length - 1] = {
      ...last,
      role: `${last.role}, ${textOf(source, tokens, at, j)}`,
      organization: found.value,
    };
    return true;
  }
  return false;
}

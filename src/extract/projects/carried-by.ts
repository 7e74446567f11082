import { fold } from '../../domain/fold.ts';
import { bodyAt, bodyList } from '../bodies/body-list.ts';
import { type OrganizationName, skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { isCapitalized, type Token, textOf, tokenize } from '../text/tokens.ts';
import { CARRIED_BY, INITIATIVE_OF } from '../words/carriers.ts';

/** The body after `porté par`, `développée par` … in a text. */
export const carriedBy = (text: string): OrganizationName | undefined => carriersIn(text)[0];

/** The bodies after `porté par`: `produit par X et Y`. A single one may be read more loosely than those of a list. */
export function carriersIn(text: string): readonly OrganizationName[] {
  const folded = fold(text);
  const found = CARRIED_BY.exec(folded) ?? INITIATIVE_OF.exec(folded);
  if (found === null) return [];
  const words = folded.slice(0, found.index + found[0].length).split(/\s+/).length - 1;
  const rest = text.trim().split(/\s+/).slice(words).join(' ');
  const tokens = tokenize(rest);
  if (scanName(rest, tokens, 0)?.value.known === true) return [];
  // A second participle (`X et soutenu par`) is none of the name.
  const first = bodyAt(rest, tokens, 0, tokens.length)?.named.body;
  const one = first ?? looseBody(rest, tokens);
  if (one === undefined) return [];
  const listed = first === undefined ? [] : bodyList(rest, tokens, 0, tokens.length).bodies;
  return [one, ...listed.slice(1).map(({ body }) => body)];
}

// --- internal ---

/** `les transports Tadao`: a common noun in the plural before a name. */
function looseBody(text: string, tokens: readonly Token[]): OrganizationName | undefined {
  const start = skipArticle(tokens, 0);
  for (let at = start + 1; at < Math.min(tokens.length, start + 6); at += 1) {
    if (tokens[at]?.kind === 'punct') return undefined;
    const found = isCapitalized(tokens[at]) ? scanOrganization(text, tokens, at) : undefined;
    if (found !== undefined) return { ...found.value, surface: textOf(text, tokens, start, found.next) };
  }
  return undefined;
}

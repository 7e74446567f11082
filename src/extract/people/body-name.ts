import { isAllCaps, isCapitalized, type Token } from '../text/tokens.ts';
import { ARTICLES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';

/** A body as a text names it. */
export interface OrganizationName {
  /** Its own name, without a label before it: `Visière` of `l'association Visière`. */
  readonly name: string;
  /** As printed, on one line, without the article. */
  readonly surface: string;
  /** Folded kind word, where it starts with one: `ville`, `association`, `equipe`. */
  readonly kind?: string;
  /** It is only part of a body (a service, a project) and cannot stand for it beside a post. */
  readonly unit: boolean;
  readonly within?: OrganizationName;
  /** Acronym or expansion in parentheses. */
  readonly aliases: readonly string[];
}

/** Index after the article at `at`: `l'`, `la` in small letters; `La` is kept when a capitalised word follows it. */
export function skipArticle(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !ARTICLES.has(token.folded)) return at;
  const partOfName =
    isCapitalized(token) &&
    isCapitalized(tokens[at + 1]) &&
    !isOrganizationKind(tokens[at + 1]?.text ?? '') &&
    !isAllCaps(tokens[at + 1]);
  return partOfName ? at : at + 1;
}

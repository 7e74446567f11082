import { fold } from '../../domain/fold.ts';
import { bodyAt, type NamedBody } from '../bodies/body-list.ts';
import { skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { isAllCaps, type Token, tokenFrom, tokenize } from '../text/tokens.ts';
import { NAMING_NOUNS, SERVICE_LINK } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import type { Scanned } from './context.ts';
import { linked, type Title } from './title.ts';

/** A link whose words name something. */
export interface NamingLink {
  readonly text: Scanned;
  readonly title: Title;
  /** What the words themselves are the name of; undefined where only their surroundings can tell. */
  readonly as?: 'project' | 'organization';
  /** `l'incubateur de Y [X]`: the body that the words before it say it belongs to. */
  readonly owner?: NamedBody;
}

/** The links of a text that name a project or a body; those that only serve the reader (`s'inscrire`) are left out. */
export function namingLinks(text: Scanned): NamingLink[] {
  return text.links.flatMap((link): NamingLink[] => {
    if (!namesSomething(link.text)) return [];
    const title = linked(text, link);
    if (title === undefined) return [];
    const owner = ownerBefore(text, link.start);
    if (isAddress(link.text) && owner === undefined) return [];
    const as = owner === undefined ? ofItself(title.name) : 'project';
    return [{ text, title, ...(as === undefined ? {} : { as }), ...(owner === undefined ? {} : { owner }) }];
  });
}

// --- internal ---

const isAddress = (words: string): boolean =>
  /^(?:https?:\/\/)?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(words.trim());

function namesSomething(words: string): boolean {
  const plain = words.trim();
  if (
    plain.length < 2 ||
    plain.length > 120 ||
    SERVICE_LINK.test(fold(plain)) ||
    /^https?:/i.test(plain) ||
    (plain.includes('@') && /\.\p{L}{2,}$/u.test(plain))
  )
    return false;
  if (plain.split(/\s+/).length > 9 || /[!?]$/.test(plain)) return false;
  const tokens = tokenize(plain);
  const at = skipArticle(tokens, 0);
  if (scanName(plain, tokens, 0, 'prose')?.value.known === true) return false;
  return (
    /[\p{Lu}\d]/u.test(tokens[at]?.text ?? '') ||
    isAddress(plain) ||
    isOrganizationKind(tokens[at]?.text ?? '') ||
    (NAMING_NOUNS.has(tokens[at]?.folded ?? '') && tokens.slice(at + 1).some((token) => /^\p{Lu}/u.test(token.text)))
  );
}

function ofItself(name: string): NamingLink['as'] {
  const tokens = tokenize(name);
  const head = tokens[skipArticle(tokens, 0)] as Token | undefined;
  if (head === undefined) return undefined;
  if (NAMING_NOUNS.has(head.folded)) return 'project';
  if (isOrganizationKind(head.text)) return 'organization';
  return tokens.length === 1 && isAllCaps(head) ? 'organization' : undefined;
}

/** `L'incubateur de services de l'agence Y [X]`: a body with its larger one right before the link, without a comma. */
function ownerBefore(text: Scanned, start: number): NamedBody | undefined {
  const at = tokenFrom(text.tokens, start);
  for (let from = Math.max(0, at - 10); from < at - 2; from += 1) {
    const token = text.tokens[from] as Token;
    if (
      token.kind === 'punct' ||
      (from > 0 &&
        text.tokens[from - 1]?.kind === 'word' &&
        !/^(?:l'|le|la|les|un|une|de|du|des|d')$/.test(text.tokens[from - 1]?.folded ?? ''))
    )
      continue;
    if (
      !/^(?:incubateur|accelerateur|programme|laboratoire|labo|fabrique|pole|plateforme|portail|service|equipe|laboratoire|mission)$/.test(
        token.folded,
      )
    )
      continue;
    const body = bodyAt(text.flat, text.tokens, from, at);
    if (body?.next === at && body.named.body.within !== undefined) return body.named;
  }
  return undefined;
}

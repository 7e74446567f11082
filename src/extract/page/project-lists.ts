import type { ProjectKind } from '../../domain/project.ts';
import { phraseAt } from '../text/scan.ts';
import { sentenceAt } from '../text/sentences.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { NAMING_NOUNS, SUCH_AS } from '../words/naming.ts';
import type { Scanned } from './context.ts';
import type { Named } from './project-named.ts';
import { type Hints, titleAt } from './title.ts';

/** `des communs tels que A ou B`, `ses lauréats : A et B`, `produits (A, B …)`, `plusieurs communs qui …, comme A`. */
export function suchAs(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens } = text;
  const length = phraseAt(tokens, at, SUCH_AS);
  if (length === 0) return undefined;
  const noun = pluralNounBefore(text, at);
  if (noun === undefined) return undefined;
  const bracket = tokens[at]?.text === '(';
  if (bracket && isAllCaps(tokens[at + 1]) && tokens[at + 2]?.text === ')') return undefined;
  const from = bracket ? at + 1 + phraseAt(tokens, at + 1, SUCH_AS) : at + length;
  // A bracket and a colon belong to the noun right before them.
  if (at - noun > (bracket ? 6 : tokens[at]?.text === ':' ? 10 : 18)) return undefined;
  const kind = NAMING_NOUNS.get(tokens[noun]?.folded ?? '') as ProjectKind;
  const common =
    /^laureate?s$/.test(tokens[noun]?.folded ?? '') ||
    tokens.slice(Math.max(0, noun - 6), at).some((token) => token.folded === 'communs');
  const list = listed(text, from, hints, common ? 'digital-common' : kind, 'project-such-as', true);
  return list.length === 0 ? undefined : list;
}

/** Names parted by commas, `et`, `ou`; small words that explain one are passed over. */
export function listed(
  text: Scanned,
  from: number,
  hints: Hints,
  kind: ProjectKind,
  rule: string,
  start = false,
): Named[] {
  const { tokens } = text;
  const drafts: Named[] = [];
  let at = from;
  let expects = start;
  while (at < tokens.length && at - from < 60) {
    const token = tokens[at] as Token;
    if ([')', '.', ';', ':', '!', '?', '…'].includes(token.text)) break;
    if (token.text === ',' || token.folded === 'et' || token.folded === 'ou') {
      expects = true;
      at += 1;
      continue;
    }
    const skip = OF.has(token.folded) || (ARTICLES.has(token.folded) && !isCapitalized(token)) ? at + 1 : at;
    const title =
      expects &&
      (isCapitalized(tokens[skip]) ||
        text.links.some((link) => link.start === tokens[skip]?.start) ||
        '«“"'.includes(tokens[skip]?.text ?? '?'))
        ? titleAt(text, skip, hints)
        : undefined;
    if (title === undefined) {
      if (expects && (drafts.length === 0 || RELATIVES.has(token.folded) || ARTICLES.has(token.folded))) break;
      expects = false;
      at += 1;
      if (drafts.length > 0 && RELATIVES.has(token.folded)) break;
      continue;
    }
    drafts.push({ title, as: 'project', kind, rule });
    expects = false;
    at = title.next;
  }
  return drafts;
}

// --- internal ---

function pluralNounBefore(text: Scanned, at: number): number | undefined {
  const sentence = sentenceAt(text.sentences, text.tokens[at]?.start ?? 0, text.flat);
  for (let noun = at - 1; noun >= 0 && at - noun < 18; noun -= 1) {
    const token = text.tokens[noun] as Token;
    if (token.start < sentence.start || ['.', ';', ':', '!', '?'].includes(token.text)) return undefined;
    if (NAMING_NOUNS.has(token.folded) && /s$/.test(token.folded) && isLowercase(token)) return noun;
  }
  return undefined;
}

import type { ProjectKind } from '../../domain/project.ts';
import { explainingKind } from '../projects/nouns.ts';
import { isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES } from '../words/connectors.ts';
import { BODY_NOUNS, NAMING_NOUNS, PRAISE } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import type { Scanned } from './context.ts';
import type { Named } from './project-named.ts';
import { byNoun } from './project-nouns.ts';
import { type Hints, titleAt, titleBefore } from './title.ts';

/** `X, une plateforme de …`, `X la messagerie de …`, `X, développé par …`; `X, une association de …` is a body. */
export function byApposition(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const { tokens } = text;
  const comma = tokens[at]?.text === ',';
  if (!comma && !(ARTICLES.has(tokens[at]?.folded ?? '') && isLowercase(tokens[at]))) return undefined;
  const article = comma ? at + 1 : at;
  if (comma && isCarried(tokens, at + 1)) {
    const title = titleBefore(text, at, hints);
    if (title === undefined) return undefined;
    const made = /^developpe/.test(tokens[at + 1]?.folded ?? '') ? ({ kind: 'software', noun: at + 1 } as const) : {};
    return [{ title, as: 'project', ...made, rule: 'project-carried' }];
  }
  // Without a comma (`X la messagerie de …`) only a link shows where X ends.
  if (!comma && !text.links.some(({ end }) => end === tokens[at - 1]?.end)) return undefined;
  const opening = tokens[article]?.folded ?? '';
  const possessed = /^(?:son|sa|leur)$/.test(opening);
  const determined = ARTICLES.has(opening) || possessed;
  let noun = determined ? article + 1 : article;
  while (PRAISE.has(tokens[noun]?.folded ?? '')) noun += 1;
  const word = tokens[noun];
  if (word === undefined || !isLowercase(word) || (!comma && !determined)) return undefined;
  // What a text shows (`sa maquette`, `un simulateur`) may be explained by more nouns than name things.
  const introduces = possessed || /^une?$/.test(opening);
  const kind = kindOf(tokens, noun) ?? (comma && introduces ? explainingKind(tokens, noun) : undefined);
  // `X, la direction …` begins something else; `X, une association …` says what X is.
  const body = BODY_NOUNS.has(word.folded) && opening.startsWith('un');
  if (kind === undefined && !body) return undefined;
  // `Moins visible, le service X`: the noun names X.
  if (byNoun(text, noun, hints) !== undefined) return undefined;
  const title = titleBefore(text, at, hints);
  if (title === undefined) return undefined;
  return kind === undefined
    ? [{ title, as: 'organization', rule: 'body-apposition' }]
    : [{ title, as: 'project', kind, noun, rule: 'project-apposition' }];
}

/** `des fonds OpenStreetMap`: a name with a capital inside, right after a common noun. */
export function byShape(text: Scanned, at: number, hints: Hints): Named[] | undefined {
  const token = text.tokens[at] as Token;
  const before = text.tokens[at - 1];
  if (token.kind !== 'word' || !/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(token.text) || before === undefined || token.newline)
    return undefined;
  if (!isLowercase(before) || before.text.length < 4 || isOrganizationKind(before.text) || isRoleWord(before.text))
    return undefined;
  const title = titleAt(text, at, hints);
  return title === undefined ? undefined : [{ title, as: 'project', rule: 'project-shape' }];
}

// --- internal ---

/** Of the tokens after a name, as many as tell that it is carried. */
const CARRIED_WITHIN = 11;

function isCarried(tokens: readonly Token[], at: number): boolean {
  const said = tokens
    .slice(at, at + CARRIED_WITHIN)
    .map(({ folded }) => folded)
    .join(' ');
  return CARRIED.test(said) || (isThing(tokens[at]) && CARRIED_LATER.test(said));
}

const PARTICIPLES = 'porte|developpe|concu|cree|edite|lance|produit|maintenu|publie|gere|opere|heberge';

const CARRIED = new RegExp(`^(?:pilote|${PARTICIPLES})(?:e|s|es)? (?:et \\S+ )?(?:par|a l' initiative)\\b`);

/** `X, studio d'enregistrement itinérant porté par Y`: what X is stands before the participle. */
const CARRIED_LATER = new RegExp(`^[\\p{L}' -]{3,60} (?:${PARTICIPLES})(?:e|s|es)? par\\b`, 'u');

/** What people found, whoever carries it. */
const COMPANIES = /^(?:association|entreprise|societe|cooperative|agence|fondation|start-?up)$/;

const isThing = (token: Token | undefined): boolean =>
  isLowercase(token) &&
  !isRoleWord(token?.text ?? '') &&
  !COMPANIES.test(token?.folded ?? '') &&
  !ARTICLES.has(token?.folded ?? '');

/** `jeu de données` is no game. */
function kindOf(tokens: readonly Token[], noun: number): ProjectKind | undefined {
  const word = tokens[noun]?.folded ?? '';
  if (/^jeux?$/.test(word) && tokens[noun + 1]?.folded === 'de' && tokens[noun + 2]?.folded === 'donnees')
    return 'dataset';
  return NAMING_NOUNS.get(word);
}

import { fold } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import { isAcronymOf } from '../people/acronym.ts';
import { closing } from '../text/scan.ts';
import { isAllCaps, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { PROJECT_NOUNS } from '../words/projects.ts';
import type { ProjectInBlock } from './project-name.ts';

/**
 * `développer l'Indice de X` in a title, `L'IX …` in the text: letters that the text comes back to, and that stand for words
 * of the title one by one, name what the title spells out. A body's letters are left to bodies.
 */
export function titleLetters(title: string, blocks: readonly Block[]): ProjectInBlock[] {
  const words = tokenize(title);
  const found = new Map<string, ProjectInBlock & { count: number }>();
  for (const block of blocks) {
    for (const token of tokenize(block.text)) {
      if (!isAllCaps(token) || !/^\p{Lu}{3,8}$/u.test(token.text)) continue;
      const known = found.get(token.text);
      if (known !== undefined) {
        known.count += 1;
        continue;
      }
      const spelt = speltOut(title, words, token.folded);
      if (spelt === undefined) continue;
      const { start, end, text } = token;
      found.set(text, { ...spelt, surface: text, alias: text, stewards: [], start, end, block, count: 1 });
    }
  }
  return [...found.values()].filter(({ count }) => count > 1).map(({ count: _, ...project }) => project);
}

/** The project at the place that prints its name with the words it stands for, where there is one: `X (…)`. */
export function withExpansion(project: ProjectInBlock, blocks: readonly Block[]): ProjectInBlock {
  if (project.alias !== undefined) return project;
  for (const block of blocks) {
    const tokens = tokenize(block.text);
    for (let at = 0; at < tokens.length; at += 1) {
      if (tokens[at]?.text !== project.name || tokens[at + 1]?.text !== '(') continue;
      const close = closing(tokens, at + 1);
      const expansion = textOf(block.text, tokens, at + 2, close);
      if (!isAcronymOf(project.name, expansion)) continue;
      const [start, end] = [(tokens[at] as Token).start, (tokens[close - 1] as Token).end];
      return { ...project, surface: `${project.name} (${expansion})`, alias: expansion, start, end, block };
    }
  }
  return project;
}

// --- internal ---

const isSmall = ({ folded }: Token): boolean =>
  ARTICLES.has(folded) || OF.has(folded) || PREPOSITIONS.has(folded) || folded === 'et';

/** The words of the title whose initials are the letters, in order and without one left over. */
function speltOut(
  title: string,
  tokens: readonly Token[],
  letters: string,
): Pick<ProjectInBlock, 'name' | 'kind'> | undefined {
  for (let from = 0; from < tokens.length; from += 1) {
    const first = tokens[from] as Token;
    if (first.folded[0] !== letters[0] || isSmall(first) || isOrganizationKind(first.text)) continue;
    let taken = 0;
    for (let at = from; at < tokens.length && taken < letters.length; at += 1) {
      const token = tokens[at] as Token;
      if (isSmall(token)) continue;
      if (token.kind !== 'word' || token.folded[0] !== letters[taken]) break;
      taken += 1;
      if (taken === letters.length) {
        const name = textOf(title, tokens, from, at + 1);
        return { name, kind: PROJECT_NOUNS.get(fold(first.text)) ?? 'initiative' };
      }
    }
  }
  return undefined;
}

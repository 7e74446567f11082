import { fold, foldWithOffsets } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import { tokenize } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import { PROJECT_NOUNS } from '../words/projects.ts';
import { holdsName, projectsIn } from './candidates.ts';
import { carriersIn } from './carried-by.ts';
import { titleLetters, withExpansion } from './letters.ts';
import { isGeneral } from './nouns.ts';
import type { ProjectInBlock } from './project-name.ts';
import { takenUp } from './taken-up.ts';

/** The projects that the blocks of a session's text name, in reading order. */
export function projectsOfBlocks(blocks: readonly Block[], onlyAfterNouns = false): ProjectInBlock[] {
  return blocks.flatMap((block) => {
    const named = projectsIn(block.text, onlyAfterNouns);
    const again = onlyAfterNouns ? [] : takenUp(block.text, named);
    const once = named.filter(({ start }) => !again.some((other) => other.start === start));
    return [...once, ...again].map((project) => ({ ...project, block }));
  });
}

/**
 * The one initiative that a session is plainly about: named in its title and explained in its text, or explained and
 * returned to. Undefined where two have the same claim, or none has enough.
 * @param heading as the body prints it @param indexTitle in normal case
 */
export function initiativeOf(
  heading: string,
  indexTitle: string,
  blocks: readonly Block[],
  named: readonly ProjectInBlock[],
): ProjectInBlock | undefined {
  const title = `${heading} ${indexTitle}`;
  const text = squash(blocks.map((block) => block.text).join('\n'));
  const candidates = new Map<string, { project: ProjectInBlock; score: number }>();
  for (const project of [
    ...named.filter((one) => !isBeside(one, named)),
    ...fromTitle(title, blocks),
    ...titleName(title, blocks),
    ...titleLetters(indexTitle, blocks),
  ]) {
    const key = squash(project.name);
    const known = candidates.get(key);
    const score =
      (holdsName(title, project.name) ? 3 : 0) +
      Math.min(occurrences(text, project.name) + occurrences(text, project.alias), 3) +
      (project.stewards.length === 0 ? 0 : 2) +
      (project.introduced === true ? 2 : 0) +
      (project.block.emphasis === 'em' ? 1 : 0);
    if (known === undefined || score > known.score) {
      const stewards = project.stewards.length > 0 ? project.stewards : (known?.project.stewards ?? []);
      candidates.set(key, { project: { ...project, stewards }, score });
    }
  }
  const [best, second] = [...candidates.values()].sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= ENOUGH && (second === undefined || best.score > second.score)
    ? withExpansion(best.project, blocks)
    : undefined;
}

// --- internal ---

/** `porté par le programme X`: X carries what the session is about; `repartir avec le carnet X`: one is given X there. */
const isBeside = ({ block, start, name }: ProjectInBlock, named: readonly ProjectInBlock[]): boolean =>
  named.some(({ stewards }) => stewards.some((steward) => steward.name === name)) ||
  /\s(?:par|repart\p{L}+ avec|recevr\p{L}+) (?:le |la |l['’]|les |un |une )?(?:\p{Ll}+\s+)?[«“"]?\s*$/u.test(
    block.text.slice(Math.max(0, start - 60), start),
  );

/** In the title and named once in the text; or named twice and carried by someone, or so on. */
const ENOUGH = 3;

/** `cartographie nationale des lieux X` of the title, when the text takes the phrase up: a thing without a name of its own. */
function fromTitle(title: string, blocks: readonly Block[]): ProjectInBlock[] {
  const tokens = tokenize(title);
  const found: ProjectInBlock[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = PROJECT_NOUNS.get(tokens[at]?.folded ?? '');
    if (kind === undefined || kind === 'organisation' || /s$/.test(tokens[at]?.folded ?? '')) continue;
    for (let end = Math.min(tokens.length, at + 9); end >= at + 4; end -= 1) {
      if (!tokens.slice(at, end).some((token) => OF.has(token.folded))) continue;
      const phrase = title.slice(tokens[at]?.start, tokens[end - 1]?.end);
      const place = blocks
        .map((block) => ({ block, start: fold(block.text).indexOf(fold(phrase)) }))
        .find(({ start }) => start >= 0);
      if (place === undefined || place.block.text.length < fold(place.block.text).length) continue;
      const surface = place.block.text.slice(place.start, place.start + phrase.length);
      const stewards = carriersIn(place.block.text.slice(place.start, place.start + phrase.length + 120));
      found.push({
        name: surface,
        surface,
        kind,
        start: place.start,
        end: place.start + phrase.length,
        block: place.block,
        stewards,
      });
      break;
    }
  }
  return found;
}

/** `X : comment …`, `X, une plateforme …`: a title that opens with a name, which the text prints as one inside a sentence. */
function titleName(title: string, blocks: readonly Block[]): ProjectInBlock[] {
  const head = /^([^:,?!]{3,50}?)\s*[:,]/u.exec(title)?.[1]?.replace(/^["“«]\s*|\s*["”»]$/gu, '');
  if (head === undefined || isGeneral(head) || head.split(/\s+/).length > 4) return [];
  for (const block of blocks) {
    const { folded, offsets } = foldWithOffsets(block.text);
    const at = folded.indexOf(fold(head));
    if (at < 0) continue;
    const [start, end] = [offsets[at] as number, offsets[at + fold(head).length] as number];
    const surface = block.text.slice(start, end);
    const inside = /[\p{Ll},]\s+(?:[dl]['’])?$/u.test(block.text.slice(Math.max(0, start - 8), start));
    if (/^\p{Lu}/u.test(surface) && inside)
      return [{ name: surface, surface, kind: 'initiative', stewards: [], start, end, block }];
  }
  return [];
}

/** How often a squashed text names something. */
function occurrences(text: string, name: string | undefined): number {
  const sought = squash(name ?? '');
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0 && sought !== ''; at = text.indexOf(sought, at + sought.length))
    count += 1;
  return count;
}

/** Dots, hyphens and spaces in names do not count (`X.info`, `X info`). */
const squash = (text: string): string => fold(text).replace(/[\s.‐-]/g, '');

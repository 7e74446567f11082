import { isAcronymShape } from './compare/acronym.ts';
import { soundOf } from './compare/person.ts';
import type { Node } from './node.ts';
import { DOMAINS, LABELS, TOWN, writtenOut } from './words.ts';

/**
 * Pairs of names worth comparing: those that share a block. Blocks that too many names share say nothing and are left
 * out, so that the number of pairs grows with the number of names. Each pair once, in order.
 */
export function pairsOf(nodes: readonly Node[]): [Node, Node][] {
  const blocks = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const block of new Set(node.kind === 'person' ? personBlocks(node) : bodyBlocks(node))) {
      const members = blocks.get(block);
      if (members === undefined) blocks.set(block, [node]);
      else if (members.length <= MOST_IN_BLOCK) members.push(node);
    }
  }
  const seen = new Set<number>();
  const pairs: [Node, Node][] = [];
  for (const members of blocks.values()) {
    if (members.length > MOST_IN_BLOCK) continue;
    for (const [i, a] of members.entries()) {
      for (const b of members.slice(i + 1)) {
        const id = a.at * 2 ** 26 + b.at;
        if (a.key === b.key || seen.has(id)) continue;
        seen.add(id);
        pairs.push([a, b]);
      }
    }
  }
  return pairs;
}

// --- internal ---

const MOST_IN_BLOCK = 40;

function personBlocks({ words, profiles }: Node): string[] {
  const given = words[0] ?? '';
  const atEvents = profiles.flatMap(({ events }) => events.map((event) => `given ${given} ${event}`));
  if (words.length < 2) return given === '' ? [] : [...atEvents, `surname ${given}`];
  const surname = words.at(-1) as string;
  const blocks = [
    `order ${[...words].sort().join(' ')}`,
    `sound ${given[0]} ${soundOf(surname)}`,
    `initial ${given[0]} ${surname}`,
    `start ${given} ${surname.slice(0, 3)}`,
    `end ${given} ${surname.slice(-3)}`,
    `letters ${words.join('')}`,
    `surname ${surname}`,
  ];
  if (words.length > 2)
    blocks.push(
      `start ${given} ${(words[1] as string).slice(0, 3)}`,
      `initial ${given[0]} ${words.slice(1).join(' ')}`,
    );
  return [...blocks, ...atEvents];
}

function bodyBlocks({ words, content, label, profiles }: Node): string[] {
  const letters = words.join('');
  const blocks = [`letters ${letters}`, `content ${content.join(' ')}`, `start ${letters.slice(0, 6)} ${words.length}`];
  blocks.push(`end ${letters.slice(-6)}`, `written ${writtenOut(words)}`);
  if (DOMAINS.has(words.at(-1) as string)) blocks.push(`letters ${words.slice(0, -1).join('')}`);
  if (LABELS.has(content[0] as string) && content.length > 1) blocks.push(`content ${content.slice(1).join(' ')}`);
  if (TOWN.has(words[0] as string) || words.length <= 4) blocks.push(`town ${words.at(-1)}`);
  if (content[0] !== undefined) blocks.push(`first ${content[0]}`);
  if (content[0] === 'departement') blocks.push(`first ${content[1]}`);
  // `PSN`, `laboratoire PSN`
  if (words.length < 3 && isAcronymShape(label.split(' ').at(-1) as string))
    blocks.push(`acronym ${words.at(-1)?.slice(0, 2)}`);
  // `ARS Bretagne`, `Agence régionale de santé Bretagne`
  if (content.length > 1) {
    const last = content.at(-1);
    if ((content[0] as string).length < 6) blocks.push(`spelt ${content[0]?.slice(0, 2)} ${last}`);
    if (content.length > 2) blocks.push(`spelt ${content[0]?.[0]}${content[1]?.[0]} ${last}`);
  }
  // What an acronym of it begins with: two initials, or the first two letters of the first word.
  if (words.length > 1 && content.length > 1) {
    blocks.push(`acronym ${content[0]?.[0]}${content[1]?.[0]}`, `acronym ${content[0]?.slice(0, 2)}`);
    blocks.push(`acronym ${words[0]?.[0]}${words[1]?.[0]}`);
    // What a text introduces may leave words out.
    for (const { acronyms } of profiles)
      for (const acronym of acronyms) blocks.push(`acronym ${acronym.toLowerCase().slice(0, 2)}`);
  }
  return blocks;
}

import type { Block } from '../../read/reader.ts';
import { type Contribution, scanPeople } from '../people/list.ts';
import type { Passage } from '../people/mentions.ts';

/**
 * People whom an abstract names as taking part: `Regards croisés introduits par Prénom Nom, cheffe de …`.
 * Only known turns of phrase count; others who are named did something else.
 */
export function introduced(block: Block): { contribution: Contribution; passage: Passage }[] {
  const found = INTRODUCED.exec(block.text.slice(0, 4000));
  if (found === null) return [];
  const from = found.index + found[0].length;
  const rest = block.text.slice(from);
  const end = /[.!?](?:\s|$)/.exec(rest)?.index ?? rest.length;
  const text = rest.slice(0, end);
  const lead = block.text.slice(0, from).split('\n').length - 1;
  const passage = { text, lines: { first: block.lines.first + lead, last: block.lines.last } };
  return scanPeople(text, 'participant')
    .filter((contribution) => 'person' in contribution.actor)
    .map((contribution) => ({ contribution, passage }));
}

// --- internal ---

const INTRODUCED =
  /(?:introduite?s?|ouverte?s?|conclue?s?|clôturée?s?|animée?s?|modérée?s?)\s+par\s+(?=(?:M\.|Mme\s)?\p{Lu})|avec\s+un\s+mot\s+d(?:e\s+|['’])(?=(?:la\s|le\s|l['’]|M\.|Mme\s)?\p{L})/u;

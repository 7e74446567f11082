import type { Evidence } from '../../domain/evidence.ts';
import type { Presented } from '../../domain/session.ts';
import type { Block } from '../../read/reader.ts';
import type { OrganizationName } from '../people/body-name.ts';
import { organizationMention } from '../people/mentions.ts';
import { scanOrganization } from '../people/organization.ts';
import { type PresentedThing, presentedItem } from '../presented.ts';
import { sentencesOf } from '../text/sentences.ts';
import { tokenize } from '../text/tokens.ts';
import type { Slot } from './slot.ts';

/** A numbered item of a list session as something presented. */
export function presentedFrom(block: Block): Presented | undefined {
  const thing = presentedItem(block.text.replace(/\s+/g, ' '));
  if (thing === undefined) return undefined;
  const evidence: Evidence = { lines: block.lines, rule: 'numbered-item', grade: 'stated' };
  return toPresented(thing, evidence, block.number);
}

/** `Présente : X (Y).`: a line that says it in so many words, Y carrying X. */
export function presentsLine(block: Block): Presented | undefined {
  const said = /^Présent(?:e|ation de|ation d['’])\s*:\s*(.{2,200}?)(?:\s\(([^()]+)\))?\s*\.?$/u.exec(block.text);
  if (said === null) return undefined;
  const carrier = said[2];
  const steward = carrier === undefined ? undefined : scanOrganization(carrier, tokenize(carrier), 0)?.value;
  const thing = presentedItem(said[1] as string);
  if (thing === undefined) return undefined;
  const evidence: Evidence = { lines: block.lines, rule: 'presents-line', grade: 'stated' };
  return toPresented({ ...thing, ...(steward === undefined ? {} : { steward }) }, evidence);
}

/**
 * The prose that tells what a session is about: its texts, or where it has none, the paragraphs that a booklet which prints
 * its people first has after them.
 */
export function proseOf({ texts, people }: Slot): readonly Block[] {
  if (texts.some(isProse)) return texts;
  return [...texts, ...people.flatMap(({ blocks }) => blocks.filter((block, at) => at > 0 && isProse(block)))];
}

export function toPresented(thing: PresentedThing, evidence: Evidence, position?: number): Presented {
  return {
    project: {
      kind: 'project',
      name: thing.name,
      surface: thing.surface,
      ...(thing.alias === undefined ? {} : { aliases: [thing.alias] }),
      ...evidence,
    },
    kind: thing.kind,
    ...(position === undefined ? {} : { position }),
    ...(thing.steward === undefined
      ? {}
      : { steward: organizationMention(thing.steward as OrganizationName, evidence) }),
  };
}

// --- internal ---

/** Characters and sentences of a paragraph: a line of people has fewer. */
const LONGEST_LINE = 200;
const isProse = ({ text, number }: Block): boolean =>
  number === undefined && text.length > LONGEST_LINE && sentencesOf(text).length > 2;

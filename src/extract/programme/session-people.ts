import { type Finding, finding, type Said } from '../../domain/finding.ts';
import type { Participation } from '../../domain/participation.ts';
import type { Presented } from '../../domain/session.ts';
import type { Block } from '../../read/reader.ts';
import { type Contribution, scanPeople } from '../people/list.ts';
import { type Passage, participation } from '../people/mentions.ts';
import { scanName } from '../people/name.ts';
import { isRoleAt, type RoleContext } from '../people/role.ts';
import { tokenize } from '../text/tokens.ts';
import { introduced } from './introduced.ts';
import { presentersOf } from './item-presenters.ts';
import { presentedFrom } from './presented.ts';
import type { PeopleBlock, Slot } from './slot.ts';

/** What the people blocks of a slot say. */
export interface ReadPeople {
  readonly participations: readonly Participation[];
  readonly presents: readonly Presented[];
  readonly findings: readonly Finding[];
}

/** Reads the people blocks of a slot, and those whom its text introduces. @param key of the session */
export function peopleOf(slot: Slot, key: string, context: RoleContext): ReadPeople {
  const read = contributionsOf(slot, context);
  return {
    participations: unique(
      read.placed.map(({ contribution, passage, rule }) => participation(contribution, passage, key, rule)),
    ),
    presents: read.presents,
    findings: read.unread.map(({ block, what }) =>
      finding('info', { code: 'unread-people-line', what }, block.lines, key),
    ),
  };
}

/** Names of bodies that stand after a preposition in the slot: they are bodies wherever the document names them. */
export const bodiesOf = (slot: Slot): string[] =>
  contributionsOf(slot, {}).placed.flatMap(({ contribution }) =>
    contribution.posts.flatMap(({ organization }) => (organization === undefined ? [] : [organization.name])),
  );

// --- internal ---

/** What a slot says of people, before it is known in which session. */
interface Read {
  readonly placed: { readonly contribution: Contribution; readonly passage: Passage; readonly rule: string }[];
  readonly presents: Presented[];
  readonly unread: { readonly block: Block; readonly what: Unread }[];
}

function contributionsOf(slot: Slot, context: RoleContext): Read {
  const read: Read = { placed: [], presents: [], unread: [] };
  for (const people of slot.people) readBlocks(people, context, read);
  for (const block of slot.texts) {
    if (block.kind === 'item' && block.number !== undefined) {
      addPresenters(block, read);
      continue;
    }
    read.placed.push(...introduced(block).map((found) => ({ ...found, rule: 'introduced-by' })));
  }
  return read;
}

function readBlocks({ blocks, label }: PeopleBlock, context: RoleContext, read: Read): void {
  blocks.forEach((block, at) => {
    const offset = at === 0 ? label.end : 0;
    const text = block.text.slice(offset);
    if (text.trim() === '' || isFootnote(block)) return;
    if (block.number !== undefined && !startsWithPerson(text)) {
      const item = presentedFrom(block);
      if (item === undefined) read.unread.push({ block, what: 'numbered item' });
      else read.presents.push(item);
      addPresenters(block, read);
      return;
    }
    const lead = block.text.slice(0, offset).split('\n').length - 1;
    const passage = {
      text,
      lines: { first: Math.min(block.lines.first + lead, block.lines.last), last: block.lines.last },
    };
    const found = scanPeople(text, label.capacity, context);
    const opens = found[0] !== undefined && (at <= 1 || found[0].start <= leadLength(text));
    if (opens) for (const contribution of found) read.placed.push({ contribution, passage, rule: 'people-block' });
    else if (at === 0 || (at === 1 && label.alone)) read.unread.push({ block, what: 'people block' });
  });
}

function addPresenters(block: Block, read: Read): void {
  read.placed.push(...presentersOf(block).map((found) => ({ ...found, rule: 'item-presenter' })));
}

/** A later paragraph is one more entry only when it starts with its actor; otherwise it tells of the one before. */
const leadLength = (text: string): number => /^[\s•*–—-]*/u.exec(text)?.[0].length ?? 0;

const isFootnote = (block: Block): boolean =>
  /^\s*(?:\*|\(\d\)|\d\)|¹|Source)\s*(?:\s|:)/u.test(block.text) &&
  block.kind === 'paragraph' &&
  !/^\s*\*\s*\p{Lu}\p{Ll}+\s\p{Lu}/u.test(block.text);

function startsWithPerson(text: string): boolean {
  const tokens = tokenize(text);
  const name = scanName(text, tokens, 0);
  if (name === undefined || !name.value.known) return false;
  const after = tokens[name.next];
  return (
    after === undefined ||
    after.text === ',' ||
    after.text === '(' ||
    after.text === '–' ||
    after.text === '-' ||
    after.text === '—' ||
    isRoleAt(tokens, name.next) ||
    after.folded !== 'est'
  );
}

type Unread = Extract<Said, { code: 'unread-people-line' }>['what'];

/** Who stands twice in a session in the same capacity stands once, with the posts of both places. */
function unique(participations: readonly Participation[]): Participation[] {
  const byActor = new Map<string, Participation>();
  for (const one of participations) {
    const id = `${one.actor.kind} ${one.actor.name.toLowerCase()} ${one.capacity}`;
    const before = byActor.get(id);
    byActor.set(id, before === undefined || before.affiliations.length === 0 ? (before ?? one) : before);
    if (before !== undefined && before.affiliations.length === 0) byActor.set(id, one);
  }
  return [...byActor.values()];
}

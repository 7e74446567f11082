import type { Evidence } from '../../domain/evidence.ts';
import type { Presented } from '../../domain/session.ts';
import type { Block } from '../../read/reader.ts';
import { organizationMention } from '../people/mentions.ts';
import type { OrganizationName } from '../people/organization.ts';
import { type PresentedThing, presentedItem } from '../presented.ts';

/** A numbered item of a list session as something presented. */
export function presentedFrom(block: Block): Presented | undefined {
  const thing = presentedItem(block.text.replace(/\s+/g, ' '));
  if (thing === undefined) return undefined;
  const evidence: Evidence = { lines: block.lines, rule: 'numbered-item', grade: 'stated' };
  return toPresented(thing, evidence, block.number);
}

export function toPresented(thing: PresentedThing, evidence: Evidence, position?: number): Presented {
  return {
    project: { kind: 'project', name: thing.name, surface: thing.surface, ...evidence },
    kind: thing.kind,
    ...(position === undefined ? {} : { position }),
    ...(thing.steward === undefined
      ? {}
      : { steward: organizationMention(thing.steward as OrganizationName, evidence) }),
  };
}

import type { Evidence, Lines } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Affiliation, Participation } from '../../domain/participation.ts';
import type { OrganizationName } from './body-name.ts';
import type { Contribution } from './list.ts';
import type { Post } from './role.ts';

/** Turns the words of a text block into records that carry its lines. */
export interface Passage {
  readonly text: string;
  readonly lines: Lines;
}

/** File lines of the characters `start` to `end` (exclusive) of a passage whose text keeps the file's line breaks. */
export function linesAt(passage: Passage, start: number, end: number): Lines {
  const breaks = (to: number): number => passage.text.slice(0, to).split('\n').length - 1;
  const first = passage.lines.first + breaks(start);
  return {
    first: Math.min(first, passage.lines.last),
    last: Math.min(passage.lines.first + breaks(Math.max(start, end - 1)), passage.lines.last),
  };
}

export function organizationMention(name: OrganizationName, evidence: Evidence): Mention {
  return {
    kind: 'organization',
    name: name.name,
    surface: name.surface,
    ...(name.within === undefined ? {} : { within: organizationMention(name.within, evidence) }),
    ...(name.aliases.length === 0 ? {} : { aliases: name.aliases }),
    ...evidence,
  };
}

export function affiliations(posts: readonly Post[], evidence: Evidence): Affiliation[] {
  return posts.map((post) => ({
    ...(post.role === undefined ? {} : { role: post.role }),
    ...(post.organization === undefined ? {} : { organization: organizationMention(post.organization, evidence) }),
    past: post.past,
    ...evidence,
  }));
}

/** A contribution as a record. @param key of what is taken part in */
export function participation(contribution: Contribution, passage: Passage, key: string, rule: string): Participation {
  const lines = linesAt(passage, contribution.start, contribution.end);
  const evidence: Evidence = { lines, rule, grade: 'stated' };
  const held: Evidence = contribution.inferred ? { lines, rule: `${rule}:shared`, grade: 'inferred' } : evidence;
  const common = {
    type: 'participation',
    in: key,
    capacity: contribution.capacity,
    tentative: contribution.tentative,
    affiliations: affiliations(contribution.posts, held),
    ...evidence,
  } as const;
  const { actor } = contribution;
  if ('person' in actor) {
    return {
      ...common,
      actor: { kind: 'person', name: actor.person.name, surface: actor.person.surface, ...evidence },
    };
  }
  return {
    ...common,
    actor: { ...organizationMention(actor.collective, evidence), surface: actor.surface },
    participantKind: { value: actor.kind, ...evidence },
  };
}

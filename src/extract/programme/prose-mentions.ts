import type { Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Participation } from '../../domain/participation.ts';
import type { LooseMention } from '../../domain/record.ts';
import type { Block } from '../../read/reader.ts';
import { bodiesNamed, knownAt } from '../bodies/named.ts';
import { linesAt, organizationMention } from '../people/mentions.ts';
import { scanName } from '../people/name.ts';
import type { ProjectInBlock } from '../projects/project-name.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** Names that people blocks of a programme vouch for: whoever bears one is meant wherever the programme prints it. */
export interface KnownNames {
  /** Folded. */
  readonly bodies: ReadonlySet<string>;
  /** The name as shown, by its folded form. */
  readonly people: ReadonlyMap<string, string>;
}

/** The bodies and people that take part somewhere in the programme, or that those who do stand for. */
export function knownNames(participations: readonly Participation[]): KnownNames {
  const people = new Map<string, string>();
  const bodies = new Set<string>();
  const addBody = (name: string): void => {
    const known = scanName(name, tokenize(name), 0)?.value.known === true;
    if (name.length > 2 && /\p{Lu}/u.test(name) && !known) bodies.add(fold(name));
  };
  for (const { actor, affiliations } of participations) {
    if (actor.kind === 'organization') addBody(actor.name);
    else if (actor.name.includes(' ')) people.set(fold(actor.name), actor.name);
    for (const { organization } of affiliations) {
      if (organization === undefined) continue;
      addBody(organization.name);
      if (organization.within !== undefined) addBody(organization.within.name);
    }
  }
  return { bodies, people };
}

/** The bodies and people whom the prose of a session names beside its people blocks. They add no participation. */
export function proseMentions(
  blocks: readonly Block[],
  known: KnownNames,
  projects: readonly ProjectInBlock[],
): LooseMention[] {
  return blocks.flatMap((block) => {
    const tokens = tokenize(block.text);
    const evidence = (start: number, end: number, rule: string): Evidence => ({
      lines: linesAt(block, start, end),
      rule,
      grade: 'stated',
    });
    const people = namedPeople(tokens, known.people);
    const taken = [...projects.filter((project) => project.block === block), ...people];
    const bodies = bodiesNamed({ flat: block.text, tokens }, known.bodies, taken);
    return [
      ...people.map(({ name, start, end }): LooseMention => {
        const surface = block.text.slice(start, end).replace(/\s+/g, ' ');
        return { type: 'mention', mention: { kind: 'person', name, surface, ...evidence(start, end, 'person-again') } };
      }),
      ...bodies.map(
        ({ body, start, end }): LooseMention => ({
          type: 'mention',
          mention: organizationMention(body, evidence(start, end, 'body-named')),
        }),
      ),
    ];
  });
}

// --- internal ---

function namedPeople(
  tokens: readonly Token[],
  known: ReadonlyMap<string, string>,
): { readonly name: string; readonly start: number; readonly end: number }[] {
  const names = new Set(known.keys());
  return tokens.flatMap((token, at) => {
    const length = knownAt(tokens, at, names);
    const last = tokens[at + length - 1];
    if (length === 0 || last === undefined) return [];
    const folded = fold(
      tokens
        .slice(at, at + length)
        .map(({ text }) => text)
        .join(' '),
    );
    return [{ name: known.get(folded) ?? '', start: token.start, end: last.end }].filter(({ name }) => name !== '');
  });
}

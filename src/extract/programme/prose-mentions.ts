import type { Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Participation } from '../../domain/participation.ts';
import type { LooseMention } from '../../domain/record.ts';
import type { Block } from '../../read/reader.ts';
import type { NamedBody } from '../bodies/body-list.ts';
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

/**
 * The bodies that people blocks name beside those whom people stand for: in what bios tell, in numbered items. What is
 * part of a post is left to it, and letters count only where the text says what they are.
 * @param read what is read of the session's blocks: what it names is not named again
 */
export function blockMentions(blocks: readonly Block[], known: KnownNames, read: ReadBlocks): LooseMention[] {
  const told = [...read.participations.flatMap(namesOf), ...read.projects.map(({ name }) => name)].map(fold);
  const roles = read.participations.flatMap(({ affiliations }) => affiliations.flatMap(({ role }) => role ?? []));
  return blocks.flatMap((block) => {
    const tokens = tokenize(block.text);
    const taken = [
      ...read.projects.filter((project) => project.block === block),
      ...[...roles, ...read.presented].flatMap((words) => placesOf(words, block.text)),
    ];
    return bodiesNamed({ flat: block.text, tokens }, known.bodies, taken)
      .flatMap(plainly)
      .filter(
        ({ body, end }) =>
          !told.some((name) => name.includes(fold(body.name))) &&
          (!LETTERS.test(body.name) || EXPLAINED.test(block.text.slice(end, end + 60))),
      )
      .map(({ body, start, end }): LooseMention => {
        const evidence: Evidence = { lines: linesAt(block, start, end), rule: 'body-named', grade: 'stated' };
        return { type: 'mention', mention: organizationMention(body, evidence) };
      });
  });
}

/** What is read of the people blocks of a session. */
export interface ReadBlocks {
  readonly participations: readonly Participation[];
  readonly projects: readonly ProjectInBlock[];
  /** Names of what its numbered items present. */
  readonly presented: readonly string[];
}

// --- internal ---

/** A proper name, or a kind with one right after it (`métropole de X`, not `ville de la région X`). */
const isPlain = (surface: string): boolean =>
  /^(?:\p{Lu}|\S+ (?:(?:de|du|des) |d['’])?(?:la |les |l['’])?["«“]?\s?\p{Lu})/u.test(surface);

/** A body whose words are plain; else the larger one at their end: of `le laboratoire de la ville de X` it is the town. */
function plainly(named: NamedBody): NamedBody[] {
  const { body } = named;
  if (isPlain(body.surface)) return [named];
  const { within } = body;
  return within !== undefined && isPlain(within.surface) && body.surface.endsWith(within.surface)
    ? [{ ...named, body: within }]
    : [];
}

const LETTERS = /^\p{Lu}{3,}$/u;

/** `, association pour …`: what letters stand for. */
const EXPLAINED =
  /^,\s(?:(?:un|une|la|le)\s|l['’])?(?:association|collectif|coopérative|fondation|agence|fédération|réseau|entreprise|organisme|institut)\b/u;

const placesOf = (words: string, text: string): { start: number; end: number }[] => {
  const start = text.indexOf(words);
  return words === '' || start < 0 ? [] : [{ start, end: start + words.length }];
};

/** The names of the bodies that a participation speaks of, with their letters and larger bodies. */
function namesOf({ actor, affiliations }: Participation): string[] {
  const bodies = [actor, ...affiliations.flatMap(({ organization }) => organization ?? [])];
  return bodies
    .flatMap((body) => [body, body.within ?? []].flat())
    .flatMap(({ name, surface, aliases }) => [name, surface, ...(aliases ?? [])]);
}

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

import type { Found } from '../text/scan.ts';
import { collectiveAt } from './collective.ts';
import type { Actor, Opening } from './contribution.ts';
import { type PersonName, scanName } from './name.ts';
import { scanOrganization } from './organization.ts';
import { connectorAt, isRoleAt } from './role.ts';

/** Who is named at `at`, where a list lets an element begin: a person, else a body or team that takes part itself. */
export function actorAt(opening: Opening): Actor | undefined {
  const { source, tokens, at, joined, capacity, before, inBio, context } = opening;
  const person = scanName(source, tokens, at, context.names);
  if (person !== undefined && accepts(person, opening)) {
    const body = joined === 'delegate' ? before.at(-1)?.collective : undefined;
    return {
      person: person.value,
      capacity,
      joined,
      from: at,
      next: person.next,
      ...(body === undefined ? {} : { of: body }),
    };
  }
  if (inBio || person?.value.known === true) return undefined;
  return collectiveAt(opening);
}

// --- internal ---

/** A known given name vouches for itself; otherwise what stands around the name must. */
function accepts(person: Found<PersonName>, opening: Opening): boolean {
  const { source, tokens, joined, before, inBio, context } = opening;
  const after = tokens[person.next];
  const surname = person.value.name.split(' ').at(-1);
  if (before.some((actor) => actor.person?.name === person.value.name)) return false;
  if (inBio)
    return joined !== 'line'
      ? person.value.known &&
          (after?.text === ',' || after?.text === '(') &&
          isRoleAt(tokens, person.next + 1) &&
          before.at(-1)?.person?.name.split(' ').at(-1) !== surname
      : true;
  if (person.value.known) return true;
  if (context.known?.has(person.value.surface.toLowerCase()) === true) return false;
  // `Sentinelles de la Baie`: what stands before `de` and is no given name is a body, unless a post follows.
  if (/ (?:de|des|du) /u.test(person.value.surface) && !isRoleAt(tokens, person.next + 1)) return false;
  if (after === undefined || after.newline)
    return joined === 'first' || joined === 'line' || before.at(-1)?.person !== undefined;
  if (after.text === ',' || after.text === '–' || after.text === '—' || after.text === '-' || after.text === ':')
    return (
      isRoleAt(tokens, person.next + 1) ||
      joined === 'first' ||
      joined === 'line' ||
      scanName(source, tokens, person.next + 1)?.value.known === true
    );
  if (after.text === '(' || after.folded === 'et' || after.text === '&' || after.text === ';')
    return joined !== 'comma' || before.at(-1)?.person !== undefined;
  if (after.text === '.') return before.at(-1)?.person !== undefined || joined === 'first';
  return (
    isRoleAt(tokens, person.next) ||
    (connectorAt(tokens, person.next) > 0 && scanOrganization(source, tokens, person.next + 1) !== undefined) ||
    after.folded === 'est'
  );
}

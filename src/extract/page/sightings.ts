import { fold } from '../../domain/fold.ts';
import type { NamedBody } from '../bodies/body-list.ts';
import { isAcronymOf } from '../people/acronym.ts';
import { isAllCaps, tokenize } from '../text/tokens.ts';
import { NAMING_NOUNS } from '../words/naming.ts';
import type { Scanned } from './context.ts';
import type { NamingLink } from './links.ts';
import { endOf, type Sighting, sightingsIn } from './projects.ts';
import { carriersAfter } from './stewards.ts';
import { announcedTeams, teamsOf } from './teams.ts';
import type { Hints, Title } from './title.ts';

/** A stretch of a text that is read already, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * All places of a page that name a project (or say of a name that it is a body): by the words around it, by its link, by
 * its letters.
 * @param taken stretches that name people and bodies; nothing else is named in them
 */
export function sightingsOf(
  texts: readonly Scanned[],
  hints: Hints,
  links: readonly NamingLink[],
  taken: ReadonlyMap<Scanned, readonly Span[]>,
): Sighting[] {
  const free = (text: Scanned, title: Title): boolean => !taken.get(text)?.some((span) => overlap(span, title));
  const told = texts.flatMap((text) => sightingsIn(text, hints).filter(({ title }) => free(text, title)));
  const all = announcedTeams(texts, withLinks(told, links, free), teamsOf(texts)).map(withOwnKind);
  return [...all, ...texts.flatMap((text) => lettersIn(text, all, free))];
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

// --- internal ---

/** Addresses go to what the words around a link name; a link without such words names by itself. */
function withLinks(
  told: readonly Sighting[],
  links: readonly NamingLink[],
  free: (text: Scanned, title: Title) => boolean,
): Sighting[] {
  const all = [...told];
  for (const { text, title, as, owner } of links) {
    const carriers = owner === undefined ? [] : [largerBody(owner, text)];
    const at = all.findIndex((one) => one.text === text && overlap(one.title, title));
    const known = all[at];
    const { url } = title;
    if (known !== undefined) {
      const addressed = url === undefined ? known.title : { ...known.title, url };
      all[at] = { ...known, title: addressed, carriers: known.carriers.length > 0 ? known.carriers : carriers };
    } else if (free(text, title) && !carries(told, text, title)) {
      const told = as === 'organization' ? [] : carriersAfter(text, endOf(text, title), text.flat.length);
      all.push({ text, title, as: as ?? 'project', carriers: told.length > 0 ? told : carriers, rule: 'link' });
    }
  }
  return all;
}

/** True where the words are those of a body that carries something. */
const carries = (told: readonly Sighting[], text: Scanned, title: Title): boolean =>
  told.some((one) => one.carriers.some((carrier) => (carrier.text ?? one.text) === text && overlap(carrier, title)));

/** The body that a unit (`l'incubateur de l'agence Y`) belongs to, where its own words end those of the unit. */
function largerBody(unit: NamedBody, { flat }: Scanned): NamedBody {
  const { within } = unit.body;
  if (within === undefined) return unit;
  const start = flat.slice(unit.start, unit.end).endsWith(within.surface)
    ? unit.end - within.surface.length
    : unit.start;
  return { body: within, start, end: unit.end };
}

/** `Bus du Bocage`: the name itself begins with a noun that says its kind. */
function withOwnKind(one: Sighting): Sighting {
  const kind = one.kind ?? NAMING_NOUNS.get(tokenize(one.title.name)[0]?.folded ?? '');
  return kind === undefined || one.as === 'organization' ? one : { ...one, kind };
}

/** Letters that stand for a project named in full elsewhere on the page. */
function lettersIn(
  text: Scanned,
  all: readonly Sighting[],
  free: (text: Scanned, title: Title) => boolean,
): Sighting[] {
  const projects = all.filter(({ as }) => as === 'project');
  return text.tokens.flatMap((token, at): Sighting[] => {
    if (!isAllCaps(token) || token.text.length < 3 || token.text.length > 8) return [];
    const full = projects.find(
      ({ title }) =>
        title.aliases.includes(token.text) ||
        (title.name.split(' ').length >= 3 && isAcronymOf(token.text, title.name)),
    );
    const title: Title | undefined =
      full === undefined
        ? undefined
        : { name: full.title.name, aliases: [token.text], start: token.start, end: token.end, next: at + 1 };
    if (title === undefined || !free(text, title)) return [];
    // Beside its full name the acronym is no place of its own.
    const beside = all.some(
      (one) => one.text === text && token.start >= one.title.start && token.start <= one.title.end + 3,
    );
    return beside ? [] : [{ text, title, as: 'project', carriers: [], rule: 'project-letters' }];
  });
}

/** Key by which places of one thing are brought together. */
export const sightingKey = ({ title }: Sighting): string => fold(title.name);

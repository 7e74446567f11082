import type { Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Organization } from '../../domain/organization.ts';
import type { LooseMention } from '../../domain/record.ts';
import type { NamedBody } from '../bodies/body-list.ts';
import { bodiesNamed } from '../bodies/named.ts';
import { organizationMention } from '../people/mentions.ts';
import { scanName } from '../people/name.ts';
import { tokenize } from '../text/tokens.ts';
import type { Scanned } from './context.ts';
import type { NamingLink } from './links.ts';
import type { PagePeople } from './people.ts';
import type { Sighting } from './projects.ts';
import { overlap } from './sightings.ts';
import { linesOf } from './text.ts';

/** A body where a text names it in a part (organiser, host, carrier …). */
export interface PlacedBody {
  readonly text: Scanned;
  readonly named: NamedBody;
}

/** A record for each body that the page gives an address for; a mention for every other place that names a body. */
export function bodyMentions(
  texts: readonly Scanned[],
  placed: readonly PlacedBody[],
  people: PagePeople,
  projects: readonly Sighting[],
  links: readonly NamingLink[],
): { organizations: Organization[]; mentions: LooseMention[] } {
  const organizations = new Map<string, Organization>();
  const mentions: LooseMention[] = [];
  const add = (text: Scanned, named: NamedBody, rule: string): void => {
    const evidence: Evidence = { lines: linesOf(text, named.start, named.end), rule, grade: 'stated' };
    const mention = organizationMention(named.body, evidence);
    const url = links.find((link) => link.text === text && overlap(link.title, named))?.title.url;
    const key = fold(mention.name);
    if (url === undefined || organizations.has(key)) mentions.push({ type: 'mention', mention });
    else {
      const address = { ...evidence, value: url, rule: 'link' };
      organizations.set(key, {
        type: 'organization',
        organization: { ...mention, url },
        location: [],
        urls: [address],
        sameAs: [],
        ...evidence,
      });
    }
  };
  const known = knownBodies(placed, people, projects);
  for (const text of texts) {
    const here = placed.filter((one) => one.text === text).map(({ named }) => named);
    for (const named of here) add(text, named, 'body-involved');
    const titles = projects.filter((one) => one.text === text).map(({ title }) => title);
    const taken = [...here, ...(people.spans.get(text) ?? []), ...titles];
    for (const named of bodiesNamed(text, known, taken))
      if (!namesProject(named, projects)) add(text, named, 'body-named');
  }
  return { organizations: [...organizations.values()], mentions };
}

// --- internal ---

/** Folded names that the page itself shows to be those of bodies. */
function knownBodies(
  placed: readonly PlacedBody[],
  people: PagePeople,
  projects: readonly Sighting[],
): ReadonlySet<string> {
  const names = placed.map(({ named }) => named.body.name);
  for (const { affiliations } of people.participations)
    for (const { organization } of affiliations) if (organization !== undefined) names.push(organization.name);
  const known = new Set(
    names.filter((name) => /\p{Lu}/u.test(name) && scanName(name, tokenize(name), 0)?.value.known !== true).map(fold),
  );
  for (const { title } of projects) known.delete(fold(title.name));
  return known;
}

function namesProject({ body }: NamedBody, projects: readonly Sighting[]): boolean {
  const name = fold(body.name);
  return projects.some(({ title }) => fold(title.name) === name || title.aliases.some((alias) => fold(alias) === name));
}

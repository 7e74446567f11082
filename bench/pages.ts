import { createHash } from 'node:crypto';
import { prose, titleOf, topicOf, type World } from './fiction.ts';
import type { Random } from './random.ts';

/** Kinds of pages: each gives one record. */
export type PageKind = 'agenda' | 'people' | 'organizations';

/** The text of one page: front matter of about eight fields, and a short body. */
export function page(kind: PageKind, random: Random, world: World): string {
  return `---\n${HEADS[kind](random, world).join('\n')}\n---\n\n${prose(random, world, 400)}\n`;
}

/** The `records` of the config for such pages, as YAML below a source. */
export const recordsOf = (kind: PageKind): string => RECORDS[kind];

// --- internal ---

type Head = (random: Random, world: World) => string[];

const HEADS: Readonly<Record<PageKind, Head>> = {
  agenda: (random, world) => {
    const venue = random.often(world.venues);
    const day = dayOf(random);
    const hour = 8 + random.below(10);
    return [
      `title: ${quoted(titleOf(random, world))}`,
      `date: ${day} 10:00:00 +01:00`,
      'categories:',
      '- Événement',
      'tags:',
      ...some(random, 3, () => `- ${quoted(topicOf(random))}`),
      `chapeau-text: ${quoted(prose(random, world, 160))}`,
      `event_start_date: ${day} ${two(hour)}:00:00 +02:00`,
      `event_end_date: ${day} ${two(hour + 2)}:30:00 +02:00`,
      `lieu: ${venue.name}`,
      `adresse: ${venue.address}`,
      'organisateurs:',
      ...some(random, 2, () => `- ${quoted(random.often(world.organizations))}`),
      `site: https://agenda.example/${slug(random)}`,
    ];
  },
  people: (random, world) => {
    const person = random.pick(world.people);
    return [
      `title: ${quoted(person.name)}`,
      `date: ${dayOf(random)}`,
      `fonction: ${quoted(person.role)}`,
      `organisme: ${quoted(person.organization)}`,
      'projets:',
      ...some(random, 2, () => `- ${quoted(random.often(world.projects))}`),
      `site: https://equipe.example/${slug(random)}`,
      `profil: https://reseau.example/${slug(random)}`,
      'visible: true',
    ];
  },
  organizations: (random, world) => {
    const venue = random.often(world.venues);
    return [
      `title: ${quoted(random.pick(world.organizations))}`,
      `date: ${dayOf(random)}`,
      `tutelle: ${quoted(random.often(world.organizations))}`,
      `description: ${quoted(prose(random, world, 200))}`,
      `lieu: ${venue.name}`,
      `adresse: ${venue.address}`,
      `site: https://annuaire.example/${slug(random)}`,
      'visible: true',
    ];
  },
};

const RECORDS: Readonly<Record<PageKind, string>> = {
  agenda: `
      - type: event
        when: event_start_date
        fields:
          name: title
          startDate: event_start_date
          endDate: event_end_date
          location.name: lieu
          location.address: adresse
          organizers: organisateurs
          abstract: chapeau-text
          keywords: [categories, tags]
          url: site`,
  people: `
      - type: person
        fields:
          name: title
          affiliation.role: fonction
          affiliation.organization: organisme
          projects: projets
          url: site
          sameAs: profil`,
  organizations: `
      - type: organization
        fields:
          name: title
          within: tutelle
          description: description
          location.name: lieu
          location.address: adresse
          url: site`,
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const two = (number: number): string => String(number).padStart(2, '0');

const dayOf = (random: Random): string =>
  `${2015 + random.below(10)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;

const some = (random: Random, most: number, make: () => string): string[] =>
  Array.from({ length: 1 + random.below(most) }, make);

const slug = (random: Random): string => createHash('sha256').update(String(random.next())).digest('hex').slice(0, 12);

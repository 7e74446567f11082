import { mlg, NAMESPACES, org, schema } from '../../map/vocab.ts';
import type { Context } from '../context.ts';
import { outward } from '../html.ts';
import type { Thing } from '../things.ts';
import type { Entity } from './read-entity.ts';

/**
 * The thing for search engines: schema.org as their guides for events, organisations and people ask for it
 * (https://developers.google.com/search/docs/appearance/structured-data). Undefined for kinds that they do not know.
 */
export function jsonldOf(context: Context, entity: Entity, self: Thing): unknown {
  const type = TYPES[self.kind];
  if (type === undefined) return undefined;
  const one = (predicate: string) => entity.value(predicate);
  const links = [...entity.objects(schema.url), ...entity.objects(schema.sameAs)].flatMap(
    ({ object }) => outward(object.value) ?? [],
  );
  return without({
    '@context': NAMESPACES.schema.replace(/\/$/, ''),
    '@type': type,
    '@id': self.iri,
    name: self.name,
    url: links[0],
    sameAs: links.length > 1 ? links.slice(1) : undefined,
    alternateName: list(entity.objects(schema.alternateName).map(({ object }) => object.value)),
    description: one(schema.abstract) ?? one(schema.description),
    startDate: type === 'Event' ? self.start : undefined,
    endDate: type === 'Event' ? self.end : undefined,
    datePublished: type === 'Article' ? self.start : undefined,
    headline: type === 'Article' ? self.name : undefined,
    location: type === 'Event' ? placeOf(context, entity) : undefined,
    address: type === 'Place' ? addressOf(entity, one(schema.address)) : undefined,
    organizer: list(
      refs(
        context,
        entity.objects(schema.organizer).map(({ object }) => object.value),
      ),
    ),
    performer: list(
      refs(
        context,
        entity.objects(schema.performer).map(({ object }) => object.value),
      ),
    ),
    superEvent: list(
      refs(
        context,
        entity.objects(schema.superEvent).map(({ object }) => object.value),
      ),
    ),
    affiliation: list(
      refs(
        context,
        entity.objects(schema.affiliation).map(({ object }) => object.value),
      ),
    ),
    jobTitle: list(self.kind === 'person' ? roles(entity) : []),
    parentOrganization: list(
      refs(
        context,
        entity.objects(schema.parentOrganization).map(({ object }) => object.value),
      ),
    ),
    keywords: list(entity.objects(schema.keywords).map(({ object }) => object.value)),
  });
}

// --- internal ---

const TYPES: Partial<Record<Thing['kind'], string>> = {
  event: 'Event',
  session: 'Event',
  'agenda-item': 'Event',
  person: 'Person',
  organization: 'Organization',
  project: 'Project',
  place: 'Place',
  article: 'Article',
};

function refs({ things }: Context, iris: readonly string[]): unknown[] {
  return iris.flatMap((iri) => {
    const thing = things.get(iri);
    return thing === undefined ? [] : [{ '@type': TYPES[thing.kind] ?? 'Thing', '@id': iri, name: thing.name }];
  });
}

function placeOf(context: Context, entity: Entity): unknown {
  const iri = entity.value(schema.location);
  const thing = iri === undefined ? undefined : context.things.get(iri);
  if (thing === undefined) return undefined;
  const address = entity.value(schema.address, thing.iri);
  return without({ '@type': 'Place', '@id': thing.iri, name: thing.name, address: addressOf(entity, address) });
}

function addressOf(entity: Entity, address: string | undefined): unknown {
  if (address === undefined) return undefined;
  return without({
    '@type': 'PostalAddress',
    streetAddress: entity.value(schema.streetAddress, address),
    postalCode: entity.value(schema.postalCode, address),
    addressLocality: entity.value(schema.addressLocality, address),
    addressCountry: entity.value(schema.addressCountry, address),
  });
}

function roles(entity: Entity): string[] {
  const memberships = entity.subjects(org.member).filter(({ subject }) => entity.value(mlg.past, subject) !== 'true');
  return memberships.flatMap(({ subject }) => entity.value(mlg.roleAsPrinted, subject) ?? []);
}

const list = (values: readonly unknown[]): unknown =>
  values.length === 0 ? undefined : values.length === 1 ? values[0] : values;

const without = (object: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

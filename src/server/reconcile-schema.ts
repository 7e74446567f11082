import { mlg, schema } from '../map/vocab.ts';
import type { SearchKind } from '../search/document.ts';

/** Types and properties that the reconciliation service knows, by their names in the vocabularies. */

export type Language = 'fr' | 'en';

export interface ReconcileType {
  readonly id: string;
  readonly kind: SearchKind;
  readonly name: Readonly<Record<Language, string>>;
}

export const TYPES: readonly ReconcileType[] = [
  { id: 'Person', kind: 'person', name: { fr: 'Personne', en: 'Person' } },
  { id: 'Organization', kind: 'organization', name: { fr: 'Organisation', en: 'Organisation' } },
  { id: 'Project', kind: 'project', name: { fr: 'Projet', en: 'Project' } },
  { id: 'Place', kind: 'place', name: { fr: 'Lieu', en: 'Place' } },
  { id: 'Event', kind: 'event', name: { fr: 'Événement', en: 'Event' } },
];

export const KINDS: readonly SearchKind[] = TYPES.map(({ kind }) => kind);

export const typeOf = (kind: SearchKind): ReconcileType | undefined => TYPES.find((type) => type.kind === kind);
export const typeOfId = (id: string): ReconcileType | undefined => TYPES.find((type) => type.id === id);

export interface ReconcileProperty {
  readonly id: string;
  readonly kinds: readonly SearchKind[];
  readonly name: Readonly<Record<Language, string>>;
  /** From the thing to the value, as a path of SPARQL. */
  readonly path: string;
  /** Type of the things that are its values. */
  readonly type?: string;
}

/** In the order in which they are proposed. */
export const PROPERTIES: readonly ReconcileProperty[] = [
  property('affiliation', ['person'], 'affiliation', 'affiliation', schema.affiliation, 'Organization'),
  property('worksOn', ['person'], 'travaille sur', 'works on', mlg.worksOn, 'Project'),
  property('startDate', ['event'], 'début', 'start date', schema.startDate),
  property('endDate', ['event'], 'fin', 'end date', schema.endDate),
  property('organizer', ['event'], 'organisateur', 'organiser', schema.organizer, 'Organization'),
  property('about', ['event'], 'à propos de', 'about', schema.about, 'Project'),
  property('stewardedBy', ['project'], 'porté par', 'stewarded by', mlg.stewardedBy, 'Organization'),
  property(
    'parentOrganization',
    ['organization'],
    'fait partie de',
    'part of',
    schema.parentOrganization,
    'Organization',
  ),
  property('location', ['event', 'organization', 'project'], 'lieu', 'location', schema.location, 'Place'),
  address('streetAddress', 'rue', 'street', schema.streetAddress),
  address('postalCode', 'code postal', 'postal code', schema.postalCode),
  address('addressLocality', 'commune', 'town', schema.addressLocality),
  property('alternateName', KINDS, 'autre nom', 'other name', schema.alternateName),
  property('description', ['organization', 'project'], 'description', 'description', schema.description),
  property('keywords', ['event', 'project'], 'mots-clés', 'keywords', schema.keywords),
  property('url', KINDS, 'page web', 'web page', schema.url),
  property('sameAs', KINDS, 'identifiant ailleurs', 'id elsewhere', schema.sameAs),
];

export const propertyOfId = (id: string): ReconcileProperty | undefined => PROPERTIES.find((known) => known.id === id);

// --- internal ---

function property(
  id: string,
  kinds: readonly SearchKind[],
  fr: string,
  en: string,
  iri: string,
  type?: string,
): ReconcileProperty {
  return { id, kinds, name: { fr, en }, path: `<${iri}>`, ...(type === undefined ? {} : { type }) };
}

/** Places have it by way of their address; other things by way of their place. */
function address(id: string, fr: string, en: string, iri: string): ReconcileProperty {
  return {
    id,
    kinds: ['place', 'event', 'organization'],
    name: { fr, en },
    path: `(<${schema.location}>?/<${schema.address}>/<${iri}>)`,
  };
}

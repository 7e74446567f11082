import { mlg, schema, skos } from '../map/vocab.ts';

/** Kinds of things that have a page, as they stand in addresses; in the order in which they are shown. */
export const KINDS = [
  'event',
  'session',
  'agenda-item',
  'person',
  'organization',
  'project',
  'place',
  'article',
  'cohort',
  'concept',
] as const;
export type Kind = (typeof KINDS)[number];

export const isKind = (text: string | undefined): text is Kind => KINDS.some((kind) => kind === text);

/** The class of each kind. */
export const CLASSES: Readonly<Record<Kind, string>> = {
  event: schema.Event,
  session: mlg.Session,
  'agenda-item': mlg.AgendaItem,
  person: schema.Person,
  organization: schema.Organization,
  project: schema.Project,
  place: schema.Place,
  article: schema.Article,
  cohort: mlg.Cohort,
  concept: skos.Concept,
};

interface Words {
  readonly one: string;
  readonly many: string;
}

/** What a kind is called, in each language. */
export const KIND_WORDS: Readonly<Record<'fr' | 'en', Readonly<Record<Kind, Words>>>> = {
  fr: {
    event: { one: 'événement', many: 'événements' },
    session: { one: 'session', many: 'sessions' },
    'agenda-item': { one: 'point d’ordre du jour', many: 'points d’ordre du jour' },
    person: { one: 'personne', many: 'personnes' },
    organization: { one: 'organisation', many: 'organisations' },
    project: { one: 'projet', many: 'projets' },
    place: { one: 'lieu', many: 'lieux' },
    article: { one: 'article', many: 'articles' },
    cohort: { one: 'promotion', many: 'promotions' },
    concept: { one: 'thème', many: 'thèmes' },
  },
  en: {
    event: { one: 'event', many: 'events' },
    session: { one: 'session', many: 'sessions' },
    'agenda-item': { one: 'agenda item', many: 'agenda items' },
    person: { one: 'person', many: 'people' },
    organization: { one: 'organisation', many: 'organisations' },
    project: { one: 'project', many: 'projects' },
    place: { one: 'place', many: 'places' },
    article: { one: 'article', many: 'articles' },
    cohort: { one: 'cohort', many: 'cohorts' },
    concept: { one: 'theme', many: 'themes' },
  },
};

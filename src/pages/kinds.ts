import { SEARCH_KINDS, type SearchKind } from '../search/document.ts';

/** Kinds of things that have a page, as they stand in addresses; in the order in which they are shown. */
export const KINDS = SEARCH_KINDS;
export type Kind = SearchKind;

export const isKind = (text: string | undefined): text is Kind => KINDS.some((kind) => kind === text);

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

import type { ActorKind, OccasionType, View } from '../../network/network.ts';
import { type Notations, notationText } from '../../pages/result/results.ts';
import { dataOf, language, t } from '../page-data.ts';

export const VIEW_WORDS: Readonly<Record<View, () => string>> = {
  people: () => t('Personnes, par leurs sessions communes', 'People, by the sessions they share'),
  organizations: () => t('Organisations, par leurs sessions communes', 'Organisations, by the sessions they share'),
  'people-organizations': () => t('Personnes et leurs organisations', 'People and their organisations'),
  'organizations-projects': () => t('Organisations et projets', 'Organisations and projects'),
};

export const KIND_WORDS: Readonly<Record<ActorKind, () => string>> = {
  person: () => t('personne', 'person'),
  organization: () => t('organisation', 'organisation'),
  project: () => t('projet', 'project'),
};

export const OCCASION_WORDS: Readonly<Record<OccasionType, () => string>> = {
  session: () => t('session', 'session'),
  'agenda-item': () => t('point d’ordre du jour', 'agenda item'),
  event: () => t('événement', 'event'),
  article: () => t('article', 'article'),
  stewardship: () => t('portage d’un projet', 'stewardship of a project'),
};

/** What a format is called, as the page says it. */
export const formatText = (notation: string): string =>
  notationText(dataOf<Notations>('notations') ?? {}, 'format', notation) ?? notation;

/** At most four decimals, with the language's point. */
export const figure = (value: number): string => {
  const text = String(Math.round(value * 10_000) / 10_000);
  return language === 'fr' ? text.replace('.', ',') : text;
};

/** A name without case and accents, to search in. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

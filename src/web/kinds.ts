import { t } from './page-data.ts';

/** What a kind of thing is called. */
export const kindText = (kind: string): string => KINDS.get(kind)?.() ?? kind;

// --- internal ---

const KINDS = new Map<string, () => string>([
  ['event', () => t('événement', 'event')],
  ['session', () => t('session', 'session')],
  ['agenda-item', () => t('ordre du jour', 'agenda item')],
  ['person', () => t('personne', 'person')],
  ['organization', () => t('organisation', 'organisation')],
  ['project', () => t('projet', 'project')],
  ['place', () => t('lieu', 'place')],
  ['article', () => t('article', 'article')],
  ['cohort', () => t('promotion', 'cohort')],
  ['concept', () => t('thème', 'theme')],
]);

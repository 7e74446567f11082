import type { Format } from '../../domain/session.ts';

/**
 * Words that name a session's format, folded, longest first within a format. Order is rank: where a text names two
 * formats with the same force, the one that says more of how the session is held comes first.
 */
export const FORMAT_WORDS: readonly (readonly [Format, readonly string[]])[] = [
  ['hackathon', ['hackathon', 'hackaton', 'datathon']],
  ['forum-ouvert', ['forum ouvert', 'forums ouverts', 'barcamp', 'world cafe']],
  ['table-ronde', ['table ronde', 'tables rondes', 'table-ronde', 'tables-rondes']],
  ['keynote', ['keynote']],
  ['pleniere', ['seance pleniere', 'seances plenieres', 'pleniere', 'plenieres']],
  ['masterclass', ['masterclass', 'masterclasses', 'master class', 'master-class']],
  ['regards-croises', ['regards croises', 'regard croise']],
  [
    'retex',
    [
      "retour d'experience",
      "retours d'experience",
      "retours d'experiences",
      "retour d'experiences",
      'retex',
      'rex',
      "partage d'experience",
      "partage d'experiences",
    ],
  ],
  ['visite', ['visite', 'visites', 'deambulation']],
  ['demonstration', ['demonstration', 'demonstrations', 'demo']],
  ['pitchs', ['pitchs', 'pitches']],
  ['pitch', ['pitch']],
  ['conference', ['conference', 'conferences']],
  ['temoignage', ['temoignage', 'temoignages']],
  ['presentation', ['presentation']],
  ['intervention', ['intervention']],
  ['echange', ['echange', 'echanges']],
  ['atelier', ['atelier', 'ateliers', 'atelier-formation', 'workshop']],
];

/** Determiners that point at the session itself (3), name it (2) or speak of such things in general (1). */
export const DETERMINER_FORCE = new Map<string, number>([
  ['ce', 3],
  ['cet', 3],
  ['cette', 3],
  ['ces', 3],
  ['un', 2],
  ['une', 2],
  ['le', 2],
  ['la', 2],
  ["l'", 2],
  ['leur', 2],
  ['leurs', 2],
  ['les', 1],
  ['des', 1],
]);

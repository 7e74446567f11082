/** Folded French month and weekday names. */
export const MONTHS = new Map(
  [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ].map((name, index) => [name, index + 1]),
);

/** ISO numbers: Monday 1 to Sunday 7. */
export const WEEKDAYS = new Map(
  ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'].map((name, index) => [name, index + 1]),
);

/** Words that name half a day on an index page. */
export const HALF_DAYS = new Set(['matin', 'matinee', 'apres-midi', 'soir', 'soiree', 'midi', 'journee']);

/** First words of what is no session: pauses and meals. */
export const BREAKS = new Set([
  'pause',
  'pauses',
  'dejeuner',
  'repas',
  'cocktail',
  'aperitif',
  'buffet',
  'diner',
  'cafe',
  'petit-dejeuner',
  'accueil-cafe',
]);

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

/** Stretches of time that a sentence sets something in: `cet automne`, `l'an dernier`. Folded. */
export const PERIODS = new Set(
  'an annee mois semaine jour printemps ete automne hiver rentree saison trimestre semestre'.split(' '),
);

/** The same in the plural, counted: `depuis deux ans`. Folded. */
export const COUNTED_PERIODS = new Set('ans annees mois semaines jours saisons'.split(' '));

/** Adverbs of time, and others that stand between a verb and its object. Folded. */
export const BETWEEN_ADVERBS = new Set(
  "ensemble aussi egalement enfin recemment aujourd'hui desormais deja ainsi conjointement bientot notamment depuis ici maintenant".split(
    ' ',
  ),
);

/** Words that texts speak of events with. All folded. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** What an event may be called: `la matinée est organisée par …`. */
export const EVENT_NOUNS = words(
  `evenement evenements rencontre rencontres journee journees matinee matinees soiree soirees apres-midi rendez-vous
  conference conferences atelier ateliers webinaire webinaires seminaire seminaires colloque forum salon festival hackathon
  datathon edition cycle assises etats-generaux universite matinale matinales petit-dejeuner meetup barcamp semaine
  semaines congres sommet convention temps echange debat table-ronde ceremonie inauguration lancement operation manifestation
  rdv session sessions visite nuit fete kermesse anniversaire printemps marathon demi-journee exposition projection causerie
  balade promenade rallye tournoi masterclass formation concert spectacle veillee gouter`,
);

/** Nouns before a proper name that make it the name of an event: `les rencontres Untel`. */
export const NAMED_EVENTS = words(
  `rencontres festival salon journees assises semaine congres forum sommet colloque convention conference printemps nuit
  hackathon datathon evenement rendez-vous seminaire webinaire matinales concours`,
);

/** Headings over an agenda. */
export const AGENDA_HEADING =
  /^(?:(?:au|le|notre|votre|un|du)\s+)?(?:programme|programmation|deroule|deroulement|agenda|ordre du jour|planning|timing|conducteur)\b|\bau programme\b|^(?:l'|les? )?(?:temps forts|grandes? etapes)\b/;

/** Headings over practical information, where times are opening hours. */
export const PRACTICAL_HEADING =
  /\b(?:infos?|informations?) pratiques?\b|\bhoraires d'ouverture\b|\bacces\b|\bcomment (?:y aller|venir|s'y rendre)\b|\bcontacts?\b|\bpermanences?\b|\binscriptions?\b/;

/** Titles of words that open an event. */
export const OPENING_WORDS =
  /^(?:(?:petit )?mots? (?:d'accueil|d'ouverture|d'introduction|de bienvenue|introductifs?)|ouverture|accueil|bienvenue|introduction|allocutions? (?:d'ouverture|d'accueil|de bienvenue)|discours (?:d'ouverture|d'accueil|de bienvenue|introductif)|cafe et mots? d'accueil)\b/;

/** How a sentence says that someone opens: `En ouverture, …`. */
export const OPENING_PHRASE = /^(?:en (?:ouverture|introduction|preambule)|pour (?:ouvrir|commencer|introduire))\b/;

/** Notes that leave an item open, at its end. */
export const UNSETTLED =
  /\s*[-–—(,]\s*(?:en cours de (?:construction|confirmation|definition|finalisation)|a confirmer|a preciser|sous reserve[^)]*|tbc|programme a venir)\s*\)?\s*$/;

export const NUMBER_WORDS = words(
  'un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt plusieurs des les nos',
);

/** Participles that tie a thing to who carries it, before `par`. Folded, without endings. Who only helps carries nothing. */
const PARTICIPLES = `(?:(?:pilote|porte|developpe|concu|cree|initie|imagine|lance|coordonne|produit|edite|gere|heberge|opere|mene|realise|maintenu|publie|organise|administre|anime|propose|fourni|deploye|elabore|redige|construit|ecrit|ouvert|invente|alimente|compose|fabrique|assemble)(?:e|s|es)?|tenu(?:e|s|es)?(?: a jour)?|mis(?:e|es)? (?:en (?:place|oeuvre|ligne|service|circulation)|au point|sur pied))`;

/** `porté par`, also with a few words between: `développé depuis 2021 par`. On folded text. */
export const CARRIED_BY = new RegExp(`\\b${PARTICIPLES}(?:\\s+[^\\s,.;:()]+){0,4}? par\\s+`, 'u');

/** The same right before who carries it: only another participle, a date or `conjointement` may stand between. */
export const CARRIES = new RegExp(
  `\\b${PARTICIPLES} (?:(?:conjointement|et \\S+|en \\d{4}|depuis \\d{4}|depuis|ensemble) )?par (?=\\S)`,
  'u',
);

/** `X, à l'initiative de Y`: Y carries X. */
export const INITIATIVE_OF = /,\s*a l'initiative (?:de |du |d'|des )/u;

/** A participle of making that opens what is said of a thing: `X, développé avec …`. On folded text. */
export const MADE = new RegExp(`^${PARTICIPLES}\\b`, 'u');

/** Verbs whose subject makes or runs what follows them: `X développe l'outil Y`. Folded, so that a participle is its present. */
export const MAKES: ReadonlySet<string> = new Set([
  ...forms(
    'developp lanc port pilot edit anim cre realis publi propos present imagin elabor invent initi coordonn deploi heberg men',
    'e ent era eront er',
  ),
  ...`concu concoit conçoivent concoivent construit construisent construira ouvert ouvre ouvrent ouvrira ecrit ecrivent ecrira produit
  produisent produira tient tiennent maintient maintiennent redige redigent redigera gere gerent`.split(/\s+/),
]);

/** What `mettre` makes: `X a mis au point Y`. Sequences of folded tokens. */
export const SET_UP: readonly (readonly string[])[] = [
  ['au', 'point'],
  ['en', 'ligne'],
  ['en', 'place'],
  ['en', 'oeuvre'],
  ['en', 'service'],
  ['sur', 'pied'],
];

/** Verbs that make parts a whole: `mille fiches composent la base Y`. Folded. */
export const MAKES_UP = forms('compos constitu aliment', 'e ent era eront er');

/** Nouns of making, before `de`: `X travaille à la production d'un Y`. Folded. */
export const MAKING: ReadonlySet<string> = new Set(
  'creation production publication developpement lancement conception realisation edition redaction'.split(' '),
);

/** Infinitives of making: `un travail piloté par X a réuni … pour définir un schéma Y`. Folded. */
export const TO_MAKE: ReadonlySet<string> = new Set(
  'definir construire produire elaborer concevoir creer developper realiser rediger publier batir ecrire lancer ouvrir'.split(
    ' ',
  ),
);

// --- internal ---

function forms(stems: string, endings: string): ReadonlySet<string> {
  return new Set(stems.split(' ').flatMap((stem) => endings.split(' ').map((ending) => stem + ending)));
}

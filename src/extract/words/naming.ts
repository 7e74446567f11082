import type { ProjectKind } from '../../domain/project.ts';

/**
 * Nouns that make a project of the proper name after them (`le programme X`) or before them (`X, une plateforme de …`),
 * folded, with the kind they speak for. Nouns that head bodies as well (réseau, observatoire, incubateur) are not here.
 */
export const NAMING_NOUNS: ReadonlyMap<string, ProjectKind> = new Map([
  ...entries('digital-common', 'commun communs'),
  ...entries(
    'software',
    'logiciel logiciels application applications appli applis outil outils solution solutions editeur extension moteur navigateur algorithme progiciel framework messagerie messageries',
  ),
  ...entries(
    'service',
    'service services plateforme plateformes plate-forme site sites portail portails dispositif dispositifs simulateur guichet bus cartographie teleservice wiki annuaire encyclopedie newsletter podcast mooc produit produits bibliotheque-numerique',
  ),
  ...entries(
    'programme',
    'programme programmes plan strategie accelerateur appel label concours parcours cursus feuille-de-route partenariat',
  ),
  ...entries(
    'initiative',
    'projet projets demarche demarches initiative initiatives experimentation experimentations campagne operation chantier approche methode mouvement defi laureat laureats laureate laureates action jeu',
  ),
  ...entries('dataset', 'base bases jeu-de-donnees jeux referentiel repertoire indice barometre-de-donnees'),
  ...entries('standard', 'standard standards schema schemas norme norme-de format protocole charte'),
  ...entries(
    'report',
    'rapport rapports etude etudes enquete guide guides panorama barometre kit manuel carnet carnets livret livrets atlas',
  ),
  ...entries(
    'event',
    'festival salon rencontres assises journees semaine congres forum sommet hackathon colloque convention evenement nuit matinales printemps',
  ),
]);

/** Nouns that make a body of the name they are said of: `X, une association de …`. */
export const BODY_NOUNS = new Set(
  `association cooperative entreprise start-up startup societe agence fondation collectif federation scop scic ong bureau cabinet
  studio laboratoire institut ecole organisme etablissement reseau structure incubateur fabrique mission direction ville`.split(
    /\s+/,
  ),
);

/** What ties an enumeration of names to the noun before it. Folded token sequences. */
export const SUCH_AS: readonly (readonly string[])[] = [
  ['tels', 'que'],
  ['telles', 'que'],
  ['tel', 'que'],
  ['telle', 'que'],
  ['tels', "qu'"],
  ['telles', "qu'"],
  ['comme'],
  ['dont'],
  ['notamment'],
  ['parmi', 'lesquels'],
  ['parmi', 'lesquelles'],
  ['a', "l'", 'instar', 'de'],
  ['a', "l'", 'image', 'de'],
  ['par', 'exemple'],
  [':'],
  ['('],
];

/** Words before a noun that praise or count what it names: `la première plateforme`. */
export const PRAISE = new Set(
  'premier premiere nouveau nouvelle nouvel jeune grand grande vaste petit petite celebre seul seule vraie vrai veritable'.split(
    ' ',
  ),
);

/** Words on a link that serve the reader and name nothing. Folded. */
export const SERVICE_LINK =
  /^[>→\s]*(?:s'inscrire|je m'inscris|je participe|inscri|en savoir|plus d'|pour (?:en savoir|plus|vous|s'inscrire)|infos?\b|informations?\b|consulte|decouvr|telecharg|lire\b|lisez|voir\b|acced|cliqu|ici$|ce lien|lien\b|le programme$|programme(?: complet| detaille)?$|site (?:web|internet|officiel)|contact|participe[rz]|rejoindre|rejoignez|replay|(?:re)?visionner|revoir|retrouve|suivre|suivez|formulaire|postul|candidat|billet|reserv|plan d'acces|communique|article|dossier|page\b|venir\b|acces\b|horaires|itineraire|toutes? les|tous les|video|partage[rz]|proposer|deposer|je\b|nous\b|(?:facebook|twitter|linkedin|mastodon|youtube|instagram|bluesky|peertube|github|gitlab|x)$|cet?\b|cette\b|sur\b)/;

/** Words that open a sentence with a capital and are no part of the name after them: `Avec X, un programme …`. Folded. */
export const OPENERS = new Set(
  'avec pour dans depuis chez sur selon sous apres avant via en a par lors grace face entre comme contre vers voici voila'.split(
    ' ',
  ),
);

// --- internal ---

function entries(kind: ProjectKind, nouns: string): [string, ProjectKind][] {
  return nouns.split(' ').map((noun) => [noun, kind]);
}

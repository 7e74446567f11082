import { fold } from '../../domain/fold.ts';
import { remembered } from '../text/memo.ts';

/**
 * Head words of French posts and trades, folded. Feminine and inclusive forms come from `isRoleWord`, which takes off
 * endings; irregular ones stand here.
 */
const HEADS = new Set(
  `accompagnateur accompagnatrice adherent adjoint administrateur administratrice agent ambassadeur ambassadrice analyste
  animateur animatrice anthropologue architecte archiviste artiste assistant associe attache auditeur avocat benevole
  bibliothecaire cadre cartographe ceo charge chef cheffe chercheur chercheuse chroniqueur cto coach coanimateur
  cofondateur cofondatrice co-fondateur co-fondatrice co-dirigeant codirigeant co-president co-presidente copresident
  co-directeur co-directrice codirecteur codirectrice co-responsable co-gerant cogerant collaborateur collaboratrice
  comedien commissaire communicant concepteur conceptrice conferencier conservateur conservatrice conseiller
  conseillere consultant contributeur contributrice coordinateur coordinatrice coordonnateur coordonnatrice
  correspondant createur creatrice data-scientist deleguee delegue depute designer developpeur developpeuse dg dga dgs
  dsi dpo diplomate directeur directrice dirigeant doctorant docteur docteure documentaliste doyen doyenne
  economiste ecrivain editeur editrice educateur educatrice elu elue employe enseignant enseignante-chercheuse
  enseignant-chercheur entrepreneur entrepreneuse ergonome essayiste etudiant expert facilitateur facilitatrice
  fondateur fondatrice formateur formatrice game geographe geomaticien geomaticienne gerant gestionnaire
  graphiste head historien historienne eleveur eleveuse sage-femme greffier greffiere regisseur regisseuse capitaine lieutenant
  commandant controleur controleuse preventionniste notateur cuisinier cuisiniere facteur factrice libraire gardien
  gardienne entraineur entraineuse navigateur ouvrier ouvriere paysan paysanne vigneron vigneronne berger bergere
  postier postiere chorégraphe conteur conteuse brodeur brodeuse horloger menuisier menuisiere charpentier charpentiere
  mecanicien mecanicienne electricien electricienne fonctionnaire magistrat juge huissier policier gendarme pompier
  ambulancier orthophoniste kinesitherapeute pharmacien pharmacienne dentiste bibliothecaire-documentaliste illustrateur illustratrice infirmier informaticien ingenieur ingenieure
  inspecteur inspectrice instituteur institutrice intervenant inventeur journaliste juriste laureat lead lecteur
  maire maitre maitresse manager mediateur mediatrice medecin membre metteur militant ministre modele moderateur
  moderatrice notaire officier operateur operatrice orateur paysagiste pdg pedagogue philosophe photographe
  physicien physicienne pilote politiste politologue porte-parole porteur porteuse postdoctorant post-doctorant
  post-doctorante prefet prefete premier president procureur product producteur productrice professeur professeure
  program programmateur programmatrice project psychologue psychiatre proviseur realisateur realisatrice recteur
  rectrice redacteur redactrice referent rapporteur rapporteure representant responsable salarie scenariste scientifique
  secretaire senateur senatrice sociologue soignant specialiste stagiaire statisticien statisticienne
  sous-directeur sous-directrice sous-prefet superviseur syndicaliste technicien technicienne theoricien traducteur
  traductrice tresorier tresoriere universitaire urbaniste utilisateur utilisatrice veterinaire vice-president
  vice-presidente volontaire webmestre youtubeur youtubeuse philanthrope facilitante encadrant respectivement relecteur relectrice apiculteur maraicher maraichere
  artisan commercant agriculteur medecin-conseil infirmiere archeologue astronome biologiste chimiste linguiste poete
  musicien musicienne plasticien plasticienne scenographe vidaste dessinateur dessinatrice valoriste temoin`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Endings that mark gender or number, longest first; inclusive points and hyphens come before them. */
const ENDINGS = [
  'trices',
  'trice',
  'rices',
  'rice',
  'euses',
  'euse',
  'ieres',
  'iere',
  'nes',
  'ne',
  'les',
  'le',
  'fes',
  'fe',
  'ere',
  'es',
  'e',
  's',
];

/** First words of a bio or a legend that look like posts but tell of works, not of a post held. */
const NOT_POSTS = new Set([
  'auteur',
  'auteure',
  'autrice',
  'coauteur',
  'co-auteur',
  'coauteure',
  'co-auteurice',
  'co-autrice',
]);

/**
 * True for a word that heads a post: `directrice`, `Chargé·e`, `1er` is not, `vice-présidentes` is.
 * @param word as printed
 */
export const isRoleWord = remembered((word) => {
  const folded = fold(word).replace(/\([^)]*\)/g, '');
  if (NOT_POSTS.has(folded)) return false;
  if (HEADS.has(folded)) return true;
  const plain = (folded.split(/[·•./]/)[0] ?? folded).replace(/-(e|rice|trice|euse|ere|ne|fe|es|s)$/, '');
  if (HEADS.has(plain)) return true;
  const hyphen = plain.indexOf('-');
  // `présidente-fondatrice`, `ingénieure-conseil`: the first word is the post.
  if (hyphen > 3 && isRoleWord(plain.slice(0, hyphen)) && isRoleWord(plain.slice(hyphen + 1))) return true;
  if (TRADE.test(plain) && !NOT_TRADES.has(plain)) return true;
  return ENDINGS.some(
    (ending) => plain.length > ending.length + 2 && plain.endsWith(ending) && HEADS.has(plain.slice(0, -ending.length)),
  );
});

/** Endings that only trades and sciences' practitioners have. */
const TRADE = /^\p{Ll}{2,}(?:ologue|ologiste|icienne?|graphe|onome|iatre)$/u;
const NOT_TRADES = new Set([
  'catalogue',
  'dialogue',
  'prologue',
  'paragraphe',
  'autographe',
  'orthographe',
  'autonome',
  'parisienne',
]);

/** Words that may stand before the head of a post: `1er adjoint`, `jeune chercheuse`, `game designer`. */
export const ROLE_PREFIXES = new Set([
  '1er',
  '1ere',
  '2e',
  '2eme',
  '3e',
  '3eme',
  'premier',
  'premiere',
  'deuxieme',
  'troisieme',
  'actuel',
  'actuelle',
  'jeune',
  'senior',
  'junior',
  'ux',
  'innovation',
  'community',
  'open',
  'chief',
  'data',
  'haut',
  'haute',
  'grand',
  'grande',
  'futur',
  'future',
]);

/** What follows a post and its body and still belongs to the post: `en charge de …`, `délégué à …`. */
export const ROLE_TAILS: readonly (readonly string[])[] = [
  ['en', 'charge'],
  ['delegue', 'a'],
  ['delegue', 'au'],
  ['delegue', 'aux'],
  ['deleguee', 'a'],
  ['deleguee', 'au'],
  ['deleguee', 'aux'],
  ['charge', 'de'],
  ['charge', 'du'],
  ['charge', 'des'],
  ['chargee', 'de'],
  ['chargee', 'du'],
  ['chargee', 'des'],
  ['charge', "d'"],
  ['chargee', "d'"],
];

/** A post in the plural holds for all those printed before it: `cofondateurs`, `chargé·es de mission`. */
export const isPluralRole = (role: string): boolean =>
  /^[\p{L}·.-]+[sx](?=\s|$)/u.test(role) && !/^(?:dgs|vice)$/i.test(role.split(' ')[0] ?? '');

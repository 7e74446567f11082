import { fold } from '../../domain/fold.ts';
import { remembered } from '../text/memo.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Public bodies and places that act: their kind is part of their name (`ville de …`, `université …`). */
export const TERRITORIAL =
  words(`ville villes mairie commune communes communaute metropole eurometropole agglomeration region departement
  departements conseil ministere ministeres prefecture sous-prefecture rectorat academie universite ecole lycee college hopital chu
  commission parlement senat assemblee etat union ambassade delegation direction secretariat haut-commissariat
  prefectures mediatheque bibliotheque musee archives chambre office caisse tribunal cour gouvernement province canton
  syndicat ccas cias epci sdis pays parc autorite inspection haute centre centres secours etablissement`);

/** Kinds whose word is a label before the proper name (`l'association X`): the name is what follows. */
export const LABELS =
  words(`association agence collectif collectifs studio laboratoire labo tiers-lieu tiers entreprise societe cooperative
  scop scic cabinet groupe groupement equipe equipe-projet equipes projet programme plateforme dispositif reseau
  fondation federation institut observatoire incubateur fabrique hub compagnie start-up startup ong think-tank media
  journal revue mensuel quotidien hebdomadaire maison communaute cluster consortium atelier ateliers club comite cercle bureau service pole mission
  cellule unite departement operateur regie espace antenne fablab living-lab living lab campus chaire confederation
  mutuelle banque editeur conservatoire cite promotion labs initiative initiatives mouvement ressourcerie recyclerie residence
  ligue radio magazine revue podcast theatre cinema librairie ludotheque epicerie foyer ehpad creche halte jardin
  pepiniere consortium amicale coordination delegation-regionale alliance plate-forme webradio`);

/** Parts of a body. Beside a post they belong to the post (`chef du service X`), alone they are whom one stands for. */
export const UNITS =
  words(`service services pole bureau mission cellule unite programme projet projets secteur domaine volet stand equipe
  plaidoyer portefeuille departement-projet`);

/** Parts of an administration or a company that a list names between a post and the larger body. */
export const PARTS = words(
  'direction sous-direction service services pole bureau mission cellule unite delegation secretariat',
);

/** Teams take part as teams. */
export const TEAMS = words('equipe equipes equipe-projet membres communaute');

/** Words found in names of bodies and hardly ever in names of people. Folded. */
const NAME_WORDS =
  words(`numerique numeriques ville metropole agence association universite institut centre centres collectif coop lab labs
  conseil studio france europe fondation reseau open data media tech cloud group groupe services service territoires
  territoire commun communs mairie region departement ecole ecoles hub internet societe wiki wikimedia digital design
  social sociale citoyen citoyenne citoyens solidaire solidaires solidarite innovation network foundation club maison
  banque caisse direction ministere office observatoire federation union cooperative scop scic cnrs inria ecolab
  politics source conseils avocats associes partners consulting editions presse presses radio festival musee sante
  education formation emploi jeunesse culture sport environnement transition ecologie energie mobilite habitat
  urbanisme tourisme commission parlement europeenne national nationale internationale the les des of for and project
  programme atelier table ronde plateforme plateformes intelligence artificielle inclusion mediation`);

/** True for a word that speaks for a body and against a person. */
export const isOrganizationWord = remembered((word) => {
  const folded = fold(word);
  return NAME_WORDS.has(folded) || TERRITORIAL.has(folded) || LABELS.has(folded);
});

export const isOrganizationKind = remembered((word) => {
  const folded = fold(word);
  return TERRITORIAL.has(folded) || LABELS.has(folded) || UNITS.has(folded) || TEAMS.has(folded);
});

import type { ProjectKind } from '../../domain/project.ts';

/** Nouns that say what kind of thing is presented, folded, with the kind they speak for. */
export const PROJECT_NOUNS = new Map<string, ProjectKind>([
  ...entries('digital-common', 'commun communs'),
  ...entries('software', 'logiciel logiciels application applications appli outil outils solution'),
  ...entries(
    'service',
    'service services plateforme plateformes dispositif site portail permanence permanences guichet messagerie bus triporteur observatoire cartographie cafe',
  ),
  ...entries('programme', 'programme programmes appel plan strategie incubateur accelerateur ami parcours'),
  ...entries(
    'initiative',
    'projet projets demarche methode initiative initiatives experience experimentation campagne reseau collectif',
  ),
  ...entries('dataset', 'base jeu indice referentiel annuaire donnees'),
  ...entries('standard', 'standard schema norme'),
  ...entries('report', 'rapport etude enquete guide livre panorama barometre'),
  ...entries('event', 'festival kermesse kermesses journee journees salon rencontre rencontres'),
  ...entries(
    'organisation',
    'association cooperative entreprise fondation collectif federation regie centre ccas mairie',
  ),
]);

/** Participles that give a name: `un modèle baptisé X`. Folded. */
export const CALLED = forms('baptis intitul denomm nomm appel', 'e ee es ees');

/** Verbs that end the name of what a list item is about. Folded. */
export const ITEM_VERBS = new Set(
  `propose proposent permet permettent est sont a ont va vont vise visent organise organisent accompagne accompagnent
  developpe developpent presente presentent rassemble rassemblent conçoit concoit decline deploie forme explique partage
  partagera rapproche aide facilite coordonne coordonnent offre invite donne met mettent fait font s'est se consiste
  repose reunit fournit apporte sert circule ouvre prete relie recense outille raconte cartographie distribue repare dresse dressent`.split(
    /\s+/,
  ),
);

function forms(stems: string, endings: string): ReadonlySet<string> {
  return new Set(stems.split(' ').flatMap((stem) => endings.split(' ').map((ending) => stem + ending)));
}

function entries(kind: ProjectKind, nouns: string): [string, ProjectKind][] {
  return nouns.split(' ').map((noun) => [noun, kind]);
}

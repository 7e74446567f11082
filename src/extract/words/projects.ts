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

/** Participles that tie a thing to who carries it, before `par`. Folded stems; endings follow. */
export const CARRIED_BY =
  /\b(?:porte|pilote|developpe|concu|cree|initie|imagine|fourni|propose|anime|lance|mis en place|mise en place|mis en oeuvre|coordonne|produit|edite|soutenu|gere|heberge|opere|organise|mene|realise)(?:e|s|es)?(?:\s+[^\s,.;:()]+){0,4}? par\s+/u;

/** Verbs that end the name of what a list item is about. Folded. */
export const ITEM_VERBS = new Set(
  `propose proposent permet permettent est sont a ont va vont vise visent organise organisent accompagne accompagnent
  developpe developpent presente presentent rassemble rassemblent conçoit concoit decline deploie forme explique partage
  partagera rapproche aide facilite coordonne coordonnent offre invite donne met mettent fait font s'est se consiste
  repose reunit fournit apporte sert circule ouvre prete relie recense outille raconte cartographie distribue repare`.split(
    /\s+/,
  ),
);

function entries(kind: ProjectKind, nouns: string): [string, ProjectKind][] {
  return nouns.split(' ').map((noun) => [noun, kind]);
}

/** Words that addresses are read by. All folded (no accents, lower case). */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Kinds of street. */
export const STREETS = words(
  'rue avenue av boulevard bd bld place pl quai cours allee allees chemin ch route rte impasse square ' +
    'passage esplanade promenade sentier ruelle venelle faubourg fbg cite villa parvis rond-point voie montee ' +
    'cote traverse mail galerie hameau residence lotissement zone za zi zac lieu-dit domaine porte pont ' +
    'chaussee levee',
);

/** Words that follow a number without making a street of it. */
export const NOT_STREETS = words(
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre places personnes ' +
    'participants participantes heures h minutes ateliers jours euros km metres lieux salles et ou',
);

/** Answers to "where" that are no town. */
export const NOWHERE = words(
  'en a au aux chez sur dans par via partout ici ailleurs visioconference visio distanciel presentiel ' +
    'webinaire online internet web inconnu inconnue non lieu adresse france monde europe tba tbd zoom teams',
);

/** Kinds of building: names made of them are names of places, not of towns. */
export const VENUES = words(
  'palais maison salle hotel theatre campus universite centre espace mairie lieu musee bibliotheque ' +
    'mediatheque ecole college lycee faculte institut cinema gare stade parc halle halles hall amphitheatre ' +
    'auditorium batiment tour ministere prefecture siege locaux tiers fablab atelier cafe bar chateau abbaye ' +
    'eglise gymnase cite incubateur conservatoire',
);

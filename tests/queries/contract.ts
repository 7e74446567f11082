import type { Case } from './fixture.ts';

const OUVRIR = ['session/ouvrir-les-donnees', 'Ouvrir les données', '2030-05-14T10:00:00+02:00'] as const;
const VISITE = ['session/visite-de-la-fabrique', 'Visite de la Fabrique', '2030-05-14T14:00:00+02:00'] as const;
const VISITE_2 = ['session/visite-de-la-fabrique-2', 'Visite de la Fabrique', '2030-05-15T09:00:00+02:00'] as const;
const ANNA = ['person/anna-lindqvist', 'Anna Lindqvist'] as const;
const BRUNO = ['person/bruno-okoye', 'Bruno Okoye'] as const;
const CHLOE = ['person/chloe-marchetti', 'Chloé Marchetti'] as const;
const DORA = ['person/dora-vance', 'Dora Vance'] as const;
const COOP = ['organization/cooperative-du-lac', 'Coopérative du Lac'] as const;
const VILLE = ['organization/ville-d-aubrac', 'Ville d’Aubrac'] as const;
const PROGRAMME = 'sources/2030.md';
const ATELIER = 'sources/pages/atelier.md';
const RETOUR = 'sources/pages/retour.md';
const PROJETS = 'sources/projets.csv';

/** The queries whose names and columns are fixed. */
export const CONTRACT: Readonly<Record<string, Case>> = {
  sessions: {
    columns: ['session', 'title', 'event', 'start', 'end', 'format', 'page', 'source', 'line'],
    rows: [
      // the title stands in the index (line 10) and above the body (line 20)
      [OUVRIR[0], OUVRIR[1], 'event/rencontres', OUVRIR[2], '2030-05-14T10:45:00+02:00', 'retex', '4', PROGRAMME, '10'],
      [VISITE[0], VISITE[1], 'event/rencontres', VISITE[2], '2030-05-14T15:30:00+02:00', 'visite', '', PROGRAMME, '50'],
      [VISITE_2[0], VISITE_2[1], 'event/rencontres', VISITE_2[2], '', 'visite', '', PROGRAMME, '60'],
    ],
  },
  contributions: {
    columns: [
      ...['session', 'title', 'start', 'person', 'name', 'nameAsPrinted', 'capacity', 'tentative', 'role'],
      ...['organization', 'organizationName', 'organizationAsPrinted', 'source', 'line'],
    ],
    rows: [
      // read on line 24 and again on line 40: the first stands, with its own spelling
      [
        ...OUVRIR,
        ...ANNA,
        'Anna LINDQVIST',
        'facilitator',
        'false',
        'directrice',
        ...COOP,
        'Coopérative du lac',
        PROGRAMME,
        '24',
      ],
      [...OUVRIR, ...BRUNO, 'Bruno Okoye', 'speaker', 'false', 'bénévole', '', '', '', PROGRAMME, '25'],
      // his membership is told of on a page too, as "la Ville": here it is as this programme prints it
      [
        ...OUVRIR,
        ...BRUNO,
        'Bruno Okoye',
        'speaker',
        'false',
        'chargé de mission',
        ...VILLE,
        'ville d’Aubrac',
        PROGRAMME,
        '25',
      ],
      // formerly of an organisation, without a role: that row would read as the present
      [...VISITE, ...CHLOE, 'Chloé Marchetti', 'speaker', 'true', '', '', '', '', PROGRAMME, '54'],
      [...VISITE, ...ANNA, 'Anna Lindqvist', 'speaker', 'false', '', '', '', '', PROGRAMME, '55'],
    ],
  },
  'organization-contributions': {
    columns: [
      'session',
      'title',
      'start',
      'organization',
      'name',
      'nameAsPrinted',
      'kind',
      'capacity',
      'source',
      'line',
    ],
    rows: [
      [...VISITE, ...COOP, 'l’équipe de la Coopérative du Lac', 'team', 'facilitator', PROGRAMME, '53'],
      [...VISITE_2, ...COOP, 'Coopérative du Lac', 'organisation', 'facilitator', PROGRAMME, '63'],
    ],
  },
  presented: {
    columns: ['session', 'title', 'project', 'name', 'nameAsPrinted', 'kind', 'steward', 'source', 'line'],
    rows: [
      // elsewhere it is said to be a service: here it is what this passage says
      [
        OUVRIR[0],
        OUVRIR[1],
        'project/carte-ouverte',
        'Carte Ouverte',
        'Carte Ouverte',
        'digital-common',
        COOP[1],
        PROGRAMME,
        '28',
      ],
    ],
  },
  events: {
    columns: [
      ...['event', 'name', 'type', 'startDate', 'endDate', 'venue', 'street', 'postalCode', 'locality'],
      ...['organizer', 'organizerAsPrinted', 'source'],
    ],
    rows: [
      [
        'event/rencontres',
        'Rencontres du Lac 2030',
        'schema:Event',
        '2030-05-14',
        '2030-05-15',
        '',
        '',
        '',
        '',
        COOP[1],
        'la Coopérative du Lac',
        PROGRAMME,
      ],
      [
        'event/rencontres',
        'Rencontres du Lac 2030',
        'schema:Event',
        '2030-05-14',
        '2030-05-15',
        '',
        '',
        '',
        '',
        VILLE[1],
        'Ville d’Aubrac',
        PROGRAMME,
      ],
      // the table of projects writes the street of the same place otherwise
      [
        ...['event/atelier-des-cartes', 'Atelier des cartes', 'schema:Event', '2030-06-20T09:00:00+02:00'],
        ...['2030-06-20T12:00:00+02:00', 'Maison du Lac', '3 rue du Port', '12210', 'Aubrac'],
        ...[COOP[1], 'Coopérative du Lac', ATELIER],
      ],
    ],
  },
  agenda: {
    columns: ['event', 'item', 'title', 'start', 'end', 'format', 'source', 'line'],
    rows: [
      [
        ...['event/atelier-des-cartes', 'agenda-item/accueil', 'Accueil'],
        ...['2030-06-20T09:00:00+02:00', '2030-06-20T09:15:00+02:00', '', ATELIER, '14'],
      ],
      [
        ...['event/atelier-des-cartes', 'agenda-item/presentation-de-carte-ouverte', 'Présentation de Carte ouverte'],
        ...['2030-06-20T09:15:00+02:00', '', 'presentation', ATELIER, '15'],
      ],
    ],
  },
  'people-in-pages': {
    columns: [
      'source',
      'person',
      'name',
      'nameAsPrinted',
      'capacity',
      'role',
      'organization',
      'organizationName',
      'line',
    ],
    rows: [
      // her post is over, and the role says so
      [ATELIER, ...DORA, 'Dora Vance', 'speaker', 'ancienne directrice', ...COOP, '16'],
      [ATELIER, ...BRUNO, 'B. Okoye', 'participant', 'chargé de mission', ...VILLE, '18'],
      [RETOUR, ...ANNA, 'Anna Lindqvist', 'participant', 'directrice', ...COOP, '8'],
    ],
  },
  projects: {
    columns: ['project', 'name', 'nameAsPrinted', 'kind', 'steward', 'stewardAsPrinted', 'source', 'line'],
    rows: [
      ['project/accelerateur-du-lac', 'Accélérateur du Lac', 'Accélérateur du Lac', '', '', '', PROJETS, '2'],
      [
        'project/carte-ouverte',
        'Carte Ouverte',
        'Carte Ouverte',
        'digital-common',
        COOP[1],
        'coopérative',
        PROGRAMME,
        '28',
      ],
      // the steward is stated in the programme only
      ['project/carte-ouverte', 'Carte Ouverte', 'Carte ouverte', 'service', COOP[1], 'coopérative', ATELIER, '15'],
      ['project/semences', 'Semences', 'Semences', 'initiative', CHLOE[1], 'MARCHETTI Chloé', PROJETS, '2'],
    ],
  },
  mentions: {
    columns: ['entity', 'kind', 'name', 'surface', 'source', 'line'],
    rows: [
      [COOP[0], 'organization', COOP[1], 'la Coopérative du Lac', PROGRAMME, '5'],
      [VILLE[0], 'organization', VILLE[1], 'Ville d’Aubrac', PROGRAMME, '6'],
      [COOP[0], 'organization', COOP[1], 'Coopérative du lac', PROGRAMME, '24'],
      [ANNA[0], 'person', ANNA[1], 'Anna LINDQVIST', PROGRAMME, '24'],
      [VILLE[0], 'organization', VILLE[1], 'ville d’Aubrac', PROGRAMME, '25'],
      [BRUNO[0], 'person', BRUNO[1], 'Bruno Okoye', PROGRAMME, '25'],
      // the passage starts on line 28
      [COOP[0], 'organization', COOP[1], 'coopérative', PROGRAMME, '28'],
      ['project/carte-ouverte', 'project', 'Carte Ouverte', 'Carte Ouverte', PROGRAMME, '28'],
      [COOP[0], 'organization', COOP[1], 'Coopérative du Lac', PROGRAMME, '40'],
      [ANNA[0], 'person', ANNA[1], 'Anna Lindqvist', PROGRAMME, '40'],
      [COOP[0], 'organization', COOP[1], 'l’équipe de la Coopérative du Lac', PROGRAMME, '53'],
      [VILLE[0], 'organization', VILLE[1], 'Ville d’Aubrac', PROGRAMME, '54'],
      [CHLOE[0], 'person', CHLOE[1], 'Chloé Marchetti', PROGRAMME, '54'],
      [ANNA[0], 'person', ANNA[1], 'Anna Lindqvist', PROGRAMME, '55'],
      [COOP[0], 'organization', COOP[1], 'Coopérative du Lac', PROGRAMME, '63'],
      ['place/maison-du-lac', 'place', 'Maison du Lac', 'Maison du Lac', ATELIER, '5'],
      [COOP[0], 'organization', COOP[1], 'Coopérative du Lac', ATELIER, '9'],
      [VILLE[0], 'organization', VILLE[1], 'Ville d’Aubrac', ATELIER, '10'],
      ['project/carte-ouverte', 'project', 'Carte Ouverte', 'Carte ouverte', ATELIER, '15'],
      [COOP[0], 'organization', COOP[1], 'la Coopérative', ATELIER, '16'],
      [DORA[0], 'person', DORA[1], 'Dora Vance', ATELIER, '16'],
      [VILLE[0], 'organization', VILLE[1], 'la Ville', ATELIER, '18'],
      [BRUNO[0], 'person', BRUNO[1], 'B. Okoye', ATELIER, '18'],
      [COOP[0], 'organization', COOP[1], 'Coopérative du Lac', RETOUR, '8'],
      [ANNA[0], 'person', ANNA[1], 'Anna Lindqvist', RETOUR, '8'],
      ['cohort/promotion-2030', 'cohort', 'Promotion 2030', 'Promotion 2030', PROJETS, '2'],
      ['concept/biodiversite', 'concept', 'Biodiversité', 'Biodiversité', PROJETS, '2'],
      ['place/maison-du-lac', 'place', 'Maison du Lac', 'MAISON DU LAC', PROJETS, '2'],
      ['project/accelerateur-du-lac', 'project', 'Accélérateur du Lac', 'Accélérateur du Lac', PROJETS, '2'],
      ['project/semences', 'project', 'Semences', 'Semences', PROJETS, '2'],
      [CHLOE[0], 'person', CHLOE[1], 'MARCHETTI Chloé', PROJETS, '3'],
      [DORA[0], 'person', DORA[1], 'Dora Vance', PROJETS, '4'],
    ],
  },
  'quality-findings': {
    columns: ['severity', 'code', 'message', 'focus', 'source', 'line'],
    rows: [
      [
        'warning',
        'repeated-people-block',
        'the people of line 24 are printed again on line 40',
        OUVRIR[0],
        PROGRAMME,
        '40',
      ],
      ['info', 'missing-time', 'the agenda item gives no end', '', ATELIER, '15'],
    ],
  },
};

import type { Case } from './fixture.ts';

const OUVRIR = ['session/ouvrir-les-donnees', 'Ouvrir les données', '2030-05-14T10:00:00+02:00'] as const;
const VISITE = ['session/visite-de-la-fabrique', 'Visite de la Fabrique', '2030-05-14T14:00:00+02:00'] as const;
const VISITE_2 = ['session/visite-de-la-fabrique-2', 'Visite de la Fabrique', '2030-05-15T09:00:00+02:00'] as const;
const RENCONTRES = ['event/rencontres', 'Rencontres du Lac 2030'] as const;
const ANNA = ['person/anna-lindqvist', 'Anna Lindqvist'] as const;
const BRUNO = ['person/bruno-okoye', 'Bruno Okoye'] as const;
const CHLOE = ['person/chloe-marchetti', 'Chloé Marchetti'] as const;
const DORA = ['person/dora-vance', 'Dora Vance'] as const;
const COOP = ['organization/cooperative-du-lac', 'Coopérative du Lac'] as const;
const VILLE = ['organization/ville-d-aubrac', 'Ville d’Aubrac'] as const;
const CARTE = ['project/carte-ouverte', 'Carte Ouverte'] as const;
const SEMENCES = ['project/semences', 'Semences'] as const;
const ATELIER_DES_CARTES = ['event/atelier-des-cartes', 'Atelier des cartes'] as const;
const PROGRAMME = 'sources/2030.md';
const ATELIER = 'sources/pages/atelier.md';
const RETOUR = 'sources/pages/retour.md';
const PROJETS = 'sources/projets.csv';
const PERHAPS = 'Chloé Marchetti, ex-Ville d’Aubrac (sous réserve)';

/** The further questions, each with what the fixture answers. */
export const QUESTIONS: Readonly<Record<string, Case>> = {
  redirects: { columns: ['id', 'replacedBy'], rows: [['person/anna-lindquist', ANNA[0]]] },
  withdrawn: { columns: ['digits'], rows: [['0123456789abcdef0123456789abcdef']] },
  'identity-matches': {
    columns: ['entity', 'nameA', 'nameB', 'score', 'comparators'],
    rows: [[COOP[0], 'CDL', COOP[1], '1', 'introduced-acronym, same-event']],
  },
  'identity-candidates': {
    columns: ['candidate', 'score', 'a', 'nameA', 'b', 'nameB', 'speaksFor', 'speaksAgainst', 'unsure'],
    // what someone could not tell comes last, however likely
    rows: [
      ['candidate/0c0c0c0c0c0c', '0.3', ...ANNA, ...DORA, 'a: one\nb: two', 'c: three', 'false'],
      ['candidate/0b0b0b0b0b0b', '0.4', ...BRUNO, ...CHLOE, 'same-document: d', '', 'true'],
    ],
  },
  judgements: {
    columns: ['judgement', 'decision', 'a', 'b', 'by', 'when', 'because'],
    rows: [
      ['judgement/0e0e0e0e0e0e', 'same', ANNA[0], ANNA[0], '', '', ''],
      ['judgement/0d0d0d0d0d0d', 'different', BRUNO[0], DORA[0], 'Zoé', '2030-06-01', 'Two of one office'],
    ],
  },
  'links-out': {
    columns: ['entity', 'name', 'target', 'by', 'when', 'because', 'source'],
    rows: [
      [...COOP, 'https://coop.example/', 'Zoé', '', '', 'https://coop.example/about'],
      [...COOP, 'siren:732829320', '', '', '', ''],
    ],
  },
  'mentions-of': {
    given: { entity: 'https://maillage.example/id/person/chloe-marchetti' },
    columns: ['mention', 'surface', 'source', 'line', 'quote'],
    rows: [['source/programme/2030.md#L54-m-chloe-marchetti', CHLOE[1], PROGRAMME, '54', PERHAPS]],
  },
  counts: {
    columns: ['class', 'kind', 'count'],
    rows: [
      ['mlg:Passage', 'passages', '38'],
      ['mlg:Mention', 'mentions', '32'],
      ['mlg:Participation', 'participations', '9'],
      ['org:Membership', 'memberships', '5'],
      ['mlg:Document', 'documents', '4'],
      ['schema:Person', 'people', '4'],
      ['schema:Project', 'projects', '3'],
      ['mlg:Session', 'sessions', '3'],
      ['mlg:AgendaItem', 'agenda items', '2'],
      ['schema:Event', 'events', '2'],
      ['mlg:Finding', 'findings', '2'],
      ['schema:Organization', 'organisations', '2'],
      ['schema:Article', 'articles', '1'],
      ['mlg:Cohort', 'cohorts', '1'],
      ['skos:Concept', 'concepts', '1'],
      ['mlg:DigitalCommon', 'digital commons', '1'],
      ['schema:Place', 'places', '1'],
    ],
  },
  'quality-measures': {
    columns: ['measurement', 'measure', 'name', 'value', 'labels', 'labelled', 'source'],
    rows: [
      ['quality/-/projects-accuracy', 'projects-accuracy', 'projects named: accuracy', '1', 'by hand', '4', ''],
      ['quality/programme/sessions-f1', 'sessions-f1', 'sessions: F1', '0.8', 'by hand', '3', PROGRAMME],
      ...[ATELIER, RETOUR].map((page) => [
        ...['quality/pages/agenda-times-accuracy', 'agenda-times-accuracy', 'times of agenda items: accuracy'],
        ...['0.5', 'by hand', '2', page],
      ]),
    ],
  },
  'co-organizers': {
    columns: ['organization', 'name', 'other', 'otherName', 'events'],
    // one event organised by both, one organised by one with the other as partner
    rows: [[...COOP, ...VILLE, '2']],
  },
  'people-at-several-events': {
    columns: ['person', 'name', 'events'],
    // the article about the conference is no second event for Anna
    rows: [[...BRUNO, '2']],
  },
  'people-in-several-sessions': {
    columns: ['person', 'name', 'sessions'],
    rows: [[...ANNA, '2']],
  },
  'organizations-by-sessions': {
    columns: ['organization', 'name', 'sessions', 'people'],
    rows: [
      [...COOP, '3', '1'],
      [...VILLE, '1', '1'],
    ],
  },
  'project-stewards': {
    columns: ['steward', 'stewardName', 'project', 'name', 'kind', 'sessions'],
    rows: [
      [...CHLOE, ...SEMENCES, 'initiative', '0'],
      [...COOP, ...CARTE, 'digital-common', '1'],
    ],
  },
  'sessions-of-day': {
    given: { date: '2030-05-14' },
    columns: ['hour', 'session', 'title', 'start', 'end', 'format', 'event', 'eventName'],
    rows: [
      ['10:00', ...OUVRIR, '2030-05-14T10:45:00+02:00', 'retex', ...RENCONTRES],
      ['14:00', ...VISITE, '2030-05-14T15:30:00+02:00', 'visite', ...RENCONTRES],
    ],
  },
  'formats-by-event': {
    columns: ['event', 'eventName', 'format', 'sessions'],
    rows: [
      [...RENCONTRES, 'visite', '2'],
      [...RENCONTRES, 'retex', '1'],
    ],
  },
  'said-of-actor': {
    given: { actor: 'https://maillage.example/id/person/chloe-marchetti' },
    columns: ['as', 'property', 'other', 'otherName', 'source', 'line', 'quote'],
    rows: [
      ['object', 'org:member', 'membership/chloe-marchetti/ville-d-aubrac/-', VILLE[1], PROGRAMME, '54', PERHAPS],
      ['object', 'schema:performer', VISITE[0], VISITE[1], PROGRAMME, '54', PERHAPS],
      [
        ...['object', 'mlg:participant', 'participation/visite-de-la-fabrique/chloe-marchetti/speaker'],
        ...[VISITE[1], PROGRAMME, '54', PERHAPS],
      ],
      ['object', 'mlg:refersTo', 'source/programme/2030.md#L54-m-chloe-marchetti', CHLOE[1], PROGRAMME, '54', PERHAPS],
      ['subject', 'rdf:type', 'schema:Person', '', PROGRAMME, '54', PERHAPS],
      [
        'object',
        'mlg:refersTo',
        'source/projets/projets.csv#L3-m-chloe-marchetti',
        'MARCHETTI Chloé',
        PROJETS,
        '3',
        '',
      ],
      ['object', 'mlg:stewardedBy', ...SEMENCES, PROJETS, '3', ''],
      ['subject', 'rdf:type', 'schema:Person', '', PROJETS, '3', ''],
    ],
  },
  'co-participation': {
    columns: ['person', 'name', 'other', 'otherName', 'sessions'],
    rows: [
      [...ANNA, ...BRUNO, '1'],
      [...ANNA, ...CHLOE, '1'],
    ],
  },
  'linked-organizations': {
    columns: ['organization', 'name', 'other', 'otherName', 'sessions'],
    rows: [[...COOP, ...VILLE, '1']],
  },
  places: {
    columns: ['place', 'name', 'street', 'postalCode', 'locality', 'what', 'whatName', 'start'],
    rows: [
      ['place/maison-du-lac', 'Maison du Lac', '3 rue du Port', '12210', 'Aubrac', ...SEMENCES, ''],
      [
        ...['place/maison-du-lac', 'Maison du Lac', '3 rue du Port', '12210', 'Aubrac'],
        ...['event/atelier-des-cartes', 'Atelier des cartes', '2030-06-20T09:00:00+02:00'],
      ],
    ],
  },
  'sessions-about': {
    // in the abstract, with a capital
    given: { text: 'relevés' },
    columns: ['session', 'title', 'start', 'event', 'eventName'],
    rows: [[...OUVRIR, ...RENCONTRES]],
  },
  'roles-by-organization': {
    columns: ['organization', 'organizationName', 'role', 'past', 'person', 'name'],
    rows: [
      [...COOP, 'directrice', 'false', ...ANNA],
      [...COOP, 'ancienne directrice', 'true', ...DORA],
      [...VILLE, 'chargé de mission', 'false', ...BRUNO],
      [...VILLE, '', 'true', ...CHLOE],
    ],
  },
  sources: {
    columns: ['document', 'source', 'id', 'license', 'passages', 'statements', 'mentions'],
    rows: [
      [
        ...['source/programme/2030.md', PROGRAMME, 'programme', 'https://creativecommons.org/licenses/by/4.0/'],
        ...['22', '228', '15'],
      ],
      ['source/pages/atelier.md', ATELIER, 'pages', '', '11', '110', '8'],
      ['source/pages/retour.md', RETOUR, 'pages', '', '2', '30', '2'],
      ['source/projets/projets.csv', PROJETS, 'projets', '', '3', '45', '7'],
    ],
  },
  'sessions-without-people': {
    columns: ['session', 'title', 'start', 'event', 'organizations'],
    rows: [[...VISITE_2, RENCONTRES[0], '1']],
  },
  tentative: {
    columns: ['thing', 'title', 'start', 'participant', 'name', 'capacity', 'source', 'line', 'quote'],
    rows: [[...VISITE, ...CHLOE, 'speaker', PROGRAMME, '54', PERHAPS]],
  },
  'reading-rules': {
    columns: ['rule', 'passages', 'documents'],
    rows: [
      ['people-block', '7', '1'],
      ['format', '3', '1'],
      ['heading', '3', '1'],
      ['people-sentence', '3', '2'],
      ['row', '3', '1'],
      ['session', '3', '1'],
      ['time-line', '3', '1'],
      ['agenda', '2', '1'],
      ['field:address', '2', '1'],
      ['field:title', '2', '2'],
      ['organizers', '2', '1'],
      ['abstract', '1', '1'],
      ['field:event', '1', '1'],
      ['field:organizer', '1', '1'],
      ['field:partner', '1', '1'],
      ['field:place', '1', '1'],
      ['field:start', '1', '1'],
      ['index', '1', '1'],
      ['presented', '1', '1'],
    ],
  },
  'inferred-passages': {
    columns: ['passage', 'source', 'line', 'rules', 'quote'],
    rows: [
      [
        ...['source/programme/2030.md#L22', PROGRAMME, '22', 'abstract format'],
        'Retour d’expérience : une commune raconte ses Relevés de terrain.',
      ],
      ['source/pages/atelier.md#L15', ATELIER, '15', 'agenda', '9h15 Présentation de Carte ouverte'],
      ['source/projets/projets.csv#L4', PROJETS, '4', 'row', 'Semences;Dora Vance'],
    ],
  },
  'projects-by-theme': {
    columns: ['theme', 'themeName', 'project', 'name'],
    rows: [['concept/biodiversite', 'Biodiversité', ...SEMENCES]],
  },
  laureates: {
    columns: ['programme', 'programmeName', 'cohort', 'cohortName', 'project', 'name'],
    rows: [
      ['project/accelerateur-du-lac', 'Accélérateur du Lac', 'cohort/promotion-2030', 'Promotion 2030', ...SEMENCES],
    ],
  },
  articles: {
    columns: ['article', 'headline', 'datePublished', 'entity', 'entityName', 'source'],
    rows: [
      ['article/retour-sur-les-rencontres', 'Retour sur les rencontres', '2030-06-01', ...ANNA, RETOUR],
      ['article/retour-sur-les-rencontres', 'Retour sur les rencontres', '2030-06-01', ...COOP, RETOUR],
    ],
  },
  'people-and-projects': {
    columns: ['person', 'name', 'project', 'projectName'],
    rows: [[...DORA, ...SEMENCES]],
  },
  'other-names': {
    columns: ['entity', 'name', 'otherName'],
    rows: [
      [...ANNA, 'Anna LINDQVIST'],
      [...BRUNO, 'B. Okoye'],
      [...COOP, 'la Coopérative'],
    ],
  },
  'network-occasions': {
    columns: ['occasion', 'title', 'type', 'event', 'eventName', 'start', 'end', 'format'],
    rows: [
      [...CARTE, 'stewardship', '', '', '', '', ''],
      [...SEMENCES, 'stewardship', '', '', '', '', ''],
      [...RENCONTRES, 'event', ...RENCONTRES, '2030-05-14', '2030-05-15', ''],
      [OUVRIR[0], OUVRIR[1], 'session', ...RENCONTRES, OUVRIR[2], '2030-05-14T10:45:00+02:00', 'retex'],
      [VISITE[0], VISITE[1], 'session', ...RENCONTRES, VISITE[2], '2030-05-14T15:30:00+02:00', 'visite'],
      [VISITE_2[0], VISITE_2[1], 'session', ...RENCONTRES, VISITE_2[2], '', 'visite'],
      ['article/retour-sur-les-rencontres', 'Retour sur les rencontres', 'article', '', '', '2030-06-01', '', ''],
      [
        ...['agenda-item/accueil', 'Accueil', 'agenda-item', ...ATELIER_DES_CARTES],
        ...['2030-06-20T09:00:00+02:00', '2030-06-20T09:15:00+02:00', ''],
      ],
      [
        ...[...ATELIER_DES_CARTES, 'event', ...ATELIER_DES_CARTES],
        ...['2030-06-20T09:00:00+02:00', '2030-06-20T12:00:00+02:00', ''],
      ],
      [
        ...['agenda-item/presentation-de-carte-ouverte', 'Présentation de Carte ouverte', 'agenda-item'],
        ...[...ATELIER_DES_CARTES, '2030-06-20T09:15:00+02:00', '', 'presentation'],
      ],
    ],
  },
  // Chloé Marchetti and Dora Vance left their organisations: no row ties them to these
  'network-presences': {
    columns: ['actor', 'name', 'kind', 'via', 'viaName', 'occasion', 'source', 'line'],
    rows: [
      [...COOP, 'organization', ...ANNA, 'article/retour-sur-les-rencontres', RETOUR, '8'],
      [...COOP, 'organization', '', '', CARTE[0], PROGRAMME, '28'],
      [...COOP, 'organization', ...ANNA, OUVRIR[0], PROGRAMME, '24'],
      [...COOP, 'organization', '', '', VISITE[0], PROGRAMME, '53'],
      [...COOP, 'organization', '', '', VISITE_2[0], PROGRAMME, '63'],
      [...VILLE, 'organization', ...BRUNO, ATELIER_DES_CARTES[0], ATELIER, '18'],
      [...VILLE, 'organization', ...BRUNO, OUVRIR[0], PROGRAMME, '25'],
      [...ANNA, 'person', '', '', 'article/retour-sur-les-rencontres', RETOUR, '8'],
      [...ANNA, 'person', '', '', OUVRIR[0], PROGRAMME, '24'],
      [...ANNA, 'person', '', '', VISITE[0], PROGRAMME, '55'],
      [...BRUNO, 'person', '', '', ATELIER_DES_CARTES[0], ATELIER, '18'],
      [...BRUNO, 'person', '', '', OUVRIR[0], PROGRAMME, '25'],
      [...CHLOE, 'person', '', '', VISITE[0], PROGRAMME, '54'],
      [...DORA, 'person', '', '', 'agenda-item/presentation-de-carte-ouverte', ATELIER, '16'],
      [...CARTE, 'project', '', '', 'agenda-item/presentation-de-carte-ouverte', ATELIER, '15'],
      [...CARTE, 'project', '', '', CARTE[0], PROGRAMME, '28'],
      [...CARTE, 'project', '', '', OUVRIR[0], PROGRAMME, '28'],
    ],
  },
};

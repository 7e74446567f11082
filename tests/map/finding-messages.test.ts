import { describe, expect, it } from 'vitest';
import { type Finding, type FindingCode, finding, type Said } from '../../src/domain/finding.ts';
import { LANGUAGES, MESSAGES, messageOf } from '../../src/map/finding-messages.ts';

const told = (said: Said): string[] =>
  LANGUAGES.map((language) => messageOf(finding('info', said, { first: 1, last: 1 }), language));

const title = 'Un atelier';

/** What each code says, in English and French. */
const SAID: { readonly [C in FindingCode]: readonly [Extract<Said, { code: C }>, string, string][] } = {
  'end-before-start': [
    [
      { code: 'end-before-start', in: 'session' },
      'The session ends before it starts.',
      'La session finit avant d’avoir commencé.',
    ],
    [
      { code: 'end-before-start', in: 'front-matter', start: '2024-05-14', end: '2024-05-13' },
      'The front matter ends the event at 2024-05-13, before its start at 2024-05-14.',
      'L’en-tête fait finir l’événement le 2024-05-13, avant son début le 2024-05-14.',
    ],
    [
      { code: 'end-before-start', in: 'agenda', title, start: 600, end: 545 },
      '"Un atelier" ends at 09:05, before its start at 10:00.',
      '« Un atelier » finit à 9 h 05, avant son début à 10 h.',
    ],
  ],
  'weekday-mismatch': [
    [
      { code: 'weekday-mismatch', printed: 4, date: '2024-05-14', weekday: 2 },
      'The text prints Thursday with 2024-05-14, which is a Tuesday.',
      'Le texte imprime jeudi avec le 14/05/2024, qui est un mardi.',
    ],
  ],
  'time-mismatch': [
    [
      { code: 'time-mismatch', in: 'event', edge: 'start', declared: 540, printed: 570, where: 'text' },
      'The front matter says that the event starts at 09:00, but the text says 09:30.',
      'Selon l’en-tête, l’événement commence à 9 h ; selon le texte, à 9 h 30.',
    ],
    [
      { code: 'time-mismatch', in: 'event', edge: 'end', declared: 540, printed: 570, where: { label: 'Horaires' } },
      'The front matter says that the event ends at 09:00, but "Horaires" says 09:30.',
      'Selon l’en-tête, l’événement finit à 9 h ; selon « Horaires », à 9 h 30.',
    ],
    [
      { code: 'time-mismatch', in: 'agenda', title, room: 60, count: 3, each: 30 },
      '"Un atelier" lasts 01:00, but 3 of 00:30 take 01:30 one after the other.',
      '« Un atelier » dure 1 h, mais 3 fois 30 min à la suite font 1 h 30.',
    ],
  ],
  'date-mismatch': [
    [
      {
        code: 'date-mismatch',
        in: 'text',
        declared: ['2024-05-14', '2024-05-15'],
        printed: ['2024-05-16', '2024-05-16'],
      },
      'The front matter dates the event 2024-05-14 to 2024-05-15, but the text says 2024-05-16.',
      'L’en-tête date l’événement du 14/05/2024 au 15/05/2024, mais le texte dit 16/05/2024.',
    ],
    [
      {
        code: 'date-mismatch',
        in: 'agenda',
        declared: ['2024-05-14', '2024-05-14'],
        printed: ['2024-05-16', '2024-05-16'],
      },
      'The agenda has a day 2024-05-16, but the front matter dates the event 2024-05-14.',
      'Le déroulé a une journée du 16/05/2024, mais l’en-tête date l’événement du 14/05/2024.',
    ],
  ],
  'count-mismatch': [
    [
      { code: 'count-mismatch', of: 'items', said: 14, listed: 13 },
      'The text says 14, the list has 13 items.',
      'Le texte en annonce 14, la liste en compte 13.',
    ],
    [
      { code: 'count-mismatch', of: 'days', said: 3, declared: ['2024-05-14', '2024-05-15'], length: 2 },
      "The text speaks of 3 days, but the front matter's dates 2024-05-14 to 2024-05-15 are 2.",
      'Le texte parle de 3 jours, mais les dates de l’en-tête, du 14/05/2024 au 15/05/2024, en font 2.',
    ],
  ],
  'agenda-incomplete': [
    [
      { code: 'agenda-incomplete', title },
      'The agenda leaves "Un atelier" open.',
      'Le déroulé laisse « Un atelier » à préciser.',
    ],
  ],
  'agenda-after-end': [
    [
      { code: 'agenda-after-end', title, edge: 'end', at: 1050, end: 1020 },
      '"Un atelier" ends at 17:30, but the front matter ends the event at 17:00.',
      '« Un atelier » finit à 17 h 30, mais l’en-tête fait finir l’événement à 17 h.',
    ],
  ],
  'missing-time': [
    [
      { code: 'missing-time', title },
      'No time is printed for "Un atelier".',
      'Aucun horaire n’est imprimé pour « Un atelier ».',
    ],
  ],
  'index-without-body': [
    [
      { code: 'index-without-body', title },
      'The index announces "Un atelier", and no session has that title.',
      'Le sommaire annonce « Un atelier », et aucune session ne porte ce titre.',
    ],
  ],
  'body-without-index': [
    [
      { code: 'body-without-index', title },
      '"Un atelier" is in no index.',
      '« Un atelier » n’est dans aucun sommaire.',
    ],
  ],
  'title-mismatch': [
    [
      { code: 'title-mismatch', index: 'A', heading: 'B' },
      'The index says "A", the heading "B".',
      'Le sommaire dit « A », le titre imprimé « B ».',
    ],
  ],
  'page-used-twice': [
    [
      { code: 'page-used-twice', page: 7, first: 'A', second: 'B' },
      'Page 7 is given to "A" as well as to "B".',
      'La page 7 est donnée à « A » comme à « B ».',
    ],
  ],
  'repeated-people-block': [
    [
      { code: 'repeated-people-block', title: 'A', other: 'B' },
      'The people of "A" are those of "B".',
      'Les personnes de « A » sont celles de « B ».',
    ],
  ],
  'same-person-twice': [
    [
      { code: 'same-person-twice', name: 'Ada Lind', title: 'A', other: 'B' },
      'Ada Lind is in "B" at the same time as in "A".',
      '« B » et « A » annoncent Ada Lind à la même heure.',
    ],
  ],
  'near-names': [
    [
      { code: 'near-names', name: 'Ada Lind', other: 'Ada Lund', line: 12 },
      '"Ada Lind" is one letter from "Ada Lund" (line 12).',
      '« Ada Lind » est à une lettre de « Ada Lund » (ligne 12).',
    ],
  ],
  'long-line': [
    [
      { code: 'long-line' },
      'This text is too long, or names too many people in one sentence, to be read to its end.',
      'Ce texte est trop long, ou nomme trop de personnes en une phrase, pour être lu jusqu’au bout.',
    ],
  ],
  'unread-people-line': [
    [
      { code: 'unread-people-line', what: 'numbered item' },
      'This numbered item names nobody and nothing that could be read.',
      'Ce point numéroté ne nomme personne, ni rien qui ait pu être lu.',
    ],
    [
      { code: 'unread-people-line', what: 'people block' },
      'This people block names nobody and nothing that could be read.',
      'Cette liste de personnes ne nomme personne, ni rien qui ait pu être lu.',
    ],
  ],
  'personal-data-removed': [
    [
      { code: 'personal-data-removed', field: 'name', removed: ['e-mail address', 'telephone number'] },
      'name: e-mail address and telephone number taken out of the published value',
      'name : la valeur est publiée sans adresse électronique ni numéro de téléphone',
    ],
    [
      { code: 'personal-data-removed', field: 'name', removed: ['e-mail address'] },
      'name: e-mail address taken out of the published value',
      'name : la valeur est publiée sans adresse électronique',
    ],
  ],
  'ambiguous-local-time': [
    [
      { code: 'ambiguous-local-time', field: 'start', value: '2024-10-27 02:30', zone: 'Europe/Paris' },
      'start: "2024-10-27 02:30" comes twice in Europe/Paris, when summer time ends: only the date is kept. Give the offset',
      'start : « 2024-10-27 02:30 » vient deux fois dans Europe/Paris, quand finit l’heure d’été : seule la date est gardée. Donnez le décalage horaire',
    ],
  ],
  'unknown-kind': [
    [
      { code: 'unknown-kind', field: 'kind', value: 'x' },
      'kind: "x" is no kind of project: expected one of digital-common, software, service, programme, initiative, dataset, standard, report, event, organisation; map it with a lookup',
      'kind : « x » n’est pas une nature de projet : il faut l’une de digital-common, software, service, programme, initiative, dataset, standard, report, event, organisation ; faites-la correspondre avec « lookup »',
    ],
  ],
  'not-in-lookup': [
    [
      { code: 'not-in-lookup', field: 'keywords', value: 'c', known: 'a, b' },
      'keywords: "c" is not in the lookup table, which has "a, b"',
      'keywords : « c » n’est pas dans la table de correspondance, qui a « a, b »',
    ],
  ],
  'several-values': [
    [
      { code: 'several-values', field: 'abstract', value: 'b'.repeat(90) },
      `abstract takes one value: "${'b'.repeat(77)}..." and what follows is left out`,
      `abstract prend une seule valeur : « ${'b'.repeat(77)}... » et la suite sont laissés de côté`,
    ],
  ],
  'uneven-parts': [
    [
      { code: 'uneven-parts', field: 'location.name', values: 2, beside: 3, value: 'x' },
      'location.name has 2 values beside 3 of another part, from "x" on: they are left out. A list of objects is read with forEach',
      'location.name a 2 valeurs à côté de 3 d’une autre partie, à partir de « x » : elles sont laissées de côté. Une liste d’objets se lit avec « forEach »',
    ],
  ],
  'unpaired-affiliations': [
    [
      { code: 'unpaired-affiliations', roles: 2, value: 'Coach', organizations: 3 },
      '2 roles, from "Coach" on, stand beside 3 organisations: which belong together is left open. Use forEach',
      '2 fonctions, à partir de « Coach », sont à côté de 3 organisations : lesquelles vont ensemble reste ouvert. Utilisez « forEach »',
    ],
  ],
  'address-not-understood': [
    [
      { code: 'address-not-understood', value: 'quelque part' },
      'location.address: "quelque part" was not understood as street, postcode and town. Give location.street, location.postalCode, location.locality',
      'location.address : « quelque part » n’a pas été compris comme une rue, un code postal et une commune. Donnez location.street, location.postalCode, location.locality',
    ],
  ],
  'place-without-name': [
    [
      { code: 'place-without-name', value: '75011' },
      'location: "75011" stands without the name of a place or town, and is left out',
      'location : « 75011 » est sans nom de lieu ni de commune, et laissé de côté',
    ],
  ],
  'reference-not-found': [
    [
      { code: 'reference-not-found', field: 'projects', value: 'x', type: 'project', source: 'projets' },
      'projects: "x" is the key or name of no project of source projets',
      'projects : « x » n’est la clé ni le nom d’aucune chose de type project dans la source projets',
    ],
  ],
  'reference-ambiguous': [
    [
      { code: 'reference-ambiguous', field: 'projects', value: 'x', type: 'project', source: 'projets' },
      'projects: "x" is the key or name of several things of type project in source projets that differ',
      'projects : « x » est la clé ou le nom de plusieurs choses de type project dans la source projets, qui diffèrent',
    ],
  ],
  'date-refused': [
    [
      { code: 'date-refused', value: 'hier' },
      'Found "hier"; expected a date or a date-time with offset (ISO 8601). The value was left out.',
      'Trouvé « hier » ; il faut une date, ou une date et une heure avec décalage (ISO 8601). La valeur a été laissée de côté.',
    ],
  ],
  'link-refused': [
    [
      { code: 'link-refused', value: 'ftp://x' },
      'Found "ftp://x"; expected an absolute http or https address. The value was left out.',
      'Trouvé « ftp://x » ; il faut une adresse http ou https complète. La valeur a été laissée de côté.',
    ],
  ],
};

describe('the message of a finding', () => {
  it.each(Object.values(SAID).flat())('%j is told in English and French', (said, english, french) => {
    expect(told(said).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([english, french]);
  });

  it('is there for every code', () => {
    expect(Object.keys(MESSAGES).sort()).toEqual(Object.keys(SAID).sort());
  });

  it('survives a finding that was kept as JSON', () => {
    const kept = JSON.parse(JSON.stringify(finding('info', { code: 'long-line' }, { first: 1, last: 2 }, 'x')));
    expect(messageOf(kept as Finding, 'fr')).toContain('trop long');
  });
});

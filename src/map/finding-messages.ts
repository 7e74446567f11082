import type { Finding, FindingCode, Said } from '../domain/finding.ts';
import { PROJECT_KINDS } from '../domain/project.ts';

/** Languages in which findings are told. */
export const LANGUAGES = ['en', 'fr'] as const;
export type MessageLanguage = (typeof LANGUAGES)[number];

/** One sentence that names what was found and what was expected. */
export function messageOf(finding: Finding, language: MessageLanguage): string {
  // The table's type pairs each code with what is said with it; the compiler cannot follow the pairing here.
  const message = MESSAGES[finding.code][language] as (said: Said) => string;
  return message(finding);
}

/** What each code says. */
export const MESSAGES: {
  readonly [C in FindingCode]: Readonly<Record<MessageLanguage, (said: Extract<Said, { code: C }>) => string>>;
} = {
  'end-before-start': {
    en: (said) =>
      said.in === 'session'
        ? 'The session ends before it starts.'
        : said.in === 'agenda'
          ? `"${said.title}" ends at ${clock(said.end)}, before its start at ${clock(said.start)}.`
          : `The front matter ends the event at ${said.end}, before its start at ${said.start}.`,
    fr: (said) =>
      said.in === 'session'
        ? 'La session finit avant d’avoir commencé.'
        : said.in === 'agenda'
          ? `${cite(said.title)} finit à ${frenchTime(said.end)}, avant son début à ${frenchTime(said.start)}.`
          : `L’en-tête fait finir l’événement le ${said.end}, avant son début le ${said.start}.`,
  },
  'weekday-mismatch': {
    en: ({ printed, date, weekday }) =>
      `The text prints ${WEEKDAYS.en[printed - 1]} with ${date}, which is a ${WEEKDAYS.en[weekday - 1]}.`,
    fr: ({ printed, date, weekday }) =>
      `Le texte imprime ${WEEKDAYS.fr[printed - 1]} avec le ${frenchDay(date)}, qui est un ${WEEKDAYS.fr[weekday - 1]}.`,
  },
  'time-mismatch': {
    en: (said) => {
      if (said.in === 'event') {
        const where = typeof said.where === 'string' ? `the ${said.where}` : `"${said.where.label}"`;
        return `The front matter says that the event ${said.edge}s at ${clock(said.declared)}, but ${where} says ${clock(said.printed)}.`;
      }
      const { title, room, count, each } = said;
      return `"${title}" lasts ${clock(room)}, but ${count} of ${clock(each)} take ${clock(each * count)} one after the other.`;
    },
    fr: (said) => {
      if (said.in === 'event') {
        const where =
          said.where === 'text' ? 'le texte' : said.where === 'agenda' ? 'le déroulé' : cite(said.where.label);
        return `Selon l’en-tête, l’événement ${said.edge === 'start' ? 'commence' : 'finit'} à ${frenchTime(said.declared)} ; selon ${where}, à ${frenchTime(said.printed)}.`;
      }
      const { title, room, count, each } = said;
      return `${cite(title)} dure ${frenchLength(room)}, mais ${count} fois ${frenchLength(each)} à la suite font ${frenchLength(each * count)}.`;
    },
  },
  'date-mismatch': {
    en: ({ in: where, declared, printed }) =>
      where === 'text'
        ? `The front matter dates the event ${days(declared)}, but the text says ${days(printed)}.`
        : `The agenda has a day ${days(printed)}, but the front matter dates the event ${days(declared)}.`,
    fr: ({ in: where, declared, printed }) =>
      where === 'text'
        ? `L’en-tête date l’événement ${frenchDays(declared)}, mais le texte dit ${printed[0] === printed[1] ? frenchDay(printed[0]) : frenchDays(printed)}.`
        : `Le déroulé a une journée ${frenchDays(printed)}, mais l’en-tête date l’événement ${frenchDays(declared)}.`,
  },
  'count-mismatch': {
    en: (said) =>
      said.of === 'items'
        ? `The text says ${said.said}, the list has ${said.listed} items.`
        : `The text speaks of ${said.said} days, but the front matter's dates ${said.declared.join(' to ')} are ${said.length}.`,
    fr: (said) =>
      said.of === 'items'
        ? `Le texte en annonce ${said.said}, la liste en compte ${said.listed}.`
        : `Le texte parle de ${said.said} jours, mais les dates de l’en-tête, du ${said.declared.map(frenchDay).join(' au ')}, en font ${said.length}.`,
  },
  'agenda-incomplete': {
    en: ({ title }) => `The agenda leaves "${title}" open.`,
    fr: ({ title }) => `Le déroulé laisse ${cite(title)} à préciser.`,
  },
  'agenda-after-end': {
    en: ({ title, edge, at, end }) =>
      `"${title}" ${edge}s at ${clock(at)}, but the front matter ends the event at ${clock(end)}.`,
    fr: ({ title, edge, at, end }) =>
      `${cite(title)} ${edge === 'start' ? 'commence' : 'finit'} à ${frenchTime(at)}, mais l’en-tête fait finir l’événement à ${frenchTime(end)}.`,
  },
  'missing-time': {
    en: ({ title }) => `No time is printed for "${title}".`,
    fr: ({ title }) => `Aucun horaire n’est imprimé pour ${cite(title)}.`,
  },
  'index-without-body': {
    en: ({ title }) => `The index announces "${title}", and no session has that title.`,
    fr: ({ title }) => `Le sommaire annonce ${cite(title)}, et aucune session ne porte ce titre.`,
  },
  'body-without-index': {
    en: ({ title }) => `"${title}" is in no index.`,
    fr: ({ title }) => `${cite(title)} n’est dans aucun sommaire.`,
  },
  'title-mismatch': {
    en: ({ index, heading }) => `The index says "${index}", the heading "${heading}".`,
    fr: ({ index, heading }) => `Le sommaire dit ${cite(index)}, le titre imprimé ${cite(heading)}.`,
  },
  'page-used-twice': {
    en: ({ page, first, second }) => `Page ${page} is given to "${first}" as well as to "${second}".`,
    fr: ({ page, first, second }) => `La page ${page} est donnée à ${cite(first)} comme à ${cite(second)}.`,
  },
  'repeated-people-block': {
    en: ({ title, other }) => `The people of "${title}" are those of "${other}".`,
    fr: ({ title, other }) => `Les personnes de ${cite(title)} sont celles de ${cite(other)}.`,
  },
  'same-person-twice': {
    en: ({ name, title, other }) => `${name} is in "${other}" at the same time as in "${title}".`,
    fr: ({ name, title, other }) => `${cite(other)} et ${cite(title)} annoncent ${name} à la même heure.`,
  },
  'near-names': {
    en: ({ name, other, line }) => `"${name}" is one letter from "${other}" (line ${line}).`,
    fr: ({ name, other, line }) => `${cite(name)} est à une lettre de ${cite(other)} (ligne ${line}).`,
  },
  'long-line': {
    en: () => 'This text is too long, or names too many people in one sentence, to be read to its end.',
    fr: () => 'Ce texte est trop long, ou nomme trop de personnes en une phrase, pour être lu jusqu’au bout.',
  },
  'unread-people-line': {
    en: ({ what }) => `This ${what} names nobody and nothing that could be read.`,
    fr: ({ what }) =>
      what === 'numbered item'
        ? 'Ce point numéroté ne nomme personne, ni rien qui ait pu être lu.'
        : 'Cette liste de personnes ne nomme personne, ni rien qui ait pu être lu.',
  },
  'personal-data-removed': {
    en: ({ field, removed }) => `${field}: ${removed.join(' and ')} taken out of the published value`,
    fr: ({ field, removed }) =>
      `${field} : la valeur est publiée sans ${removed.map((one) => (one === 'e-mail address' ? 'adresse électronique' : 'numéro de téléphone')).join(' ni ')}`,
  },
  'ambiguous-local-time': {
    en: ({ field, value, zone }) =>
      `${field}: ${quoted(value)} comes twice in ${zone}, when summer time ends: only the date is kept. Give the offset`,
    fr: ({ field, value, zone }) =>
      `${field} : ${cite(cut(value))} vient deux fois dans ${zone}, quand finit l’heure d’été : seule la date est gardée. Donnez le décalage horaire`,
  },
  'unknown-kind': {
    en: ({ field, value }) =>
      `${field}: ${quoted(value)} is no kind of project: expected one of ${PROJECT_KINDS.join(', ')}; map it with a lookup`,
    fr: ({ field, value }) =>
      `${field} : ${cite(cut(value))} n’est pas une nature de projet : il faut l’une de ${PROJECT_KINDS.join(', ')} ; faites-la correspondre avec « lookup »`,
  },
  'not-in-lookup': {
    en: ({ field, value, known }) =>
      `${field}: ${quoted(value)} is not in the lookup table, which has ${quoted(known)}`,
    fr: ({ field, value, known }) =>
      `${field} : ${cite(cut(value))} n’est pas dans la table de correspondance, qui a ${cite(cut(known))}`,
  },
  'several-values': {
    en: ({ field, value }) => `${field} takes one value: ${quoted(value)} and what follows is left out`,
    fr: ({ field, value }) => `${field} prend une seule valeur : ${cite(cut(value))} et la suite sont laissés de côté`,
  },
  'uneven-parts': {
    en: ({ field, values, beside, value }) =>
      `${field} has ${values} values beside ${beside} of another part, from ${quoted(value)} on: they are left out. A list of objects is read with forEach`,
    fr: ({ field, values, beside, value }) =>
      `${field} a ${values} valeurs à côté de ${beside} d’une autre partie, à partir de ${cite(cut(value))} : elles sont laissées de côté. Une liste d’objets se lit avec « forEach »`,
  },
  'unpaired-affiliations': {
    en: ({ roles, value, organizations }) =>
      `${roles} roles, from ${quoted(value)} on, stand beside ${organizations} organisations: which belong together is left open. Use forEach`,
    fr: ({ roles, value, organizations }) =>
      `${roles} fonctions, à partir de ${cite(cut(value))}, sont à côté de ${organizations} organisations : lesquelles vont ensemble reste ouvert. Utilisez « forEach »`,
  },
  'address-not-understood': {
    en: ({ value }) =>
      `location.address: ${quoted(value)} was not understood as street, postcode and town. Give location.street, location.postalCode, location.locality`,
    fr: ({ value }) =>
      `location.address : ${cite(cut(value))} n’a pas été compris comme une rue, un code postal et une commune. Donnez location.street, location.postalCode, location.locality`,
  },
  'place-without-name': {
    en: ({ value }) => `location: ${quoted(value)} stands without the name of a place or town, and is left out`,
    fr: ({ value }) => `location : ${cite(cut(value))} est sans nom de lieu ni de commune, et laissé de côté`,
  },
  'reference-not-found': {
    en: ({ field, value, type, source }) =>
      `${field}: ${quoted(value)} is the key or name of no ${type} of source ${source}`,
    fr: ({ field, value, type, source }) =>
      `${field} : ${cite(cut(value))} n’est la clé ni le nom d’aucune chose de type ${type} dans la source ${source}`,
  },
  'reference-ambiguous': {
    en: ({ field, value, type, source }) =>
      `${field}: ${quoted(value)} is the key or name of several things of type ${type} in source ${source} that differ`,
    fr: ({ field, value, type, source }) =>
      `${field} : ${cite(cut(value))} est la clé ou le nom de plusieurs choses de type ${type} dans la source ${source}, qui diffèrent`,
  },
  'date-refused': {
    en: ({ value }) => refused(value, 'a date or a date-time with offset (ISO 8601)'),
    fr: ({ value }) => leftOut(value, 'une date, ou une date et une heure avec décalage (ISO 8601)'),
  },
  'link-refused': {
    en: ({ value }) => refused(value, 'an absolute http or https address'),
    fr: ({ value }) => leftOut(value, 'une adresse http ou https complète'),
  },
};

// --- internal ---

const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
} as const;

type Span = readonly [first: string, last: string];

const refused = (value: string, expected: string): string =>
  `Found ${JSON.stringify(value)}; expected ${expected}. The value was left out.`;
const leftOut = (value: string, expected: string): string =>
  `Trouvé ${cite(cut(value))} ; il faut ${expected}. La valeur a été laissée de côté.`;

/** A value in a message, cut where it is long. */
const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);
const quoted = (text: string): string => JSON.stringify(cut(text));
const cite = (text: string): string => `«\u00a0${text}\u00a0»`;

const two = (number: number): string => String(number).padStart(2, '0');
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const frenchTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${two(minutes % 60)}`}`;
const frenchLength = (minutes: number): string => (minutes < 60 ? `${minutes} min` : frenchTime(minutes));

const days = ([first, last]: Span): string => (first === last ? first : `${first} to ${last}`);
const frenchDay = (date: string): string => date.replace(/^(\d+)-(\d\d)-(\d\d)/, '$3/$2/$1');
const frenchDays = ([first, last]: Span): string =>
  first === last ? `du ${frenchDay(first)}` : `du ${frenchDay(first)} au ${frenchDay(last)}`;

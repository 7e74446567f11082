type Language = 'fr' | 'en';

/** A date or time of the data: `2022-09-28`, `2022-09-28T10:00:00+02:00`. Printed as it stands, in its own offset. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `10:00`, where the text gives a time. */
  readonly time?: string;
}

export function momentOf(text: string): Moment | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, time] = match;
  return { year: Number(year), month: Number(month), day: Number(day), ...(time === undefined ? {} : { time }) };
}

/** `28 septembre 2022`. */
export function dayText({ year, month, day }: Moment, language: Language): string {
  const name = MONTHS[language][month - 1] ?? '';
  return `${language === 'fr' && day === 1 ? '1er' : day} ${name} ${year}`;
}

/** `septembre`, from 1 to 12. */
export const monthText = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';

/** `mercredi 28 septembre 2022`. */
export function longDay(moment: Moment, language: Language): string {
  return `${DAYS[language][weekday(moment)] ?? ''} ${dayText(moment, language)}`;
}

/** `10 h`, `10 h 30`; `10:30`. */
export function timeText(time: string, language: Language): string {
  if (language === 'en') return time;
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`;
}

/** A start and perhaps an end, as people write them. The text itself where it is no date. */
export function spanText(start: string, end: string | undefined, language: Language): string {
  const from = momentOf(start);
  if (from === undefined) return start;
  const to = end === undefined ? undefined : momentOf(end);
  const time = (moment: Moment) => (moment.time === undefined ? '' : timeText(moment.time, language));
  const head = dayText(from, language);
  const at = from.time === undefined ? '' : `, ${time(from)}`;
  if (to === undefined || (same(from, to) && to.time === from.time)) return head + at;
  if (same(from, to)) return `${head}${at}${to.time === undefined ? '' : `\u2013${time(to)}`}`;
  const full = language === 'fr' ? `du ${days(from, to, language)}` : days(from, to, language);
  return full;
}

// --- internal ---

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
    ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ],
};
const DAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const same = (a: Moment, b: Moment): boolean => a.year === b.year && a.month === b.month && a.day === b.day;

function days(from: Moment, to: Moment, language: Language): string {
  const join = language === 'fr' ? ' au ' : '\u2013';
  if (from.year === to.year && from.month === to.month) return `${from.day}${join}${dayText(to, language)}`;
  return `${dayText(from, language)}${language === 'fr' ? ' au ' : ' \u2013 '}${dayText(to, language)}`;
}

/** Sunday is 0. Sakamoto's method. */
function weekday({ year, month, day }: Moment): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7;
}

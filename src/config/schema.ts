import { z } from 'zod';
import { GRADES } from '../domain/evidence.ts';
import { RECORD_TYPES } from './record-types.ts';
import { HTTP_ADDRESS, isHttp, storeSchema } from './store-schema.ts';
import { TEXT_GRAMMARS, THEME_CODES } from './types.ts';

/**
 * The shape of a config, fields aside (see `fields.ts`). Every message is a phrase that follows "must be" or
 * "is missing: give". No transforms: what comes out is what stands in the file.
 */
export function configSchema(readers: readonly string[]) {
  return z.strictObject(
    {
      base: url("the graph's base: an http(s) address that ends in /, without ? or #")
        .refine((value) => value.endsWith('/') && !/[?#]/.test(value), {
          error: "the graph's base: an http(s) address that ends in /, without ? or #",
        })
        .optional(),
      language: z.string().refine(isLanguage, { error: 'a language tag such as fr' }).optional(),
      timezone: z.string().refine(isZone, { error: 'an IANA time zone such as Europe/Paris' }).optional(),
      license: url().optional(),
      publisher: publisher.optional(),
      title: text('text').optional(),
      description: text('text').optional(),
      themes: z.array(z.enum(THEME_CODES, THEMES_ALLOWED), THEMES_ALLOWED).optional(),
      countries: z.array(z.string(COUNTRIES).regex(/^[A-Z]{3}$/, COUNTRIES), COUNTRIES).optional(),
      identities: relative('the path of the ledger of ids, relative to the config').optional(),
      judgements: relative('the path of the ledger of judgements, relative to the config').optional(),
      suppressions: relative('the path of the ledger of suppressions, relative to the config').optional(),
      links: relative('the path of the table of links out, relative to the config').optional(),
      quality: relative('the path of the measurements of quality, relative to the config').optional(),
      grades: grades.optional(),
      store: storeSchema.optional(),
      sources: z.array(sourceSchema(readers), 'a list of sources').min(1, 'a list of at least one source'),
    },
    'a map of keys such as base and sources',
  );
}

export type RawConfig = z.infer<ReturnType<typeof configSchema>>;
export type RawSource = RawConfig['sources'][number];
export type RawRecord = NonNullable<RawSource['records']>[number];

/** Sizes are bytes, or a number with kB or MB. */
export const SIZE = /^(\d{1,6}(?:\.\d{1,3})?) ?(k|M)B$/;

export const text = (phrase: string) => z.string(phrase).trim().min(1, phrase);

// --- internal ---

function sourceSchema(readers: readonly string[]) {
  const size = 'a number of bytes, or a size such as 500 kB or 5 MB';
  return z.strictObject(
    {
      id: z.string(SLUG).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, SLUG),
      files: globs('a glob or a list of globs, relative to the config'),
      exclude: globs('a glob or a list of globs, relative to the config').optional(),
      reader: z.enum(readers as [string, ...string[]], `one of ${readers.join(', ')}`),
      license: url().optional(),
      publisher: z.union([text('a name'), publisher], 'a name, or {name, url}').optional(),
      maxFileSize: z
        .union([z.number(size).int(size).positive(size), z.string(size).regex(SIZE, size)], size)
        .optional(),
      records: z.array(record, 'a list of records').min(1, 'a list of at least one record').optional(),
      text: z.enum(TEXT_GRAMMARS, `one of ${TEXT_GRAMMARS.join(', ')}`).optional(),
      event: event.optional(),
    },
    'a source: a map of keys such as id, files and reader',
  );
}

const THEMES_ALLOWED = `a list of ${THEME_CODES.join(', ')}`;
const COUNTRIES = 'a list of country codes of three capitals, such as [FRA]';

const SLUG = 'an id of a-z, 0-9 and single hyphens';

const url = (phrase = HTTP_ADDRESS) => z.string(phrase).refine(isHttp, { error: phrase });

const publisher = z.strictObject({ name: text('a name'), url: url().optional() }, '{name, url}');

/** What is inferred hangs on what is stated: it cannot stand alone. */
const GRADES_ALLOWED = '[stated, inferred] or [stated]';
const grades = z
  .array(z.enum(GRADES, GRADES_ALLOWED), GRADES_ALLOWED)
  .refine((list) => list.includes('stated'), { error: GRADES_ALLOWED });

const relative = (phrase: string) =>
  text(phrase).refine((path) => !path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !path.includes('\\'), {
    error: `${phrase}, with / between folders`,
  });

const globs = (phrase: string) => z.union([relative(phrase), z.array(relative(phrase), phrase).min(1, phrase)], phrase);

const path = text('a path of keys');
const conditionValue = z.union([z.string(), z.number(), z.boolean()], 'a value, or a list of values');
const condition = z.union(
  [
    path,
    z.array(path, 'a list of paths'),
    z.record(z.string(), z.union([conditionValue, z.array(conditionValue)], 'a value, or a list of values')),
  ],
  'a path, a list of paths, or a map of paths to values',
);

const record = z.strictObject(
  {
    type: z.enum(RECORD_TYPES, `one of ${RECORD_TYPES.join(', ')}`),
    scheme: text('the name of a classification').optional(),
    key: text('a path or template').optional(),
    forEach: path.optional(),
    when: condition.optional(),
    unless: condition.optional(),
    fields: z.record(z.string(), z.unknown(), 'a map of fields'),
  },
  'a record: a map with type and fields',
);

const DATE = 'a date such as 2022-09-28, or a date-time with its offset';
const when = z.union([z.iso.date(DATE), z.iso.datetime({ offset: true, error: DATE })], DATE);

const place = z
  .strictObject(
    {
      name: text('text').optional(),
      street: text('text').optional(),
      postalCode: text('text (in quotes)').optional(),
      locality: text('text').optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'a country code such as FR')
        .optional(),
    },
    'a map of name, street, postalCode, locality and country',
  )
  .refine(({ name, locality }) => name !== undefined || locality !== undefined, {
    error: 'a place with a name or a locality',
  });

const event = z.strictObject(
  {
    name: text('a name'),
    startDate: when.optional(),
    endDate: when.optional(),
    location: place.optional(),
    organizers: z.array(text('a name'), 'a list of names').optional(),
    url: url().optional(),
  },
  'a map with the name of the event, its dates and place',
);

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Offsets such as `+02:00` are no zones: they know no summer time. */
function isZone(value: string): boolean {
  try {
    return /^[A-Za-z]/.test(value) && new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

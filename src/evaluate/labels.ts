import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../errors.ts';

/**
 * Labels that people made by hand, as `tests/corpora/other/README.md` tells how. Other keys are notes, and are let be.
 * `accept…` are other right answers; an affiliation that is `past` may be told or left out; of projects, those of
 * `confidence: low` are optional.
 */
const text = z.string('a text').min(1, 'a text that is not empty');
const texts = z.array(text, 'a list of texts').default([]);
const time = z
  .string('a time such as 09:30, or null')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30, or null')
  .nullable()
  .default(null);
const instant = z
  .string('a date, or a date-time with its offset')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'a date, or a date-time with its offset')
  .nullish();
const lineNumber = z.int('a line number').min(1, 'a line number from 1').optional();
const list = <T extends z.ZodType>(item: T) => z.array(item, 'a list');
const map = <T extends z.ZodRawShape>(shape: T) => z.object(shape, 'a map');

const affiliation = map({
  role: text.nullish(),
  organisation: text.nullish(),
  past: z.boolean('true or false').default(false),
  acceptRole: texts,
  acceptOrganisation: texts,
  acceptAlternative: map({ role: text.nullish(), organisation: text.nullish() }).optional(),
});

const session = map({
  id: text,
  title: text,
  heading: text.optional(),
  day: z.iso.date('a date such as 2022-09-28'),
  start: time,
  end: time,
  format: text.nullish(),
  acceptFormats: texts,
  contributors: list(
    map({
      name: text,
      surface: text.optional(),
      capacity: text,
      acceptCapacity: texts,
      affiliations: list(affiliation).default([]),
      tentative: z.boolean('true or false').default(false),
    }),
  ).default([]),
  collectives: list(map({ name: text, surface: text.optional() })).default([]),
  presented: list(map({ name: text })).default([]),
});

const page = map({
  doc: text,
  kind: text,
  title: text,
  startDate: instant,
  endDate: instant,
  venue: map({
    name: text.nullish(),
    street: text.nullish(),
    postalCode: text.nullish(),
    locality: text.nullish(),
  }).nullish(),
  organizers: texts,
  agenda: list(map({ title: text, start: text.nullish() })).default([]),
  contributors: list(map({ name: text, surface: text.optional() })).default([]),
});

const project = map({
  name: text,
  surfaces: texts,
  kind: text.optional(),
  stewards: texts,
  confidence: z.enum(['high', 'medium', 'low'], 'high, medium or low').default('high'),
});

const cluster = map({
  canonical: text,
  surfaces: list(map({ surface: text, doc: text.optional(), line: lineNumber, session: text.optional() })),
});

const clusters = map({
  persons: list(cluster).optional(),
  organisations: list(cluster).optional(),
  /** Pairs of names of different things, and why. */
  notSame: list(z.tuple([text, text], text, 'two names, and why they differ')).default([]),
});

export type SessionLabel = z.infer<typeof session>;
export type PageLabel = z.infer<typeof page>;
export type ProjectLabel = z.infer<typeof project>;
export type ClusterLabels = z.infer<typeof clusters>;

/** The labels of a folder. Parts without a file are undefined. */
export interface Labels {
  /** Name of the folder. */
  readonly name: string;
  readonly programme?: readonly SessionLabel[];
  readonly pages?: readonly PageLabel[];
  readonly projects?: readonly ProjectLabel[];
  readonly identity?: ClusterLabels;
}

/** What labels are about, in the order in which it is told. */
export const PARTS = ['programme', 'pages', 'projects', 'identity'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Reads `sessions.json`, `pages.json`, `projects.json` and `clusters.json` of a folder, as far as they are there.
 * @throws UsageError naming file, index, field and value for the first label that is not as it should be, and where the
 *   folder holds no labels
 */
export function readLabels(folder: string): Labels {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError('there is no such folder of labels', { path: folder });
  const programme = readFile(folder, 'sessions.json', list(session));
  const pages = readFile(folder, 'pages.json', list(page));
  const projects = readFile(folder, 'projects.json', list(project));
  const identity = readFile(folder, 'clusters.json', clusters);
  if ([programme, pages, projects, identity].every((part) => part === undefined)) {
    throw new UsageError('no labels here: expected sessions.json, pages.json, projects.json or clusters.json', {
      path: folder,
    });
  }
  return {
    name: basename(resolve(folder)),
    ...(programme === undefined ? {} : { programme }),
    ...(pages === undefined ? {} : { pages }),
    ...(projects === undefined ? {} : { projects }),
    ...(identity === undefined ? {} : { identity }),
  };
}

// --- internal ---

function readFile<T extends z.ZodType>(folder: string, name: string, schema: T): z.infer<T> | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new UsageError(`cannot be read as JSON: ${(cause as Error).message}`, { path }, cause);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  const at = first?.path ?? [];
  const found = at.reduce<unknown>((part, step) => (part as Record<PropertyKey, unknown> | undefined)?.[step], value);
  const more = others.length === 0 ? '' : ` (${others.length} more like this follow)`;
  const missing = found === undefined ? 'is missing: ' : '';
  throw new UsageError(`${missing}expected ${first?.message}${more}`, {
    path,
    field: fieldText(at),
    ...(found === undefined ? {} : { value: found }),
  });
}

/** `[3].contributors[0].name` */
const fieldText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the file'
    : path
        .map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`))
        .join('');

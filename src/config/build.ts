import { GRADES } from '../domain/evidence.ts';
import type { FieldsOf } from './check.ts';
import { type RawConfig, type RawRecord, type RawSource, SIZE } from './schema.ts';
import { conditions, defined, list } from './shapes.ts';
import type {
  Config,
  EventConfig,
  FieldSpec,
  Publisher,
  RecordSpec,
  SourceConfig,
  StoreConfig,
  ValueSpec,
  YamlPath,
} from './types.ts';

export const DEFAULT_BASE = 'https://maillage.example/';
/** 10 MB. */
export const DEFAULT_MAX_FILE_SIZE = 10_000_000;

/** The config as the schema let it through, with its defaults, given the fields that `checkSources` read. */
export function buildConfig(
  raw: RawConfig,
  fields: FieldsOf,
): Omit<Config, 'path' | 'folder' | 'text' | 'sha256' | 'linesOf'> {
  const { base, language, timezone, publisher, themes, countries, grades, sources, store, ...rest } = raw;
  return {
    ...defined(rest),
    base: base ?? DEFAULT_BASE,
    baseIsDefault: base === undefined || base === DEFAULT_BASE,
    language: language ?? 'fr',
    timezone: timezone ?? 'Europe/Paris',
    themes: themes ?? [],
    countries: countries ?? [],
    grades: grades ?? GRADES,
    ...(publisher === undefined ? {} : { publisher: defined(publisher) as Publisher }),
    ...(store === undefined || store === 'embedded' ? {} : { store: defined(store) as StoreConfig }),
    sources: sources.map((source, i) => buildSource(source, ['sources', i], fields)),
  };
}

// --- internal ---

function buildSource(raw: RawSource, at: YamlPath, fields: FieldsOf): SourceConfig {
  const { id, files, exclude, reader, license, publisher, maxFileSize, records, text, event } = raw;
  return {
    id,
    at,
    files: list(files),
    exclude: list(exclude),
    reader,
    ...defined({ license, text }),
    ...(publisher === undefined
      ? {}
      : { publisher: typeof publisher === 'string' ? { name: publisher } : (defined(publisher) as Publisher) }),
    maxFileSize: bytes(maxFileSize),
    records: withArticle(
      (records ?? []).map((record, j) => buildRecord(record, [...at, 'records', j], fields)),
      text,
    ),
    ...(event === undefined ? {} : { event: buildEvent(event, [...at, 'event']) }),
  };
}

/**
 * A page whose text is read, and that is not an event for want of what `when` asks, is an article: of the same title, abstract and keywords,
 * published on its `date`. A source that has a mapping of articles says it itself.
 */
function withArticle(records: RecordSpec[], text: string | undefined): RecordSpec[] {
  const event = records.find(({ type, when }) => type === 'event' && when.length === 1);
  if (text === undefined || event === undefined || records.some(({ type }) => type === 'article')) return records;
  const kept = [...event.fields].filter(([name]) => ['abstract', 'keywords', 'urls'].includes(name));
  const headline = event.fields.get('name');
  const published: ValueSpec = { at: event.at, from: ['date'], const: [], refs: [], split: [], as: 'date' };
  const fields = new Map<string, FieldSpec>([...kept, ['datePublished', published]]);
  if (headline !== undefined) fields.set('headline', headline);
  return [...records, { type: 'article', at: event.at, when: [], unless: [...event.when, ...event.unless], fields }];
}

function buildRecord(raw: RawRecord, at: YamlPath, fields: FieldsOf): RecordSpec {
  const { type, scheme, key, forEach, when, unless } = raw;
  const template = key === undefined || key.includes('{{') ? key : `{{${key}}}`;
  return {
    type,
    at,
    ...defined({ scheme, key: template, forEach }),
    when: conditions(when),
    unless: conditions(unless),
    fields: fields.get(at.join('.')) ?? new Map(),
  };
}

function buildEvent(raw: NonNullable<RawSource['event']>, at: YamlPath): EventConfig {
  const { name, startDate, endDate, location, organizers, url } = raw;
  return {
    at,
    name,
    ...defined({ startDate, endDate, url }),
    ...(location === undefined ? {} : { location: defined(location) }),
    organizers: organizers ?? [],
  };
}

function bytes(size: number | string | undefined): number {
  if (size === undefined) return DEFAULT_MAX_FILE_SIZE;
  if (typeof size === 'number') return size;
  const [, number, unit] = SIZE.exec(size) ?? [];
  return Math.round(Number(number) * (unit === 'M' ? 1_000_000 : 1000));
}

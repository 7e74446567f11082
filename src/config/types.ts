import type { Grade, Lines } from '../domain/evidence.ts';
import type { As, RecordType } from './record-types.ts';

/** Keys and indexes that lead to a value in the YAML, e.g. `['sources', 0, 'id']`. */
export type YamlPath = readonly (string | number)[];

/** A publisher's config, checked and filled with its defaults. */
export interface Config {
  /** The file's absolute path. */
  readonly path: string;
  /** Absolute path of the folder that the globs and paths in the config are relative to. */
  readonly folder: string;
  readonly text: string;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
  /** http(s), ends with `/`. */
  readonly base: string;
  /** The config gives no base, so the graph stands on the example one: publishing it deserves a warning. */
  readonly baseIsDefault: boolean;
  /** BCP 47 tag of the language of the sources. */
  readonly language: string;
  /** IANA name of the zone of date-times that print none. */
  readonly timezone: string;
  /** Of the published graph. */
  readonly license?: string;
  readonly publisher?: Publisher;
  readonly title?: string;
  readonly description?: string;
  /** What the graph is about, in the words of data portals. */
  readonly themes: readonly ThemeCode[];
  /** Countries that it is about: ISO 3166-1, three capitals. */
  readonly countries: readonly string[];
  /** Path of the ledger of minted ids, relative to `folder`. */
  readonly identities?: string;
  /** Path of the ledger of judgements of who is who, relative to `folder`. */
  readonly judgements?: string;
  /** Path of the ledger of those who asked to be left out, relative to `folder`. */
  readonly suppressions?: string;
  /** Path of the curated table of links out, relative to `folder`. */
  readonly links?: string;
  /** Path of the published measurements of quality, relative to `folder`. */
  readonly quality?: string;
  /** Which facts reach the graph, by how they were read. `stated` is always among them. */
  readonly grades: readonly Grade[];
  readonly sources: readonly SourceConfig[];
  /** The server that holds the graph; without it, the embedded store on the build folder does. */
  readonly store?: StoreConfig;
  /** Lines of the config file where the value at a path stands, its key included; of its nearest known ancestor else. */
  linesOf(path: YamlPath): Lines;
}

/** A SPARQL 1.1 server. Names of environment variables stand for secrets. */
export interface StoreConfig {
  readonly endpoint: string;
  readonly update?: string;
  /** Seconds that a query may run. */
  readonly timeout?: number;
  readonly authentication?:
    | { readonly type: 'basic'; readonly user: string; readonly password: string }
    | { readonly type: 'bearer'; readonly token: string };
}
/** Codes of the data themes of the Publications Office of the European Union. */
export const THEME_CODES = [
  ...([
    'AGRI',
    'ECON',
    'EDUC',
    'ENER',
    'ENVI',
    'GOVE',
    'HEAL',
    'INTR',
    'JUST',
    'REGI',
    'SOCI',
    'TECH',
    'TRAN',
  ] as const),
] as const;
export type ThemeCode = (typeof THEME_CODES)[number];

export interface Publisher {
  readonly name: string;
  readonly url?: string;
}

export interface SourceConfig {
  readonly id: string;
  /** Where the source stands in the YAML. */
  readonly at: YamlPath;
  /** Globs relative to the config's folder. */
  readonly files: readonly string[];
  /** Globs relative to the config's folder. */
  readonly exclude: readonly string[];
  /** Name of a reader. */
  readonly reader: string;
  readonly license?: string;
  readonly publisher?: Publisher;
  /** In bytes. */
  readonly maxFileSize: number;
  readonly records: readonly RecordSpec[];
  /** The grammar that reads the body as well. */
  readonly text?: TextGrammar;
  /** What a programme is the programme of. */
  readonly event?: EventConfig;
}

export const TEXT_GRAMMARS = ['fr-page'] as const;
export type TextGrammar = (typeof TEXT_GRAMMARS)[number];

/** An event that the config itself states. Dates are `YYYY-MM-DD` or date-times with their offset. */
export interface EventConfig {
  readonly at: YamlPath;
  readonly name: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly location?: PlaceConfig;
  readonly organizers: readonly string[];
  readonly url?: string;
}

export interface PlaceConfig {
  readonly name?: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly locality?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** One record that each row of a file yields, or each object of a list in it. */
export interface RecordSpec {
  readonly type: RecordType;
  readonly at: YamlPath;
  /** Concepts: the classification they belong to. */
  readonly scheme?: string;
  /** Template of the key that references use; without it, the file's name without its extension. */
  readonly key?: string;
  /** Path of a list of objects: one record each. */
  readonly forEach?: string;
  /** All of these must hold, and none of `unless`. */
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
  /** By canonical field name. */
  readonly fields: ReadonlyMap<string, FieldSpec>;
}

/** The value at a path is present, and, where values are given, is one of them. */
export interface Condition {
  readonly path: string;
  readonly values?: readonly string[];
}

export type FieldSpec = ValueSpec | GroupSpec;

/** Where a value comes from, and what is done to it on the way. */
export interface ValueSpec {
  readonly at: YamlPath;
  readonly from: readonly string[];
  readonly const: readonly string[];
  readonly template?: string;
  readonly link?: string;
  /** References; all of them give their values to the field. */
  readonly refs: readonly ReferenceSpec[];
  readonly split: readonly string[];
  readonly lookup?: ReadonlyMap<string, string>;
  readonly default?: string;
  readonly as: As;
}

/** A value of parts (a place, an affiliation, a named thing): from dotted field names, or from a list of objects. */
export interface GroupSpec {
  readonly at: YamlPath;
  readonly forEach?: string;
  readonly parts: ReadonlyMap<string, ValueSpec>;
}

export interface ReferenceSpec {
  readonly source: string;
  /** The type of record it points at. */
  readonly type: RecordType;
  /** Template of the key or name. */
  readonly key: string;
  /** Take this field of the referenced record instead of the record itself. */
  readonly field?: string;
}

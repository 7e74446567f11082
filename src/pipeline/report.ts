import type { Severity } from '../domain/finding.ts';

/** Something of a source that is not in the graph, and why. Plain data: it is kept with the source's segments. */
export interface Problem {
  /** `quarantined`: the whole file is left out; `skipped`: a record of it; `dropped`: a field of a record. */
  readonly what: 'quarantined' | 'skipped' | 'dropped';
  readonly source: string;
  readonly path: string;
  readonly line?: number;
  /** Says where, what was expected and what to do. */
  readonly message: string;
}

/** What one source gave to the graph. */
export interface SourceReport {
  readonly id: string;
  readonly documents: number;
  /** Hex SHA-256 over the paths and hashes of these documents, in the order of their paths. */
  readonly sha256: string;
  /** Rows of these documents (a page has one), where the config maps rows to records. */
  readonly rows: number;
  /** Rows that the conditions of all `records` leave out. The others gave records, or problems that say why not. */
  readonly excluded: number;
  readonly quads: number;
  /** Records by type. */
  readonly records: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly problems: readonly Problem[];
  /** Its segments were taken from the build before, since nothing that they depend on has changed. */
  readonly reused: boolean;
}

/** What a build made. */
export interface BuildReport {
  readonly generation: number;
  /** Folder of the generation. */
  readonly folder: string;
  readonly quads: number;
  readonly sources: readonly SourceReport[];
  /** Entities by kind. */
  readonly entities: Readonly<Record<string, number>>;
  /** Ids minted by this build. */
  readonly minted: number;
}

/** All problems of a build, in the order of its sources. */
export const problemsOf = (report: BuildReport): Problem[] => report.sources.flatMap((source) => source.problems);

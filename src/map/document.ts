import type { Lines } from '../domain/evidence.ts';

/** What the graph says of a document. */
export interface DocumentInfo {
  readonly sourceId: string;
  /** Path below the source's root; with the source id it makes the document's IRI. */
  readonly name: string;
  /** Path as configured. */
  readonly path: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** Address of the licence. */
  readonly license?: string;
  readonly publisher?: string;
}

/** The text of the given lines of a document, with `\n` between them. */
export type LineText = (lines: Lines) => string;

/** A document together with its text; without text its passages have no quote (a file that could not be decoded). */
export interface Source {
  readonly document: DocumentInfo;
  readonly lineText?: LineText;
}

import type { Lines } from '../domain/evidence.ts';

/** A file that has passed the door: decoded, normalised, within the size limit. */
export interface SourceFile {
  readonly sourceId: string;
  /** Path as configured, relative to the config file, with `/`. It is what messages and the graph show. */
  readonly path: string;
  /** Path below the source's root; with the source id it makes the document's IRI. */
  readonly name: string;
  /** Text: UTF-8 decoded, no BOM, LF, NFC. Line n of the text is line n of the file. */
  readonly text: string;
  /** Hex SHA-256 of the bytes as they are on disk. */
  readonly sha256: string;
}

/** One record of named values, as front matter, a CSV line or a JSON object gives it. */
export interface Row {
  readonly values: Readonly<Record<string, unknown>>;
  /** Lines of the value at a path of keys and indexes; of the nearest known ancestor where it has none. */
  linesOf(path: readonly (string | number)[]): Lines;
}

/** A link in running text. */
export interface Link {
  readonly text: string;
  readonly url: string;
  readonly lines: Lines;
}

/**
 * A passage: a piece of text that belongs together, with its exact lines.
 * `text` is plain (markup taken off), its line breaks kept as `\n`, so that text line i stands on file line first + i.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly lines: Lines;
  /** Depth of a heading (1-6) or of a list item (1 outermost). */
  readonly depth?: number;
  /** Number of an ordered list item, as printed. */
  readonly number?: number;
  readonly links?: readonly Link[];
  /** The whole block stands in emphasis (italic) or strong (bold). */
  readonly emphasis?: 'em' | 'strong';
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'caption' | 'rule';

/** What a reader makes of a file: rows and blocks in file order. Either may be empty, not both. */
export interface ReadDocument {
  readonly file: SourceFile;
  readonly rows: readonly Row[];
  readonly blocks: readonly Block[];
}

/** The contract of every reader. Throws SourceError for a file that it cannot read; never returns half of one. */
export interface Reader {
  readonly name: string;
  read(file: SourceFile): ReadDocument;
}

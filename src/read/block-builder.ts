import type { Block, BlockKind, Link } from './reader.ts';

/** What the text to come is. `once`: only its first block is (the first paragraph of a list item). */
export interface Shape {
  readonly kind: Exclude<BlockKind, 'rule'>;
  readonly depth?: number;
  readonly number?: number;
  readonly once?: boolean;
}

/** How a piece of text stands. Pieces that share a `link` object make one link. */
export interface Style {
  readonly em: boolean;
  readonly strong: boolean;
  readonly link?: { readonly url: string };
}

export const PLAIN: Style = { em: false, strong: false };
export const PARAGRAPH: Shape = { kind: 'paragraph' };

/**
 * Puts blocks together from pieces of text, each written with the line on which it stands; so text line i of a block
 * is file line first + i, whatever markup stood between. White space runs and control characters become one space.
 */
export class BlockBuilder {
  readonly blocks: Block[] = [];
  readonly #splitStrong: boolean;
  #shape: Shape = PARAGRAPH;
  #pieces: Piece[] = [];
  readonly #used = new WeakSet<Shape>();

  /** `splitStrong`: lines of a paragraph that are wholly bold make blocks of their own. */
  constructor(splitStrong: boolean) {
    this.#splitStrong = splitStrong;
  }

  /** Ends the block before, if any; what is written next makes a block of this shape. */
  begin(shape: Shape): void {
    this.end();
    this.#shape = shape;
  }

  /** Writes a piece of one line. */
  write(text: string, line: number, style: Style = PLAIN): void {
    if (text !== '') this.#pieces.push({ text, line, style });
  }

  rule(line: number): void {
    this.end();
    this.blocks.push({ kind: 'rule', text: '', lines: { first: line, last: line } });
  }

  /** Ends the block. Nothing comes of one without text. */
  end(): void {
    const lines = linesOf(this.#pieces);
    this.#pieces = [];
    if (lines.length === 0) return;
    let shape = this.#shape;
    if (shape.once === true) {
      if (this.#used.has(shape)) shape = PARAGRAPH;
      this.#used.add(this.#shape);
    }
    const split = this.#splitStrong && shape.kind === 'paragraph';
    for (const group of split ? byStrength(lines) : [lines]) this.blocks.push(blockOf(shape, group));
  }
}

// --- internal ---

interface Piece {
  readonly text: string;
  readonly line: number;
  readonly style: Style;
}

/** A line with text. */
interface TextLine {
  readonly number: number;
  readonly pieces: Piece[];
}

const isBlank = (piece: Piece): boolean => piece.text.trim() === '';
const tidy = (text: string): string => text.replace(/[ \p{Cc}]+/gu, ' ');
const textOf = (pieces: readonly Piece[]): string => tidy(pieces.map((piece) => piece.text).join('')).trim();
const allStrong = (pieces: readonly Piece[]): boolean => pieces.every((piece) => isBlank(piece) || piece.style.strong);
const allEm = (pieces: readonly Piece[]): boolean => pieces.every((piece) => isBlank(piece) || piece.style.em);

function linesOf(pieces: readonly Piece[]): TextLine[] {
  const lines = new Map<number, TextLine>();
  for (const piece of pieces) {
    const line = lines.get(piece.line);
    if (line === undefined) lines.set(piece.line, { number: piece.line, pieces: [piece] });
    else line.pieces.push(piece);
  }
  return [...lines.values()].filter((line) => !line.pieces.every(isBlank)).sort((a, b) => a.number - b.number);
}

function byStrength(lines: readonly TextLine[]): TextLine[][] {
  const groups: { strong: boolean; lines: TextLine[] }[] = [];
  for (const line of lines) {
    const strong = allStrong(line.pieces);
    const group = groups.at(-1);
    if (group?.strong === strong) group.lines.push(line);
    else groups.push({ strong, lines: [line] });
  }
  return groups.map((group) => group.lines);
}

function blockOf(shape: Shape, lines: readonly TextLine[]): Block {
  const first = lines[0]?.number ?? 0;
  const last = lines.at(-1)?.number ?? first;
  const texts = new Array<string>(last - first + 1).fill('');
  for (const line of lines) texts[line.number - first] = textOf(line.pieces);
  const pieces = lines.flatMap((line) => line.pieces);
  const links = linksOf(pieces);
  const { kind, depth, number } = shape;
  return {
    kind,
    text: texts.join('\n'),
    lines: { first, last },
    ...(depth === undefined ? {} : { depth }),
    ...(number === undefined ? {} : { number }),
    ...(links.length === 0 ? {} : { links }),
    ...(allStrong(pieces) ? { emphasis: 'strong' } : allEm(pieces) ? { emphasis: 'em' } : {}),
  };
}

function linksOf(pieces: readonly Piece[]): Link[] {
  const parts = new Map<{ readonly url: string }, Piece[]>();
  for (const piece of pieces) {
    const { link } = piece.style;
    if (link === undefined) continue;
    const known = parts.get(link);
    if (known === undefined) parts.set(link, [piece]);
    else known.push(piece);
  }
  return [...parts].flatMap(([{ url }, own]) => {
    const lines = linesOf(own);
    const [first, last] = [lines[0]?.number, lines.at(-1)?.number];
    if (first === undefined || last === undefined) return [];
    return { text: lines.map((line) => textOf(line.pieces)).join(' '), url, lines: { first, last } };
  });
}

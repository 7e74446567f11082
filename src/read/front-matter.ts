import matter from 'gray-matter';
import { SourceError, type Where } from '../errors.ts';
import { blocksOf } from './markdown.ts';
import type { Block, ReadDocument, Reader, Row, SourceFile } from './reader.ts';
import { yamlRow } from './yaml-row.ts';

/** Pages whose head is YAML between two `---` lines: one row, and the blocks of the Markdown below it. */
export const frontMatter: Reader = {
  name: 'front-matter',
  read(file: SourceFile): ReadDocument {
    const head = headOf(file);
    let blocks: readonly Block[] | undefined;
    return {
      file,
      rows: [head.row],
      // Most pages are read for their head only.
      get blocks() {
        blocks ??= blocksOf(file.text.slice(head.bodyAt), head.bodyLine);
        return blocks;
      },
    };
  },
};

export interface Head {
  readonly row: Row;
  /** Where the text after the closing fence begins: offset in the text, and line. */
  readonly bodyAt: number;
  readonly bodyLine: number;
}

/** Reads the front matter of a file. Throws SourceError where the first line is not `---` or the head is not sound. */
export function headOf(file: SourceFile): Head {
  const where: Where = { source: file.sourceId, path: file.path };
  const { yaml, bodyAt, bodyLine } = split(file.text, where);
  return { row: rowOf(yaml, where), bodyAt, bodyLine };
}

// --- internal ---

const FENCE = '---';
/** Where the YAML begins: below the opening fence. */
const FIRST_LINE = 2;
const MAX_LENGTH = 262_144;
const MAX_LINE = 20_000;
/** gray-matter looks for comments in quadratic time over blank lines. */
const MAX_BLANK_LINES = 200;

/**
 * Finds the closing fence line by line. gray-matter alone would take any line that begins with `---` for it, and would
 * take what follows the opening fence for the name of a language, JavaScript included, and evaluate the head.
 */
function split(text: string, where: Where): { yaml: string; bodyAt: number; bodyLine: number } {
  const opening = lineFrom(text, 0);
  if (opening !== FENCE) {
    const field = { line: 1, field: 'first line', value: opening.slice(0, 100) };
    throw new SourceError(`expected front matter: the first line must be exactly "${FENCE}"`, { ...where, ...field });
  }
  const start = FENCE.length + 1;
  let line = FIRST_LINE;
  let blank = 0;
  for (let at = start; at < text.length; line += 1) {
    const content = lineFrom(text, at);
    const next = at + content.length + 1;
    const here = { ...where, line };
    if (content.startsWith(FENCE)) {
      if (content.trimEnd() === FENCE) return { yaml: text.slice(start, at), bodyAt: next, bodyLine: line + 1 };
      const field = { field: 'fence', value: content.slice(0, 100) };
      throw new SourceError(`expected exactly "${FENCE}" to close the front matter`, { ...here, ...field });
    }
    blank = content.trim() === '' ? blank + 1 : 0;
    if (blank > MAX_BLANK_LINES) throw new SourceError(`more than ${MAX_BLANK_LINES} blank lines in a row`, here);
    if (content.length > MAX_LINE) {
      throw new SourceError(`a line of ${content.length} characters, expected at most ${MAX_LINE}: fold it`, here);
    }
    if (next - start > MAX_LENGTH) {
      throw new SourceError(`front matter over ${MAX_LENGTH} characters: is "${FENCE}" missing below it?`, here);
    }
    at = next;
  }
  throw new SourceError(`the front matter is never closed: expected a line "${FENCE}" below it`, { ...where, line: 1 });
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.slice(at) : text.slice(at, end);
}

function rowOf(yaml: string, where: Where): Row {
  let row: Row | undefined;
  const refuse = (): never => {
    throw new SourceError('only YAML front matter is read', { ...where, line: 1 });
  };
  // An options object also keeps gray-matter from its cache, which gives `{}` for bad YAML met a second time.
  matter(`${FENCE}\n${yaml}${FENCE}\n`, {
    language: 'yaml',
    engines: {
      yaml: () => {
        row = yamlRow(yaml, FIRST_LINE, where);
        return row.values;
      },
      json: refuse,
      javascript: refuse,
    },
    // Without it a key `excerpt_separator` of the file would be obeyed.
    excerpt: () => '',
  });
  if (row === undefined) {
    throw new SourceError('the front matter is empty: expected "key: value" lines', { ...where, line: 1 });
  }
  return row;
}

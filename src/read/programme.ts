import { SourceError } from '../errors.ts';
import { headOf } from './front-matter.ts';
import { blocksOf } from './markdown.ts';
import { mendMarkup } from './mend.ts';
import type { ReadDocument, Reader, SourceFile } from './reader.ts';

/**
 * Programmes and booklets in Markdown as an OCR leaves it: blocks, with the markup mended and lines in their places.
 * Indentation makes no code and underlining by dashes no heading; a line that is bold from end to end is a block of its
 * own. A head of front matter, where there is one, is read as a row as well.
 */
export const programme: Reader = {
  name: 'programme',
  read(file: SourceFile): ReadDocument {
    const head = hasHead(file.text) ? headOf(file) : undefined;
    const body = head === undefined ? file.text : file.text.slice(head.bodyAt);
    const blocks = blocksOf(mendMarkup(body), head?.bodyLine ?? 1, { loose: true });
    if (head === undefined && blocks.every((block) => block.text === '')) {
      const message = 'no text to read: expected a programme in Markdown';
      throw new SourceError(message, { source: file.sourceId, path: file.path });
    }
    return { file, rows: head === undefined ? [] : [head.row], blocks };
  },
};

// --- internal ---

/** A first line `---` may also be a rule: front matter goes on with a key. */
const hasHead = (text: string): boolean =>
  /^---\n(?:[ \t]*(?:#[^\n]*)?\n){0,20}["']?[\p{L}_][^\s:#]{0,60}["']?:(?:\s|$)/u.test(text);

import type { InlineCode, Nodes, Text } from 'mdast';
import { type BlockBuilder, PLAIN, type Style } from './block-builder.ts';
import type { HtmlTags } from './html-tags.ts';
import { webLink } from './web-link.ts';

/** What inline content is written with. */
export interface Inlines {
  readonly builder: BlockBuilder;
  /** Lines of the Markdown text, and what to add to a 1-based line of it to get the file's. */
  readonly lines: readonly string[];
  readonly shift: number;
  /** Link definitions: identifier -> http(s) URL. */
  readonly definitions: ReadonlyMap<string, string>;
}

/** Writes the text of a paragraph, heading or table row, each piece on its line; markup becomes style. */
export function writeInlines(block: Nodes, inlines: Inlines, tags: HtmlTags): void {
  new Writer(inlines, tags).children(block, PLAIN);
}

// --- internal ---

class Writer {
  readonly #inlines: Inlines;
  readonly #tags: HtmlTags;

  constructor(inlines: Inlines, tags: HtmlTags) {
    this.#inlines = inlines;
    this.#tags = tags;
  }

  children(node: Nodes, style: Style): void {
    if (!('children' in node)) return;
    for (const [i, child] of node.children.entries()) {
      if (child.type === 'tableCell' && i > 0) this.#write(' | ', this.#lineOf(child), style);
      this.#node(child, style);
    }
  }

  #node(node: Nodes, style: Style): void {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#text(node, style);
        break;
      case 'html':
        this.#tags.read(node.value, this.#lineOf(node), style);
        break;
      case 'emphasis':
        this.children(node, { ...style, em: true });
        break;
      case 'strong':
        this.children(node, { ...style, strong: true });
        break;
      case 'link':
        this.children(node, linked(style, node.url));
        break;
      case 'linkReference':
        this.children(node, linked(style, this.#inlines.definitions.get(node.identifier)));
        break;
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        break;
      default:
        this.children(node, style);
    }
  }

  #text(node: Text | InlineCode, style: Style): void {
    const first = this.#lineOf(node);
    const count = (node.position?.end.line ?? 1) - (node.position?.start.line ?? 1) + 1;
    const parts = node.value.split('\n');
    const texts = parts.length === count ? parts : count === 1 ? [parts.join(' ')] : this.#raw(node);
    for (const [i, text] of texts.entries()) this.#write(text, first + i, style);
  }

  /** The source's own lines, where the value does not show its line breaks (code, escaped line ends). */
  #raw(node: Text | InlineCode): string[] {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const lines = this.#inlines.lines.slice(start.line - 1, end.line);
    return lines.map((line, i) => {
      const to = i === lines.length - 1 ? end.column - 1 : line.length;
      const part = line.slice(i === 0 ? start.column - 1 : 0, to);
      const inside = i === 0 ? part : part.replace(/^[ \t>]+/, '');
      return node.type === 'inlineCode' ? inside.replaceAll('`', '') : inside;
    });
  }

  #write(text: string, line: number, style: Style): void {
    if (!this.#tags.dropping) this.#inlines.builder.write(text, line, this.#tags.styled(style));
  }

  #lineOf(node: Nodes): number {
    return (node.position?.start.line ?? 1) + this.#inlines.shift;
  }
}

function linked(style: Style, url: string | undefined): Style {
  const link = webLink(url);
  return link === undefined ? style : { ...style, link };
}

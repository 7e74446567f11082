import type { List, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { BlockBuilder, PARAGRAPH, type Shape } from './block-builder.ts';
import { HtmlTags } from './html-tags.ts';
import { type Inlines, writeInlines } from './inlines.ts';
import type { Block } from './reader.ts';
import { partsOf, shield } from './shield.ts';
import { webLink } from './web-link.ts';

export interface MarkdownOptions {
  /**
   * For text that only looks like Markdown: indentation makes no code, underlining no heading, and lines of a
   * paragraph that are wholly bold are blocks of their own.
   */
  readonly loose?: boolean;
}

/**
 * The blocks of a Markdown text (CommonMark, tables and bare links of GitHub, HTML), in file order. `firstLine` is the
 * file's line on which the text begins. An item block is the first paragraph of the item; what follows in the item,
 * nested items included, makes blocks of its own. A row of a table is a paragraph, its cells parted by ` | `. Never
 * throws and never hangs: what would is read as plain paragraphs, a line each (see `shield`).
 */
export function blocksOf(text: string, firstLine = 1, options: MarkdownOptions = {}): Block[] {
  const blocks: Block[] = [];
  let line = firstLine;
  for (const part of partsOf(text)) {
    // One by one: a spread of many thousands overflows the stack.
    for (const block of blocksOfPart(part, line, options.loose === true)) blocks.push(block);
    line += part.split('\n').length;
  }
  return blocks;
}

// --- internal ---

function blocksOfPart(text: string, firstLine: number, loose: boolean): Block[] {
  const { text: safe, aside } = shield(text);
  const read = parsed(safe, firstLine, loose) ?? plain(safe.split('\n'), firstLine);
  if (aside.length === 0) return read;
  const extra = aside.flatMap(({ line, text: content }) => plain([content], firstLine + line - 1));
  return [...read, ...extra].sort((a, b) => a.lines.first - b.lines.first);
}

function parsed(text: string, firstLine: number, loose: boolean): Block[] | undefined {
  try {
    const root = (loose ? LOOSE : STRICT).parse(text);
    const walk = new Walk(root, text, firstLine, new BlockBuilder(loose));
    walk.flow(root, { shape: PARAGRAPH, listDepth: 0 });
    return walk.builder.blocks;
  } catch {
    // Too deep for the parser, in a way that the shield does not know.
    return undefined;
  }
}

function plain(lines: readonly string[], firstLine: number): Block[] {
  const builder = new BlockBuilder(false);
  lines.forEach((line, index) => {
    builder.begin(PARAGRAPH);
    builder.write(line, firstLine + index);
  });
  builder.end();
  return builder.blocks;
}

const gfm = { singleTilde: false };
const STRICT = unified().use(remarkParse).use(remarkGfm, gfm).freeze();
const LOOSE = unified().use(remarkParse).use(remarkGfm, gfm).use(withoutIndentsAndUnderlines).freeze();

function withoutIndentsAndUnderlines(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ disable: { null: ['codeIndented', 'setextUnderline'] } });
}

/** Where in the nesting of blocks we are. */
interface Place {
  readonly shape: Shape;
  readonly listDepth: number;
}

class Walk {
  readonly builder: BlockBuilder;
  readonly #inlines: Inlines;
  readonly #source: string;

  constructor(root: Root, source: string, firstLine: number, builder: BlockBuilder) {
    this.builder = builder;
    this.#source = source;
    this.#inlines = { builder, lines: source.split('\n'), shift: firstLine - 1, definitions: definitionsOf(root) };
  }

  flow(node: Nodes, place: Place): void {
    const { builder } = this;
    const first = (node.position?.start.line ?? 1) + this.#inlines.shift;
    switch (node.type) {
      case 'root':
      case 'footnoteDefinition':
        for (const child of node.children) this.flow(child, place);
        break;
      case 'blockquote':
        for (const child of node.children) this.flow(child, { ...place, shape: { kind: 'quote' } });
        break;
      case 'list':
        this.#list(node, place);
        break;
      case 'heading':
        this.#text(node, { kind: 'heading', depth: node.depth });
        break;
      case 'paragraph':
        this.#text(node, place.shape);
        break;
      case 'table':
        for (const row of node.children) this.#text(row, place.shape);
        break;
      case 'thematicBreak':
        builder.rule(first);
        break;
      case 'code': {
        // A fence takes the line above the first; indented code has none.
        const fenced = /^(?:`{3}|~{3})/.test(this.#source.slice(node.position?.start.offset));
        builder.begin(place.shape);
        for (const [i, line] of node.value.split('\n').entries()) builder.write(line, first + i + Number(fenced));
        builder.end();
        break;
      }
      case 'html': {
        const tags = new HtmlTags(builder, place.shape);
        builder.begin(place.shape);
        tags.read(node.value, first);
        tags.end();
        builder.end();
        break;
      }
      case 'definition':
        // "[10h]: Pause" is text to its author.
        if (!/^(?:[a-z][a-z+.-]*:|[#/.<])/i.test(node.url)) {
          builder.begin(place.shape);
          const last = (node.position?.end.line ?? 1) + this.#inlines.shift;
          for (let at = first; at <= last; at += 1)
            builder.write(this.#inlines.lines[at - 1 - this.#inlines.shift] ?? '', at);
          builder.end();
        }
        break;
      default:
    }
  }

  #list(list: List, place: Place): void {
    const depth = place.listDepth + 1;
    for (const item of list.children) {
      const printed = list.ordered === true ? this.#source.slice(item.position?.start.offset).match(/^\d{1,9}/) : null;
      const number = printed === null ? {} : { number: Number(printed[0]) };
      const shape: Shape = { kind: 'item', depth, once: true, ...number };
      for (const child of item.children) this.flow(child, { shape, listDepth: depth });
    }
  }

  #text(node: Nodes, shape: Shape): void {
    const tags = new HtmlTags(this.builder, shape);
    this.builder.begin(shape);
    writeInlines(node, this.#inlines, tags);
    tags.end();
    this.builder.end();
  }
}

function definitionsOf(root: Root): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    } else if ('children' in node && node.type !== 'paragraph') {
      for (const child of node.children) visit(child);
    }
  };
  visit(root);
  for (const [identifier, url] of definitions) if (webLink(url) === undefined) definitions.delete(identifier);
  return definitions;
}

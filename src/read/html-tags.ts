import { Parser } from 'htmlparser2';
import { type BlockBuilder, PLAIN, type Shape, type Style } from './block-builder.ts';
import { webLink } from './web-link.ts';

/**
 * Reads pieces of HTML into blocks: tags off, text kept on its lines; headings, paragraphs, list items, quotes,
 * captions and rules become blocks; scripts, styles and images are dropped. Unclosed and stray tags do no harm.
 */
export class HtmlTags {
  readonly #builder: BlockBuilder;
  readonly #parser: Parser;
  /** Shapes of the elements that are open, the outermost first; the text of the last one's shape is being written. */
  readonly #shapes: { readonly tag: string; readonly shape: Shape }[];
  readonly #lists: { next: number | undefined }[] = [];
  #strong = 0;
  #em = 0;
  #dropped = 0;
  #cells = 0;
  #link: { readonly url: string } | undefined;
  #line = 1;
  #scanned = 0;
  #base = 0;
  #chunk = '';
  #style: Style = PLAIN;

  /** `shape`: of text outside any element of its own. */
  constructor(builder: BlockBuilder, shape: Shape) {
    this.#builder = builder;
    this.#shapes = [{ tag: '', shape }];
    this.#parser = new Parser({
      onopentag: (tag, attributes) => this.#open(tag, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (tag) => this.#close(tag),
    });
  }

  /** Reads a chunk that begins on the given line. Tags may stay open for the next. `around`: the style it stands in. */
  read(chunk: string, line: number, around: Style = PLAIN): void {
    this.#base += this.#chunk.length;
    this.#chunk = chunk;
    this.#line = line;
    this.#scanned = 0;
    this.#style = around;
    this.#parser.write(chunk);
  }

  /** Closes what is open. */
  end(): void {
    this.#parser.end();
  }

  /** What is dropped at this point: the inside of a script or style. */
  get dropping(): boolean {
    return this.#dropped > 0;
  }

  /** A style together with the tags that are open. */
  styled(style: Style): Style {
    const link = style.link ?? this.#link;
    const [em, strong] = [style.em || this.#em > 0, style.strong || this.#strong > 0];
    return { em, strong, ...(link === undefined ? {} : { link }) };
  }

  #text(text: string): void {
    if (this.dropping) return;
    const style = this.styled(this.#style);
    let line = this.#here();
    for (const [i, part] of text.split('\n').entries()) {
      if (i > 0) line += 1;
      this.#builder.write(part, line, style);
    }
  }

  /** The line of what is being reported; offsets only grow. */
  #here(): number {
    const offset = this.#parser.startIndex - this.#base;
    for (; this.#scanned < offset; this.#scanned += 1) if (this.#chunk[this.#scanned] === '\n') this.#line += 1;
    return this.#line;
  }

  #open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (DROPPED.has(tag)) this.#dropped += 1;
    if (this.dropping) return;
    if (STRONG.has(tag)) this.#strong += 1;
    else if (EM.has(tag)) this.#em += 1;
    else if (tag === 'a') this.#link = webLink(attributes.href);
    else if (tag === 'br') this.#builder.write(' ', this.#here());
    else if (tag === 'hr') this.#builder.rule(this.#here());
    else if (CELLS.has(tag)) {
      if (this.#cells > 0) this.#builder.write(' | ', this.#here());
      this.#cells += 1;
    } else if (BLOCKS.has(tag)) {
      if (tag === 'tr') this.#cells = 0;
      if (LISTS.has(tag)) this.#lists.push({ next: tag === 'ol' ? (whole(attributes.start) ?? 1) : undefined });
      const shape = this.#shapeOf(tag, attributes);
      if (shape !== undefined) this.#shapes.push({ tag, shape });
      this.#begin();
    }
  }

  #close(tag: string): void {
    if (DROPPED.has(tag)) this.#dropped = Math.max(0, this.#dropped - 1);
    else if (this.dropping) return;
    else if (STRONG.has(tag)) this.#strong = Math.max(0, this.#strong - 1);
    else if (EM.has(tag)) this.#em = Math.max(0, this.#em - 1);
    else if (tag === 'a') this.#link = undefined;
    else if (BLOCKS.has(tag)) {
      if (LISTS.has(tag)) this.#lists.pop();
      if (this.#shapes.length > 1 && this.#shapes.at(-1)?.tag === tag) this.#shapes.pop();
      this.#begin();
    }
  }

  #begin(): void {
    const shape = this.#shapes.at(-1)?.shape;
    if (shape !== undefined) this.#builder.begin(shape);
  }

  #shapeOf(tag: string, attributes: Readonly<Record<string, string>>): Shape | undefined {
    if (/^h[1-6]$/.test(tag)) return { kind: 'heading', depth: Number(tag[1]) };
    if (tag === 'figcaption' || tag === 'caption') return { kind: 'caption' };
    if (tag === 'blockquote') return { kind: 'quote' };
    if (tag !== 'li') return undefined;
    const list = this.#lists.at(-1);
    const number = list?.next === undefined ? undefined : (whole(attributes.value) ?? list.next);
    if (list !== undefined && number !== undefined) list.next = number + 1;
    const depth = Math.max(1, this.#lists.length);
    return { kind: 'item', depth, once: true, ...(number === undefined ? {} : { number }) };
  }
}

// --- internal ---

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const DROPPED = words('script style template noscript iframe svg math object textarea select head title');
const STRONG = words('b strong');
const EM = words('i em cite');
const CELLS = words('td th');
const LISTS = words('ul ol menu');
const BLOCKS = words(
  'p div section article header footer main aside nav address ul ol menu li dl dt dd table caption thead tbody tfoot tr ' +
    'blockquote figure figcaption h1 h2 h3 h4 h5 h6 pre form fieldset legend details summary center video audio',
);

const whole = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;

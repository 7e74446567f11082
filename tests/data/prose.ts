/** What kind of line a line of a page or programme is, for the checks of the edition. Shares nothing with `src`. */
export type Kind = 'title' | 'index' | 'people' | 'item' | 'time' | 'footer' | 'prose' | 'blank';

export interface Line {
  readonly number: number;
  readonly text: string;
  readonly kind: Kind;
}

/** Labels every line of a programme. A people block runs from its heading to the next heading, time or footer. */
export function programmeLines(text: string): Line[] {
  let inPeople = false;
  return text.split('\n').map((raw, index) => {
    const kind = programmeKind(raw.trim(), inPeople);
    if (kind === 'title' || kind === 'time' || kind === 'footer') inPeople = PEOPLE_HEADING.test(raw.trim());
    return { number: index + 1, text: raw, kind };
  });
}

/** Labels every line of a page's body; an agenda line (`[10h] …`) is a title. Front matter is left out. */
export function pageLines(text: string): Line[] {
  const { body, offset } = splitPage(text);
  return body.split('\n').map((raw, index) => {
    const line = raw.trim();
    const kind: Kind =
      line === ''
        ? 'blank'
        : /^#|^(\*\*)?\[\d/.test(line)
          ? 'title'
          : line.startsWith('* ')
            ? 'item'
            : /^(Avec|Session introduite par|En ouverture, \p{Lu})/u.test(line)
              ? 'people'
              : 'prose';
    return { number: index + 1 + offset, text: raw, kind };
  });
}

/** The front matter of a page and its body, and how many lines stand before the body. */
export function splitPage(text: string): { frontMatter: string; body: string; offset: number } {
  const end = text.indexOf('\n---\n', 4);
  if (!text.startsWith('---\n') || end < 0) throw new Error('no front matter');
  const head = text.slice(0, end + 5);
  return { frontMatter: text.slice(4, end + 1), body: text.slice(end + 5), offset: head.split('\n').length - 1 };
}

/**
 * Words of a text as a reader counts them: between white space, without markup and punctuation, case and apostrophes
 * folded. Addresses of links are no words.
 */
export function words(text: string): string[] {
  return text
    .replace(/\]\([^)\s]*(?:\s"[^"]*")?\)/gu, ' ')
    .replace(/<[^<>]*>/gu, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/**
 * The words of a line that are not a title: in a list item the bold title, and the italic note of who holds it, are taken
 * out; an item without a bold title is one itself.
 */
export function tellingWords(line: Line): string[] {
  if (line.kind === 'prose') return words(line.text);
  if (line.kind !== 'item' || !line.text.includes('**')) return [];
  return words(withoutTitle(line.text));
}

/** A list item without its bold title and the italic note of who holds it. */
export function withoutTitle(item: string): string {
  return item.replace(/\*\*[^*]*\*\*|\*Atelier proposé par[^*]*\*/gu, ' | ');
}

/** Every run of `length` words of the given texts. */
export function runs(texts: Iterable<readonly string[]>, length: number): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at + length <= text.length; at += 1) found.add(text.slice(at, at + length).join(' '));
  }
  return found;
}

/** The first run of `length` words of `text` that stands in `known`. */
export function sharedRun(text: readonly string[], known: ReadonlySet<string>, length: number): string | undefined {
  for (const run of runs([text], length)) if (known.has(run)) return run;
  return undefined;
}

export interface Section {
  /** The heading, joined into one where it is broken over several lines. */
  readonly heading: string;
  /** Everything between this heading and the next session's. */
  readonly lines: readonly Line[];
}

/** The sessions of a programme in reading order. */
export function sessionSections(lines: readonly Line[]): Section[] {
  const sections: { heading: string; lines: Line[] }[] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    const text = line.text.replace(/^#+ /u, '').replaceAll('**', ' ').trim();
    const opens = line.kind === 'title' && !FURNITURE.test(text) && !PEOPLE_HEADING.test(line.text.trim());
    const last = sections.at(-1);
    if (opens && open && last) last.heading += ` ${text}`;
    else if (opens) sections.push({ heading: text, lines: [] });
    else last?.lines.push(line);
    open = opens;
  }
  return sections;
}

/** Start and end of each session as printed, in reading order. */
export function slots(text: string): string[] {
  const shape = /^(\d{1,2}h\d{0,2})\s{1,4}à\s{1,4}(\d{1,2}h\d{0,2})\s*$/gmu;
  return [...text.matchAll(shape)].map((match) => `${match[1]}-${match[2]}`);
}

// --- internal ---

const PEOPLE_HEADING = /^(?:#+ )?(?:\*\*)?(?:ANIMÉ PAR|AVEC)(?: ?:)?(?:\*\*)?$/u;
const FOOTER = /^(?:\*\*)?(?:MERCREDI|JEUDI) \d\d SEPTEMBRE(?:\*\*)?$/u;
const FURNITURE = /^(?:(?:MERCREDI|JEUDI) \d\d SEPTEMBRE|MATIN|APRÈS-MIDI|L'INDEX DE NEC)$/u;
const TIME = /^\d{1,2}h\d{0,2}(?:\s+à(?:\s+\d{1,2}h\d{0,2})?)?$|^à \d{1,2}h\d{0,2}$|^(?:\d{1,2}h ){3,}/u;

function programmeKind(line: string, inPeople: boolean): Kind {
  if (line === '') return 'blank';
  if (line === '---' || FOOTER.test(line)) return 'footer';
  if (TIME.test(line) || /^\d{1,2}h(?:\d\d)? à$/u.test(line) || /^\d{1,2}h\d\d$/u.test(line)) return 'time';
  if (/^(?:- )?p\.\d+ — | — p\.\d+$/u.test(line)) return 'index';
  if (line.startsWith('#') || /^\*\*[^a-z]+/u.test(line)) return 'title';
  if (/^\d+\. |^- /u.test(line)) return 'item';
  if (line.startsWith('Session introduite par ')) return 'people';
  return inPeople && !line.startsWith('*') ? 'people' : 'prose';
}

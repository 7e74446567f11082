/**
 * Mends the Markdown that an OCR leaves, without moving a line: glued and loose bold runs, headings without a space,
 * signs of other alphabets of typography, and prose that happens to begin like a list.
 */
export function mendMarkup(text: string): string {
  const signs = text.split('\n').map((line) => (NOT_ASCII.test(line) ? mendSigns(line) : line));
  return signs.map(mendLine).join('\n');
}

// --- internal ---

function mendLine(given: string, index: number, lines: readonly string[]): string {
  if (given === '') return given;
  if (isUnderline(given) && isTitle(lines, index - 1)) return '';
  let line = given;
  if (isUnderline(lines[index + 1] ?? '') && isTitle(lines, index)) line = `# ${line.trim()}`;
  line = mendHeading(line);
  line = mendNumber(line);
  return line.includes('**') ? mendBold(line) : line;
}

const NOT_ASCII = /[^ -~\t]/;

/** Odd spaces become plain ones; no-break spaces are kept in text, but not after a marker; hyphens that do not print go; bullets become `-`. */
function mendSigns(line: string): string {
  return line
    .replace(/[\u1680\u2000-\u200a\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/^[\u00a0\u202f \t]+/, (indent) => indent.replace(/[\u00a0\u202f]/g, ' '))
    .replace(/^( *)[\uff03]+/, (match) => match.replaceAll('\uff03', '#'))
    .replace(/^( *(?:#{1,6}|[-+*>]|\d{1,9}[.)]))[\u00a0\u202f]/, '$1 ')
    .replace(/^( *)[•▪◦●‣⁃∙■□](?:[ \u00a0\u202f]+|(?=\S))/, '$1- ');
}

/** `#Title`, `##**TITLE**`, `#Title#`. */
function mendHeading(line: string): string {
  const marker = /^ {0,3}(#{1,6})(?=[^#\s])/.exec(line);
  if (marker === null) return line;
  const rest = line.slice(marker[0].length).trimEnd();
  const signs = marker[1] ?? '';
  const closed = rest.endsWith(signs) && !rest.endsWith(`#${signs}`);
  return `${marker[0]} ${closed ? rest.slice(0, -signs.length) : rest}`;
}

/** No list has more than 200 items: `2022. A year` is prose. */
function mendNumber(line: string): string {
  const marker = /^[ \t]*(\d{3,9})(?=[.)](?:\s|$))/.exec(line);
  if (marker === null || Number(marker[1]) <= 200) return line;
  return `${marker[0]}\\${line.slice(marker[0].length)}`;
}

/** `===` under a title: the one underline that nobody sets by accident. */
const isUnderline = (line: string): boolean => /^ {0,3}={3,} *$/.test(line);

function isTitle(lines: readonly string[], index: number): boolean {
  const before = lines[index - 1] ?? '';
  return /^ {0,3}[^\s#>=|*+`~-]/.test(lines[index] ?? '') && before.trim() === '';
}

/**
 * Bold runs that Markdown would not see as such. Between glued runs (`**A****B**`) comes a space, spaces inside a run
 * (`** A **`) go outside, and a run that ends in punctuation right before a word (`**A :**b`) gets a space after it.
 * Lines where bold is not certain (odd counts, three stars, code, escapes) keep theirs.
 */
function mendBold(line: string): string {
  if (/^[ \t*_-]*$/.test(line) || /[`\\]/.test(line)) return line;
  const parts = line.replace(/(?<=[^\s*])\*{4}(?=[^\s*])/g, '** **').split(/(?<!\*)\*\*(?!\*)/);
  if (parts.length % 2 === 0 || parts.some((part) => part.includes('***'))) return parts.join('**');
  let mended = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const [bold, after] = [parts[i] ?? '', parts[i + 1] ?? ''];
    const inner = bold.trim();
    if (inner === '') {
      mended += `${bold}${after}`;
      continue;
    }
    const spaceBefore = /^\s/.test(bold) || (WORD_END.test(mended) && SIGN_START.test(inner)) ? ' ' : '';
    const spaceAfter = /\s$/.test(bold) || (SIGN_END.test(inner) && WORD_START.test(after)) ? ' ' : '';
    // No space is put at the edges of the line: it would be indentation, or two would break it.
    const [left, right] = [mended.trim() === '' ? '' : spaceBefore, after === '' ? '' : spaceAfter];
    mended += `${left}**${inner}**${right}${after}`;
  }
  return mended;
}

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const SIGN_START = /^[\p{P}\p{S}]/u;
const SIGN_END = /[\p{P}\p{S}]$/u;

/** HTML that is whole: what a template makes. Strings are text until a template has escaped them. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a template. `undefined` and `false` are nothing; lists stand one after the other. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/**
 * A template of HTML. Every string put into it is escaped, so that it is text in an element and in a quoted attribute;
 * attributes are always quoted. What is a link comes from `Context.href` or `outward`.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? '';
  parts.forEach((part, i) => {
    text += written(part) + (strings[i + 1] ?? '');
  });
  return new Html(text);
}

/** The text for HTML: markup characters escaped; controls and changes of writing direction shown as `�`. */
export function escapeText(text: string): string {
  return text.replace(UNSEEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}

/** A name as it is set: French marks of two parts do not begin a line. */
export const setWell = (text: string): string => text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');

/** An address outside the site that may be a link: http or https, without credentials. Undefined for anything else. */
export function outward(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || url.length > 2_048 || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.username === '' && parsed.password === '' ? parsed.href : undefined;
}

/** A data block: JSON that no text in it can end. */
export function dataBlock(type: string, data: unknown, id?: string): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(
    `<script type="${escapeText(type)}"${id === undefined ? '' : ` id="${escapeText(id)}"`}>${json}</script>`,
  );
}

// --- internal ---

const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeText(part);
  return typeof part === 'number' ? String(part) : part.map(written).join('');
}

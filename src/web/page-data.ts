/** What a page says of itself to scripts. */
const root = document.documentElement;

export const language: 'fr' | 'en' = root.lang === 'en' ? 'en' : 'fr';

/** Words in the page's language. */
export const t = (french: string, english: string): string => (language === 'fr' ? french : english);

/** Attributes of an element with words of the sources: their language, where the page is in another one. */
export const spoken: Readonly<Record<string, string>> =
  root.dataset.spoken === undefined || root.dataset.spoken === language ? {} : { lang: root.dataset.spoken };

/** Base of the graph's IRIs. */
export const base = root.dataset.base ?? location.origin;

/** Whether there is no server to ask: the browser answers by itself. */
export const isStatic = root.dataset.mode === 'static';

/** A path below the base, as a link from this page. */
export const href = (path: string): string => (root.dataset.root ?? './') + path;

/** The page of a path without language and ending. */
export const pageHref = (path: string): string => href(`${path}.${language}.html`);

/** The data block of that id; undefined where the page has none. */
export function dataOf<T>(id: string): T | undefined {
  const text = document.getElementById(id)?.textContent;
  return text == null ? undefined : (JSON.parse(text) as T);
}

/** An element with attributes and content; text is text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

export interface Link {
  readonly from: string;
  /** Path below the folder. */
  readonly target: string;
  readonly fragment: string;
}

/** Paths of all files below a folder, with `/`, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Links of a page that stay in the published folder. */
export function linksOf(path: string, text: string, base: string): Link[] {
  const links: Link[] = [];
  const page = new URL(path, base);
  const parser = new Parser({
    onopentag(_name, attributes) {
      const refresh =
        attributes['http-equiv'] === 'refresh' ? /url=(.*)$/.exec(attributes.content ?? '')?.[1] : undefined;
      for (const value of [attributes.href, attributes.src, attributes.action, refresh]) {
        if (value === undefined) continue;
        const url = new URL(value, page);
        if (!url.href.startsWith(base)) continue;
        const target = decodeURIComponent(url.pathname.slice(1)) || 'index.html';
        links.push({ from: path, target, fragment: decodeURIComponent(url.hash.slice(1)) });
      }
    },
  });
  parser.end(text);
  return links;
}

import { XHTML } from '../map/vocab.ts';

/** Addresses that one sitemap may hold (sitemaps.org allows 50,000). */
const MOST = 20_000;

/**
 * `sitemap.xml` of the pages, by the sitemap protocol (https://www.sitemaps.org/protocol.html); an index of several where one
 * cannot hold them. The same page in the other language is named as its alternate.
 * @returns files by path
 */
export function sitemaps(pages: readonly string[], base: string): ReadonlyMap<string, string> {
  const known = new Set(pages);
  const chunks: string[][] = [];
  for (let at = 0; at < pages.length; at += MOST) chunks.push(pages.slice(at, at + MOST));
  const texts = chunks.map((chunk) => urlset(chunk, known, base));
  if (texts.length === 1) return new Map([['sitemap.xml', texts[0] as string]]);
  const names = texts.map((_, at) => `sitemap-${at + 1}.xml`);
  const index = names.map((name) => `  <sitemap><loc>${xml(base + name)}</loc></sitemap>\n`).join('');
  return new Map([
    ['sitemap.xml', `${HEAD}<sitemapindex xmlns="${SITEMAP}">\n${index}</sitemapindex>\n`],
    ...names.map((name, at) => [name, texts[at] as string] as const),
  ]);
}

/** Everyone may read everything; what is in `id/` only leads on. */
export const robots = (base: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`;

// --- internal ---

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const LANGUAGES = ['fr', 'en'];

function urlset(pages: readonly string[], known: ReadonlySet<string>, base: string): string {
  const urls = pages.map((page) => {
    const stem = /^(.*)\.(?:fr|en)\.html$/.exec(page)?.[1];
    const alternates = (stem === undefined ? [] : LANGUAGES)
      .filter((language) => known.has(`${stem}.${language}.html`))
      .map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(`${base}${stem}.${language}.html`)}"/>`,
      );
    return `  <url><loc>${xml(base + page)}</loc>${alternates.join('')}</url>\n`;
  });
  return `${HEAD}<urlset xmlns="${SITEMAP}" xmlns:xhtml="${XHTML}">\n${urls.join('')}</urlset>\n`;
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import type { Context } from './context.ts';
import { dataBlock, type Html, html, outward, type Part } from './html.ts';

export interface PageParts {
  /** Alone, without the site's name. Undefined for the home page. */
  readonly title?: string;
  readonly description: string;
  readonly body: Part;
  /** Which entry of the menu it belongs to. */
  readonly menu?: string;
  /** Scripts beside the site's own, by name of the asset. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** Other formats of what the page shows: media type to path. */
  readonly formats?: readonly (readonly [mediaType: string, path: string])[];
  /** schema.org description for search engines. */
  readonly jsonld?: unknown;
  /** Wide pages use the whole width. */
  readonly wide?: boolean;
  /** Where the page is in the other language, as a link; without it, beside this one. */
  readonly other?: string;
  readonly bodyClass?: string;
}

/** A whole page. */
export function layout(context: Context, parts: PageParts): string {
  const { site, language, t, href, path } = context;
  const other = language === 'fr' ? 'en' : 'fr';
  const otherPath = otherLanguage(path, language, other);
  const title = parts.title === undefined ? site.title : `${parts.title} · ${site.title}`;
  const page = html`<html lang="${language}" data-root="${href('')}" data-base="${site.base}" data-mode="${site.mode}" data-spoken="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${parts.description}">
<meta name="color-scheme" content="light dark">
<meta property="og:title" content="${parts.title ?? site.title}">
<meta property="og:description" content="${parts.description}">
<meta property="og:site_name" content="${site.title}">
${
  // A problem stands for no page.
  parts.other === undefined &&
  html`<link rel="canonical" href="${site.base}${canonical(path, language)}">
<link rel="alternate" hreflang="${language}" href="${href(canonical(path, language))}">
<link rel="alternate" hreflang="${other}" href="${href(otherPath)}">
`
}${(parts.formats ?? []).map(([type, target]) => html`<link rel="alternate" type="${type}" href="${href(target)}">\n`)}${licenseLink(context)}<link rel="icon" type="image/svg+xml" href="${href('assets/icon.svg')}">
<link rel="stylesheet" href="${href('assets/style.css')}">
${(parts.styles ?? []).map((name) => html`<link rel="stylesheet" href="${href(`assets/${name}`)}">\n`)}<script src="${href('assets/theme.js')}"></script>
<script type="module" src="${href('assets/site.js')}"></script>
${(parts.scripts ?? []).map((name) => html`<script type="module" src="${href(`assets/${name}`)}"></script>\n`)}${parts.jsonld !== undefined && dataBlock('application/ld+json', parts.jsonld)}
</head>
<body class="${parts.bodyClass ?? ''}">
<a class="skip" href="#main">${t('Aller au contenu', 'Skip to content')}</a>
${header(context, parts.menu, parts.other ?? href(otherPath))}
<main id="main" class="${parts.wide === true ? 'wide' : ''}" tabindex="-1">
${parts.body}
</main>
${footer(context)}
</body>
</html>
`;
  return `<!doctype html>\n${page.text}`;
}

// --- internal ---

function canonical(path: string, language: string): string {
  return path === 'index.html' ? `index.${language}.html` : path;
}

function otherLanguage(path: string, language: string, other: string): string {
  return canonical(path, language).replace(new RegExp(`\\.${language}\\.html$`), `.${other}.html`);
}

function licenseLink({ site }: Context): Html | undefined {
  const url = site.license === undefined ? undefined : outward(site.license);
  return url === undefined ? undefined : html`<link rel="license" href="${url}">\n`;
}

function header(context: Context, current: string | undefined, otherLink: string): Html {
  const { t, page, site, language } = context;
  const entries = [
    ['search', t('Explorer', 'Explore')],
    ['queries', t('Questions', 'Questions')],
    ['network', t('Réseau', 'Network')],
    ['sparql', 'SPARQL'],
    ['quality', t('Qualité', 'Quality')],
    ['ontology', t('Vocabulaire', 'Vocabulary')],
    ['data', t('Données', 'Data')],
  ] as const;
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<header class="top">
<div class="bar">
<a class="brand" href="${page('index')}">${MARK}<span${context.spoken}>${site.title}</span></a>
<nav aria-label="${t('Principale', 'Main')}"><ul>
${entries.map(([name, label]) => html`<li><a href="${page(name)}"${name === current && html` aria-current="page"`}>${label}</a></li>\n`)}</ul></nav>
<div class="tools">
<a class="lang" href="${otherLink}" hreflang="${other}" lang="${other}">${other.toUpperCase()}<span class="unseen"> : ${other === 'fr' ? 'français' : 'English'}</span></a>
<button class="theme" type="button" data-theme-toggle hidden aria-label="${t('Changer de thème, clair ou sombre', 'Switch theme, light or dark')}"><span aria-hidden="true"></span></button>
</div>
</div>
</header>`;
}

/** Threads crossing: the sign of the site. */
const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M4 10h24M4 22h24M10 4v24M22 4v24" /><path class="weft" d="M4 16c6 0 6-9 12-9s6 18 12 18" /></svg>`;

function footer({ site, t, page, spoken }: Context): Html {
  const license = site.license === undefined ? undefined : outward(site.license);
  const publisher = site.publisher;
  const url = publisher?.url === undefined ? undefined : outward(publisher.url);
  const name = publisher === undefined ? site.title : publisher.name;
  return html`<footer class="bottom">
<div class="bar">
<p><strong${spoken}>${site.title}</strong> — ${t('chaque fait montre sa source : document, lignes, mots cités.', 'every fact shows its source: document, lines, quoted words.')}</p>
<p>${t('Publié par', 'Published by')} ${url === undefined ? name : html`<a href="${url}">${name}</a>`}${
    license !== undefined && html` · <a rel="license" href="${license}">${t('Licence des données', 'Data licence')}</a>`
  } · <a href="${page('data')}">${t('Tout télécharger', 'Download everything')}</a> · <a href="${page('quality')}">${t('Signalements', 'Findings')}</a></p>
</div>
</footer>`;
}

import type { Search } from '../search/search.ts';
import type { Entity } from './entity/read-entity.ts';
import { type Html, html, setWell } from './html.ts';
import { KIND_WORDS, type Kind } from './kinds.ts';
import type { Language, SiteOptions } from './site.ts';
import type { Thing, Things } from './things.ts';

/** What a page needs while it is made. */
export interface Context extends Things {
  readonly site: SiteOptions;
  readonly language: Language;
  /** Path of the page, below the base. */
  readonly path: string;
  /** All that is said of a thing. */
  entity(iri: string): Promise<Entity>;
  /** Search over everything that has a page. */
  search(): Promise<Search>;
  /** Attribute of an element with words of the sources: their language, where the page is in another one. */
  readonly spoken: Html | undefined;
  /** The words in the page's language. */
  t(french: string, english: string): string;
  /** A path below the base, as a link from this page. */
  href(path: string): string;
  /** The page of that name in this page's language, as a link: `search` to `search.fr.html`. */
  page(name: string): string;
  /** Path of a thing's page, without language and ending: `doc/person/ada`. */
  doc(thing: Thing): string;
  /** What a term or concept is called; its last part where nobody says. */
  label(iri: string): string;
  kind(kind: Kind, count?: number): string;
}

/** What all pages of a site share. */
export interface Shared extends Things {
  search(): Promise<Search>;
  entity(iri: string): Promise<Entity>;
}

export function createContext(site: SiteOptions, things: Shared, path: string, language: Language): Context {
  const up = '../'.repeat(path.split('/').length - 1);
  const href = (target: string): string => (up + target === '' ? './' : up + target);
  return {
    ...things,
    site,
    language,
    path,
    href,
    spoken: language === site.language ? undefined : html` lang="${site.language}"`,
    t: (french, english) => (language === 'fr' ? french : english),
    page: (name) => href(`${name}.${language}.html`),
    doc: ({ kind, slug }) => `doc/${kind}/${slug}`,
    label: (iri) => {
      const { fr, en, notation } = things.labels.get(iri) ?? {};
      return (language === 'fr' ? (fr ?? en) : (en ?? fr)) ?? notation ?? iri.slice(iri.search(/[^/#]*$/));
    },
    kind: (kind, count = 1) => KIND_WORDS[language][kind][count > 1 ? 'many' : 'one'],
  };
}

/** A thing's name, as a link to its page, marked with its kind. */
export function thingLink(context: Context, thing: Thing): Html {
  return html`<a class="thing k-${thing.kind}" href="${context.page(context.doc(thing))}"${context.spoken}>${setWell(thing.name)}</a>`;
}

/** Whole numbers with thin spaces or commas between thousands. */
export function numberText(value: number, language: Language): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? '\u202f' : ',');
}

/** Parts with something between them. */
export function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, i) => (i === 0 ? part : html`${between}${part}`))}`;
}

import { createContext } from './context.ts';
import { entityPage } from './entity/entity-page.ts';
import { homePage } from './home.ts';
import { LANGUAGES, type Language, type Pages, type SiteOptions } from './site.ts';
import { partsOf, readThings, type Things } from './things.ts';

/** The pages of a site. They are made when they are asked for; what all of them need is read once. */
export function createPages(site: SiteOptions): Pages {
  let read: Promise<Things> | undefined;
  const things = (): Promise<Things> => {
    read ??= readThings(site.store, site.base).catch((error: unknown) => {
      read = undefined;
      throw error;
    });
    return read;
  };
  return {
    async page(path, parameters = new URLSearchParams()) {
      const named = nameOf(path, site.language);
      if (named === undefined) return undefined;
      const context = createContext(site, await things(), path, named.language);
      const fixed = FIXED[named.name];
      if (fixed !== undefined) return fixed(context, parameters);
      if (named.name.startsWith('doc/')) {
        const iri = `${site.base}id/${named.name.slice(4)}`;
        const thing = partsOf(iri, site.base) === undefined ? undefined : context.things.get(iri);
        return thing === undefined ? undefined : entityPage(context, thing);
      }
      return undefined;
    },
    async paths() {
      const names = [
        ...Object.keys(FIXED),
        ...[...(await things()).things.values()].map(({ kind, slug }) => `doc/${kind}/${slug}`),
      ];
      return ['index.html', ...names.flatMap((name) => LANGUAGES.map((language) => `${name}.${language}.html`))].sort();
    },
  };
}

// --- internal ---

type Maker = (context: ReturnType<typeof createContext>, parameters: URLSearchParams) => Promise<string>;

/** Pages that every site has, by their names. */
const FIXED: Readonly<Record<string, Maker | undefined>> = Object.assign(Object.create(null), {
  index: homePage,
} satisfies Record<string, Maker>);

function nameOf(path: string, language: Language): { name: string; language: Language } | undefined {
  if (path === 'index.html') return { name: 'index', language };
  const match = /^(.+)\.(fr|en)\.html$/.exec(path);
  if (match === null) return undefined;
  return { name: match[1] as string, language: match[2] as Language };
}

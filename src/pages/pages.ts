import { readDocuments } from '../search/read-documents.ts';
import { createSearch } from '../search/search.ts';
import { type Context, createContext, type Shared } from './context.ts';
import { dataPage } from './data-page.ts';
import { entityPage } from './entity/entity-page.ts';
import { readEntity } from './entity/read-entity.ts';
import { homePage } from './home.ts';
import { networkPage } from './network-page.ts';
import { ontologyPage } from './ontology-page.ts';
import { problemPage } from './problem-page.ts';
import { programmeCalendar } from './programme/calendar.ts';
import { programmePage } from './programme/programme-page.ts';
import { qualityPage } from './quality-page.ts';
import { queriesPage } from './queries-page.ts';
import { queryPage } from './query-page.ts';
import { searchPage } from './search-page.ts';
import { LANGUAGES, type Language, type Pages, type SiteOptions } from './site.ts';
import { sparqlPage } from './sparql-page.ts';
import { partsOf, readThings, type Thing } from './things.ts';

/** The pages of a site. They are made when they are asked for; what all of them need is read once. */
export function createPages(site: SiteOptions): Pages {
  const search = once(async () => createSearch(await readDocuments(site.store, site.base)));
  const entity = lastOf(MOST_ENTITIES, (iri) => readEntity(site.store, iri));
  const everything = once(
    async (): Promise<Shared> => ({ ...(await readThings(site.store, site.base)), search, entity }),
  );
  return {
    async page(path, parameters = new URLSearchParams()) {
      const calendar = /^programme\/([^/]+)\.ics$/.exec(path);
      if (calendar !== null) {
        const context = createContext(site, await everything(), path, site.language);
        const event = thingOf(context, 'event', calendar[1] as string);
        return event === undefined ? undefined : programmeCalendar(context, event);
      }
      const named = nameOf(path, site.language);
      if (named === undefined) return undefined;
      return pageOf(createContext(site, await everything(), path, named.language), named.name, parameters);
    },
    async problem(problem, path, language) {
      return problemPage(createContext(site, await everything(), path, language), problem);
    },
    async paths() {
      const { things, parts } = await everything();
      const docs = [...things.values()].map(({ kind, slug }) => `doc/${kind}/${slug}`);
      const events = [...things.values()].filter(({ iri }) => parts.has(iri)).map(({ slug }) => `programme/${slug}`);
      const queries = site.queries.map(({ name }) => `queries/${name}`);
      const pages = [...FIXED.keys(), ...docs, ...events, ...queries].flatMap((name) =>
        LANGUAGES.map((language) => `${name}.${language}.html`),
      );
      return ['index.html', ...pages, ...events.map((name) => `${name}.ics`)].sort();
    },
  };
}

// --- internal ---

/** Work that is done once, or again where it failed. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

/** A thing's pages in both languages are asked for one after the other. */
const MOST_ENTITIES = 32;

/** Work by key, whose last results are kept. */
function lastOf<T>(most: number, work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = work(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}

type Maker = (context: Context, parameters: URLSearchParams) => Promise<string>;

/** Pages that every site has, by their names. */
const FIXED: ReadonlyMap<string, Maker> = new Map([
  ['index', homePage],
  ['search', searchPage],
  ['queries', queriesPage],
  ['sparql', sparqlPage],
  ['network', networkPage],
  ['quality', qualityPage],
  ['ontology', ontologyPage],
  ['data', dataPage],
]);

async function pageOf(context: Context, name: string, parameters: URLSearchParams): Promise<string | undefined> {
  const fixed = FIXED.get(name);
  if (fixed !== undefined) return fixed(context, parameters);
  const [folder, first = '', second, ...more] = name.split('/');
  if (more.length > 0) return undefined;
  if (folder === 'doc' && second !== undefined) {
    const thing = thingOf(context, first, second);
    return thing === undefined ? undefined : entityPage(context, thing);
  }
  if (second !== undefined) return undefined;
  if (folder === 'programme') {
    const event = thingOf(context, 'event', first);
    return event === undefined ? undefined : programmePage(context, event);
  }
  if (folder !== 'queries') return undefined;
  const saved = context.site.queries.find((query) => query.name === first);
  return saved === undefined ? undefined : queryPage(context, saved, parameters);
}

function thingOf({ site, things }: Context, kind: string, slug: string): Thing | undefined {
  const iri = `${site.base}id/${kind}/${slug}`;
  return partsOf(iri, site.base) === undefined ? undefined : things.get(iri);
}

function nameOf(path: string, language: Language): { name: string; language: Language } | undefined {
  if (path === 'index.html') return { name: 'index', language };
  const match = /^(.+)\.(fr|en)\.html$/.exec(path);
  return match === null ? undefined : { name: match[1] as string, language: match[2] as Language };
}

import { dcterms, mlg, schema, skos } from '../map/vocab.ts';
import type { Store } from '../store/store.ts';
import { SEARCH_KINDS, type SearchDocument, type SearchKind } from './document.ts';

/**
 * Everything in the store that has a page, as documents of search, sorted by kind and address.
 * @throws Error where the store cuts the answer at a cap: search over half of the names would look whole
 */
export async function readDocuments(store: Store, base: string): Promise<readonly SearchDocument[]> {
  const { body, truncated } = await store.query(NAMES, { accept: 'json' });
  if (truncated !== undefined) throw new Error(`the names for search are too many: ${truncated.message}`);
  const drafts = new Map<string, Draft>();
  for (const { thing, as, value } of (JSON.parse(body) as Rows).results.bindings) {
    const path = pathOf(thing.value, base);
    if (path === undefined) continue;
    let draft = drafts.get(path);
    if (draft === undefined) {
      draft = { name: new Set(), other: new Set(), start: new Set(), fact: new Set() };
      drafts.set(path, draft);
    }
    draft[as.value].add(value.value);
  }
  const documents: SearchDocument[] = [];
  for (const [path, draft] of drafts) if (draft.name.size > 0) documents.push(toDocument(path, draft));
  return documents.sort(byKindAndPath);
}

/** Address of an entity below the base, such as `doc/person/ada`; undefined for what has no page. */
export function pathOf(iri: string, base: string): string | undefined {
  if (!iri.startsWith(`${base}id/`)) return undefined;
  const rest = iri.slice(base.length + 3);
  const [kind, slug, ...more] = rest.split('/');
  return isKind(kind) && slug !== undefined && slug !== '' && more.length === 0 ? `doc/${rest}` : undefined;
}

export const isKind = (text: string | undefined): text is SearchKind => SEARCH_KINDS.some((kind) => kind === text);

// --- internal ---

type Draft = Readonly<Record<'name' | 'other' | 'start' | 'fact', Set<string>>>;

interface Rows {
  readonly results: {
    readonly bindings: readonly {
      readonly thing: { readonly value: string };
      readonly as: { readonly value: keyof Draft };
      readonly value: { readonly value: string };
    }[];
  };
}

/** What tells two things of one name apart, by way of the name of something else. */
const NEIGHBOURS = [schema.affiliation, schema.superEvent, schema.parentOrganization, mlg.stewardedBy, schema.location];

/** One row a name, date or fact; joins in one row would multiply. */
const NAMES = `SELECT DISTINCT ?thing ?as ?value WHERE {
  { VALUES ?of { <${schema.name}> <${schema.headline}> <${skos.prefLabel}> } ?thing ?of ?value BIND("name" AS ?as) }
  UNION { ?thing <${schema.alternateName}> ?value BIND("other" AS ?as) }
  UNION { VALUES ?of { <${schema.startDate}> <${schema.datePublished}> } ?thing ?of ?value BIND("start" AS ?as) }
  UNION { VALUES ?to { ${NEIGHBOURS.map((iri) => `<${iri}>`).join(' ')} } ?thing ?to ?near .
    ?near <${schema.name}> ?value BIND("fact" AS ?as) }
  UNION { ?thing <${schema.address}>/<${schema.addressLocality}> ?value BIND("fact" AS ?as) }
  FILTER NOT EXISTS { ?thing <${dcterms.isReplacedBy}> ?other }
}`;

/** Several names or dates, where sources disagree: the first in order. */
function toDocument(path: string, draft: Draft): SearchDocument {
  const [name = '', ...more] = [...draft.name].sort();
  const names = [...new Set([...more, ...[...draft.other].sort()])].filter((other) => other !== name);
  const [start] = [...draft.start].sort();
  const facts = [...draft.fact].sort().slice(0, MOST_FACTS);
  return {
    path,
    kind: path.split('/')[1] as SearchKind,
    name,
    ...(names.length === 0 ? {} : { names }),
    ...(start === undefined ? {} : { start }),
    ...(facts.length === 0 ? {} : { facts }),
  };
}

const MOST_FACTS = 3;

function byKindAndPath(a: SearchDocument, b: SearchDocument): number {
  const kinds = SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind);
  if (kinds !== 0) return kinds;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

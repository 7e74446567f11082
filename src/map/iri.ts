/** Ids to IRIs. Nowhere else is an IRI built. */
import { createHash } from 'node:crypto';
import slugify, { type Options } from '@sindresorhus/slugify';
import type { Lines } from '../domain/evidence.ts';
import type { EntityKind } from '../domain/mention.ts';
import { SourceError, UsageError } from '../errors.ts';
import { isIri } from './nquads.ts';
import { NAMESPACES } from './vocab.ts';

/** Kinds of things that have a page of their own, as they stand in IRIs. */
export type IriKind = EntityKind | 'session' | 'agenda-item' | 'article';

export type GraphName = 'provenance' | 'identity' | 'derived' | 'quality' | 'dataset';

/** The IRIs of one dataset, all below its base. Slugs are percent-encoded where they need it. */
export interface Iris {
  readonly base: string;
  graph(name: GraphName): string;
  entity(kind: IriKind, slug: string): string;
  source(sourceId: string): string;
  document(sourceId: string, name: string): string;
  passage(document: string, lines: Lines): string;
  mention(document: string, line: number, slug: string): string;
  participation(thing: string, actor: string, capacity: string): string;
  membership(member: string, organization: string | undefined, role: string | undefined): string;
  address(place: string): string;
  finding(digits: string): string;
  /** What the identity graph says about who is who: a node of its own each. */
  identity(kind: 'match' | 'candidate' | 'judgement' | 'link' | 'withdrawn', digits: string): string;
  /** All that is published, as one thing. */
  dataset(): string;
  /** What hangs on it: `publisher`, `build`, `class-schema-Person` … */
  datasetPart(name: string): string;
  /** Address of a file of the published folder, by its path (docs/site.md). */
  file(path: string): string;
  /** A measurement of a source's reading, or of the whole dataset's. */
  quality(source: string | undefined, metric: string): string;
}

/** @throws UsageError where the base is not an http(s) IRI that ends in `/`. */
export function createIris(base: string): Iris {
  if (linkToken(base) === undefined || !base.endsWith('/') || /[?#]/.test(base)) {
    throw new UsageError('the base must be an http or https address that ends in "/", without "?" and "#"', {
      field: 'base',
      value: base,
    });
  }
  return {
    base,
    graph: (name) => `${base}graph/${name}`,
    entity: (kind, slug) => `${base}id/${kind}/${part(slug)}`,
    source: (sourceId) => `${base}source/${part(sourceId)}`,
    document: (sourceId, name) => {
      const segments = [sourceId, ...name.split('/')];
      for (const segment of segments) {
        if (segment !== '' && segment !== '.' && segment !== '..') continue;
        const message = 'an empty, "." or ".." segment cannot stand in the name of a document';
        throw new SourceError(message, { source: sourceId, path: name, field: 'name', value: name });
      }
      return `${base}source/${segments.map(encode).join('/')}`;
    },
    passage: (document, { first, last }) => `${document}#L${first}${last === first ? '' : `-L${last}`}`,
    mention: (document, line, slug) => `${document}#L${line}-m-${part(slug)}`,
    participation: (thing, actor, capacity) =>
      `${base}id/participation/${part(thing)}/${part(actor)}/${part(capacity)}`,
    membership: (member, organization, role) =>
      `${base}id/membership/${part(member)}/${optional(organization)}/${optional(role)}`,
    address: (place) => `${base}id/address/${part(place)}`,
    finding: (digits) => `${base}id/finding/${part(digits)}`,
    identity: (kind, digits) => `${base}id/${kind}/${part(digits)}`,
    dataset: () => `${base}dataset`,
    file: (path) => base + path.split('/').map(encode).join('/'),
    datasetPart: (name) => `${base}dataset#${encode(name)}`,
    quality: (source, metric) => `${base}id/quality/${optional(source)}/${part(metric)}`,
  };
}

/** Prefixes under which the graph of this base reads well: the vocabularies and one for each kind of id. */
export function prefixesOf(base: string): Readonly<Record<string, string>> {
  const kinds = [
    ...['address', 'agenda-item', 'article', 'candidate', 'cohort', 'concept', 'event', 'finding', 'judgement', 'link'],
    ...['match', 'membership', 'organization', 'participation', 'person', 'place', 'project', 'quality', 'session'],
    'withdrawn',
  ];
  return { ...NAMESPACES, ...Object.fromEntries(kinds.map((kind) => [kind, `${base}id/${kind}/`])) };
}

/** Slug of a surface or a role: lower-case ASCII letters, digits and hyphens, at most 89 characters, never empty. */
export function slugOfText(text: string): string {
  let slug = slugs.get(text);
  if (slug === undefined) {
    slug = makeSlug(text);
    if (slugs.size >= MOST_SLUGS) slugs.clear();
    slugs.set(text, slug);
  }
  return slug;
}

/**
 * The token of a link that a source gives: an absolute http(s) IRI that every parser takes, without credentials.
 * Square brackets, common in queries and not allowed there, are percent-encoded. Undefined for anything else.
 */
export function linkToken(url: string): string | undefined {
  if (url.length > 2_048 || !isIri(url)) return undefined;
  const parts = /^(https?:\/\/[^/?#@]+)([/?][^#]*)?(#[^#]*)?$/i.exec(url);
  if (parts === null || /%(?![0-9A-Fa-f]{2})/.test(url) || !URL.canParse(url)) return undefined;
  const [, origin = '', rest = '', fragment = ''] = parts;
  const encoded = (rest + fragment).replace(/[[\]]/g, (bracket) => (bracket === '[' ? '%5B' : '%5D'));
  return `<${origin}${encoded}>`;
}

// --- internal ---

/** Names come again and again, and making a slug takes as long as writing ten quads. */
const slugs = new Map<string, string>();
const MOST_SLUGS = 10_000;

function makeSlug(text: string): string {
  const slug = slugify(text.slice(0, LONGEST_READ), SLUG_OPTIONS);
  if (slug !== '' && slug.length <= LONGEST_SLUG && text.length <= LONGEST_READ) return slug;
  const digits = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return slug === '' ? `x-${digits}` : `${slug.slice(0, LONGEST_SLUG).replace(/-$/, '')}-${digits}`;
}

const LONGEST_READ = 200;
const LONGEST_SLUG = 80;
const SLUG_OPTIONS: Options = {
  decamelize: false,
  customReplacements: [
    ['&', ' et '],
    ["'", ' '],
    ['’', ' '],
  ],
};

/** Encodes one path segment. Idempotent on slugs. */
function encode(segment: string): string {
  return encodeURIComponent((segment as string & { toWellFormed(): string }).toWellFormed());
}

/** A slug as a path segment. `-` says "none" in a membership, so that nothing may be called so. */
function part(slug: string): string {
  if (slug === '' || slug === '-' || slug === '.' || slug === '..') {
    throw new RangeError(`not a slug: ${JSON.stringify(slug)}`);
  }
  return /^[a-z0-9-]+$/.test(slug) ? slug : encode(slug);
}

function optional(slug: string | undefined): string {
  return slug === undefined ? '-' : part(slug);
}

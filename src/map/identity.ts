import { createHash } from 'node:crypto';
import type { EntityKind } from '../domain/mention.ts';
import { dateToken } from './date.ts';
import { type Iris, linkToken } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { term, xsd } from './vocab.ts';

/** An entity by its id. */
export interface EntityId {
  readonly kind: EntityKind;
  readonly slug: string;
}

/** An entity with the name to show and its other names, as `resolve/` decided them. */
export interface Entity extends EntityId {
  readonly label: string;
  readonly others: readonly string[];
  readonly acronyms?: readonly string[];
}

/** Who decided something by hand, when and why. */
export interface Vouched {
  readonly by?: string;
  /** ISO 8601 date. */
  readonly when?: string;
  readonly because?: string;
}

/** Who is who, as the graph says it. */
export interface IdentityStatements {
  readonly entities: Iterable<Entity>;
  readonly redirects?: Iterable<{ readonly kind: EntityKind; readonly from: string; readonly to: string }>;
  /** Digits of withdrawn ids. */
  readonly withdrawn?: Iterable<string>;
  readonly matches?: Iterable<
    EntityId & {
      readonly names: readonly [string, string];
      readonly score: number;
      readonly comparators: readonly string[];
    }
  >;
  readonly candidates?: Iterable<{
    readonly members: readonly EntityId[];
    readonly score: number;
    readonly speaksFor: readonly string[];
    readonly speaksAgainst: readonly string[];
    readonly unsure: boolean;
  }>;
  readonly judgements?: Iterable<Vouched & { readonly members: readonly EntityId[]; readonly decision: string }>;
  /** Exactly one of `url` and `identifier` (`scheme:value`) is set. */
  readonly links?: Iterable<
    Vouched & { readonly of: EntityId; readonly url?: string; readonly identifier?: string; readonly source?: string }
  >;
}

/** The identity graph, as N-Quads lines, each once. docs/graph-model.md has the shapes. */
export function identityQuads(
  iris: Iris,
  statements: IdentityStatements,
  scrub: (text: string) => string,
): Iterable<string> {
  const graph = `<${iris.graph('identity')}>`;
  const lines = new Set<string>();
  const say = (subject: string, predicate: string, object: string): void =>
    void lines.add(quad(subject, predicate, object, graph));
  const text = (value: string): string => literal(scrub(value));
  const node = ({ kind, slug }: EntityId): string => `<${iris.entity(kind, slug)}>`;
  const thing = (type: string, kind: 'match' | 'candidate' | 'judgement' | 'link', ...parts: unknown[]): string => {
    const token = `<${iris.identity(kind, digits(parts))}>`;
    say(token, term.rdf.type, type);
    return token;
  };
  const vouched = (token: string, { by, when, because }: Vouched): void => {
    if (by !== undefined) say(token, term.dcterms.creator, text(by));
    const date = when === undefined ? undefined : dateToken(when);
    if (date !== undefined) say(token, term.dcterms.date, date);
    if (because !== undefined) say(token, term.schema.description, text(because));
  };
  const score = (token: string, value: number): void =>
    say(token, term.mlg.score, literal(value.toFixed(2), xsd.decimal));

  for (const entity of statements.entities) names(entity, node(entity), say, text);
  for (const { kind, from, to } of statements.redirects ?? [])
    say(node({ kind, slug: from }), term.dcterms.isReplacedBy, node({ kind, slug: to }));
  for (const digest of statements.withdrawn ?? [])
    say(`<${iris.identity('withdrawn', digest)}>`, term.rdf.type, term.mlg.Withdrawn);
  for (const match of statements.matches ?? []) {
    const token = thing(term.mlg.Match, 'match', match.kind, match.slug, match.names);
    say(token, term.mlg.of, node(match));
    say(token, term.mlg.nameA, text(match.names[0]));
    say(token, term.mlg.nameB, text(match.names[1]));
    for (const comparator of match.comparators) say(token, term.mlg.comparator, literal(comparator));
    score(token, match.score);
  }
  for (const candidate of statements.candidates ?? []) {
    const members = candidate.members.map(node);
    const token = thing(
      term.mlg.Candidate,
      'candidate',
      candidate.members.map(({ kind, slug }) => [kind, slug]),
    );
    for (const member of members) say(token, term.mlg.between, member);
    score(token, candidate.score);
    for (const reason of candidate.speaksFor) say(token, term.mlg.speaksFor, text(reason));
    for (const reason of candidate.speaksAgainst) say(token, term.mlg.speaksAgainst, text(reason));
    if (candidate.unsure) say(token, term.mlg.unsure, literal('true', xsd.boolean));
  }
  for (const { members, decision, ...by } of statements.judgements ?? []) {
    const ids = members.map(({ kind, slug }) => [kind, slug]);
    const token = thing(term.mlg.Judgement, 'judgement', ids, decision, by.because ?? '');
    say(token, term.mlg.decision, literal(decision));
    for (const member of members) say(token, term.mlg.between, node(member));
    vouched(token, by);
  }
  for (const { of, url, identifier, source, ...by } of statements.links ?? []) {
    const token = thing(term.mlg.Link, 'link', of.kind, of.slug, url ?? identifier);
    say(token, term.mlg.of, node(of));
    const target = url === undefined ? undefined : linkToken(url);
    if (target !== undefined) {
      say(node(of), term.schema.sameAs, target);
      say(token, term.mlg.target, target);
    }
    if (identifier !== undefined) {
      say(node(of), term.schema.identifier, text(identifier));
      say(token, term.mlg.identifier, text(identifier));
    }
    const from = source === undefined ? undefined : linkToken(source);
    if (from !== undefined) say(token, term.dcterms.source, from);
    vouched(token, by);
  }
  return lines;
}

// --- internal ---

function names(
  { kind, label, others, acronyms = [] }: Entity,
  token: string,
  say: (subject: string, predicate: string, object: string) => void,
  text: (value: string) => string,
): void {
  const name = text(label);
  say(token, term.schema.name, name);
  if (kind === 'concept') say(token, term.skos.prefLabel, name);
  for (const other of others.map(text)) if (other !== name) say(token, term.schema.alternateName, other);
  for (const acronym of acronyms) say(token, term.mlg.acronym, text(acronym));
}

/** Twelve hexadecimal digits that stay while what is said stays, whatever the base. */
const digits = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

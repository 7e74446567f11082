import type { Mention } from '../domain/mention.ts';
import type { IriKind } from './iri.ts';

/** Kinds of records that carry a key. */
export type KeyedKind = Extract<IriKind, 'event' | 'session' | 'agenda-item' | 'article'>;

/** Where a mention stands: with its lines and surface it says which occurrence is meant. */
export interface Scope {
  readonly sourceId: string;
  /** Name of the document, below the source's root. */
  readonly name: string;
}

/**
 * The contract between `map/` and `resolve/`: which entity something is. Both answer the same for the same question
 * within a build, whatever the order of questions, and give a slug that is neither empty nor `-`.
 */
export interface Ids {
  /** Slug of what the mention refers to, among the entities of the mention's kind. */
  slugOf(mention: Mention, scope: Scope): string;
  /** Slug of a record that has a key. `name` is its title, to make the slug from at its first minting. */
  slugOfKey(kind: KeyedKind, key: string, name: string): string;
}

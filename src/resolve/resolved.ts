import type { EntityKind, Mention } from '../domain/mention.ts';
import type { JudgementLine } from './judgements.ts';
import type { Profile } from './profile.ts';
import type { Evidence, Verdict } from './verdict.ts';

/** By what slugs mentions are known. */
export interface Slugs {
  /** Slug of what a mention refers to; undefined for a mention that was not among the profiles. */
  slugOf(mention: Mention, scope: { readonly sourceId: string; readonly name: string }): string | undefined;
  slugOfProfile(profile: Profile): string | undefined;
}

/** Who is who, decided. */
export interface Resolution extends Slugs {
  /** Sorted by kind and slug. */
  readonly entities: readonly Entity[];
  readonly redirects: readonly Redirect[];
  readonly matches: readonly Match[];
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  readonly judgements: readonly AppliedJudgement[];
  /** What the ledger of judgements says in vain. */
  readonly warnings: readonly string[];
}

/** The name to show of an entity, and its others. */
export interface Entity {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly label: string;
  /** Sorted by code unit. */
  readonly others: readonly string[];
  /** Those that the text introduces as acronyms. */
  readonly acronyms: readonly string[];
}

/** An id that stands for another now. */
export interface Redirect {
  readonly kind: EntityKind;
  readonly from: string;
  readonly to: string;
}

/** Two names that the program found to be of one entity. */
export interface Match {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly names: readonly [string, string];
  readonly score: number;
  readonly speaksFor: readonly Evidence[];
}

/** Two entities that may be one. */
export interface Candidate {
  readonly kind: EntityKind;
  readonly slugs: readonly [string, string];
  readonly verdict: Verdict;
  /** Someone has looked and could not tell. */
  readonly unsure: boolean;
}

/** A judgement and the entities that its two members stand for now. */
export interface AppliedJudgement {
  readonly judgement: JudgementLine;
  readonly members: readonly { readonly kind: EntityKind; readonly slug: string }[];
}

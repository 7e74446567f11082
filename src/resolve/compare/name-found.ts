import type { Node } from '../node.ts';
import { type Evidence, evidence } from '../verdict.ts';

/** What two names have in common, and how far that goes. */
export interface NameFound {
  readonly evidence: Evidence;
  /** 0 to 1. */
  readonly score: number;
  readonly compelling: Compelling;
}

/**
 * When a likeness of names is compelling: by itself; with something said of both (a body, a project, a role, an event);
 * also in one document with nothing else in common; never.
 */
export type Compelling = 'alone' | 'with-context' | 'in-document' | 'never';

export const nameFound = (comparator: string, a: Node, b: Node, score: number, compelling: Compelling): NameFound => ({
  evidence: evidence(comparator, `${a.label} / ${b.label}`),
  score,
  compelling,
});

/** @param context whether something is said of both @param document whether one document names both */
export const isCompelling = ({ compelling }: NameFound, context: boolean, document: boolean): boolean =>
  compelling === 'alone' || (compelling !== 'never' && context) || (compelling === 'in-document' && document);

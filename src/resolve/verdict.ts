/** What a comparator found: its name, and the words or context that it rests on. */
export interface Evidence {
  readonly comparator: string;
  /** What exactly speaks, for an editor to read. */
  readonly because: string;
}

/** What is to be thought of two names. */
export interface Verdict {
  /** `same`: compelling; `candidate`: for an editor. */
  readonly decision: 'same' | 'candidate';
  /** 0 to 1. */
  readonly score: number;
  readonly speaksFor: readonly Evidence[];
  readonly speaksAgainst: readonly Evidence[];
}

export const evidence = (comparator: string, because: string): Evidence => ({ comparator, because });

/** A span of lines of a file: 1-based, both ends included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export const GRADES = ['stated', 'inferred'] as const;
/** `stated`: the text says it in so many words. `inferred`: a rule concluded it from the text. */
export type Grade = (typeof GRADES)[number];

/** Where something was read, and how. */
export interface Evidence {
  readonly lines: Lines;
  /** Name of the rule that read it, e.g. `people-block`, `field:title`. */
  readonly rule: string;
  readonly grade: Grade;
  /** `config`: the lines are of the config file, which states the value. Without it, they are of the document read. */
  readonly document?: 'config';
}

/** A value together with its evidence. */
export interface Attested<T = string> extends Evidence {
  readonly value: T;
}

/** One line as a span. */
export const line = (number: number): Lines => ({ first: number, last: number });

/** The smallest span that holds all the given ones. At least one is needed. */
export function span(...parts: readonly Lines[]): Lines {
  if (parts.length === 0) throw new RangeError('span() needs at least one part');
  return { first: Math.min(...parts.map((p) => p.first)), last: Math.max(...parts.map((p) => p.last)) };
}

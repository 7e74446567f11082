import type { Reading } from '../query/explain.ts';

/** A text in the two languages of the project. */
export interface Words {
  readonly en: string;
  readonly fr: string;
}

/** Something in a graph that a shape or a rule forbids. */
export interface Breach {
  /** Name of the shape, `Session-superEvent`, or of the rule, `sub-event-outside-event`. */
  readonly rule: string;
  /** What the shape asks for that is not so: `minCount`. Rules ask for one thing each, and have none. */
  readonly constraint?: string;
  /** The thing that it is about. */
  readonly focus: string;
  /** The property concerned, and its value: an IRI, or the text of a literal. */
  readonly path?: string;
  readonly value?: string;
  /** What should be so. */
  readonly message: Words;
  /** How to make it so. */
  readonly mend: Words;
}

/** A breach and where it was read. */
export interface Violation extends Breach {
  /** The lines that say it; of what no line says (ids, counts), none. */
  readonly readings: readonly Reading[];
  /** Graph of the statement, where it is no passage. */
  readonly graph?: string;
}

import type { Lines } from './evidence.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something about a source that its editor should see. It never changes a fact. */
export interface Finding {
  readonly severity: Severity;
  /** Stable kebab-case code, e.g. `end-before-start`. */
  readonly code: string;
  /** One English sentence that names what was found and what was expected. */
  readonly message: string;
  readonly lines: Lines;
  /** `config`: the lines are of the config file. Without it, they are of the document read. */
  readonly document?: 'config';
  /** Key of the record it is about, where there is one. */
  readonly about?: string;
}

import { isIri } from '../map/nquads.ts';
import { rdf } from '../map/vocab.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import { type ExplainedStatement, explainStatements } from '../query/explain.ts';
import type { Store } from '../store/store.ts';
import { checkRules } from './rules.ts';
import { createShapeChecker } from './shapes.ts';
import { slices } from './slices.ts';
import type { Breach, Violation } from './violation.ts';

/** What a graph is held to. */
export interface Rulebook {
  /** SHACL shapes, in Turtle. */
  readonly shapes: string;
  /** Rules across things. */
  readonly rules: readonly SavedQuery[];
}

export interface CheckReport {
  /** Things that were checked. */
  readonly things: number;
  /** What breaks a shape or a rule, in the order of rules and things; of many, the first `MOST`. */
  readonly violations: readonly Violation[];
  /** How many there are in all. */
  readonly found: number;
}

/** Violations that are looked up and told one by one. */
export const MOST = 1_000;

/**
 * Holds the graph of a store to shapes and rules, and looks up where what breaks them was read.
 * @param progress is told how many things have been checked, now and then
 */
export async function checkGraph(
  store: Store,
  { shapes, rules }: Rulebook,
  progress: (things: number) => void = () => {},
): Promise<CheckReport> {
  const checker = createShapeChecker(shapes);
  const breaches: Breach[] = [];
  let things = 0;
  for await (const slice of slices(store)) {
    breaches.push(...(await checker.check(slice.triples, slice.things)));
    const before = things;
    things += slice.things.size;
    if (Math.floor(before / STEP) < Math.floor(things / STEP)) progress(things);
  }
  breaches.push(...(await checkRules(store, rules)));
  breaches.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const violations: Violation[] = [];
  for (const breach of breaches.slice(0, MOST)) violations.push({ ...breach, ...(await placeOf(store, breach)) });
  return { things, violations, found: breaches.length };
}

// --- internal ---

/** Things from one word of progress to the next. */
const STEP = 50_000;

const keyOf = ({ rule, constraint = '', focus, path = '', value = '' }: Breach): string =>
  [rule, constraint, focus, path, value].join('\n');

/** The statement itself, else others of its property, else that the thing is there at all. */
async function placeOf(store: Store, { focus, path, value }: Breach): Promise<Pick<Violation, 'readings' | 'graph'>> {
  if (!isIri(focus)) return { readings: [] };
  const asked = [
    ...(path !== undefined && value !== undefined ? [{ predicate: path, object: value }] : []),
    ...(path !== undefined ? [{ predicate: path }] : []),
    { predicate: rdf.type },
  ];
  let first: ExplainedStatement | undefined;
  for (const pattern of asked) {
    const found = await explainStatements(store, { subject: focus, ...pattern });
    const readings = found.flatMap((statement) => statement.readings);
    if (readings.length > 0) return { readings };
    first ??= found[0];
  }
  return { readings: [], ...(first?.graph === undefined ? {} : { graph: first.graph }) };
}

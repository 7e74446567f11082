import { rdf } from '../map/vocab.ts';
import { parseLine, type Statement } from './statement.ts';

/** One subject and what is said of it. */
export interface Subject {
  readonly iri: string;
  /** Each triple once, rdf:type first, then by predicate and object. Graphs are those of the first line of a triple. */
  readonly statements: readonly Statement[];
}

/** Subjects sorted by IRI, from sorted canonical lines; graphs are united. Keeps one subject at a time taken apart. */
export function* subjectsOf(lines: readonly string[]): Generator<Subject> {
  const groups: { iri: string; from: number; to: number }[] = [];
  for (const [i, line] of lines.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && line.startsWith(`<${last.iri}> `)) last.to = i + 1;
    else groups.push({ iri: line.slice(1, line.indexOf('> ')), from: i, to: i + 1 });
  }
  // Lines sort by `<iri> …`, where `>` comes after `/`; readers expect the order of the IRIs themselves.
  groups.sort((a, b) => byCodeUnit(a.iri, b.iri));
  for (const { iri, from, to } of groups) yield { iri, statements: union(lines.slice(from, to)) };
}

// --- internal ---

function union(lines: readonly string[]): readonly Statement[] {
  const statements = lines.map(parseLine).sort(byPredicateAndObject);
  return statements.filter((statement, i) => {
    const before = statements[i - 1];
    return before?.predicate !== statement.predicate || before.token !== statement.token;
  });
}

function byPredicateAndObject(a: Statement, b: Statement): number {
  const types = Number(b.predicate === rdf.type) - Number(a.predicate === rdf.type);
  return types || byCodeUnit(a.predicate, b.predicate) || byCodeUnit(a.token, b.token);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

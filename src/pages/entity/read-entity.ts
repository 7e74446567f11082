import { iriToken } from '../../map/nquads.ts';
import { mlg, oa, org, prov, schema } from '../../map/vocab.ts';
import type { Store } from '../../store/store.ts';
import { type Row, selectRows, type Term } from '../rows.ts';

/** Words of a source that say something. */
export interface Passage {
  readonly iri: string;
  /** Path of the document, as configured. */
  readonly path: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly quote: string;
  /** Rules that read it, each with its grade: `stated` or `inferred`. */
  readonly rules: readonly (readonly [rule: string, grade: string])[];
}

export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
  /** Graphs in which it stands. */
  readonly graphs: readonly string[];
}

/** All that is said of a thing, of how it takes part, of its memberships and of the words that name it. */
export interface Entity {
  readonly iri: string;
  readonly statements: readonly Statement[];
  readonly passages: ReadonlyMap<string, Passage>;
  /** Objects of the thing's own statements, or of another node's. */
  objects(predicate: string, subject?: string): readonly Statement[];
  value(predicate: string, subject?: string): string | undefined;
  /** Nodes that say so of the thing (or of another). */
  subjects(predicate: string, object?: string): readonly Statement[];
  /** Where the statements were read, each passage once, in order of document and line. */
  evidence(statements: readonly Statement[]): readonly Passage[];
}

export async function readEntity(store: Store, iri: string): Promise<Entity> {
  const focus = iriToken(iri);
  const nodes = NODES.replaceAll('?_focus', () => focus);
  const incoming = `BIND(${focus} AS ?o) GRAPH ?g { ?s ?p ?o }`;
  const [rows, passageRows] = await Promise.all([
    selectRows(store, `SELECT ?s ?p ?o ?g WHERE { { ${nodes} } UNION { ${incoming} } } ORDER BY ?s ?p ?o ?g`),
    selectRows(
      store,
      `SELECT ?g ?path ?first ?last ?quote ?rule ?grade WHERE { ${PASSAGES.replace('?_nodes', () => `{ ${nodes} } UNION { ${incoming} }`)} } ORDER BY ?path ?first ?last ?g ?rule ?grade`,
    ),
  ]);
  return entityOf(iri, statementsOf(rows), passagesOf(passageRows));
}

// --- internal ---

/** The thing; what it takes part in and who takes part in it; memberships, and what is done on their behalf; mentions; its address. */
const NODES = `
  { SELECT DISTINCT ?s WHERE {
    { BIND(?_focus AS ?s) } UNION
    { ?s <${mlg.participant}> ?_focus } UNION { ?s <${mlg.inEvent}> ?_focus } UNION
    { ?s <${org.member}> ?_focus } UNION { ?s <${org.organization}> ?_focus } UNION
    { ?x <${mlg.inEvent}> ?_focus ; <${mlg.as}> ?s } UNION
    { ?m <${org.organization}> ?_focus . ?s <${mlg.as}> ?m } UNION
    { ?_focus <${schema.address}> ?s } UNION { ?s <${mlg.refersTo}> ?_focus } UNION
    { ?s <${mlg.focus}> ?_focus }
  } }
  GRAPH ?g { ?s ?p ?o }`;

// What every passage has is asked for as if it were optional: the engine then looks it up for the few graphs in question,
// where it would otherwise go through the passages of the whole graph (a million statements: 0.4 ms instead of 118).
const PASSAGES = `
  { SELECT DISTINCT ?g WHERE { ?_nodes } }
  OPTIONAL {
    ?g <${prov.wasDerivedFrom}> ?document ; <${mlg.firstLine}> ?first ; <${mlg.lastLine}> ?last .
    ?document <${mlg.path}> ?path .
  }
  FILTER(BOUND(?path))
  OPTIONAL { ?g <${oa.exact}> ?quote }
  OPTIONAL { GRAPH ?g { ?g <${mlg.rule}> ?rule ; <${mlg.grade}> ?grade } }`;

function entityOf(iri: string, statements: readonly Statement[], passages: ReadonlyMap<string, Passage>): Entity {
  const forward = group(statements, ({ subject, predicate }) => `${subject} ${predicate}`);
  const backward = group(
    statements,
    ({ object, predicate }) => `${object.type === 'uri' ? object.value : ''} ${predicate}`,
  );
  const objects = (predicate: string, subject = iri) => forward.get(`${subject} ${predicate}`) ?? [];
  return {
    iri,
    statements,
    passages,
    objects,
    value: (predicate, subject) => objects(predicate, subject)[0]?.object.value,
    subjects: (predicate, object = iri) => backward.get(`${object} ${predicate}`) ?? [],
    evidence: (of) => {
      const graphs = new Set(of.flatMap((statement) => statement.graphs));
      return [...passages.values()].filter((passage) => graphs.has(passage.iri));
    },
  };
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [item]);
    else list.push(item);
  }
  return groups;
}

function statementsOf(rows: readonly Row[]): Statement[] {
  const statements = new Map<string, Statement & { graphs: string[] }>();
  for (const { s, p, o, g } of rows) {
    if (s === undefined || p === undefined || o === undefined || g === undefined) continue;
    const key = JSON.stringify([s.value, p.value, o]);
    const known = statements.get(key);
    if (known !== undefined) known.graphs.push(g.value);
    else statements.set(key, { subject: s.value, predicate: p.value, object: o, graphs: [g.value] });
  }
  return [...statements.values()];
}

function passagesOf(rows: readonly Row[]): Map<string, Passage> {
  const passages = new Map<string, Passage & { rules: (readonly [string, string])[] }>();
  for (const { g, path, first, last, quote, rule, grade } of rows) {
    if (g === undefined) continue;
    const passage = passages.get(g.value) ?? {
      iri: g.value,
      path: path?.value ?? '',
      firstLine: Number(first?.value ?? 0),
      lastLine: Number(last?.value ?? 0),
      quote: quote?.value ?? '',
      rules: [],
    };
    passages.set(g.value, passage);
    if (rule !== undefined && grade !== undefined) passage.rules.push([rule.value, grade.value]);
  }
  return passages;
}

import { iriToken, literal } from '../map/nquads.ts';
import { mlg, prov } from '../map/vocab.ts';
import { createAround, TIES } from '../publish/about.ts';
import { isIri, parseLine } from '../publish/statement.ts';
import type { Store } from '../store/store.ts';

/**
 * What is known of a thing, as canonical lines: the same as in a published folder (`publish/about.ts`), asked of the store in a
 * few look-ups instead of read from the whole graph. Empty where nothing is.
 */
export async function statementsAbout(
  thing: string,
  document: string,
  { store, base, license = '' }: { readonly store: Store; readonly base: string; readonly license?: string },
): Promise<string[]> {
  const lines = new Set<string>();
  const asked = new Set<string>();
  async function ask(subjects: Iterable<string>): Promise<string[]> {
    const wanted = [...new Set(subjects)].filter((iri) => iri.startsWith(base) && !asked.has(iri));
    const found: string[] = [];
    for (let at = 0; at < wanted.length; at += MOST_SUBJECTS) {
      const some = wanted.slice(at, at + MOST_SUBJECTS);
      for (const iri of some) asked.add(iri);
      found.push(...(await graphRows(store, `VALUES ?s { ${some.map(iriToken).join(' ')} } GRAPH ?g { ?s ?p ?o }`)));
    }
    for (const line of found) lines.add(line);
    return found;
  }

  const own = await ask([thing]);
  if (own.length === 0) return [];
  const incoming = await graphRows(store, `VALUES ?o { ${iriToken(thing)} } GRAPH ?g { ?s ?p ?o }`);
  for (const line of incoming) lines.add(line);
  const said = [...own, ...incoming];
  said.push(
    ...(await ask(
      incoming
        .map(parseLine)
        .filter(({ predicate }) => TIES.has(predicate))
        .map(({ subject }) => subject),
    )),
  );
  said.push(...(await ask(objectsOf(said, mlg.as))));
  const evidence = await ask(said.flatMap((line) => parseLine(line).graph ?? []));
  const named = said.map(parseLine).flatMap(({ subject, object }) => [subject, ...(isIri(object) ? [object.iri] : [])]);
  await ask([...objectsOf(evidence, prov.wasDerivedFrom), ...named]);
  return createAround([...lines].sort(), base, license).about(thing, document);
}

/** The statements of a pattern over ?s ?p ?o ?g, as N-Quads lines without line feed. */
export async function graphRows(store: Store, pattern: string): Promise<string[]> {
  const { body } = await store.query(`SELECT ?s ?p ?o ?g WHERE { ${pattern} }`, { accept: 'json', quick: true });
  const { results } = JSON.parse(body) as {
    results: { bindings: readonly Readonly<Record<'s' | 'p' | 'o' | 'g', Term>>[] };
  };
  return results.bindings.map(({ s, p, o, g }) => `${[s, p, o, g].map(token).join(' ')} .`);
}

// --- internal ---

/** A query holds 16 KiB. */
const MOST_SUBJECTS = 60;

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

function token({ type, value, datatype, 'xml:lang': language }: Term): string {
  return type === 'uri' ? iriToken(value) : literal(value, language ?? datatype);
}

const objectsOf = (lines: readonly string[], property: string): string[] =>
  lines
    .map(parseLine)
    .flatMap(({ predicate, object }) => (predicate === property && isIri(object) ? [object.iri] : []));

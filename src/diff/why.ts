import { ONTOLOGY_GRAPH } from '../map/vocab.ts';
import type { Decision, Graph } from './graph.ts';

/** A reason for a change, as far as the graphs tell. */
export interface Cause {
  readonly why: 'source' | 'judgement' | 'config' | 'rules' | 'tool' | 'ontology' | 'unknown';
  readonly detail: string;
}

/**
 * Finds the causes of changes: documents whose bytes changed, where what changed was read from them; decisions of people about
 * the things concerned; else what every reading hangs on: the config, the rules, the program, the ontology.
 * @returns causes, given the graphs that what changed stands in, and the ids that are concerned
 */
export function causes(before: Graph, after: Graph): (graphs: Iterable<string>, ids: readonly string[]) => Cause[] {
  const documents = changedDocuments(before, after);
  const decisions = [
    ...differing(before.decisions, after.decisions, 'withdrawn'),
    ...differing(after.decisions, before.decisions, 'new'),
  ];
  const general = generalCauses(before, after);
  return (graphs, ids) => {
    const own = new Set<Cause>();
    for (const graph of graphs) {
      const cause = documents.get(graph.split('#')[0] as string);
      if (cause !== undefined) own.add(cause);
    }
    for (const { decision, cause } of decisions) if (decision.about.some((iri) => ids.includes(iri))) own.add(cause);
    if (own.size > 0) return [...own];
    return general.length > 0
      ? [...general]
      : [{ why: 'unknown', detail: 'nothing that the graphs record explains it' }];
  };
}

/** Everything that differs between the builds, whether or not it changed a thing. */
export function allCauses(before: Graph, after: Graph): Cause[] {
  return [
    ...new Set([
      ...changedDocuments(before, after).values(),
      ...differing(before.decisions, after.decisions, 'withdrawn').map(({ cause }) => cause),
      ...differing(after.decisions, before.decisions, 'new').map(({ cause }) => cause),
      ...generalCauses(before, after),
    ]),
  ];
}

// --- internal ---

/** By IRI of the document. */
function changedDocuments(before: Graph, after: Graph): Map<string, Cause> {
  const out = new Map<string, Cause>();
  const config = new Set([...before.used, ...after.used]);
  for (const iri of [...new Set([...before.hashes.keys(), ...after.hashes.keys()])].sort()) {
    const [was, is] = [before.hashes.get(iri), after.hashes.get(iri)];
    if (was === is || config.has(iri)) continue;
    const path = after.paths.get(iri) ?? before.paths.get(iri) ?? iri;
    const how = was === undefined ? 'added' : is === undefined ? 'removed' : 'edited';
    out.set(iri, { why: 'source', detail: `${path} ${how}` });
  }
  return out;
}

function differing(
  from: ReadonlyMap<string, Decision>,
  other: ReadonlyMap<string, Decision>,
  word: string,
): { decision: Decision; cause: Cause }[] {
  return [...from.values()]
    .filter(({ iri }) => !other.has(iri))
    .map((decision) => ({ decision, cause: { why: 'judgement', detail: `${word} ${decision.text}` } }));
}

function generalCauses(before: Graph, after: Graph): Cause[] {
  const out: Cause[] = [];
  for (const iri of [...new Set([...before.used, ...after.used])].sort()) {
    if (before.hashes.get(iri) === after.hashes.get(iri)) continue;
    if (iri === ONTOLOGY_GRAPH) out.push({ why: 'ontology', detail: 'the ontology changed' });
    // Of sources, the documents tell more.
    const [, file] = /\/source\/config\/([^/]+)$/.exec(iri) ?? [];
    if (file === undefined) continue;
    const kind = file.endsWith('.jsonl') ? 'ledger' : 'config';
    out.push({ why: 'config', detail: `the ${kind} ${file} changed` });
  }
  if (before.version !== after.version)
    out.push({ why: 'tool', detail: `version ${before.version ?? '?'} became ${after.version ?? '?'}` });
  const fresh = [...after.rules].filter((rule) => !before.rules.has(rule));
  const gone = [...before.rules].filter((rule) => !after.rules.has(rule));
  if (fresh.length + gone.length > 0) {
    const words = [...fresh.sort().map((rule) => `+${rule}`), ...gone.sort().map((rule) => `-${rule}`)];
    out.push({ why: 'rules', detail: words.join(' ') });
  }
  return out;
}

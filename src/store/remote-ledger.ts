import { createHash } from 'node:crypto';
import { literal } from '../map/nquads.ts';
import { term } from '../map/vocab.ts';
import { inOneRequest, insertData } from './remote-update.ts';
import type { Store } from './store.ts';

/**
 * What a load left on a server: the hash of every graph it put there, in a graph of its own on that server. It is kept in
 * a few long texts, so that a union of all graphs has a few statements more, not one for each graph.
 */
export type Ledger = ReadonlyMap<string, string>;

/** Not below the base: it says nothing about the dataset, and stores leave it out when they count. */
export const LEDGER_GRAPH = 'urn:maillage:loaded';

/** Stands for the hash of a graph that is being replaced: after a stop half-way it must be sent again. */
export const UNDER_WAY = '-';

/** Throws what the store's query throws, and Error for texts that are no ledger. */
export async function readLedger(store: Store): Promise<Map<string, string>> {
  const { body, truncated } = await store.query(READ, { accept: 'json', timeoutMs: 600_000 });
  if (truncated !== undefined) throw new Error(`what was loaded cannot be read back: ${truncated.message}`);
  const ledger = new Map<string, string>();
  for (const { text } of (JSON.parse(body) as Rows).results.bindings) {
    for (const line of text.value.split('\n')) {
      const [, hash, graph] = /^(-|[0-9a-f]{32}) ([^\s<>"]+)$/.exec(line) ?? [];
      if (hash === undefined || graph === undefined) {
        throw new Error(
          `<${LEDGER_GRAPH}> on the server holds ${JSON.stringify(line.slice(0, 80))}, which no load wrote`,
        );
      }
      // Where two loads ran at once, what they disagree on is to be sent again.
      ledger.set(graph, (ledger.get(graph) ?? hash) === hash ? hash : UNDER_WAY);
    }
  }
  return ledger;
}

/** Operations that write the shelves of these graphs anew, as the ledger has them. */
export function writeShelves(ledger: Ledger, graphs: Iterable<string>): string[] {
  const wanted = new Set([...graphs].map(shelfOf));
  const shelves = new Map<string, string[]>([...wanted].sort().map((shelf) => [shelf, []]));
  for (const [graph, hash] of ledger) shelves.get(shelfOf(graph))?.push(`${hash} ${graph}`);
  const deletions = [...shelves.keys()].map(
    (shelf) => `DELETE WHERE { GRAPH <${LEDGER_GRAPH}> { <${shelf}> ${term.mlg.sha256} ?text } }`,
  );
  const texts = [...shelves].filter(([, lines]) => lines.length > 0);
  if (texts.length === 0) return deletions;
  const statements = texts.map(([shelf, lines]) => ({
    graph: LEDGER_GRAPH,
    triple: `<${shelf}> ${term.mlg.sha256} ${literal(lines.sort().join('\n'))} .`,
  }));
  return [inOneRequest(deletions), insertData(statements)];
}

/** Where a graph stands in the ledger. Graphs of one shelf are best sent together. */
export function shelfOf(graph: string): string {
  return `${LEDGER_GRAPH}:${createHash('sha256').update(graph).digest('hex').slice(0, 1)}`;
}

// --- internal ---

const READ = `SELECT ?text WHERE { GRAPH <${LEDGER_GRAPH}> { ?shelf ${term.mlg.sha256} ?text } }`;

interface Rows {
  readonly results: { readonly bindings: readonly { readonly text: { readonly value: string } }[] };
}

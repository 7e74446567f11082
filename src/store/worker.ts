import { parentPort } from 'node:worker_threads';
import oxigraph from 'oxigraph';
import { encodeTally, tallyOf } from '../map/tally.ts';
import { quadChunks, readBytes, readText, verify } from './chunks.ts';
import { cut } from './cut.ts';
import { formats } from './formats.ts';
import { graphAs } from './graph-format.ts';
import type { Answer, Call, Checked, QueryCall, Reply } from './protocol.ts';
import type { Dataset, LoadFile } from './store.ts';

/** The thread in which Oxigraph runs. Only strings and plain objects pass: the engine's terms do not survive messages. */

const store = new oxigraph.Store();

parentPort?.on('message', (call: Call) => {
  parentPort?.postMessage(answer(call) satisfies Reply);
});

// --- internal ---

function answer(call: Call): Reply {
  try {
    switch (call.task) {
      case 'load':
        return { id: call.id, value: load(call.files) };
      case 'check':
        return { id: call.id, value: check(call.file, call.base) };
      case 'verify':
        for (const file of call.files) verify(file);
        return { id: call.id, value: call.files.length };
      case 'size':
        return { id: call.id, value: size() };
      case 'query':
        return { id: call.id, value: query(call) };
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id: call.id, failure: { name, message, fatal: isFatal(error) } };
  }
}

/** One bulk load for all N-Quads of ours (one a file costs ten times as much), then what must be validated. */
function load(files: readonly LoadFile[]): number {
  const before = size();
  const ours = files.filter((file) => file.path.endsWith('.nq') && file.sha256 !== undefined);
  if (ours.length > 0) loadOurs(ours);
  for (const file of files) if (!ours.includes(file)) loadStrictly(file);
  return size() - before;
}

/** Statements of the file, loaded into a store that is thrown away. */
function check(file: LoadFile, base?: string): Checked {
  const trial = new oxigraph.Store();
  const to = file.graph === undefined ? {} : { to_graph_name: oxigraph.namedNode(file.graph) };
  const isQuads = file.path.endsWith('.nq');
  const format = isQuads ? 'application/n-quads' : 'text/turtle';
  try {
    const bytes = readBytes(file);
    trial.load(bytes, { format, lenient: isQuads && file.sha256 !== undefined, ...to });
    return { quads: trial.size, ...(base === undefined ? {} : { tally: encodeTally(tallyOf(bytes, base)) }) };
  } catch (error) {
    throw named(error, file.path);
  } finally {
    (trial as unknown as { free(): void }).free();
  }
}

/** Verified files are our own work: the parser need not validate them again. */
function loadOurs(files: readonly LoadFile[]): void {
  let cause: unknown;
  function* chunks() {
    try {
      yield* quadChunks(files);
    } catch (error) {
      cause = error;
      throw error;
    }
  }
  try {
    store.load(chunks(), { format: 'application/n-quads', lenient: true });
  } catch (error) {
    // The engine wraps what its input throws.
    throw cause ?? named(error, files.length === 1 ? (files[0]?.path ?? '') : `${files.length} N-Quads files`);
  }
}

/** Validates all of the file, then copies its statements to the default graph, which is the merge of the named ones. */
function loadStrictly(file: LoadFile): void {
  const text = readText(file);
  try {
    if (file.path.endsWith('.nq')) {
      store.load(text, { format: 'application/n-quads' });
      store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }');
    } else {
      const graph = oxigraph.namedNode(file.graph ?? '');
      store.load(text, { format: 'text/turtle', base_iri: graph, to_graph_name: graph });
      store.update(`INSERT { ?s ?p ?o } WHERE { GRAPH ${graph} { ?s ?p ?o } }`);
    }
  } catch (error) {
    throw named(error, file.path);
  }
}

/** After these the WASM module may be broken for good: the thread asks to be replaced. */
function isFatal(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}

function named(error: unknown, path: string): unknown {
  if (isFatal(error)) return error;
  return new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

function size(): number {
  const json = run('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }', formats.json.mediaType);
  return Number(JSON.parse(json).results.bindings[0].n.value);
}

function query({ text, kind, format, caps, prefixes, dataset }: QueryCall): Answer {
  if (kind === 'boolean') return { body: run(text, formats[format].mediaType, dataset) };
  if (format === 'json' || format === 'xml' || format === 'csv' || format === 'tsv') {
    return cut(run(text, formats[format].mediaType, dataset), format, caps);
  }
  return graphAs(run(text, formats.ntriples.mediaType, dataset), format, caps, prefixes);
}

function run(text: string, mediaType: string, dataset?: Dataset): string {
  const graphs =
    dataset === undefined
      ? {}
      : {
          default_graph: dataset.defaultGraphs.map((iri) => oxigraph.namedNode(iri)),
          named_graphs: dataset.namedGraphs.map((iri) => oxigraph.namedNode(iri)),
        };
  return store.query(text, { results_format: mediaType, ...graphs }) as string;
}

import init, { Store } from 'oxigraph/web.js';
import wasm from 'oxigraph/web_bg.wasm?url';
import type { Asked, Reply } from './engine.ts';

/** The engine of a published folder: Oxigraph over the dump, in a thread of its own. */

declare const self: DedicatedWorkerGlobalScope;

let store: Promise<Store> | undefined;

self.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const reply: Reply = await answer(data).then(
    (body) => ({ id: data.id, body }),
    (error: unknown) => ({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
  );
  self.postMessage(reply);
});

// --- internal ---

async function answer({ dump, sparql, format }: Asked): Promise<string> {
  store ??= load(dump).catch((error: unknown) => {
    store = undefined;
    throw error;
  });
  const result = (await store).query(sparql, { results_format: format });
  if (typeof result !== 'string') throw new Error('the engine gave no text');
  return result;
}

/**
 * The dump as it is, and each statement once more without its graph: the default graph of queries is the union of all
 * graphs. The dump is our own, so that its N-Quads need no validation.
 */
async function load(dump: string): Promise<Store> {
  const [, response] = await Promise.all([init({ module_or_path: wasm }), fetch(dump)]);
  if (!response.ok) throw new Error(`${dump}: ${response.status}`);
  const quads = await response.text();
  const triples = quads.replace(/ <[^<>\s]*> \.$/gm, ' .');
  const made = new Store();
  made.load(quads, { format: 'application/n-quads', lenient: true });
  made.load(triples, { format: 'application/n-triples', lenient: true });
  return made;
}

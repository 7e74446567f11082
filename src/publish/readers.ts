import { Parser, type Quad } from 'n3';
import { parse } from 'oxigraph';
import { createCanonicalizer } from './lines.ts';

export type ReaderName = 'n3' | 'oxigraph' | 'rdflib';

/** Reads a text of some media type into canonical N-Quads lines. Throws what the library throws. */
export type DumpReader = (text: string, mediaType: string) => Promise<readonly string[]>;

/** Three libraries that share no parser for most formats (rdflib reads N-Quads with n3). */
export const READERS: Readonly<Record<ReaderName, DumpReader>> = {
  n3: async (text, mediaType) => new Parser({ format: mediaType }).parse(text).map(createCanonicalizer()),

  // oxigraph's terms are RDF/JS terms in all that is asked of them; the two type declarations differ in detail.
  oxigraph: async (text, mediaType) =>
    (parse(text, { format: mediaType }) as unknown as Quad[]).map(createCanonicalizer()),

  async rdflib(text, mediaType) {
    const { graph, parse: read } = await import('rdflib');
    // Without its "features" the store takes every statement as it is and merges nothing.
    const store = graph(undefined, { features: [] });
    await new Promise<void>((resolve, reject) => {
      read(text, store, NOWHERE, mediaType, (error) => (error ? reject(error) : resolve()));
    });
    const line = createCanonicalizer();
    const named = mediaType === 'application/n-quads';
    return store.statements.map((statement) => {
      const { subject, predicate, object, graph: name } = statement as unknown as Quad;
      return line({ subject, predicate, object, graph: named ? name : DEFAULT } as Quad);
    });
  },
};

// --- internal ---

const NOWHERE = 'https://nowhere.invalid/';
const DEFAULT = { termType: 'DefaultGraph', value: '' };

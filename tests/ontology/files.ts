import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Parser, Store } from 'n3';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The Turtle files of the ontology. */
export const TURTLE_FILES = ['ontology/maillage.ttl', 'ontology/schemes.ttl', 'ontology/alignments.ttl'] as const;

export const read = (path: string): string => readFileSync(ROOT + path, 'utf8');

/** The statements of one of our Turtle files. */
export const graphOf = (path: string): Store => new Store(new Parser({ format: 'text/turtle' }).parse(read(path)));

/** Values of a property, as IRIs or lexical forms, in code unit order. */
export const values = (graph: Store, subject: string, property: string): string[] =>
  graph
    .getObjects(subject, property, null)
    .map((object) => object.value)
    .sort();

/** Languages in which a property is given, in code unit order; `''` for a plain literal. */
export const languages = (graph: Store, subject: string, property: string): string[] =>
  graph
    .getObjects(subject, property, null)
    .map((object) => (object.termType === 'Literal' ? object.language : 'not a literal'))
    .sort();

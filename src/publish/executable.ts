import { literal } from '../map/nquads.ts';
import { term } from '../map/vocab.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import { type Prefixes, turtleText } from './turtle.ts';

/**
 * A saved query as a document of its own: a SHACL executable, as the SPARQL examples of the SIB Swiss Institute of Bioinformatics are
 * (https://github.com/sib-swiss/sparql-examples). Its text declares its prefixes itself.
 * @param iri address of the query
 * @param endpoint address that answers it, where there is one
 */
export function executable(saved: SavedQuery, iri: string, prefixes: Prefixes, endpoint?: string): string {
  const form = FORMS[saved.query.form];
  const lines = [
    [term.rdf.type, form.type],
    [form.property, literal(saved.text)],
    [term.rdfs.label, literal(saved.name)],
    [term.rdfs.comment, literal(saved.summary, 'en')],
    ...(saved.summaryFr === undefined ? [] : [[term.rdfs.comment, literal(saved.summaryFr, 'fr')]]),
    ...(saved.description === undefined ? [] : [[term.schema.description, literal(saved.description, 'en')]]),
    ...saved.tags.map((tag) => [term.schema.keywords, literal(tag)]),
    ...(endpoint === undefined ? [] : [[term.software.target, `<${endpoint}>`]]),
  ].map(([property, object]) => `<${iri}> ${property} ${object} .`);
  return turtleText(lines, prefixes);
}

// --- internal ---

const select = { type: term.sh.SPARQLSelectExecutable, property: term.sh.select };
const construct = { type: term.sh.SPARQLConstructExecutable, property: term.sh.construct };
const FORMS = {
  SELECT: select,
  ASK: { type: term.sh.SPARQLAskExecutable, property: term.sh.ask },
  CONSTRUCT: construct,
  DESCRIBE: construct,
};

import type { Grade, Lines } from '../domain/evidence.ts';
import { UsageError } from '../errors.ts';
import type { Source } from './document.ts';
import { type Iris, linkToken } from './iri.ts';
import { literal } from './nquads.ts';
import { quote } from './quote.ts';
import { term, xsd } from './vocab.ts';

/** A passage of a document, the graph of what it says. */
export interface Passage {
  /** Its token, as node and as graph. */
  readonly token: string;
  readonly lines: Lines;
  readonly rules: Set<string>;
  readonly grades: Set<Grade>;
}

/** A statement in some graph: four tokens. */
export type Say = (subject: string, predicate: string, object: string, graph: string) => void;

/** Says of a document what it is. */
export function describeDocument(say: Say, iris: Iris, { document }: Source): void {
  const graph = `<${iris.graph('provenance')}>`;
  const node = `<${iris.document(document.sourceId, document.name)}>`;
  say(node, term.rdf.type, term.mlg.Document, graph);
  say(node, term.mlg.path, literal(document.path), graph);
  say(node, term.mlg.sha256, literal(document.sha256), graph);
  say(node, term.mlg.source, literal(document.sourceId), graph);
  if (document.license !== undefined) {
    const license = linkToken(document.license);
    if (license === undefined) {
      throw new UsageError('the licence must be given by its http or https address', {
        source: document.sourceId,
        field: 'license',
        value: document.license,
      });
    }
    say(node, term.dcterms.license, license, graph);
  }
  if (document.publisher !== undefined) say(node, term.dcterms.publisher, literal(document.publisher), graph);
}

/** Says of a passage where it stands and what it quotes; in its own graph, how it was read. */
export function describePassage(
  say: Say,
  iris: Iris,
  { document, lineText }: Source,
  passage: Passage,
  scrub: (text: string) => string,
): void {
  const graph = `<${iris.graph('provenance')}>`;
  const { token, lines } = passage;
  say(token, term.rdf.type, term.mlg.Passage, graph);
  say(token, term.prov.wasDerivedFrom, `<${iris.document(document.sourceId, document.name)}>`, graph);
  say(token, term.mlg.firstLine, literal(String(lines.first), xsd.integer), graph);
  say(token, term.mlg.lastLine, literal(String(lines.last), xsd.integer), graph);
  if (lineText !== undefined) say(token, term.oa.exact, literal(quote(lineText(lines), scrub)), graph);
  for (const rule of passage.rules) say(token, term.mlg.rule, literal(rule), token);
  for (const grade of passage.grades) say(token, term.mlg.grade, literal(grade), token);
}

import type { Grade, Lines } from '../domain/evidence.ts';
import { UsageError } from '../errors.ts';
import type { DocumentInfo, Source } from './document.ts';
import { type Iris, linkToken } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { quote } from './quote.ts';
import { term } from './vocab.ts';

/** A passage of a document, the graph of what it says. */
export interface Passage {
  /** Its token, as node and as graph. */
  readonly token: string;
  readonly lines: Lines;
  readonly rules: Set<string>;
  readonly grades: Set<Grade>;
}

/** What the provenance of any document needs. */
export interface Desk {
  readonly iris: Iris;
  /** Takes e-mail addresses and telephone numbers out of a text. */
  readonly scrub: (text: string) => string;
}

/**
 * The provenance of a document and of those of its passages that were used, as N-Quads lines: each is there once, as
 * each passage is. In its own graph a passage says how it was read.
 */
export function provenanceQuads(desk: Desk, source: Source, passages: Iterable<Passage>): string[] {
  const graph = `<${desk.iris.graph('provenance')}>`;
  const node = `<${desk.iris.document(source.document.sourceId, source.document.name)}>`;
  const lines = documentQuads(source.document, node, graph);
  for (const passage of passages) {
    const { token, rules, grades } = passage;
    lines.push(
      quad(token, term.rdf.type, term.mlg.Passage, graph),
      quad(token, term.prov.wasDerivedFrom, node, graph),
      quad(token, term.mlg.firstLine, `"${passage.lines.first}"^^${term.xsd.integer}`, graph),
      quad(token, term.mlg.lastLine, `"${passage.lines.last}"^^${term.xsd.integer}`, graph),
    );
    if (source.lineText !== undefined) {
      const text = quote(source.lineText(passage.lines), desk.scrub);
      lines.push(quad(token, term.oa.exact, literal(text), graph));
    }
    for (const rule of rules) lines.push(quad(token, term.mlg.rule, literal(rule), token));
    for (const grade of grades) lines.push(quad(token, term.mlg.grade, literal(grade), token));
  }
  return lines;
}

// --- internal ---

function documentQuads(document: DocumentInfo, node: string, graph: string): string[] {
  const lines = [
    quad(node, term.rdf.type, term.mlg.Document, graph),
    quad(node, term.mlg.path, literal(document.path), graph),
    quad(node, term.mlg.sha256, literal(document.sha256), graph),
    quad(node, term.mlg.source, literal(document.sourceId), graph),
  ];
  if (document.license !== undefined) {
    const license = linkToken(document.license);
    if (license === undefined) {
      throw new UsageError('the licence must be given by its http or https address', {
        source: document.sourceId,
        field: 'license',
        value: document.license,
      });
    }
    lines.push(quad(node, term.dcterms.license, license, graph));
  }
  if (document.publisher !== undefined) {
    lines.push(quad(node, term.dcterms.publisher, literal(document.publisher), graph));
  }
  return lines;
}

import { createHash } from 'node:crypto';
import { literal } from '../map/nquads.ts';
import { dcterms, term } from '../map/vocab.ts';
import { type Prefixes, turtleText } from '../publish/turtle.ts';
import type { Change } from './compare.ts';
import { reason } from './text.ts';

/**
 * What changed, in RDF: a change set for each thing, with reasons, in the words of the changeset vocabulary
 * (http://vocab.org/changeset/). Values are shown as in the text form, so that the set reads without the two graphs.
 */
export function changeSets(changes: readonly Change[], prefixes: Prefixes): string {
  const lines: string[] = [];
  for (const change of changes) {
    const node = `<${nameFor(change)}>`;
    lines.push(`${node} ${term.rdf.type} ${term.cs.ChangeSet} .`);
    lines.push(`${node} ${term.cs.subjectOfChange} <${change.id}> .`);
    lines.push(`${node} ${term.rdfs.label} ${literal(`${change.what}: ${change.name}`, 'en')} .`);
    for (const cause of change.because) lines.push(`${node} ${term.cs.changeReason} ${literal(reason(cause), 'en')} .`);
    if (change.what === 'merged' || change.what === 'split' || change.to.length > 0) {
      for (const to of change.to) lines.push(`<${change.id}> <${dcterms.isReplacedBy}> <${to}> .`);
    }
    for (const { property, before, after } of change.fields) {
      for (const value of before) lines.push(...statement(node, term.cs.removal, change.id, property, value));
      for (const value of after)
        lines.push(...statement(node, term.cs.addition, change.to[0] ?? change.id, property, value));
    }
  }
  return turtleText(lines, prefixes);
}

// --- internal ---

function statement(node: string, how: string, subject: string, property: string, value: string): string[] {
  const id = `<${urn(node, how, property, value)}>`;
  return [
    `${node} ${how} ${id} .`,
    `${id} ${term.rdf.type} ${term.reified.Statement} .`,
    `${id} ${term.reified.subject} <${subject}> .`,
    `${id} ${term.reified.predicate} <${property}> .`,
    `${id} ${term.reified.object} ${literal(value)} .`,
  ];
}

const nameFor = ({ what, id, fields, to }: Change): string => urn(what, id, JSON.stringify([fields, to]));

const urn = (...parts: readonly string[]): string =>
  `urn:maillage:change:${createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)}`;

import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { LANGUAGES, messageOf } from './finding-messages.ts';
import type { Scribe } from './scribe.ts';
import { conceptTerm, term } from './vocab.ts';

/** Says in the quality graph what an editor of the source should see. */
export function mapFinding(scribe: Scribe, finding: Finding): void {
  const { iris } = scribe;
  const passage = scribe.passage(finding.lines, finding.document);
  const message = scribe.scrub(messageOf(finding, 'en'));
  const place = passage.token.slice(1 + iris.base.length, -1);
  const node = `<${iris.finding(digits(finding.code, place, message))}>`;
  const at = { token: `<${iris.graph('quality')}>` };
  scribe.say(at, node, term.rdf.type, term.mlg.Finding);
  scribe.say(at, node, term.mlg.severity, conceptTerm.severity[finding.severity]);
  scribe.say(at, node, term.mlg.code, scribe.literal(finding.code));
  for (const language of LANGUAGES)
    scribe.say(at, node, term.schema.description, scribe.literal(messageOf(finding, language), language));
  scribe.say(at, node, term.mlg.passage, passage.token);
  const focus = finding.about === undefined ? undefined : scribe.find(finding.about);
  if (focus !== undefined) scribe.say(at, node, term.mlg.focus, focus.token);
}

// --- internal ---

/** Twelve hexadecimal digits that stay while code, document, lines and the English message stay, whatever the base. */
function digits(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

import type { Concept } from '../domain/concept.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapConcept(scribe: Scribe, record: Concept): void {
  const { token } = scribe.thing(record.concept);
  scribe.text(token, term.skos.definition, record.definition);
}

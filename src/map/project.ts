import type { Project, ProjectKind } from '../domain/project.ts';
import { mapLocation } from './place.ts';
import type { Passage } from './provenance.ts';
import type { Scribe } from './scribe.ts';
import { conceptTerm, term } from './vocab.ts';

export function mapProject(scribe: Scribe, record: Project): void {
  const { token } = scribe.thing(record.project);
  if (record.kind !== undefined) mapProjectKind(scribe, scribe.at(record.kind), token, record.kind.value);
  scribe.refer(token, term.mlg.stewardedBy, record.stewards);
  scribe.text(token, term.schema.description, record.description);
  scribe.refer(token, term.dcterms.subject, record.concepts);
  scribe.texts(token, term.schema.keywords, record.keywords);
  for (const place of record.location) mapLocation(scribe, token, place, record);
  scribe.refer(token, term.mlg.laureateOf, record.cohorts);
  scribe.links(token, term.schema.url, record.urls);
  scribe.links(token, term.schema.sameAs, record.sameAs);
}

/** States of which kind a project is; a digital common is of that class as well. */
export function mapProjectKind(scribe: Scribe, at: Passage, project: string, kind: ProjectKind): void {
  scribe.say(at, project, term.mlg.projectKind, conceptTerm['project-kind'][kind]);
  if (kind === 'digital-common') scribe.say(at, project, term.rdf.type, term.mlg.DigitalCommon);
}

import type { Cohort } from '../domain/project.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapCohort(scribe: Scribe, record: Cohort): void {
  const { token } = scribe.thing(record.cohort);
  if (record.programme === undefined) return;
  const at = scribe.at(record.programme);
  const programme = scribe.thing(record.programme, at).token;
  scribe.say(at, programme, term.rdf.type, term.mlg.AcceleratorProgramme);
  scribe.say(at, token, term.mlg.ofProgramme, programme);
}

import type { EntityKind } from '../domain/mention.ts';
import { term } from './vocab.ts';

/** The class of each kind of entity. */
export const CLASSES: Readonly<Record<EntityKind, string>> = {
  person: term.schema.Person,
  organization: term.schema.Organization,
  project: term.schema.Project,
  place: term.schema.Place,
  event: term.schema.Event,
  concept: term.skos.Concept,
  cohort: term.mlg.Cohort,
};

/** Kinds that may have a link of their own. */
export const LINKED: ReadonlySet<EntityKind> = new Set(['person', 'organization', 'project', 'event']);

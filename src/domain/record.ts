import type { Article } from './article.ts';
import type { Concept } from './concept.ts';
import type { AgendaItem, EventRecord } from './event.ts';
import type { Mention } from './mention.ts';
import type { Organization } from './organization.ts';
import type { Participation } from './participation.ts';
import type { Person } from './person.ts';
import type { Cohort, Project } from './project.ts';
import type { Session } from './session.ts';

/** A mention that stands in the text without a record of its own (an organisation named in an abstract). */
export interface LooseMention {
  readonly type: 'mention';
  readonly mention: Mention;
}

/** Everything that extraction can say of a document. */
export type DomainRecord =
  | EventRecord
  | AgendaItem
  | Session
  | Participation
  | Person
  | Organization
  | Project
  | Cohort
  | Concept
  | Article
  | LooseMention;

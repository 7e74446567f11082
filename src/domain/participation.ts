import type { Attested, Evidence } from './evidence.ts';
import type { Mention } from './mention.ts';

/** Notations of the SKOS scheme of capacities. */
export const CAPACITIES = ['facilitator', 'speaker', 'participant', 'opening'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** How a collective takes part; notations of a SKOS scheme. */
export const PARTICIPANT_KINDS = ['organisation', 'team', 'unnamed-representative'] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** A role, an organisation, or a role in an organisation, as the text pairs them. At least one is set. */
export interface Affiliation extends Evidence {
  /** As printed, without the words that connect it (`de`, `au sein de`). */
  readonly role?: string;
  readonly organization?: Mention;
  /** The text says that it is over (`ancien`, `ex-`). */
  readonly past: boolean;
}

/** Someone taking part in something, in a capacity, on behalf of someone. `actor` is a person or an organisation. */
export interface Participation extends Evidence {
  readonly type: 'participation';
  /** Key of the session, agenda item, event or article. */
  readonly in: string;
  readonly actor: Mention;
  readonly capacity: Capacity;
  /** The text leaves it open (`sous réserve`, `et/ou`). */
  readonly tentative: boolean;
  readonly affiliations: readonly Affiliation[];
  /** Set for organisations. */
  readonly participantKind?: Attested<ParticipantKind>;
}

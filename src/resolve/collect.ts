import { fold } from '../domain/fold.ts';
import type { EntityKind, Mention } from '../domain/mention.ts';
import type { Affiliation } from '../domain/participation.ts';
import { type Place, placeMention } from '../domain/place.ts';
import type { DomainRecord } from '../domain/record.ts';
import { introducedAcronym } from './introduced.ts';
import { identityKey, keyedByName } from './key.ts';
import { MOST_PLACES, type Profile } from './profile.ts';
import { contextsOf, type RecordContext } from './record-context.ts';

/** Gathers the profiles of one source, document by document. */
export interface ProfileCollector {
  /** @param lineText text of lines of the document, to see acronyms that it introduces */
  add(document: string, records: readonly DomainRecord[], lineText: (lines: Mention['lines']) => string): void;
  /** All profiles, sorted by what they are of. */
  profiles(): Profile[];
}

export function createCollector(source: string): ProfileCollector {
  const drafts = new Map<string, Draft>();
  const keyOf = keyedByName(identityKey);
  return {
    add(document, records, lineText) {
      const contexts = contextsOf(records);
      const name = `${source}/${document}`;
      const note = (mention: Mention, home: string | undefined): Draft => {
        const isPerson = mention.kind === 'person';
        const anchor = home ?? name;
        const key = keyOf(mention.kind, mention.name);
        const id = isPerson ? `person\0${key}\0${document}\0${anchor}` : `${mention.kind}\0${key}`;
        let draft = drafts.get(id);
        if (draft === undefined) {
          draft = newDraft(mention.kind, key, isPerson ? { document, anchor, context: contexts.get(anchor) } : {});
          drafts.set(id, draft);
        }
        draft.names.set(mention.name, (draft.names.get(mention.name) ?? 0) + 1);
        if (mention.surface !== mention.name) draft.surfaces.add(mention.surface);
        if (isPerson) draft.lines.add(mention.lines.first);
        if (draft.events.size < MOST_PLACES) draft.events.add(anchor);
        const acronyms = [...(mention.aliases ?? [])];
        if (mention.kind === 'organization' || mention.kind === 'project') {
          const introduced = introducedAcronym(lineText(mention.lines), mention.surface);
          if (introduced !== undefined) acronyms.push(introduced);
        }
        for (const acronym of acronyms) draft.acronyms.add(acronym);
        if (mention.within !== undefined) {
          note(mention.within, home);
          if (mention.within.kind === 'organization') draft.bodies.add(keyOf('organization', mention.within.name));
        }
        return draft;
      };
      const belongs = (person: Draft, affiliations: readonly Affiliation[], home: string | undefined): void => {
        for (const { role, organization } of affiliations) {
          if (role !== undefined) person.roles.add(fold(role));
          if (organization === undefined) continue;
          const body = note(organization, home);
          person.bodies.add(body.key);
          for (let within = organization.within; within !== undefined; within = within.within)
            if (within.kind === 'organization') person.bodies.add(keyOf('organization', within.name));
          if (person.kind === 'person' && body.roles.size < MOST_PLACES) body.roles.add(person.key);
        }
      };
      for (const record of records) {
        if (record.type === 'participation') belongs(note(record.actor, record.in), record.affiliations, record.in);
        else if (record.type === 'person') {
          const person = note(record.person, undefined);
          belongs(person, record.affiliations, undefined);
          for (const project of record.projects) person.projects.add(note(project, undefined).key);
        } else {
          const home = 'key' in record ? record.key : undefined;
          for (const mention of mentionsIn(record)) note(mention, home);
        }
      }
    },
    profiles: () =>
      [...drafts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, draft]) => finished(source, draft)),
  };
}

// --- internal ---

interface Draft {
  readonly kind: EntityKind;
  readonly key: string;
  readonly document?: string;
  readonly anchor?: string;
  readonly context?: RecordContext | undefined;
  readonly names: Map<string, number>;
  readonly surfaces: Set<string>;
  readonly acronyms: Set<string>;
  readonly lines: Set<number>;
  readonly bodies: Set<string>;
  readonly roles: Set<string>;
  readonly events: Set<string>;
  readonly projects: Set<string>;
}

const newDraft = (kind: EntityKind, key: string, where: Pick<Draft, 'document' | 'anchor' | 'context'>): Draft => ({
  ...{ kind, key, ...where, names: new Map<string, number>(), lines: new Set<number>() },
  ...{ surfaces: new Set<string>(), acronyms: new Set<string>(), bodies: new Set<string>() },
  ...{ roles: new Set<string>(), events: new Set<string>(), projects: new Set<string>() },
});

const sorted = (values: Iterable<string>): string[] => [...values].sort();

function finished(source: string, draft: Draft): Profile {
  const { kind, key, document, anchor, context, names, lines } = draft;
  for (const acronym of draft.acronyms) if (!names.has(acronym)) names.set(acronym, 0);
  return {
    kind,
    key,
    source,
    ...(document === undefined ? {} : { document }),
    ...(anchor === undefined ? {} : { anchor }),
    names: [...names].sort(([a], [b]) => (a < b ? -1 : 1)),
    surfaces: sorted(draft.surfaces),
    acronyms: sorted(draft.acronyms),
    lines: [...lines].sort((a, b) => a - b),
    bodies: sorted(draft.bodies),
    roles: sorted(draft.roles),
    events: sorted(draft.events),
    projects: sorted(draft.projects),
    ...(context?.span === undefined ? {} : { span: context.span }),
    ...(context?.place === undefined ? {} : { place: context.place }),
  };
}

/** Every mention in a record, places by what the text calls them. Records are plain data: one walk serves all types. */
function* mentionsIn(value: unknown, field = ''): Generator<Mention> {
  if (Array.isArray(value)) {
    for (const item of value) yield* mentionsIn(item, field);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (field === 'location') {
    const place = placeMention(value as Place);
    if (place !== undefined) yield place;
    return;
  }
  if (isMention(value)) {
    yield value;
    return;
  }
  for (const [key, part] of Object.entries(value)) yield* mentionsIn(part, key);
}

const isMention = (value: object): value is Mention => 'surface' in value && 'kind' in value && 'name' in value;

import type { ProjectKind } from '../../domain/project.ts';
import type { NamedBody } from '../bodies/body-list.ts';
import { makersBefore } from '../projects/maker.ts';
import { tokenFrom } from '../text/tokens.ts';
import type { Scanned } from './context.ts';
import { byApposition, byShape } from './project-appositions.ts';
import { initiated, organisedEvent } from './project-events.ts';
import { byItem } from './project-items.ts';
import { suchAs } from './project-lists.ts';
import type { Named } from './project-named.ts';
import { byAcronym, byNoun, byOwnNoun } from './project-nouns.ts';
import { carriersAfter, carriersBefore, ownerAfter } from './stewards.ts';
import type { Hints, Title } from './title.ts';

/** A thing that a text names, and what it says of it there. */
export interface Sighting {
  readonly text: Scanned;
  readonly title: Title;
  readonly as: 'project' | 'organization';
  readonly kind?: ProjectKind;
  /** Index of the noun that gives the kind. */
  readonly noun?: number;
  readonly carriers: readonly Carrier[];
  readonly rule: string;
}

/** Who carries it; `text` where another text than the sighting's says so. */
export interface Carrier extends NamedBody {
  readonly text?: Scanned;
}

/** The projects (services, programmes, events …) that a text names, with their kind and who carries them. */
export function sightingsIn(text: Scanned, hints: Hints): Sighting[] {
  const found: Named[] = [];
  for (let at = 0; at < text.tokens.length; at += 1) {
    const draft =
      suchAs(text, at, hints) ??
      initiated(text, at, hints) ??
      organisedEvent(text, at, hints) ??
      byItem(text, at) ??
      byAcronym(text, at) ??
      byNoun(text, at, hints) ??
      byOwnNoun(text, at, hints) ??
      byApposition(text, at, hints) ??
      byShape(text, at, hints);
    if (draft !== undefined) found.push(...draft);
  }
  const unique = withoutOverlaps(found);
  return unique.map((draft, at) => complete(text, draft, unique[at + 1]?.title.start ?? text.flat.length));
}

// --- internal ---

/** More telling readings come first. */
const RANK = [
  'project-initiated',
  'project-organised',
  'project-such-as',
  'project-item',
  'project-noun',
  'project-acronym',
  'project-apposition',
  'project-own-noun',
  'body-apposition',
  'project-carried',
  'project-shape',
];

function withoutOverlaps(drafts: readonly Named[]): Named[] {
  const ranked = [...drafts].sort(
    (a, b) => RANK.indexOf(a.rule) - RANK.indexOf(b.rule) || a.title.start - b.title.start,
  );
  const kept: Named[] = [];
  for (const draft of ranked) {
    const same = kept.findIndex(({ title }) => title.start < draft.title.end && draft.title.start < title.end);
    const before = kept[same];
    if (before === undefined) kept.push(draft);
    else if (before.kind === undefined && draft.kind !== undefined)
      kept[same] = { ...before, kind: draft.kind, ...(draft.noun === undefined ? {} : { noun: draft.noun }) };
  }
  return kept.sort((a, b) => a.title.start - b.title.start);
}

/** Offset after a name with its closing quote and acronym. */
export const endOf = (text: Scanned, { end, next }: Title): number => Math.max(end, text.tokens[next - 1]?.end ?? end);

function complete(text: Scanned, draft: Named, limit: number): Sighting {
  const { title, noun } = draft;
  const told = draft.carriers ?? [];
  const after = told.length > 0 ? told : carriersAfter(text, endOf(text, title), limit);
  const owner =
    after.length > 0 || noun === undefined || noun > tokenFrom(text.tokens, title.start)
      ? after
      : ownerAfter(text, title.next);
  const before = owner.length > 0 || noun === undefined ? owner : carriersBefore(text, noun);
  const carriers = before.length > 0 ? before : makerOf(text, noun ?? tokenFrom(text.tokens, title.start));
  return { text, ...draft, carriers };
}

/** `Y a suivi, dans le cadre de son programme X`: whose sentence it is, where the text says `son`, or who makes it. */
const makerOf = (text: Scanned, at: number): NamedBody[] =>
  makersBefore(text.flat, text.tokens, at).map((body) => {
    const start = Math.max(0, text.flat.lastIndexOf(body.surface, text.tokens[at]?.start ?? 0));
    return { body, start, end: start + body.surface.length };
  });

import type { Participation } from '../../domain/participation.ts';
import type { LooseMention } from '../../domain/record.ts';
import type { Scanned } from './context.ts';
import type { PagePeople } from './people.ts';
import { linesOf } from './text.ts';

/** Other places that print the name of someone who takes part: captions, later paragraphs. They add no participation. */
export function personMentions(texts: readonly Scanned[], { participations, spans }: PagePeople): LooseMention[] {
  const names = new Map(participations.map((one): [string, Participation] => [one.actor.surface, one]));
  const mentions: LooseMention[] = [];
  for (const text of texts) {
    const taken = spans.get(text) ?? [];
    for (const [surface, { actor }] of names) {
      for (let at = text.flat.indexOf(surface); at >= 0; at = text.flat.indexOf(surface, at + surface.length)) {
        const end = at + surface.length;
        const inside = /[\p{L}\p{N}-]/u.test(text.flat[at - 1] ?? '') || /[\p{L}\p{N}-]/u.test(text.flat[end] ?? '');
        if (inside || taken.some((span) => span.start < end && at < span.end)) continue;
        const evidence = { lines: linesOf(text, at, end), rule: 'person-again', grade: 'stated' } as const;
        mentions.push({ type: 'mention', mention: { kind: 'person', name: actor.name, surface, ...evidence } });
      }
    }
  }
  return mentions;
}

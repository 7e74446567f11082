import { type Context, thingLink } from '../context.ts';
import { dayText, momentOf, timeText } from '../dates.ts';
import { type Html, html } from '../html.ts';
import type { Thing } from '../things.ts';
import type { RelationGroup } from './relations.ts';

/** The dated things that a thing has to do with, day by day, oldest first. Undefined where there are fewer than two. */
export function timeline(context: Context, self: Thing, groups: readonly RelationGroup[]): Html | undefined {
  const dated = new Map<string, Thing>();
  for (const thing of groups.flatMap(({ relations }) => relations.flatMap(({ things }) => things))) {
    if (thing.iri !== self.iri && momentOf(thing.start ?? '') !== undefined) dated.set(thing.iri, thing);
  }
  if (dated.size < 2) return undefined;
  const days = new Map<string, Thing[]>();
  const sorted = [...dated.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const thing of sorted) {
    const day = (thing.start ?? '').slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), thing]);
  }
  const { t, language } = context;
  return html`<section class="timeline" aria-labelledby="timeline"><h2 id="timeline">${t('Chronologie', 'Timeline')}</h2><ol>${[
    ...days,
  ].map(
    ([day, things]) =>
      html`<li><h3><time datetime="${day}">${dayOf(day, language)}</time></h3><ul>${things.map(
        (thing) => html`<li>${timeOf(thing, language)}${thingLink(context, thing)}</li>`,
      )}</ul></li>\n`,
  )}</ol></section>`;
}

// --- internal ---

const keyOf = ({ start = '', name, iri }: Thing): string => `${start} ${name} ${iri}`;

function dayOf(day: string, language: Context['language']): string {
  const moment = momentOf(day);
  return moment === undefined ? day : dayText(moment, language);
}

function timeOf({ start = '' }: Thing, language: Context['language']): Html | undefined {
  const time = momentOf(start)?.time;
  return time === undefined ? undefined : html`<span class="hour">${timeText(time, language)}</span> `;
}

import { type Context, thingLink } from '../context.ts';
import { type Html, html } from '../html.ts';
import { KINDS } from '../kinds.ts';
import type { Thing } from '../things.ts';
import type { Relation } from './relations.ts';

/**
 * The thing and what it is tied to, as threads that lead to names: the more ties, the thicker. The names are a list of
 * links, so that nothing depends on seeing the drawing.
 */
export function neighbourhood(
  context: Context,
  self: Thing,
  relations: readonly Pick<Relation, 'things'>[],
): Html | undefined {
  const ties = new Map<string, { thing: Thing; weight: number }>();
  for (const { things } of relations) {
    for (const thing of things) {
      if (thing.iri === self.iri) continue;
      const tie = ties.get(thing.iri) ?? { thing, weight: 0 };
      tie.weight += 1;
      ties.set(thing.iri, tie);
    }
  }
  if (ties.size < 2) return undefined;
  const strongest = [...ties.values()]
    .sort((a, b) => b.weight - a.weight || (a.thing.iri < b.thing.iri ? -1 : 1))
    .slice(0, MOST);
  const shown = KINDS.flatMap((kind) => strongest.filter(({ thing }) => thing.kind === kind));
  const middle = (shown.length * ROW) / 2;
  const { t } = context;
  return html`<section class="neighbours" aria-labelledby="neighbours"><h2 id="neighbours">${t('Voisinage', 'Neighbourhood')}</h2>
<div class="fan" data-rows="${shown.length}"><p class="hub k-${self.kind}"><span${context.spoken}>${self.name}</span></p>
<svg aria-hidden="true" viewBox="0 0 100 ${shown.length * ROW}" preserveAspectRatio="none">${shown.map(
    ({ thing, weight }, i) => {
      const y = i * ROW + ROW / 2;
      return html`<path class="k-${thing.kind} w${Math.min(weight, 4)}" d="M0 ${middle}C55 ${middle} 45 ${y} 100 ${y}" />`;
    },
  )}</svg>
<ul>${shown.map(({ thing, weight }) => html`<li title="${thing.name}">${thingLink(context, thing)}${weight > 1 && html` <span class="n">${weight}<span class="unseen"> ${t('liens', 'ties')}</span></span>`}</li>`)}</ul></div>
${ties.size > shown.length && html`<p class="note">${t(`Les ${shown.length} liens les plus forts sur ${ties.size}.`, `The ${shown.length} strongest ties of ${ties.size}.`)}</p>`}</section>`;
}

// --- internal ---

const MOST = 24;
const ROW = 10;

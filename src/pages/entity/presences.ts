import { iriToken } from '../../map/nquads.ts';
import { mlg, org, schema } from '../../map/vocab.ts';
import { type Context, numberText, thingLink } from '../context.ts';
import { type Html, html } from '../html.ts';
import { selectRows } from '../rows.ts';
import type { Thing } from '../things.ts';

export interface Presences {
  readonly lists: readonly Html[];
  /** One for each actor and session. */
  readonly ties: readonly { readonly things: readonly Thing[] }[];
}

/** Who is most present in an event's sessions: organisations and people, with how many sessions each. */
export async function presences(context: Context, event: Thing): Promise<Presences> {
  const counts = new Map<string, Set<string>>();
  const query = PRESENCES.replaceAll('?_event', () => iriToken(event.iri));
  for (const { actor, session } of await selectRows(context.site.store, query)) {
    if (actor === undefined || session === undefined) continue;
    counts.set(actor.value, (counts.get(actor.value) ?? new Set()).add(session.value));
  }
  const { t } = context;
  const lists = [
    actorList(context, counts, 'organization', t('Organisations présentes', 'Organisations present')),
    actorList(context, counts, 'person', t('Personnes présentes', 'People present')),
  ].filter((list) => list !== undefined);
  const ties = [...counts].flatMap(([iri, sessions]) => {
    const thing = context.things.get(iri);
    return thing === undefined ? [] : [...sessions].map(() => ({ things: [thing] }));
  });
  return { lists, ties };
}

// --- internal ---

const AT_ONCE = 15;
const MOST = 400;

const PRESENCES = `SELECT DISTINCT ?actor ?session WHERE {
  ?session <${schema.superEvent}> ?_event . ?p <${mlg.inEvent}> ?session .
  { ?p <${mlg.participant}> ?actor } UNION { ?p <${mlg.as}> ?m . ?m <${org.organization}> ?actor }
}`;

function actorList(
  context: Context,
  counts: ReadonlyMap<string, ReadonlySet<string>>,
  kind: Thing['kind'],
  title: string,
): Html | undefined {
  const actors = [...counts]
    .flatMap(([iri, sessions]) => {
      const thing = context.things.get(iri);
      return thing?.kind === kind ? [{ thing, count: sessions.size }] : [];
    })
    .sort((a, b) => b.count - a.count || (a.thing.name < b.thing.name ? -1 : 1));
  if (actors.length === 0) return undefined;
  const items = actors
    .slice(0, MOST)
    .map(
      ({ thing, count }) =>
        html`<li>${thingLink(context, thing)} <span class="when">${count} ${context.kind('session', count)}</span></li>\n`,
    );
  const rest = items.slice(AT_ONCE);
  return html`<section class="relations" aria-labelledby="present-${kind}"><h2 id="present-${kind}">${title} <span class="count">${numberText(actors.length, context.language)}</span></h2><ul class="two">${items.slice(0, AT_ONCE)}</ul>${
    rest.length > 0 &&
    html`<details class="more"><summary>${context.t(`Afficher les ${rest.length} suivantes`, `Show ${rest.length} more`)}</summary><ul class="two">${rest}</ul></details>`
  }</section>`;
}

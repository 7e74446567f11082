import { mlg, org, schema } from '../map/vocab.ts';
import { type Context, thingLink } from './context.ts';
import { type Html, html } from './html.ts';
import { selectRows } from './rows.ts';
import type { Thing } from './things.ts';

/**
 * Organisations as threads across sessions in order of time: a knot wherever one takes part. It shows at a glance who is
 * present, when, and who meets. Undefined where there is too little to weave.
 */
export async function weave(context: Context): Promise<Html | undefined> {
  const { t, things, site, language } = context;
  const presences = new Map<string, Set<string>>();
  for (const { organization, session } of await selectRows(site.store, PRESENCES)) {
    if (organization === undefined || session === undefined || things.get(session.value)?.start === undefined) continue;
    presences.set(organization.value, (presences.get(organization.value) ?? new Set()).add(session.value));
  }
  const threads = [...presences]
    .flatMap(([iri, sessions]) => {
      const thing = things.get(iri);
      return thing === undefined || sessions.size < 2 ? [] : [{ thing, sessions }];
    })
    .sort((a, b) => b.sessions.size - a.sessions.size || (a.thing.iri < b.thing.iri ? -1 : 1))
    .slice(0, THREADS);
  const columns = columnsOf(context, new Set(threads.flatMap(({ sessions }) => [...sessions])));
  if (threads.length < 3 || columns.length < 4) return undefined;
  const width = columns.length * STEP;
  return html`<section class="weave" aria-labelledby="weave"><h2 id="weave">${t('La trame', 'The weave')}</h2>
<p class="note">${t('Chaque fil est une organisation, chaque colonne une session, dans l’ordre du temps ; un nœud, une présence.', 'Each thread is an organisation, each column a session, in order of time; a knot, a presence.')}</p>
<ol>${threads.map(
    ({ thing, sessions }) =>
      html`<li>${thingLink(context, thing)}<svg aria-hidden="true" viewBox="0 0 ${width} ${STEP}" preserveAspectRatio="none"><path d="M0 ${STEP / 2}H${width}" />${columns.map(
        (column, i) => {
          const x = i * STEP + STEP / 2;
          return html`<path class="warp" d="M${x} 0V${STEP}" />${sessions.has(column.iri) && html`<path class="knot" d="M${x} ${STEP / 2}h.01" />`}`;
        },
      )}</svg><span class="n">${sessions.size}<span class="unseen"> ${context.kind('session', sessions.size)}</span></span></li>\n`,
  )}</ol><p class="note axis"><span>${columns[0]?.start?.slice(0, 4)}</span><span>${columns.at(-1)?.start?.slice(0, 4)}</span></p><p class="note"><a href="${context.page('queries/organizations-by-sessions')}">${language === 'fr' ? 'Toutes les organisations' : 'All organisations'}</a></p></section>`;
}

// --- internal ---

const THREADS = 12;
const STEP = 10;
/** More columns than that are no longer seen. */
const MOST_COLUMNS = 160;

const PRESENCES = `SELECT DISTINCT ?organization ?session WHERE {
  ?p <${mlg.inEvent}> ?session .
  { ?p <${mlg.participant}> ?organization } UNION { ?p <${mlg.as}> ?m . ?m <${org.organization}> ?organization }
  ?organization a <${schema.Organization}> .
}`;

function columnsOf({ things }: Context, sessions: ReadonlySet<string>): Thing[] {
  const dated = [...sessions].flatMap((iri) => things.get(iri) ?? []);
  const keyOf = ({ start = '', iri }: Thing) => `${start} ${iri}`;
  return dated.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, MOST_COLUMNS);
}

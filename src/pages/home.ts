import { mlg, org, schema } from '../map/vocab.ts';
import { type Context, numberText, thingLink } from './context.ts';
import { spanText } from './dates.ts';
import { type Html, html, outward } from './html.ts';
import { KINDS } from './kinds.ts';
import { layout } from './layout.ts';
import { selectRows } from './rows.ts';
import { searchBox } from './search-box.ts';
import type { Thing } from './things.ts';
import { weave } from './weave.ts';

/** What this graph holds, and ways in for each kind of user. */
export async function homePage(context: Context): Promise<string> {
  const { site, t } = context;
  const events = await readEvents(context);
  const body = html`<section class="hero">
<h1${context.spoken}>${site.title}</h1>
<p class="lead"${site.description !== undefined && context.spoken}>${site.description ?? t('Qui fait quoi, avec qui, au nom de qui — et où c’est écrit. Un graphe de connaissances ouvert, tiré de pages et de programmes, où chaque fait montre sa source.', 'Who does what, with whom, on whose behalf — and where it is written. An open knowledge graph drawn from pages and programmes, in which every fact shows its source.')}</p>
${searchBox(context)}
</section>
<section class="counts" aria-labelledby="counts"><h2 id="counts">${t('Ce que contient le graphe', 'What the graph holds')}</h2>
<ul>${counts(context)}</ul></section>
${await weave(context)}
<section class="events"><h2 id="events">${t('Les événements', 'The events')}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="events"><table class="plain"><thead><tr><th scope="col">${t('Événement', 'Event')}</th><th scope="col">${t('Date', 'Date')}</th><th scope="col" class="n">${t('Sessions', 'Sessions')}</th><th scope="col" class="n">${t('Personnes', 'People')}</th><th scope="col" class="n">${t('Organisations', 'Organisations')}</th><th scope="col"><span class="unseen">${t('Programme', 'Programme')}</span></th></tr></thead>
<tbody>${events.map((event) => eventRow(context, event))}</tbody></table></div></section>
<section class="ways" aria-labelledby="ways"><h2 id="ways">${t('Par où commencer', 'Where to begin')}</h2>
<div class="grounds">${ways(context)}</div></section>
<section class="license" aria-labelledby="license"><h2 id="license">${t('Libre de réutilisation', 'Free to reuse')}</h2>
<p>${license(context)} ${t('Le graphe entier se télécharge en Turtle, N-Quads, TriG, JSON-LD et RDF/XML, et en tableaux CSV.', 'The whole graph can be downloaded as Turtle, N-Quads, TriG, JSON-LD and RDF/XML, and as CSV tables.')}</p>
<p><a class="button" href="${context.page('data')}">${t('Télécharger les données', 'Download the data')}</a></p></section>`;
  return layout(context, {
    description:
      site.description ??
      t(
        'Graphe de connaissances ouvert : événements, sessions, personnes, organisations, projets, avec leurs sources.',
        'Open knowledge graph: events, sessions, people, organisations, projects, with their sources.',
      ),
    body,
    bodyClass: 'home',
    formats: [['text/turtle', 'catalog.ttl']],
  });
}

// --- internal ---

const MOST_EVENTS = 30;

interface EventCounts {
  readonly event: Thing;
  readonly sessions: number;
  readonly people: number;
  readonly organizations: number;
}

const COUNTS = `SELECT ?event (COUNT(DISTINCT ?person) AS ?people) (COUNT(DISTINCT ?organization) AS ?organizations) WHERE {
  ?event a <${schema.Event}> .
  { ?p <${mlg.inEvent}> ?event } UNION { ?in <${schema.superEvent}> ?event . ?p <${mlg.inEvent}> ?in }
  { ?p <${mlg.participant}> ?actor } UNION { ?p <${mlg.as}> ?m . ?m <${org.organization}> ?actor }
  OPTIONAL { ?actor a <${schema.Person}> BIND(?actor AS ?person) }
  OPTIONAL { ?actor a <${schema.Organization}> BIND(?actor AS ?organization) }
} GROUP BY ?event`;

async function readEvents({ site, things, parts }: Context): Promise<EventCounts[]> {
  const counts = new Map<string, { people: number; organizations: number }>();
  for (const { event, people, organizations } of await selectRows(site.store, COUNTS)) {
    counts.set(event?.value ?? '', {
      people: Number(people?.value ?? 0),
      organizations: Number(organizations?.value ?? 0),
    });
  }
  return [...things.values()]
    .filter(({ kind }) => kind === 'event')
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1))
    .slice(0, MOST_EVENTS)
    .map((event) => ({
      event,
      sessions: parts.get(event.iri) ?? 0,
      ...(counts.get(event.iri) ?? { people: 0, organizations: 0 }),
    }));
}

function counts(context: Context): Html[] {
  const all = [...context.things.values()];
  return KINDS.flatMap((kind) => {
    const count = all.filter((thing) => thing.kind === kind).length;
    if (count === 0) return [];
    return [
      html`<li><a class="k-${kind}" href="${context.page('search')}?kind=${kind}"><strong>${numberText(count, context.language)}</strong> <span>${context.kind(kind, count)}</span></a></li>\n`,
    ];
  });
}

function eventRow(context: Context, { event, sessions, people, organizations }: EventCounts): Html {
  const number = (value: number) =>
    value === 0 ? html`<td class="n none">–</td>` : html`<td class="n">${numberText(value, context.language)}</td>`;
  return html`<tr><th scope="row">${thingLink(context, event)}</th><td>${event.start !== undefined && spanText(event.start, event.end, context.language)}</td>${number(sessions)}${number(people)}${number(organizations)}<td>${
    sessions > 0 &&
    html`<a href="${context.page(`programme/${event.slug}`)}" aria-label="${context.t('Programme de', 'Programme of')} ${event.name}">${context.t('Programme', 'Programme')}</a>`
  }</td></tr>\n`;
}

function ways(context: Context): Html[] {
  const { t, page, site } = context;
  const query = (name: string): readonly [string, string] | undefined => {
    const saved = site.queries.find((candidate) => candidate.name === name);
    return saved === undefined
      ? undefined
      : [`queries/${name}`, (context.language === 'fr' ? saved.summaryFr : undefined) ?? saved.summary];
  };
  const groups: readonly (readonly [string, string, readonly (readonly [string, string] | undefined)[]])[] = [
    [
      t('Citoyens et journalistes', 'Citizens and journalists'),
      t('Trouver qui a dit quoi, où, et sur quels projets.', 'Find who said what, where, and about which projects.'),
      [query('sessions-about'), query('project-stewards'), query('presented')],
    ],
    [
      t('Analystes', 'Analysts'),
      t('Suivre les liens entre personnes et organisations.', 'Follow the ties between people and organisations.'),
      [
        ['network', t('Le réseau des acteurs', 'The network of actors')],
        query('co-participation'),
        query('linked-organizations'),
      ],
    ],
    [
      t('Recherche', 'Researchers'),
      t('Interroger le graphe, vérifier chaque fait à sa source.', 'Ask the graph, check each fact at its source.'),
      [
        ['sparql', t('L’éditeur SPARQL', 'The SPARQL editor')],
        ['ontology', t('Le vocabulaire', 'The vocabulary')],
        ['quality', t('La qualité de la lecture', 'How well sources are read')],
      ],
    ],
    [
      t('Producteurs de données', 'Data publishers'),
      t('Reprendre le graphe, tel quel, sur un portail.', 'Take the graph, as it is, to a portal.'),
      [
        ['data', t('Fichiers, tables, catalogue', 'Files, tables, catalogue')],
        query('sources'),
        ['ontology', t('Formes SHACL et contexte JSON-LD', 'SHACL shapes and JSON-LD context')],
      ],
    ],
  ];
  return groups.map(
    ([title, text, links]) =>
      html`<section><h3>${title}</h3><p>${text}</p><ul>${links.map((link) => link !== undefined && html`<li><a href="${page(link[0])}">${link[1]}</a></li>`)}</ul></section>\n`,
  );
}

function license({ site, t }: Context): Html {
  const url = site.license === undefined ? undefined : outward(site.license);
  if (url === undefined)
    return html`${t('La licence des données n’est pas précisée.', 'The licence of the data is not stated.')}`;
  return html`${t('Données sous', 'Data under')} <a rel="license" href="${url}">${url.replace(/^https?:\/\/(?:www\.)?/, '')}</a>.`;
}

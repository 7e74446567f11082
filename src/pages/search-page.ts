import { words } from '../search/normalise.ts';
import { type Context, numberText, thingLink } from './context.ts';
import { spanText } from './dates.ts';
import { type Html, html } from './html.ts';
import { isKind, KINDS, type Kind } from './kinds.ts';
import { layout } from './layout.ts';
import { searchBox } from './search-box.ts';
import type { Thing } from './things.ts';

/** Search over everything; without words, an index of everything by kind. */
export async function searchPage(context: Context, parameters: URLSearchParams): Promise<string> {
  const { t, language } = context;
  const query = (parameters.get('q') ?? '').slice(0, 200).trim();
  const asked = parameters.get('kind') ?? undefined;
  const kind = isKind(asked) ? asked : undefined;
  const all = [...context.things.values()];
  const found =
    query === '' ? all.filter((thing) => kind === undefined || thing.kind === kind) : await find(context, query, kind);
  const body = html`<h1>${t('Explorer', 'Explore')}</h1>
${searchBox(context, query)}
<nav class="kinds" aria-label="${t('Par nature', 'By kind')}"><ul>${kindLinks(context, query, kind)}</ul></nav>
<div data-results data-kind="${kind ?? ''}">${
    query === ''
      ? KINDS.map((one) => kindSection(context, one, found))
      : html`<h2>${found.length === MOST ? t(`Les ${MOST} premiers résultats`, `The first ${MOST} results`) : `${numberText(found.length, language)} ${found.length > 1 ? t('résultats', 'results') : t('résultat', 'result')}`}</h2><ul class="results">${found.map((thing) => hit(context, thing))}</ul>`
  }</div>`;
  return layout(context, {
    title: query === '' ? t('Explorer', 'Explore') : `${query} · ${t('Explorer', 'Explore')}`,
    description: t(
      'Chercher et parcourir tout ce que contient le graphe.',
      'Search and browse all that the graph holds.',
    ),
    body,
    menu: 'search',
  });
}

// --- internal ---

/** Found things that are shown, and things of a kind in the index. */
const MOST = 200;
const MOST_OF_A_KIND = 400;

async function find(context: Context, query: string, kind: Kind | undefined): Promise<Thing[]> {
  const index = await context.search();
  const hits = index.find(query, { limit: MOST, ...(kind === undefined ? {} : { kinds: [kind] }) });
  return hits.flatMap(({ path }) => context.things.get(`${context.site.base}id/${path.slice('doc/'.length)}`) ?? []);
}

function kindLinks(context: Context, query: string, current: Kind | undefined): Html[] {
  const { t, page } = context;
  const link = (kind: Kind | undefined, label: string) => {
    const parameters = new URLSearchParams({
      ...(query === '' ? {} : { q: query }),
      ...(kind === undefined ? {} : { kind }),
    }).toString();
    const href = `${page('search')}${parameters === '' ? '' : `?${parameters}`}${kind === undefined || query !== '' ? '' : `#kind-${kind}`}`;
    return html`<li><a class="chip k-${kind ?? 'all'}" href="${href}" data-kind-link="${kind ?? ''}"${kind === current && html` aria-current="true"`}>${label}</a></li>`;
  };
  const present = KINDS.filter((kind) => [...context.things.values()].some((thing) => thing.kind === kind));
  return [link(undefined, t('tout', 'everything')), ...present.map((kind) => link(kind, context.kind(kind, 2)))];
}

function kindSection(context: Context, kind: Kind, things: readonly Thing[]): Html | undefined {
  const mine = things.filter((thing) => thing.kind === kind).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  if (mine.length === 0) return undefined;
  return html`<section class="index k-${kind}" id="kind-${kind}" data-of-kind="${kind}"><h2>${context.kind(kind, 2)} <span class="count">${numberText(mine.length, context.language)}</span></h2>
<ul>${mine.slice(0, MOST_OF_A_KIND).map((thing) => html`<li>${thingLink(context, thing)}${thing.start !== undefined && kind === 'event' && html` <span class="when">${spanText(thing.start, thing.end, context.language)}</span>`}</li>\n`)}</ul>${tooMany(context, mine.length, MOST_OF_A_KIND)}</section>`;
}

const keyOf = ({ name, iri }: Thing): string => `${words(name).join(' ')} ${iri}`;

function hit(context: Context, thing: Thing): Html {
  return html`<li>${thingLink(context, thing)} <small class="k-${thing.kind}">${context.kind(thing.kind)}</small>${thing.start !== undefined && html` <span class="when">${spanText(thing.start, thing.end, context.language)}</span>`}</li>\n`;
}

function tooMany({ t }: Context, count: number, most: number): Html | undefined {
  if (count <= most) return undefined;
  return html`<p class="note">${t(`Et ${count - most} autres : précisez par quelques mots.`, `And ${count - most} more: narrow it down with a few words.`)}</p>`;
}

import { networkOf } from '../network/filter.ts';
import { measure } from '../network/measures.ts';
import type { Network } from '../network/network.ts';
import { readPresences } from '../network/presences.ts';
import { type Context, joined, thingLink } from './context.ts';
import { dataBlock, type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { notationsOf } from './result/notations.ts';

/** The network of actors: drawn by `network.js`, which finds its place here. Without script, the questions that say the same. */
export async function networkPage(context: Context): Promise<string> {
  const { t, page, site } = context;
  const network = networkOf(await readPresences(site.store, site.queries), 'organizations');
  const body = html`<h1>${t('Le réseau des acteurs', 'The network of actors')}</h1>
<p class="lead">${t('Qui rencontre qui : chaque trait est une ou plusieurs occasions partagées, et s’ouvre sur les sessions et les lignes qui le disent.', 'Who meets whom: each line is one or more shared occasions, and opens on the sessions and the lines that say so.')}</p>
<div data-network data-language="${context.language}" data-views="${context.href('network/')}" data-doc="${context.href('doc/')}"><noscript><p class="note">${t('Le dessin du réseau demande JavaScript. Les mêmes liens se lisent en tableaux :', 'Drawing the network takes JavaScript. The same ties can be read as tables:')} <a href="${page('queries/co-participation')}">${t('qui prend part à des sessions ensemble', 'who takes part in sessions together')}</a>, <a href="${page('queries/linked-organizations')}">${t('quelles organisations se rencontrent', 'which organisations meet')}</a>.</p></noscript></div>
${dataBlock('application/json', notationsOf(context, ['format']), 'notations')}
${central(context, network)}
${strongest(context, network)}`;
  return layout(context, {
    title: t('Réseau', 'Network'),
    description: t(
      'Personnes, organisations et projets, et ce qui les lie.',
      'People, organisations and projects, and what ties them.',
    ),
    body,
    menu: 'network',
    wide: true,
    bodyClass: 'network',
    scripts: ['network.js'],
    styles: ['network-style.css'],
  });
}

// --- internal ---

const MOST = 25;
/** Occasions that stand behind one tie. */
const MOST_OCCASIONS = 6;

/** An actor or occasion: a link where it has a page. */
function named(context: Context, id: string, name: string): Html {
  const thing = context.things.get(id);
  return thing === undefined ? html`${name}` : thingLink(context, thing);
}

/** Who ties organisations together, to be read without script. */
function central(context: Context, network: Network): Html {
  const { t, language } = context;
  const measures = measure(network);
  const best = network.nodes
    .map(({ id, name }, i) => ({ id, name, degree: measures.degree[i] ?? 0, between: measures.betweenness[i] ?? 0 }))
    .sort((a, b) => b.between - a.between || b.degree - a.degree)
    .slice(0, MOST);
  const share = (value: number) => (language === 'fr' ? value.toFixed(4).replace('.', ',') : value.toFixed(4));
  return html`<section><h2 id="central">${t('Les organisations qui relient les autres', 'Organisations that tie others together')}</h2>
<p class="note">${t('Par intermédiarité : la part des plus courts chemins entre deux autres qui passent par elle. Le degré compte celles avec qui elle partage une session.', 'By betweenness: the share of shortest paths between two others that lead over it. The degree counts those with whom it shares a session.')}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="central"><table><thead><tr><th scope="col">${t('Organisation', 'Organisation')}</th><th scope="col" class="n">${t('Degré', 'Degree')}</th><th scope="col" class="n">${t('Intermédiarité', 'Betweenness')}</th></tr></thead>
<tbody>${best.map(({ id, name, degree, between }) => html`<tr><th scope="row">${named(context, id, name)}</th><td class="n">${degree}</td><td class="n">${share(between)}</td></tr>\n`)}</tbody></table></div></section>`;
}

/** The strongest ties with what stands behind them, to be read without script. */
function strongest(context: Context, { nodes, edges, occasions }: Network): Html | undefined {
  const { t } = context;
  const best = [...edges].sort((a, b) => b.weight - a.weight).slice(0, MOST);
  if (best.length === 0) return undefined;
  return html`<section><h2 id="strongest">${t('Les liens les plus forts', 'The strongest ties')}</h2>
<p class="note">${t('Deux organisations sont liées par chaque session, point d’ordre du jour ou événement où toutes deux sont présentes.', 'Two organisations are tied by each session, agenda item or event in which both are present.')}</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="strongest"><table><thead><tr><th scope="col">${t('Organisations', 'Organisations')}</th><th scope="col" class="n">${t('Occasions', 'Occasions')}</th><th scope="col">${t('Où elles se rencontrent', 'Where they meet')}</th></tr></thead>
<tbody>${best.map((tie) => {
    const [a, b] = [nodes[tie.source], nodes[tie.target]];
    if (a === undefined || b === undefined) return undefined;
    const behind = tie.occasions.slice(0, MOST_OCCASIONS).flatMap((at) => occasions[at] ?? []);
    const rest = tie.occasions.length - behind.length;
    return html`<tr><th scope="row">${named(context, a.id, a.name)} — ${named(context, b.id, b.name)}</th><td class="n">${tie.occasions.length}</td><td>${joined(
      behind.map(({ id, title }) => named(context, id, title)),
      ' · ',
    )}${rest > 0 && ` + ${rest}`}</td></tr>\n`;
  })}</tbody></table></div></section>`;
}

import { networkOf } from '../network/filter.ts';
import { measure } from '../network/measures.ts';
import { readPresences } from '../network/presences.ts';
import { type Context, thingLink } from './context.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

/** The network of actors: drawn by `network.js`, which finds its place here. Without script, the questions that say the same. */
export async function networkPage(context: Context): Promise<string> {
  const { t, page } = context;
  const body = html`<h1>${t('Le réseau des acteurs', 'The network of actors')}</h1>
<div data-network data-language="${context.language}" data-views="${context.href('network/')}" data-doc="${context.href('doc/')}"><noscript><p class="note">${t('Le dessin du réseau demande JavaScript. Les mêmes liens se lisent en tableaux :', 'Drawing the network takes JavaScript. The same ties can be read as tables:')} <a href="${page('queries/co-participation')}">${t('qui prend part à des sessions ensemble', 'who takes part in sessions together')}</a>, <a href="${page('queries/linked-organizations')}">${t('quelles organisations se rencontrent', 'which organisations meet')}</a>.</p></noscript></div>
${await central(context)}`;
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

/** Who ties organisations together, to be read without script. */
async function central(context: Context): Promise<Html> {
  const { t, site, things } = context;
  const network = networkOf(await readPresences(site.store, site.queries), 'organizations');
  const measures = measure(network);
  const best = network.nodes
    .map(({ id, name }, i) => ({ id, name, degree: measures.degree[i] ?? 0, between: measures.betweenness[i] ?? 0 }))
    .sort((a, b) => b.between - a.between || b.degree - a.degree)
    .slice(0, MOST);
  return html`<section aria-labelledby="central"><h2 id="central">${t('Les organisations qui relient les autres', 'Organisations that tie others together')}</h2>
<p class="note">${t('Par intermédiarité : la part des plus courts chemins entre deux autres qui passent par elle. Le degré compte celles avec qui elle partage une session.', 'By betweenness: the share of shortest paths between two others that lead over it. The degree counts those with whom it shares a session.')}</p>
<table><thead><tr><th scope="col">${t('Organisation', 'Organisation')}</th><th scope="col">${t('Degré', 'Degree')}</th><th scope="col">${t('Intermédiarité', 'Betweenness')}</th></tr></thead>
<tbody>${best.map(({ id, name, degree, between }) => {
    const thing = things.get(id);
    return html`<tr><td>${thing === undefined ? name : thingLink(context, thing)}</td><td>${degree}</td><td>${between.toFixed(4)}</td></tr>\n`;
  })}</tbody></table></section>`;
}

import type { Context } from './context.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** The network of actors: drawn by `network.js`, which finds its place here. Without script, the questions that say the same. */
export async function networkPage(context: Context): Promise<string> {
  const { t, page } = context;
  const body = html`<h1>${t('Le réseau des acteurs', 'The network of actors')}</h1>
<div data-network data-language="${context.language}" data-views="${context.href('network/')}" data-doc="${context.href('doc/')}"><noscript><p class="note">${t('Le dessin du réseau demande JavaScript. Les mêmes liens se lisent en tableaux :', 'Drawing the network takes JavaScript. The same ties can be read as tables:')} <a href="${page('queries/co-participation')}">${t('qui prend part à des sessions ensemble', 'who takes part in sessions together')}</a>, <a href="${page('queries/linked-organizations')}">${t('quelles organisations se rencontrent', 'which organisations meet')}</a>.</p></noscript></div>`;
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
    styles: ['network.css'],
  });
}

import type { Actor, Network, Presence } from '../../network/network.ts';
import type { Path } from '../../network/path.ts';
import { spanText } from '../../pages/dates.ts';
import { element, language, pageHref, spoken, t } from '../page-data.ts';
import { figure, formatText, OCCASION_WORDS } from './words.ts';

/** A link to the page of a thing of this graph; its name alone for what has none. */
export function thingLink(iri: string, name: string): HTMLElement {
  const path = /\/id\/([a-z-]+\/[A-Za-z0-9%._~-]+)$/.exec(iri)?.[1];
  if (path === undefined) return element('span', spoken, name);
  return element('a', { href: pageHref(`doc/${path}`), class: `thing k-${path.split('/')[0]}`, ...spoken }, name);
}

/** What stands behind a tie: each occasion, and for both ends the passage that says they were there. */
export function tieDetails(network: Network, edge: number): HTMLElement {
  const tie = network.edges[edge];
  const [a, b] = [network.nodes[tie?.source ?? -1], network.nodes[tie?.target ?? -1]];
  if (tie === undefined || a === undefined || b === undefined) return element('div');
  const items = tie.occasions.map((at) => {
    const occasion = network.occasions[at];
    if (occasion === undefined) return element('li');
    const facts = [
      OCCASION_WORDS[occasion.type](),
      occasion.format === undefined ? undefined : formatText(occasion.format),
      occasion.start === undefined ? undefined : spanText(occasion.start, undefined, language),
      occasion.eventName,
    ].filter((fact) => fact !== undefined);
    return element(
      'li',
      {},
      thingLink(occasion.id, occasion.title),
      element('p', { class: 'note' }, facts.join(' · ')),
      element('ul', {}, ...[a, b].flatMap((actor) => present(actor, at))),
    );
  });
  return element(
    'section',
    { class: 'tie' },
    element('h3', {}, thingLink(a.id, a.name), ' — ', thingLink(b.id, b.name)),
    element(
      'p',
      {},
      `${items.length} ${items.length > 1 ? 'occasions' : 'occasion'}, ${t('poids', 'weight')} ${figure(tie.weight)}`,
    ),
    element('ol', {}, ...items),
  );
}

/** Ways from one actor to another, each tie with what stands behind it. */
export function pathDetails(network: Network, paths: readonly Path[]): HTMLElement {
  if (paths.length === 0) {
    return element('p', {}, t('Rien ne les relie dans cette vue.', 'Nothing connects them in this view.'));
  }
  return element(
    'div',
    {},
    ...paths.map(({ nodes, edges }, i) => {
      const summary = element('summary', {}, nodes.map((at) => network.nodes[at]?.name ?? '').join(' → '));
      const details = element('details', i === 0 ? { open: '' } : {}, summary);
      details.append(...edges.map((edge) => tieDetails(network, edge)));
      return details;
    }),
  );
}

// --- internal ---

function present(actor: Actor, occasion: number): HTMLElement[] {
  const here = actor.presences.filter((presence) => presence.occasion === occasion);
  return here.map((presence) =>
    element('li', {}, actor.name, through(presence), element('code', {}, `${presence.source}:${presence.line}`)),
  );
}

function through({ via, viaName }: Presence): Node {
  const part = document.createDocumentFragment();
  if (via === undefined) part.append(' — ');
  else part.append(t(', par ', ', through '), thingLink(via, viaName ?? ''), ' — ');
  return part;
}

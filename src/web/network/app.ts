import { narrow } from '../../network/filter.ts';
import type { Measures } from '../../network/measures.ts';
import type { Network } from '../../network/network.ts';
import { shortestPaths } from '../../network/path.ts';
import type { NetworkFile } from '../../network/write/json.ts';
import { element, href, t } from '../page-data.ts';
import { COMMUNITIES, communityColor, kindColor } from './colors.ts';
import { controls, finder, showNames } from './controls.ts';
import { pathDetails, thingLink, tieDetails } from './details.ts';
import { lists } from './lists.ts';
import { createMeasuring } from './measuring.ts';
import { createPicture, type Look } from './picture.ts';
import { download, SAVERS } from './save.ts';
import { readState, type State, startOf, writeState } from './state.ts';
import { figure, KIND_WORDS } from './words.ts';

/** The network page at work in its place: state in the address, a picture, what is chosen, and the same as tables. */
export async function startNetwork(root: HTMLElement): Promise<void> {
  const part = (name: string) => element('div', { class: name });
  const [forms, find, stage, legend, savers, details, tables] = [
    part('forms'),
    part('find'),
    part('stage'),
    part('legend'),
    part('savers'),
    part('details'),
    part('tables'),
  ] as const;
  const status = element('p', { role: 'status', class: 'note' });
  stage.setAttribute('aria-hidden', 'true');
  details.setAttribute('aria-live', 'polite');
  const chosen = element('h2', { class: 'unseen' }, t('Ce qui est choisi', 'What is chosen'));
  const side = element('div', {}, chosen, details);
  root.replaceChildren(forms, find, status, element('div', { class: 'split' }, stage, side), legend, savers, tables);
  const measureNetwork = createMeasuring();
  let state = readState(location.hash);
  let file = await load(state);
  let network: Network = file;
  let measures: Measures = measuresOf(file);
  let look: Look = { sizes: [], colors: [] };
  const picture = createPicture(stage, {
    node: (i) => change({ focus: network.nodes[i]?.id ?? '', to: '' }),
    edge: (i) => openTie(i),
    nothing: () => change({ focus: '', to: '' }),
  });
  const placeOf = () => {
    const places = new Map(file.nodes.map(({ id, x, y }) => [id, { x, y }]));
    return (id: string) => places.get(id) ?? { x: 0, y: 0 };
  };

  const change = (next: Partial<State>): void => {
    const before = state;
    state = { ...state, ...next };
    if (state.view !== before.view) state = { ...startOf(state.view), weighting: state.weighting, size: state.size };
    history.replaceState(null, '', writeState(state));
    void update(before);
  };
  addEventListener('hashchange', () => {
    const before = state;
    state = readState(location.hash);
    void update(before);
  });

  function openTie(edge: number): void {
    const tie = network.edges[edge];
    if (tie === undefined) return;
    paint({ nodes: new Set([tie.source, tie.target]), edges: new Set([edge]) });
    details.replaceChildren(tieDetails(network, edge));
  }

  const kinds = () => [...new Set(network.nodes.map(({ kind }) => kind))];

  function paint(lit?: Look['lit']): void {
    const most = measures[state.size].reduce((a, b) => Math.max(a, b), 0) || 1;
    // Many nodes, or a small screen, make smaller ones, not to cover each other.
    const room = (stage.clientWidth * stage.clientHeight) / Math.max(1, network.nodes.length);
    const unit = Math.min(1, Math.max(0.3, Math.sqrt(room / ROOM)));
    const ofKind = new Map(kinds().map((kind) => [kind, kindColor(kind)]));
    look = {
      sizes: measures[state.size].map((value) => unit * (3 + 14 * Math.sqrt(value / most))),
      colors: network.nodes.map(({ kind }, i) =>
        state.color === 'kind' ? (ofKind.get(kind) ?? '') : communityColor(measures.community[i] ?? 0),
      ),
      ...(lit === undefined ? {} : { lit }),
    };
    picture.show(look);
  }

  function focus(): void {
    const at = network.nodes.findIndex(({ id }) => id === state.focus);
    const to = network.nodes.findIndex(({ id }) => id === state.to);
    if (at === -1) {
      details.replaceChildren(
        element(
          'p',
          { class: 'note' },
          t(
            'Choisissez un acteur ou un lien, dans le dessin, par son nom ou dans les tableaux : ce qui les lie s’affiche ici, avec ses sources.',
            'Choose an actor or a tie, in the picture, by name or in the tables: what ties them shows here, with its sources.',
          ),
        ),
      );
      paint();
      return;
    }
    if (to !== -1) {
      const paths = shortestPaths(network, at, to);
      paint({
        nodes: new Set([at, to, ...paths.flatMap(({ nodes }) => nodes)]),
        edges: new Set(paths.flatMap(({ edges }) => edges)),
      });
      picture.frame([at, to, ...paths.flatMap(({ nodes }) => nodes)]);
      details.replaceChildren(pathDetails(network, paths));
      return;
    }
    const ties = network.edges.flatMap(({ source, target }, edge) => (source === at || target === at ? [edge] : []));
    const ends = ties.flatMap((edge) => [network.edges[edge]?.source ?? -1, network.edges[edge]?.target ?? -1]);
    paint({ nodes: new Set([at, ...ends]), edges: new Set(ties) });
    picture.frame([at]);
    details.replaceChildren(actorDetails(at, ties));
  }

  function actorDetails(at: number, ties: readonly number[]): HTMLElement {
    const { id = '', name = '', kind = 'person' } = network.nodes[at] ?? {};
    const facts = [
      KIND_WORDS[kind](),
      `${t('degré', 'degree')} ${measures.degree[at]}`,
      `${t('intermédiarité', 'betweenness')} ${figure(measures.betweenness[at] ?? 0)}`,
    ];
    const items = ties.map((edge) => {
      const { source = -1, target = -1, weight = 0 } = network.edges[edge] ?? {};
      const other = network.nodes[source === at ? target : source];
      const button = element('button', { type: 'button', class: 'choose' }, `${other?.name} (${figure(weight)})`);
      button.addEventListener('click', () => openTie(edge));
      return element('li', {}, button);
    });
    return element(
      'section',
      {},
      element('h3', {}, thingLink(id, name)),
      element('p', { class: 'note' }, facts.join(' · ')),
      element('ul', {}, ...items),
    );
  }

  function explain(): void {
    const swatch = (color: string, label: string) => {
      const dot = element('span', { class: 'dot' });
      dot.style.background = color;
      return element('span', { class: 'key' }, dot, label);
    };
    const communities = [...new Set(measures.community)].sort((a, b) => a - b);
    const keys =
      state.color === 'kind'
        ? kinds().map((kind) => swatch(kindColor(kind), KIND_WORDS[kind]()))
        : communities
            .slice(0, COMMUNITIES.length)
            .map((community) => swatch(communityColor(community), `${t('communauté', 'community')} ${community + 1}`));
    if (state.color === 'community' && communities.length > COMMUNITIES.length)
      keys.push(swatch(communityColor(COMMUNITIES.length), t('autres communautés', 'other communities')));
    legend.replaceChildren(...keys);
  }

  async function update(before?: State): Promise<void> {
    if (before !== undefined && before.view !== state.view) file = await load(state);
    const filterOf = ({ view, weighting, event, year, kind, format, min }: State) =>
      JSON.stringify([view, weighting, event, year, kind, format, min]);
    if (before === undefined || filterOf(before) !== filterOf(state)) {
      const only = (value: string) => (value === '' ? [] : [value]);
      const { event, year, kind, format, min } = state;
      network = narrow(file, state.weighting, {
        events: only(event),
        years: only(year),
        kinds: only(kind),
        formats: only(format),
        minWeight: min,
      });
      picture.draw(network, placeOf());
      const progress = element('span', { 'aria-hidden': 'true' });
      status.replaceChildren(t('Mesures en cours…', 'Measuring…'), progress);
      const asked = network;
      measures = { ...measuresOf(file), degree: network.nodes.map(() => 1) };
      const found = await measureNetwork(network, (done) => {
        // Seen as it goes on; heard when it begins and when it is done.
        progress.textContent = ` ${Math.round(done * 100)} %`;
      });
      if (asked !== network) return;
      measures = found;
      status.textContent = `${network.nodes.length} ${t('acteurs', 'actors')}, ${network.edges.length} ${t('liens', 'ties')}, ${t('modularité', 'modularity')} ${figure(measures.modularity)}`;
      tables.replaceChildren(
        lists(network, measures, { node: (i) => change({ focus: network.nodes[i]?.id ?? '', to: '' }), edge: openTie }),
      );
      forms.replaceChildren(controls(file, state, change, forms.querySelector('details')?.open));
      find.replaceChildren(finder(network, state, change));
    }
    showNames(find, network, state);
    explain();
    focus();
  }

  savers.append(
    ...SAVERS.map(([label, ending, make]) => {
      const button = element('button', { type: 'button' }, label);
      button.addEventListener('click', async () => {
        const place = placeOf();
        const positions = network.nodes.map(({ id }) => place(id));
        download(`${state.view}.${ending}`, await make({ network, measures, positions, look, picture }));
      });
      return button;
    }),
  );
  await update();
}

// --- internal ---

/** Square pixels of the stage for each node, from which on it has its full size. */
const ROOM = 2_500;

async function load({ view }: State): Promise<NetworkFile> {
  const answer = await fetch(href(`network/${view}.json`));
  if (!answer.ok) throw new Error(`network/${view}.json: ${answer.status}`);
  return (await answer.json()) as NetworkFile;
}

const measuresOf = ({ nodes, modularity }: NetworkFile): Measures => ({
  degree: nodes.map(({ degree }) => degree),
  weightedDegree: nodes.map(({ weightedDegree }) => weightedDegree),
  betweenness: nodes.map(({ betweenness }) => betweenness),
  community: nodes.map(({ community }) => community),
  modularity,
});

import { type Network, OCCASION_TYPES, VIEWS } from '../../network/network.ts';
import { announce } from '../announce.ts';
import { element, t } from '../page-data.ts';
import type { State } from './state.ts';
import { formatText, OCCASION_WORDS, plain, VIEW_WORDS } from './words.ts';

type Choice = readonly [value: string, label: string];

/** The form of all that can be chosen; `changed` is told what differs. The choices are those of the whole network. `open`: whether all of them show. */
export function controls(
  network: Network,
  state: State,
  changed: (change: Partial<State>) => void,
  open?: boolean,
): HTMLElement {
  const { occasions } = network;
  const any: Choice = ['', t('tous', 'all')];
  const every: Choice = ['', t('toutes', 'all')];
  const same = (values: readonly (string | undefined)[]): Choice[] =>
    [...new Set(values)]
      .flatMap((value) => (value === undefined || value === '' ? [] : [[value, value] as const]))
      .sort();
  const events = new Map(
    occasions.flatMap(({ event, eventName }) => (event === undefined ? [] : [[event, eventName ?? event]])),
  );
  const kinds = OCCASION_TYPES.filter((type) => occasions.some((occasion) => occasion.type === type));
  const view = select(
    'view',
    t('Vue', 'View'),
    VIEWS.map((one) => [one, VIEW_WORDS[one]()]),
  );
  const more = element(
    'details',
    { class: 'more' },
    element('summary', {}, t('Filtres et apparence', 'Filters and looks')),
    element(
      'div',
      { class: 'fields' },
      select('event', t('Événement', 'Event'), [any, ...[...events].map(([iri, name]): Choice => [iri, name])]),
      select('year', t('Année', 'Year'), [every, ...same(occasions.map(({ start }) => start?.slice(0, 4)))]),
      select('format', t('Format', 'Format'), [
        any,
        ...same(occasions.map(({ format }) => format)).map(([value]): Choice => [value, formatText(value)]),
      ]),
      select('kind', t('Nature de l’occasion', 'Kind of occasion'), [
        every,
        ...kinds.map((kind): Choice => [kind, OCCASION_WORDS[kind]()]),
      ]),
      field('min', t('Poids minimal', 'Minimum weight'), { type: 'number', min: '0', step: 'any' }),
      select('weighting', t('Poids', 'Weights'), [
        ['shared', t('1 par occasion commune', '1 per shared occasion')],
        ['newman', t('1/(n − 1) par occasion de n acteurs', '1/(n − 1) for an occasion of n actors')],
      ]),
      select('size', t('Taille', 'Size'), [
        ['degree', t('degré', 'degree')],
        ['weightedDegree', t('degré pondéré', 'weighted degree')],
        ['betweenness', t('intermédiarité', 'betweenness')],
      ]),
      select('color', t('Couleur', 'Colour'), [
        ['kind', t('nature', 'kind')],
        ['community', t('communauté', 'community')],
      ]),
    ),
  );
  // A large screen has room for all of it; on others the picture comes first, but for filters that are set.
  const isNarrowed = [state.event, state.year, state.format, state.kind].some((value) => value !== '') || state.min > 0;
  more.open = open ?? (isNarrowed || matchMedia('(min-width: 60rem) and (min-height: 62rem)').matches);
  const form = element('form', { class: 'controls' }, view, more);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) && !(target instanceof HTMLInputElement)) return;
    const value = target.name === 'min' ? Math.max(0, Number(target.value) || 0) : target.value;
    changed({ [target.name]: value });
  });
  for (const [name, value] of Object.entries(state)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement) control.value = String(value);
  }
  return form;
}

/** Two fields to name actors: the one in focus, and the one to whom a way is sought. */
export function finder(network: Network, state: State, found: (change: Partial<State>) => void): HTMLElement {
  const names = new Map(network.nodes.map(({ id, name }) => [name, id]));
  const list = element(
    'datalist',
    { id: 'actors' },
    ...[...names.keys()].map((name) => element('option', { value: name })),
  );
  const form = element(
    'form',
    { class: 'finder', role: 'search' },
    list,
    field('focus', t('Chercher un acteur', 'Find an actor'), { list: 'actors', autocomplete: 'off' }),
    field('to', t('Comment est-il relié à…', 'How is it connected to…'), { list: 'actors', autocomplete: 'off' }),
  );
  const doubt = element('p', { class: 'note doubt' });
  form.append(doubt);
  const inputs = [...form.querySelectorAll('input')];
  showNames(form, network, state);
  const submit = (): void => {
    const doubts: string[] = [];
    const chosen = inputs.map(({ name, value }) => {
      const meant = namesLike([...names.keys()], value);
      if (value !== '' && meant.length !== 1) doubts.push(doubtText(value, meant));
      return [name, (meant.length === 1 ? names.get(meant[0] as string) : undefined) ?? ''];
    });
    doubt.textContent = doubts.join(' ');
    if (doubts.length > 0) announce(doubts.join(' '));
    found(Object.fromEntries(chosen));
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener('change', submit);
  return form;
}

/** Puts the names of the chosen actors into the fields; not into the one that is being typed in. */
export function showNames(within: HTMLElement, network: Network, state: State): void {
  for (const input of within.querySelectorAll('input')) {
    if (input === document.activeElement) continue;
    const id = input.name === 'to' ? state.to : state.focus;
    input.value = network.nodes.find((node) => node.id === id)?.name ?? '';
  }
}

// --- internal ---

/** Names that someone may mean: that very one, else those that hold the letters, whatever their case and accents. */
function namesLike(names: readonly string[], typed: string): readonly string[] {
  if (typed.trim() === '') return [];
  if (names.includes(typed)) return [typed];
  const letters = plain(typed.trim());
  const same = names.filter((name) => plain(name) === letters);
  return same.length > 0 ? same : names.filter((name) => plain(name).includes(letters));
}

/** Names that are told at once. */
const MOST_NAMES = 5;

function doubtText(typed: string, meant: readonly string[]): string {
  if (meant.length === 0) return t(`« ${typed} » n’est pas dans cette vue.`, `“${typed}” is not in this view.`);
  const some = meant.slice(0, MOST_NAMES).join(', ') + (meant.length > MOST_NAMES ? '…' : '');
  return t(`« ${typed} » : lequel de ${meant.length} ? ${some}`, `“${typed}”: which of ${meant.length}? ${some}`);
}

function select(name: string, label: string, choices: readonly Choice[]): HTMLElement {
  const options = choices.map(([value, text]) => element('option', { value }, text));
  return element('label', {}, label, element('select', { name }, ...options));
}

const field = (name: string, label: string, attributes: Readonly<Record<string, string>>): HTMLElement =>
  element('label', {}, label, element('input', { name, ...attributes }));

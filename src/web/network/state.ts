import { VIEWS, type View, WEIGHTINGS, type Weighting } from '../../network/network.ts';

export type Sizing = 'degree' | 'weightedDegree' | 'betweenness';
export type Colouring = 'kind' | 'community';

/** All that a picture of the network depends on; it stands in the address, so that a link shows the same. */
export interface State {
  readonly view: View;
  readonly weighting: Weighting;
  readonly event: string;
  readonly year: string;
  readonly kind: string;
  readonly format: string;
  readonly min: number;
  readonly size: Sizing;
  readonly color: Colouring;
  /** IRI of the actor in focus. */
  readonly focus: string;
  /** IRI of the actor to whom a way is sought. */
  readonly to: string;
}

const START: State = {
  view: 'organizations',
  weighting: 'shared',
  event: '',
  year: '',
  kind: '',
  format: '',
  min: 0,
  size: 'degree',
  color: 'kind',
  focus: '',
  to: '',
};

/** Where a view begins: kinds tell actors apart where it has several, else communities do. */
export const startOf = (view: View): State => ({ ...START, view, color: view.includes('-') ? 'kind' : 'community' });

export function readState(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const one = <T extends string>(name: string, known: readonly T[], otherwise: T): T =>
    known.find((value) => value === given.get(name)) ?? otherwise;
  const min = Number(given.get('min') ?? 0);
  const start = startOf(one('view', VIEWS, START.view));
  return {
    view: start.view,
    weighting: one('weighting', WEIGHTINGS, START.weighting),
    event: given.get('event') ?? '',
    year: given.get('year') ?? '',
    kind: given.get('kind') ?? '',
    format: given.get('format') ?? '',
    min: Number.isFinite(min) && min > 0 ? min : 0,
    size: one('size', ['degree', 'weightedDegree', 'betweenness'], START.size),
    color: one('color', ['kind', 'community'], start.color),
    focus: given.get('focus') ?? '',
    to: given.get('to') ?? '',
  };
}

/** The address's end for a state: only what differs from where its view begins. */
export function writeState(state: State): string {
  const parameters = new URLSearchParams();
  const start = { ...startOf(state.view), view: START.view };
  for (const [key, value] of Object.entries(state)) {
    if (value !== start[key as keyof State]) parameters.set(key, String(value));
  }
  return `#${parameters}`;
}

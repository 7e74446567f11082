import { writeFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { exportNetwork, type NetworkFormat } from '../network/export.ts';
import { networkOf } from '../network/filter.ts';
import { type Network, type Presences, VIEWS, type View, type Weighting } from '../network/network.ts';
import { readPresences } from '../network/presences.ts';
import { type CommonOptions, catalogue, EXIT, type Terminal, withStore } from './context.ts';

export interface NetworkOptions extends CommonOptions {
  readonly format?: NetworkFormat;
  /** Which table CSV is. */
  readonly table?: 'edges' | 'nodes';
  /** Path to write to; without it, stdout. */
  readonly output?: string;
  readonly weighting?: Weighting;
  readonly event?: readonly string[];
  readonly year?: readonly string[];
  readonly kind?: readonly string[];
  readonly formatOfSession?: readonly string[];
  readonly minWeight?: number;
}

/** Writes a network of actors as a file for other tools. @returns the exit code */
export async function network(view: string, options: NetworkOptions, terminal: Terminal): Promise<number> {
  const known = VIEWS.find((name): name is View => name === view);
  if (known === undefined) throw new UsageError(`there is no view "${view}"; there are ${VIEWS.join(', ')}`);
  const presences = await withStore(options, terminal, async (store) => readPresences(store, await catalogue()));
  checkFilters(presences, options);
  const made = filtered(presences, known, options);
  const text = exportNetwork(made, options.format ?? 'gexf', options.table);
  if (options.output === undefined) terminal.out(text);
  else write(options.output, text);
  if (options.quiet !== true) {
    const where = options.output === undefined ? '' : ` in ${options.output}`;
    terminal.err(`${made.nodes.length} nodes, ${made.edges.length} edges${where}\n`);
  }
  return EXIT.done;
}

// --- internal ---

function filtered(presences: Presences, view: View, options: NetworkOptions): Network {
  const { event = [], year = [], kind = [], formatOfSession = [], minWeight = 0 } = options;
  const filters = { events: event, years: year, kinds: kind, formats: formatOfSession, minWeight };
  return networkOf(presences, view, options.weighting, filters);
}

/** A filter that nothing can meet is a slip of the pen: an empty network would not say so. */
function checkFilters({ occasions }: Presences, { event, year, formatOfSession }: NetworkOptions): void {
  const events = [...new Set(occasions.flatMap((one) => one.event ?? []))].sort();
  const years = [...new Set(occasions.flatMap(({ start }) => start?.slice(0, 4) ?? []))].sort();
  const formats = [...new Set(occasions.flatMap(({ format }) => format ?? []))].sort();
  const endOf = (iri: string) => iri.slice(iri.lastIndexOf('/') + 1);
  for (const wanted of event ?? []) {
    if (events.some((iri) => iri === wanted || iri.endsWith(`/${wanted}`))) continue;
    throw new UsageError(`no occasion is part of the event "${wanted}"; events are ${listed(events.map(endOf))}`);
  }
  for (const wanted of year ?? []) {
    if (!years.includes(wanted)) throw new UsageError(`nothing takes place in ${wanted}; years are ${listed(years)}`);
  }
  for (const wanted of formatOfSession ?? []) {
    if (formats.includes(wanted)) continue;
    throw new UsageError(`no session has the format "${wanted}"; formats are ${listed(formats)}`);
  }
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : `${names.slice(0, 30).join(', ')}${names.length > 30 ? ' …' : ''}`;

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UsageError(`cannot be written (${why}): check the path given with --output`, { path }, cause);
  }
}

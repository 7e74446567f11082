import { compare } from '../diff/compare.ts';
import { graphOf } from '../diff/graph.ts';
import { readGraph } from '../diff/read-graph.ts';
import { text } from '../diff/text.ts';
import { changeSets } from '../diff/turtle.ts';
import { allCauses } from '../diff/why.ts';
import { prefixesOf } from '../map/iri.ts';
import { baseOf, type CommonOptions, EXIT, type Terminal } from './context.ts';

export interface DiffOptions extends CommonOptions {
  readonly format: 'text' | 'json' | 'ttl';
  readonly json?: boolean;
}

/** Says what changed from one graph to another in terms of things, and why. @returns the exit code */
export async function diff(before: string, after: string, options: DiffOptions, terminal: Terminal): Promise<number> {
  const [old, now] = [graphOf(await readGraph(before)), graphOf(await readGraph(after))];
  const changes = compare(old, now);
  const causes = allCauses(old, now);
  const format = options.json === true ? 'json' : options.format;
  if (format === 'json') terminal.out(`${JSON.stringify({ causes, changes }, null, 2)}\n`);
  else if (format === 'ttl') terminal.out(changeSets(changes, prefixesOf(baseOf(options.config))));
  else terminal.out(text(changes, causes));
  return EXIT.done;
}

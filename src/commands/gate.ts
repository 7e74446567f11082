import { createOxigraph } from '../store/oxigraph.ts';
import type { LoadFile } from '../store/store.ts';
import { checkGraph } from '../validate/check.ts';
import { rulebook, violationLine } from './check.ts';
import type { Terminal } from './context.ts';

/** A graph that breaks shapes or rules, under `--strict`. */
export class GraphRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'GraphRefused';
  }
}

/** Violations that a build names one by one; `maillage check` tells of all. */
const NAMED = 20;

/**
 * The gate of a build: holds the graph to shapes and rules before it becomes the current one, and names what breaks them.
 * @throws GraphRefused where something does, under `strict`
 */
export function gateOf(
  strict: boolean,
  prefixes: Readonly<Record<string, string>>,
  say: (message: string) => void,
  terminal: Terminal,
): (files: readonly LoadFile[]) => Promise<void> {
  return async (files) => {
    const store = createOxigraph();
    try {
      await store.load(files);
      const { things, violations, found } = await checkGraph(store, await rulebook(), (n) => say(`check: ${n} things`));
      for (const violation of violations.slice(0, NAMED))
        terminal.err(`violation: ${violationLine(violation, prefixes)}\n`);
      if (found > NAMED) terminal.err(`violation: and ${found - NAMED} more\n`);
      say(found === 0 ? `check: ${things} things conform` : `check: ${found} violation(s) among ${things} things`);
      if (strict && found > 0)
        throw new GraphRefused(
          `the graph breaks ${found} shape(s) or rule(s), each named above: the build before it stays current. Mend what is named, or build without --strict`,
        );
    } finally {
      await store.close();
    }
  };
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The script of a worker thread, which stands beside the module that starts it. Node 20 starts no TypeScript in a worker:
 * run from src (under vitest), it is the compiled one of dist/.
 * @param here `import.meta.url` of the module
 * @throws Error where nothing is compiled
 */
export function compiledBeside(here: string, name: string): URL {
  const room = here.split('/').at(-2);
  const url = new URL(here.endsWith('.ts') ? `../../dist/${room}/${name}` : `./${name}`, here);
  if (!existsSync(url)) throw new Error(`${fileURLToPath(url)} does not exist: run "npm run compile" first`);
  return url;
}

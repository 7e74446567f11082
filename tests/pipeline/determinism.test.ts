// The same sources give the same bytes, whatever the order of the folder, the time zone and the language of the machine.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maillage, run } from '../support/build.ts';
import { folderOf, type Tree } from '../support/files.ts';
import { village } from '../support/village.ts';

const DUMPS = ['graph.jsonld', 'graph.nq', 'graph.rdf', 'graph.trig', 'graph.ttl'];

/** Files of one name in another case, and names that languages sort differently: `I` and `ı`, `z` and `é`. */
const tree: Tree = {
  ...village(12),
  'pages/Île.md': page('Île haute', 'Ida Ilgaz'),
  'pages/ILE.md': page('ILE BASSE', 'IDA ILGAZ'),
  'pages/zèbre.md': page('Zèbre', 'Éva Zola'),
  'pages/ecole.md': page('École ouverte', 'Eva Zola'),
};

const machines: readonly { env: Record<string, string>; order: (paths: string[]) => string[] }[] = [
  { env: { TZ: 'UTC', LC_ALL: 'C' }, order: (paths) => paths },
  { env: { TZ: 'Pacific/Auckland', LC_ALL: 'fr_FR.UTF-8' }, order: (paths) => paths.reverse() },
  { env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' }, order: (paths) => paths.sort(byDigest) },
  { env: { TZ: 'Europe/Paris', LC_ALL: 'sv_SE.UTF-8' }, order: (paths) => paths.sort(byDigest).reverse() },
];

describe('a build', () => {
  it('gives the same bytes in every order, zone and language', { timeout: 180_000 }, async () => {
    const results: Record<string, string>[] = [];
    for (const { env, order } of machines) {
      const folder = folderOf(Object.fromEntries(order(Object.keys(tree)).map((path) => [path, tree[path] as string])));
      const { code, stderr } = await maillage(['build', '--dumps'], { cwd: folder, env });
      expect(code, stderr).toBe(0);
      const generation = join(folder, 'build', 'generations', '1');
      const segments = readdirSync(join(generation, 'segments')).sort();
      const files = [
        ...DUMPS.map((name) => join('build', name)),
        'identities.jsonl',
        ...segments.map((name) => join('build/generations/1/segments', name)),
      ];
      results.push(Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')])));
    }
    const [first, ...others] = results;
    expect(first?.['build/graph.nq']).toContain('"2023-03-08T09:30:00+01:00"');
    for (const other of others) expect(other).toEqual(first);
  });

  it('was put to the test: these machines do differ', async () => {
    const script =
      '[Intl.DateTimeFormat().resolvedOptions().locale, new Date(2023, 2, 8).toISOString(), ["z", "é"].sort(new Intl.Collator().compare).join("")].join(" ")';
    const said = await Promise.all(machines.map(({ env }) => run(process.execPath, ['-p', script], { env })));
    expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(machines.length);
  });
});

// --- internal ---

function page(title: string, person: string): string {
  return `---\ntitre: ${title}\ndebut: 2023-07-01 09:30\nlieu: Iğdır\nmotscles: [z, é, i, I, ı, e, E]\nintervenants:\n  - {nom: ${person}, fonction: Animatrice, employeur: İlgaz}\n---\n`;
}

/** An order of no meaning, and always the same. */
function byDigest(a: string, b: string): number {
  const digest = (text: string) => [...text].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973, 7);
  return digest(a) - digest(b) || (a < b ? -1 : 1);
}

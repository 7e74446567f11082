import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diff } from '../../src/commands/diff.ts';
import { compare } from '../../src/diff/compare.ts';
import { graphOf } from '../../src/diff/graph.ts';
import { readGraph } from '../../src/diff/read-graph.ts';
import { paper } from '../commands/support.ts';
import { buildIn } from '../support/build.ts';
import { folderOf, type Tree } from '../support/files.ts';
import { BASE, type Graph, ttl } from '../support/graph.ts';
import { page, village } from '../support/village.ts';

/** What two builds differ by, as text. */
async function difference(before: Tree, after: Tree): Promise<string> {
  const folders = [folderOf(before), folderOf(after)] as const;
  for (const folder of folders) await buildIn(folder);
  const terminal = paper();
  const [old, now] = folders.map((folder) => join(folder, 'build')) as [string, string];
  expect(await diff(old, now, { build: 'build', format: 'text' }, terminal)).toBe(0);
  return terminal.stdout();
}

it('says that two builds of the same are the same', async () => {
  expect(await difference(village(2), village(2))).toBe('no difference\n');
});

it('says which fields of what an edited line changed', async () => {
  const edited = page(1).replace('fonction: Animatrice', 'fonction: Présidente').replace('12:00', '12:30');
  const text = await difference(village(2), { ...village(2), 'pages/001.md': edited });
  expect(text).toMatch(/^because source: pages\/001\.md edited$/m);
  expect(text).toContain(`  changed "Veillée 001" event/veillee-001
    schema:endDate: "2023-03-02T12:00:00+01:00" -> "2023-03-02T12:30:00+01:00"
    because source: pages/001.md edited
`);
  expect(text).toMatch(
    /membership\n {2}removed .*animatrice\n.*\n {2}added .*presidente\n {4}because source: pages\/001\.md edited/,
  );
  expect(text).not.toContain('Veillée 002');
});

it('says what a new document brings, and what a document that is gone takes with it', async () => {
  const more = await difference(village(1), village(2));
  expect(more).toContain('  added "Veillée 002" event/veillee-002\n    because source: pages/002.md added\n');
  const less = await difference(village(2), village(1));
  expect(less).toContain('  removed "Veillée 002" event/veillee-002\n    because source: pages/002.md removed\n');
});

it('says that the config is why, where the mapping changed', async () => {
  const tree = village(1);
  const mapped = `${tree['maillage.config.yaml']}`.replace('          keywords: motscles\n', '');
  const text = await difference(tree, { ...tree, 'maillage.config.yaml': mapped });
  expect(text).toContain(`  changed "Veillée 001" event/veillee-001
    schema:keywords: "réemploi", "veillée 001" -> (none)
    because config: the config maillage.config.yaml changed; rules: -field:keywords
`);
});

const before = ttl`
  <source/a/b.md#L1> { person:ada a schema:Person . <source/a/b.md#L1-m-ada> mlg:refersTo person:ada . }
  <source/a/b.md#L2> { person:a-lovelace a schema:Person . <source/a/b.md#L2-m-x> mlg:refersTo person:a-lovelace .
    <id/participation/s/a-lovelace/speaker> a mlg:Participation ; mlg:participant person:a-lovelace ;
      mlg:inEvent session:s ; mlg:capacity capacity:speaker . }
  graph:identity { person:ada schema:name "Ada" . person:a-lovelace schema:name "A. Lovelace" . }`;
const merged = ttl`
  <source/a/b.md#L1> { person:ada a schema:Person . <source/a/b.md#L1-m-ada> mlg:refersTo person:ada . }
  <source/a/b.md#L2> { person:ada a schema:Person . <source/a/b.md#L2-m-x> mlg:refersTo person:ada .
    <id/participation/s/ada/speaker> a mlg:Participation ; mlg:participant person:ada ;
      mlg:inEvent session:s ; mlg:capacity capacity:speaker . }
  graph:identity { person:ada schema:name "Ada" ; schema:alternateName "A. Lovelace" . person:a-lovelace dcterms:isReplacedBy person:ada .
    <id/judgement/1> a mlg:Judgement ; mlg:decision "same" ; mlg:member person:ada, person:a-lovelace ; schema:description "her book" . }`;

const changes = (old: Graph, now: Graph) => compare(graphOf(old), graphOf(now));

it('tells a merge and the judgement behind it, and lets what hangs on the two follow', () => {
  const found = changes(before, merged);
  expect(
    found.map(({ what, id, to }) => [what, id.slice(BASE.length), ...to.map((iri) => iri.slice(BASE.length))]),
  ).toEqual([
    ['merged', 'id/person/a-lovelace', 'id/person/ada'],
    ['changed', 'id/person/ada'],
  ]);
  expect(found.map(({ because }) => because)).toEqual([
    [{ why: 'judgement', detail: 'new same: person/a-lovelace, person/ada (her book)' }],
    [{ why: 'judgement', detail: 'new same: person/a-lovelace, person/ada (her book)' }],
  ]);
});

it('tells a split, by what mentions refer to', () => {
  expect(changes(merged, before).map(({ what, id, to }) => [what, id.slice(BASE.length), to.length])).toEqual([
    ['split', 'id/person/ada', 2],
    ['changed', 'id/person/ada', 0],
    ['changed', 'id/participation/s/ada/speaker', 0],
  ]);
});

it('tells a new name from a new thing', () => {
  const renamed = before.map((line) => line.replace('"A. Lovelace"', '"Augusta Lovelace"'));
  const [change, ...more] = changes(before, renamed);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ what: 'renamed', name: 'A. Lovelace' });
  expect(change?.fields).toEqual([
    { property: 'https://schema.org/name', before: ['A. Lovelace'], after: ['Augusta Lovelace'] },
  ]);
  expect(change?.because[0]?.why).toBe('unknown');
});

it('reads dumps, and takes blank nodes of other names as the same', async () => {
  const dump = (
    label: string,
  ) => `<${BASE}id/person/ada> a <https://schema.org/Person> ; <https://schema.org/address> _:${label} .
    _:${label} <https://schema.org/name> "Rue" .`;
  const folder = folderOf({ 'a.ttl': dump('a'), 'b.ttl': dump('other'), 'c.txt': '' });
  expect(await readGraph(join(folder, 'a.ttl'))).toEqual(await readGraph(join(folder, 'b.ttl')));
  await expect(readGraph(join(folder, 'c.txt'))).rejects.toThrow('expected a dump');
  await expect(readGraph(folder)).rejects.toThrow('neither a build folder');
});

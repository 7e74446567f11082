import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type BuildCommandOptions, build } from '../../src/commands/build.ts';
import { UsageError } from '../../src/errors.ts';
import { folderOf } from '../support/files.ts';
import { CONFIG, DIRECTORY, DIRECTORY_CONFIG, pagePath, village } from '../support/village.ts';
import { paper } from './support.ts';

/** Builds start threads and write to disks: a busy machine takes its time for them. */
vi.setConfig({ testTimeout: 60_000 });

const options = (folder: string, more: Partial<BuildCommandOptions> = {}): BuildCommandOptions => ({
  ...{ build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') },
  ...more,
});

describe('build', () => {
  it('says on stdout what came of each source, and on stderr how it goes on', async () => {
    const folder = folderOf(village(3));
    const terminal = paper();
    expect(await build(options(folder), terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(/^generation 1: \d+ quads\n {2}agenda: 3 document\(s\): 3 event, 3 person; /);
    expect(terminal.stdout()).toMatch(/\n {2}livret: 1 document\(s\): 1 event, 2 session, 3 participation/);
    expect(terminal.stderr()).toMatch(/^agenda: 3 document\(s\), \d+ quads\n/);
    const again = paper();
    expect(await build(options(folder), again)).toBe(0);
    expect(again.stdout()).toMatch(/^generation 2: .*\n {2}agenda: .*\(unchanged\)\n/);
    expect(again.stderr()).toMatch(/^agenda: unchanged, \d+ quads taken over\n/);
  });

  it('is silent on stderr when quiet, but for what was left out', async () => {
    const folder = folderOf(village(3));
    const terminal = paper();
    expect(await build(options(folder, { quiet: true }), terminal)).toBe(0);
    expect(terminal.stderr()).toBe('');
    writeFileSync(join(folder, pagePath(2)), '');
    const second = paper();
    expect(await build(options(folder, { quiet: true }), second)).toBe(3);
    expect(second.stderr()).toMatch(/^quarantined: pages\/002\.md: the file is empty[^\n]*\n$/);
    expect(second.stdout()).toMatch(/\n1 file\(s\) left out: each is named above with its reason\n/);
  });

  it('says how many rows no record is for', async () => {
    const folder = folderOf({ ...village(1), ...DIRECTORY, 'maillage.config.yaml': CONFIG + DIRECTORY_CONFIG });
    const terminal = paper();
    expect(await build(options(folder), terminal)).toBe(0);
    expect(terminal.stdout()).toContain('1 of 2 row(s) are for no record');
  });

  it('gives the report as JSON, and nothing else on stdout', async () => {
    const folder = folderOf({ ...village(2), [pagePath(2)]: '---\n' });
    const terminal = paper();
    expect(await build(options(folder, { json: true }), terminal)).toBe(3);
    expect(JSON.parse(terminal.stdout())).toMatchObject({
      generation: 1,
      sources: [
        { id: 'agenda', documents: 1, problems: [{ what: 'quarantined', path: pagePath(2), line: 1 }], reused: false },
        { id: 'livret', documents: 1, problems: [] },
      ],
    });
  });

  it('leaves dumps that agree with the store, and says what the graph holds', async () => {
    const folder = folderOf(village(3));
    const terminal = paper();
    expect(await build(options(folder, { dumps: true, report: true }), terminal)).toBe(0);
    const files = readdirSync(join(folder, 'build')).filter((name) => name.startsWith('graph.'));
    expect(files.sort()).toEqual(['graph.jsonld', 'graph.nq', 'graph.rdf', 'graph.trig', 'graph.ttl']);
    expect(readFileSync(join(folder, 'build/graph.ttl'), 'utf8')).toContain('"Réparer ensemble"');
    expect(terminal.stderr()).toMatch(/dumps: read back to the same graph by n3, oxigraph and rdflib/);
    expect(terminal.stdout()).toMatch(/\n {7}2 {2}sessions {2,}Which sessions/);
  });

  it('warns of the example base', async () => {
    const folder = folderOf({ ...village(1), 'maillage.config.yaml': CONFIG.replace(/^base: .*\n/, '') });
    const terminal = paper();
    await build(options(folder), terminal);
    expect(terminal.stderr()).toMatch(
      /^note: the graph stands on the example base https:\/\/maillage\.example\/; set "base"/,
    );
  });

  it.each([
    ['a config that is not there', { config: 'none.yaml' }, /^none\.yaml: there is no such config/],
    ['no config', { config: undefined }, /no config found: looked for maillage\.config\.yaml and data\/maillage/],
  ])('refuses %s', async (_, more, message) => {
    const folder = folderOf();
    const { config, ...rest } = { ...options(folder), ...more };
    const before = process.cwd();
    process.chdir(folder);
    try {
      const refused = build(config === undefined ? rest : { ...rest, config }, paper());
      await expect(refused).rejects.toThrow(UsageError);
      await expect(refused).rejects.toThrow(message);
    } finally {
      process.chdir(before);
    }
  });

  it('refuses a broken config with every error and its line, and a broken ledger with its own', async () => {
    const folder = folderOf({
      ...village(1),
      'maillage.config.yaml': `${CONFIG}  - id: Été\n    reader: front-mater\n`,
    });
    const at = CONFIG.split('\n').length;
    const refused = build(options(folder), paper());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(new RegExp(`line ${at}: .*Été[^]*line ${at + 1}: .*front-mater`));
    const other = folderOf({ ...village(1), 'identities.jsonl': '{"kind":"person"}\n' });
    await expect(build(options(other), paper())).rejects.toThrow(/identities\.jsonl:1: key: expected a text/);
  });
});

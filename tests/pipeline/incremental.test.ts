// A second build takes over what has not changed, and is never told from a fresh one by what it builds.
import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { BuildReport } from '../../src/pipeline/report.ts';
import { createGeneration } from '../../src/store/generation.ts';
import { buildIn, quadsOf, segmentsOf } from '../support/build.ts';
import { folderOf, writeTree } from '../support/files.ts';
import { CONFIG, PROGRAMME_CONFIG, page, pagePath, village } from '../support/village.ts';

const reused = (report: BuildReport) => report.sources.map(({ id, reused }) => [id, reused]);
const NONE = [
  ['agenda', false],
  ['livret', false],
];
const BOTH = [
  ['agenda', true],
  ['livret', true],
];
const ledgerOf = (folder: string): string => readFileSync(join(folder, 'identities.jsonl'), 'utf8');

/** What a build with no past makes of the folder as it is now, with the ledger that it has. */
async function afresh(folder: string): Promise<Record<string, string>> {
  const build = join(folder, 'build');
  renameSync(build, `${build}.kept`);
  try {
    return segmentsOf(await buildIn(folder));
  } finally {
    rmSync(build, { recursive: true });
    renameSync(`${build}.kept`, build);
  }
}

describe('a second build', () => {
  it('takes every source over where nothing has changed, byte for byte', async () => {
    const folder = folderOf(village(6));
    const first = await buildIn(folder);
    const before = segmentsOf(first);
    const ledger = ledgerOf(folder);
    const second = await buildIn(folder);
    expect(reused(first)).toEqual(NONE);
    expect(reused(second)).toEqual(BOTH);
    expect(segmentsOf(second)).toEqual(before);
    expect(ledgerOf(folder)).toBe(ledger);
    expect(second.minted).toBe(0);
    // What is said of a source is the same, too: it is kept with it.
    expect(second.sources.map((source) => ({ ...source, reused: false }))).toEqual(first.sources);
    expect([second.quads, second.entities]).toEqual([first.quads, first.entities]);
  });

  it('reads only the source of a changed file again', async () => {
    const folder = folderOf(village(6));
    await buildIn(folder);
    writeTree(folder, { [pagePath(2)]: page(2).replace('Veillée 002', 'Grande veillée') });
    const report = await buildIn(folder);
    expect(reused(report)).toEqual([
      ['agenda', false],
      ['livret', true],
    ]);
    const quads = quadsOf(report).join('\n');
    expect(quads).toContain('"Grande veillée"');
    expect(quads).not.toContain('"Veillée 002"');
    expect(segmentsOf(report)).toEqual(await afresh(folder));
  });

  it('sees a change of the same size at the same time of the clock', async () => {
    const folder = folderOf(village(2));
    await buildIn(folder);
    writeTree(folder, { [pagePath(2)]: page(2).replace('Veillée 002', 'Veillée 2.0') });
    expect(quadsOf(await buildIn(folder)).join('\n')).toContain('"Veillée 2.0"');
  });

  it('takes out what only a deleted file said, and leaves what others say too', async () => {
    const folder = folderOf(village(6));
    const before = quadsOf(await buildIn(folder)).join('\n');
    rmSync(join(folder, pagePath(2)));
    const report = await buildIn(folder);
    const after = quadsOf(report).join('\n');
    for (const only of ['"Veillée 002"', '"Zoé Puget"', 'source/agenda/002.md']) {
      expect(before, only).toContain(only);
      expect(after, only).not.toContain(only);
    }
    expect(after).toContain('"Les Rouages"');
    expect(segmentsOf(report)).toEqual(await afresh(folder));
    // The id is not given away: when the page comes back, so does its id.
    expect(ledgerOf(folder)).toContain('"slug":"veillee-002"');
  });

  it('takes out a source that the config no longer names', async () => {
    const folder = folderOf(village(2));
    await buildIn(folder);
    writeTree(folder, { 'maillage.config.yaml': CONFIG });
    const report = await buildIn(folder);
    expect(reused(report)).toEqual([['agenda', true]]);
    expect(quadsOf(report).join('\n')).not.toContain('Réparer ensemble');
  });

  it('reads everything again when the ledger was edited, and keeps to it', async () => {
    const folder = folderOf(village(4));
    await buildIn(folder);
    const edited = ledgerOf(folder).replace('"slug":"les-rouages"', '"slug":"rouages-cooperative"');
    expect(edited).not.toBe(ledgerOf(folder));
    writeFileSync(join(folder, 'identities.jsonl'), edited);
    const report = await buildIn(folder);
    expect(reused(report)).toEqual(NONE);
    const quads = quadsOf(report).join('\n');
    expect(quads).toContain('/id/organization/rouages-cooperative>');
    expect(quads).not.toContain('/id/organization/les-rouages>');
    expect(ledgerOf(folder)).toBe(edited);
  });

  it('reads everything again on request', async () => {
    const folder = folderOf(village(2));
    const first = segmentsOf(await buildIn(folder));
    const report = await buildIn(folder, { fresh: true });
    expect(reused(report)).toEqual(NONE);
    expect(segmentsOf(report)).toEqual(first);
  });

  it.each([
    ['the licence', 'publicdomain/zero/1.0', 'licenses/by/4.0', 'licenses/by/4.0'],
    ['the publisher', 'name: Essais', 'name: Autres essais', '"Autres essais"'],
    ['the base', 'graphe.example.org', 'autre.example.org', '<https://autre.example.org/id/person/'],
    ['the time zone', 'Europe/Paris', 'America/Montreal', '2023-03-08T09:30:00-05:00'],
  ])('reads everything again when %s of the config changes', async (_, from, to, expected) => {
    const folder = folderOf(village(8));
    await buildIn(folder);
    writeTree(folder, { 'maillage.config.yaml': (CONFIG + PROGRAMME_CONFIG).replace(from, to) });
    const report = await buildIn(folder);
    expect(reused(report)).toEqual(NONE);
    expect(quadsOf(report).join('\n')).toContain(expected);
    expect(segmentsOf(report)).toEqual(await afresh(folder));
  });

  it('moves the lines of what the config states when the config is edited above it', async () => {
    const config =
      CONFIG.replace('keywords: motscles', 'keywords: {from: rubrique, default: veillée}') + PROGRAMME_CONFIG;
    const folder = folderOf({ ...village(2), 'maillage.config.yaml': config });
    const line = config.split('\n').findIndex((text) => text.includes('default:')) + 1;
    expect(quadsOf(await buildIn(folder)).join('\n')).toContain(`source/config/maillage.config.yaml#L${line}>`);
    writeTree(folder, { 'maillage.config.yaml': `# Un mot.\n${config}` });
    const report = await buildIn(folder);
    expect(reused(report)).toEqual(NONE);
    expect(quadsOf(report).join('\n')).toContain(`source/config/maillage.config.yaml#L${line + 1}>`);
    expect(segmentsOf(report)).toEqual(await afresh(folder));
  });

  /** Changes one bit of a file. */
  function damage(file: string): void {
    const bytes = readFileSync(file);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(file, bytes);
  }

  it.each(['segments/agenda-0001.nq', 'sources/agenda.json', 'names/agenda.json'])(
    'reads a source again whose %s is damaged',
    async (path) => {
      const folder = folderOf(village(4));
      const first = await buildIn(folder);
      const good = segmentsOf(first);
      damage(join(first.folder, path));
      const warnings: string[] = [];
      const second = await buildIn(folder, { warn: (message) => warnings.push(message) });
      expect(reused(second)).toEqual([
        ['agenda', false],
        ['livret', true],
      ]);
      expect(warnings.join('\n')).toContain(path);
      expect(segmentsOf(second)).toEqual(good);
    },
  );

  it.each(['names/agenda.json', 'identity.json', 'segments/graph-identity-0001.nq', 'tallies/graph-identity-0001.bin'])(
    'resolves names again where a page has changed and %s is damaged',
    async (path) => {
      const folder = folderOf(village(4));
      const first = await buildIn(folder);
      damage(join(first.folder, path));
      writeTree(folder, { [pagePath(2)]: page(2).replace('Veillée 002', 'Grande veillée') });
      const warnings: string[] = [];
      const second = await buildIn(folder, { warn: (message) => warnings.push(message) });
      expect(warnings.join('\n')).toContain(path);
      expect(segmentsOf(second)).toEqual(await afresh(folder));
    },
  );

  it('says again what a ledger says in vain, whether names are resolved again or not', async () => {
    const folder = folderOf({
      ...village(4),
      'maillage.config.yaml': `judgements: judgements.jsonl\nlinks: links.jsonl\n${CONFIG}${PROGRAMME_CONFIG}`,
      'judgements.jsonl': '{"a":"person/nobody","b":"person/no-one","decision":"same"}\n',
      'links.jsonl': '{"of":"organization/none","sameAs":"https://aucun.example/"}\n',
    });
    const said = async (): Promise<string[]> => {
      const warnings: string[] = [];
      await buildIn(folder, { warn: (message) => warnings.push(message) });
      return warnings;
    };
    const first = await said();
    expect(first).toHaveLength(2);
    expect(await said()).toEqual(first);
    writeTree(folder, { [pagePath(2)]: page(2).replace('Veillée 002', 'Grande veillée') });
    expect(await said()).toEqual(first);
    writeTree(folder, { [pagePath(2)]: page(2).replace('Zoé', 'Ève') });
    expect(await said()).toEqual(first);
  });
});

describe('ids', () => {
  it('stay when a name changes its case, accents or spaces', async () => {
    const folder = folderOf(village(4));
    await buildIn(folder);
    const ledger = ledgerOf(folder);
    for (const number of [1, 2, 3, 4])
      writeTree(folder, {
        [pagePath(number)]: page(number).replace('Les Rouages', 'LES  ROUAGES').replace('Zoé', 'Zoe'),
      });
    await buildIn(folder);
    expect(ledgerOf(folder)).toBe(ledger);
  });

  it('stay when sources are added, before or after, that bring the same names and slugs', async () => {
    const folder = folderOf(village(4));
    await buildIn(folder);
    const before = ledgerOf(folder);
    // `Les Rouages !` asks for the slug `les-rouages-2`'s place, and `C++` for that of `C`: neither may take one over.
    const more = `  - id: annuaire
    files: annuaire/*.md
    reader: front-matter
    records:
      - type: organization
        fields: { name: nom }
`;
    writeTree(folder, {
      'annuaire/a.md': '---\nnom: Orse-Numérique (la coopérative)\n---\n',
      'annuaire/b.md': '---\nnom: Orse numérique\n---\n',
      'maillage.config.yaml': CONFIG.replace('sources:\n', `sources:\n${more}`) + PROGRAMME_CONFIG,
    });
    await buildIn(folder);
    const after = ledgerOf(folder).split('\n');
    expect(before.split('\n').filter((line) => !after.includes(line))).toEqual([]);
    expect(after.filter((line) => line.includes('"slug":"orse-numerique"'))).toHaveLength(1);
  });
});

describe('what happens meanwhile', () => {
  it('refuses a second build in the same folder, and says so', async () => {
    const folder = folderOf(village(2));
    const other = await createGeneration(join(folder, 'build'), { tool: 'test 1' });
    try {
      await expect(buildIn(folder)).rejects.toThrow(/another build is running in this folder/);
    } finally {
      await other.abort();
    }
    await expect(buildIn(folder)).resolves.toMatchObject({ generation: 1 });
  });

  it('does not write over a ledger that was edited while the build ran', async () => {
    const folder = folderOf(village(2));
    const first = await buildIn(folder);
    const line = '{"kind":"person","key":"nouvelle venue","slug":"nouvelle-venue"}\n';
    const edit = () => {
      if (!ledgerOf(folder).includes('nouvelle-venue')) appendFileSync(join(folder, 'identities.jsonl'), line);
    };
    const failed = buildIn(folder, { fresh: true, progress: edit });
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(/identities\.jsonl: this ledger has changed while the build ran: build again/);
    expect(ledgerOf(folder)).toContain('nouvelle-venue');
    const next = await buildIn(folder);
    expect([next.generation, first.generation]).toEqual([2, 1]);
    expect(ledgerOf(folder)).toContain('nouvelle-venue');
  });

  it('leaves the graph before in place when the build fails', async () => {
    const folder = folderOf(village(2));
    const first = await buildIn(folder);
    const before = segmentsOf(first);
    await expect(buildIn(folder, { ontology: join(folder, 'nowhere') })).rejects.toThrow(/nowhere/);
    expect(segmentsOf(first)).toEqual(before);
    expect(reused(await buildIn(folder))).toEqual(BOTH);
  });
});

// Who is who over several builds: what people judge holds, can be taken back, and ids outlive all of it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { BuildReport } from '../../src/pipeline/report.ts';
import { suppressionOf, suppressionsText } from '../../src/resolve/suppressions.ts';
import { withdrawnDigits } from '../../src/resolve/withdrawn.ts';
import { buildIn, quadsOf, segmentsOf } from '../support/build.ts';
import { folderOf, writeTree } from '../support/files.ts';

const CONFIG = `base: https://graphe.example.org/
identities: identities.jsonl
judgements: judgements.jsonl
suppressions: suppressions.jsonl
links: links.jsonl
sources:
  - id: annuaire
    files: annuaire/*.md
    reader: front-matter
    records:
      - type: person
        fields: { name: nom, affiliation.role: fonction, affiliation.organization: employeur }
  - id: agenda
    files: agenda/*.md
    reader: front-matter
    records:
      - type: event
        fields: { name: titre, startDate: debut, organizers: organisateur, abstract: resume }
`;

const person = (nom: string, more = ''): string => `---\nnom: ${nom}\n${more}---\n`;
const event = (titre: string, organisateur: string, resume = 'Un après-midi.'): string =>
  `---\ntitre: ${titre}\ndebut: 2030-05-01\norganisateur: ${organisateur}\nresume: ${resume}\n---\n`;

const village = () =>
  folderOf({
    'maillage.config.yaml': CONFIG,
    'annuaire/a.md': person('Zoé Lagarde', 'fonction: chargée de mission\nemployeur: Les Rouages\n'),
    'annuaire/b.md': person('Zoé Lagarge'),
    'annuaire/c.md': person('Ève Roy'),
    'agenda/a.md': event('Fête du port', 'Les Rouages', 'Avec Zoé Lagarde et ZOÉ LAGARDE.'),
  });

const ids = (report: BuildReport): string[] => [
  ...new Set(
    quadsOf(report).flatMap(
      (line) => /^<https:\/\/graphe\.example\.org\/id\/(person\/[^>]+)> <[^>]*name>/.exec(line)?.[1] ?? [],
    ),
  ),
];
const redirects = (report: BuildReport): string[] =>
  quadsOf(report).flatMap(
    (line) =>
      /id\/(\S+)> <http:\/\/purl\.org\/dc\/terms\/isReplacedBy> <\S+?id\/(\S+)>/.exec(line)?.slice(1).join(' -> ') ??
      [],
  );
const judge = (folder: string, ...lines: object[]): void =>
  writeFileSync(join(folder, 'judgements.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const SAME = {
  a: 'person/zoe-lagarde',
  b: 'person/zoe-lagarge',
  decision: 'same',
  by: 'Anna',
  because: 'Une coquille',
};

describe('a judgement', () => {
  it('makes two ids one: the older stays, the other leads to it; without the line they are two again', async () => {
    const folder = village();
    const before = await buildIn(folder);
    // Old generations are cleared away.
    const segments = segmentsOf(before);
    expect(ids(before)).toEqual(['person/eve-roy', 'person/zoe-lagarde', 'person/zoe-lagarge']);
    expect(redirects(before)).toEqual([]);
    judge(folder, SAME);
    const merged = await buildIn(folder);
    expect(ids(merged)).toEqual(['person/eve-roy', 'person/zoe-lagarde']);
    expect(redirects(merged)).toEqual(['person/zoe-lagarge -> person/zoe-lagarde']);
    // Only the source that the decision changes was mapped again.
    expect(merged.sources.map(({ id, reused }) => [id, reused])).toEqual([
      ['annuaire', false],
      ['agenda', true],
    ]);
    const again = await buildIn(folder, { fresh: true });
    expect(segmentsOf(again)).toEqual(segmentsOf(merged));
    judge(folder);
    expect(segmentsOf(await buildIn(folder))).toEqual(segments);
  });

  it('keeps apart what would be one, and what it judged is in the graph', async () => {
    const folder = village();
    writeTree(folder, {
      'agenda/b.md': event('Repas', 'Rouages (association)'),
      'agenda/c.md': event('Bal', 'Open Mer'),
      'agenda/d.md': event('Bal 2', 'OpenMer'),
    });
    const orgs = (report: BuildReport) =>
      quadsOf(report).filter((line) => /organization\/open\S+ <\S+\/name>/.test(line)).length;
    expect(orgs(await buildIn(folder))).toBe(1);
    judge(folder, {
      a: 'organization:Open Mer',
      b: 'organization:OpenMer',
      decision: 'different',
      because: 'Deux bureaux',
    });
    const split = await buildIn(folder);
    expect(orgs(split)).toBe(2);
    expect(quadsOf(split).filter((line) => line.includes('Deux bureaux'))).toHaveLength(1);
  });

  it('that contradicts others is named with its line and theirs, and nothing is built', async () => {
    const folder = village();
    const first = await buildIn(folder);
    judge(
      folder,
      SAME,
      { a: 'person/eve-roy', b: 'person/zoe-lagarge', decision: 'same' },
      { a: 'person/eve-roy', b: 'person/zoe-lagarde', decision: 'different' },
    );
    await expect(buildIn(folder)).rejects.toThrow(UsageError);
    await expect(buildIn(folder)).rejects.toThrow(/judgements\.jsonl:3: .*line 1 and line 2/);
    judge(folder);
    expect(segmentsOf(await buildIn(folder))).toEqual(segmentsOf(first));
  });

  it('about nobody is a warning, not a failure', async () => {
    const folder = village();
    judge(folder, { ...SAME, b: 'person/personne' });
    const warnings: string[] = [];
    await buildIn(folder, { warn: (message) => warnings.push(message) });
    expect(warnings.join()).toMatch(/judgements\.jsonl: no source names .*line 1 \(.*person\/personne/);
  });
});

describe('someone who asked to be left out', () => {
  const suppress = (folder: string): void =>
    writeFileSync(
      join(folder, 'suppressions.jsonl'),
      suppressionsText([suppressionOf('person', 'zoe-lagarde', ['Zoé Lagarde', 'Zoé Lagarge'], '2026-11-26')]),
    );

  it('is in no statement, quote, text or ledger, through every later build, and the id is gone', async () => {
    const folder = village();
    await buildIn(folder);
    suppress(folder);
    for (const fresh of [false, true]) {
      const report = await buildIn(folder, { fresh });
      const all = `${Object.values(segmentsOf(report)).join('\n')}${readFileSync(join(folder, 'identities.jsonl'), 'utf8')}`;
      expect(all).not.toMatch(/lagar[dg]e/i);
      expect(all).toContain('Avec […] et […].');
      expect(all).toContain(`id/withdrawn/${withdrawnDigits('person', 'zoe-lagarde')}`);
      expect(ids(report)).toEqual(['person/eve-roy']);
    }
    expect(readFileSync(join(folder, 'suppressions.jsonl'), 'utf8')).not.toMatch(/zo|lagar/i);
  });

  it('is left out of new sources, and a document with the name in its path is left out whole', async () => {
    const folder = village();
    await buildIn(folder);
    suppress(folder);
    writeTree(folder, {
      'annuaire/zoe-lagarde.md': person('Ève Roy'),
      'annuaire/d.md': person('LAGARDE Zoé', 'fonction: élue\n'),
    });
    const report = await buildIn(folder);
    expect(Object.values(segmentsOf(report)).join('\n')).not.toMatch(/lagar[dg]e/i);
    expect(report.sources[0]?.problems.map(({ what }) => what)).toEqual(['quarantined']);
  });

  it('never gives the id to another, and comes back only when the line is taken out', async () => {
    const folder = village();
    const first = ids(await buildIn(folder));
    suppress(folder);
    await buildIn(folder);
    rmSync(join(folder, 'suppressions.jsonl'));
    expect(ids(await buildIn(folder))).toEqual(first);
  });
});

describe('a link out', () => {
  it('is in the graph with who vouches for it; one about nothing is a warning', async () => {
    const folder = village();
    const lines = [
      {
        of: 'organization/les-rouages',
        sameAs: 'https://www.wikidata.org/entity/Q1',
        by: 'Anna',
        source: 'https://rouages.example/',
      },
      { of: 'organization/nulle-part', identifier: 'siren:732829320' },
    ];
    writeFileSync(join(folder, 'links.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const warnings: string[] = [];
    const quads = quadsOf(await buildIn(folder, { warn: (message) => warnings.push(message) }));
    expect(
      quads.some((line) =>
        /organization\/les-rouages> <\S+sameAs> <https:\/\/www\.wikidata\.org\/entity\/Q1>/.test(line),
      ),
    ).toBe(true);
    expect(warnings.join()).toContain('links.jsonl:2');
  });
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config.ts';
import type { DomainRecord } from '../../../src/domain/record.ts';
import { recordsOf, resolveReferences } from '../../../src/extract/fields.ts';
import { splitRole } from '../../../src/extract/people/role.ts';
import { messageOf } from '../../../src/map/finding-messages.ts';
import { findFiles, loadFile } from '../../../src/read/files.ts';
import { frontMatter } from '../../../src/read/front-matter.ts';

const corpus = fileURLToPath(new URL('../../../../shared/corpora/aic', import.meta.url));
const config = fileURLToPath(new URL('../../corpora/aic.config.yaml', import.meta.url));

it('the config of the corpus is sound', () => {
  expect(loadConfig(config).sources.map(({ id }) => id)).toEqual([
    'laureats',
    'personnes',
    'themes',
    'impacts',
    'promos',
  ]);
});

describe.skipIf(!existsSync(corpus))('a real front-matter site (needs ../shared/corpora/aic)', () => {
  const { documents, resolved } = existsSync(corpus) ? mapCorpus() : { documents: [], resolved: [] };
  const records = resolved.flatMap((extraction) => extraction.records);
  const of = <T extends DomainRecord['type']>(type: T) =>
    records.filter((record): record is Extract<DomainRecord, { type: T }> => record.type === type);
  const project = (name: string) => of('project').find((record) => record.project.name === name);
  const person = (name: string) => of('person').find((record) => record.person.name === name);

  it('gives every page its record, and leaves nothing out', () => {
    expect(documents.flatMap(({ skipped, dropped }) => [...skipped, ...dropped])).toEqual([]);
    expect(
      Object.fromEntries(
        (['project', 'article', 'person', 'concept', 'cohort'] as const).map((type) => [type, of(type).length]),
      ),
    ).toEqual({
      project: 13,
      article: 13,
      person: 12,
      concept: 11,
      cohort: 6,
    });
  });

  it('reads a project with who carries it, its themes, its impact and its towns', () => {
    const permis = project('Permis de construire');
    expect(permis?.stewards.map(({ name, lines }) => [name, lines.first])).toEqual([
      ['Association Permis de Construire France', 4],
    ]);
    expect(permis?.concepts.map(({ name }) => name)).toEqual([
      'Social',
      'Citoyenneté',
      'Transformer nos services publics et construire une renaissance démocratique',
    ]);
    expect(permis?.location.map(({ name }) => name?.value)).toEqual(['Nantes', 'Saint-Nazaire']);
    expect(project('Infoclimat')?.location.map(({ name }) => name?.value)).toEqual(['Aurillac']);
  });

  it('keeps the lines of a value that is folded over two', () => {
    expect(project('Infoclimat')?.description?.lines).toEqual({ first: 3, last: 4 });
  });

  it('finds every theme and impact of every project, in either scheme', () => {
    expect(of('project').filter(({ concepts }) => concepts.length < 2)).toEqual([]);
    expect(
      of('concept')
        .map(({ scheme }) => scheme)
        .sort(),
    ).toEqual([...Array(4).fill('impacts'), ...Array(7).fill('themes')]);
  });

  it('dates the pages', () => {
    const pyronear = of('article').find(({ headline }) => headline.value === 'Pyronear');
    expect(pyronear?.datePublished?.value).toBe('2023-05-15T09:05:56Z');
  });

  it('reads people with the body that their job names, else the one that carries their project', () => {
    const posts = (name: string) =>
      person(name)?.affiliations.map(({ role, organization, grade }) => [role, organization?.name, grade]);
    expect(posts("Alizée Lozac'hmeur")).toEqual([['Directrice', 'Association makesense', 'inferred']]);
    expect(posts('Emma Ghariani')).toEqual([
      ['Directrice de projet', 'Direction interministérielle du numérique', 'stated'],
    ]);
    expect(posts('Judith Lenglet')).toEqual([['Coach', undefined, 'stated']]);
    expect(person('Frédéric Ameye')?.projects.map(({ name }) => name)).toEqual(['Infoclimat']);
    expect(person('Tom Van den Maegdenbergh')?.sameAs.map(({ value }) => value)).toEqual([
      'https://www.linkedin.com/in/tom-van-den-maegdenbergh-2b0220102/',
    ]);
  });

  it('tells of the one project that has no page', () => {
    const findings = resolved.flatMap((extraction) => extraction.findings);
    const told = findings.map((finding) => [finding.code, messageOf(finding, 'en').split(' is the key')[0]]);
    expect(told).toEqual([
      ['reference-not-found', 'affiliations: "ADEX"'],
      ['reference-not-found', 'projects: "ADEX"'],
    ]);
    expect(findings.map(({ lines }) => lines.first)).toEqual([8, 8]);
  });
});

function mapCorpus() {
  const loaded = loadConfig(config);
  const context = { config: loaded, splitRole };
  const documents = loaded.sources.flatMap((source) => {
    const patterns = [...source.files, ...source.exclude.map((pattern) => `!${pattern}`)];
    const { files, problems } = findFiles(loaded.folder, patterns, { sourceId: source.id });
    expect(problems).toEqual([]);
    return files.map((file) => recordsOf(frontMatter.read(loadFile(file, source.id)), source, context));
  });
  return { documents, resolved: resolveReferences(documents) };
}

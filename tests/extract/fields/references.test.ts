import { describe, expect, it } from 'vitest';
import type { DomainRecord } from '../../../src/domain/record.ts';
import { mapAll } from './support.ts';

const source = (id: string, record: string) => `  - id: ${id}
    files: ${id}/*.md
    reader: front-matter
    records: [${record}]
`;

const YAML = `sources:
${source('personnes', "{type: person, fields: {name: title, projects: {ref: 'projets/{{projet}}'}, affiliation.role: job, affiliation.organization: {ref: 'projets/{{projet}}', field: steward}}}")}
${source('projets', "{type: project, fields: {name: title, description: desc, stewards: {ref: 'orgs/{{org}}'}, concepts: {ref: 'themes/{{themes}}'}}}")}
${source('orgs', '{type: organization, key: id, fields: {name: title, alternateName: sigle, url: site}}')}
${source('themes', '{type: concept, scheme: themes, fields: {name: title}}')}
${source('pages', "{type: article, fields: {headline: title, abstract: {ref: 'projets/{{p}}', field: description}, urls: {ref: 'orgs/{{o}}', field: url}}}")}
`;

const ORGS = {
  'orgs/1.md': { id: 'org-1', title: 'Association Exemple', sigle: 'AE', site: 'https://exemple.org/' },
  'orgs/2.md': { id: 'org-2', title: 'Mairie de Lens' },
  'projets/carte-ouverte.md': {
    title: 'Carte ouverte',
    desc: 'Une carte',
    org: 'org-1',
    themes: ['Santé', ' education'],
  },
  'themes/sante.md': { title: 'Santé' },
  'themes/éducation.md': { title: 'L’éducation ' },
};

type Loose = Record<string, never> & DomainRecord;
const first = (all: ReturnType<typeof mapAll>, path: string) => all[path]?.records[0] as unknown as Loose;
const codes = (all: ReturnType<typeof mapAll>) =>
  Object.values(all).flatMap((extraction) => extraction?.findings.map(({ code }) => code));

describe('a reference', () => {
  it('finds a record by its key or by its name, whatever its case and accents', () => {
    for (const projet of ['carte-ouverte', 'Carte ouverte', 'CARTE  OUVERTE ', 'Carte-Ouverte']) {
      const all = mapAll(YAML, { 'personnes/a.md': { title: 'Jeanne Exemple', projet }, ...ORGS });
      expect(first(all, 'personnes/a.md')).toMatchObject({
        projects: [
          {
            kind: 'project',
            name: 'Carte ouverte',
            surface: projet.trim().replace(/\s+/g, ' '),
            lines: { first: 3, last: 3 },
            rule: 'field:projects',
            grade: 'stated',
          },
        ],
      });
      expect(codes(all)).toEqual([]);
    }
  });

  it('may point into several sources', () => {
    const yaml = `sources:
${source('projets', "{type: project, fields: {name: title, concepts: {ref: ['themes/{{themes}}', 'effets/{{effets}}']}}}")}
${source('themes', '{type: concept, scheme: themes, fields: {name: title}}')}
${source('effets', '{type: concept, scheme: effets, fields: {name: title}}')}`;
    const all = mapAll(yaml, {
      'projets/a.md': { title: 'A', themes: ['Santé'], effets: ['Soigner'] },
      'themes/1.md': { title: 'Santé' },
      'effets/1.md': { title: 'Soigner' },
    });
    expect(first(all, 'projets/a.md')).toMatchObject({ concepts: [{ name: 'Santé' }, { name: 'Soigner' }] });
    expect(codes(all)).toEqual([]);
  });

  it('makes one of each value of a list', () => {
    const all = mapAll(YAML, ORGS);
    expect(first(all, 'projets/carte-ouverte.md')).toMatchObject({
      concepts: [
        { kind: 'concept', name: 'Santé' },
        { kind: 'concept', name: 'L’éducation', surface: 'education' },
      ],
    });
  });

  it('takes what the referenced record is called otherwise, and not what else it has', () => {
    const all = mapAll(YAML, ORGS);
    expect(first(all, 'projets/carte-ouverte.md')).toMatchObject({
      stewards: [{ kind: 'organization', name: 'Association Exemple', surface: 'org-1', aliases: ['AE'] }],
    });
  });

  it('takes a field of the referenced record, through further references, as inferred', () => {
    const all = mapAll(YAML, {
      'personnes/a.md': { title: 'Jeanne Exemple', job: 'Directrice', projet: 'Carte ouverte' },
      ...ORGS,
    });
    expect(first(all, 'personnes/a.md')).toMatchObject({
      affiliations: [
        {
          role: 'Directrice',
          organization: { name: 'Association Exemple', lines: { first: 4, last: 4 }, grade: 'inferred' },
          lines: { first: 3, last: 4 },
          grade: 'inferred',
        },
      ],
    });
  });

  it('takes texts and addresses too', () => {
    const all = mapAll(YAML, { 'pages/a.md': { title: 'Page', p: 'carte-ouverte', o: 'org-1' }, ...ORGS });
    expect(first(all, 'pages/a.md')).toMatchObject({
      abstract: { value: 'Une carte', lines: { first: 3, last: 3 }, grade: 'inferred' },
      urls: [{ value: 'https://exemple.org/', lines: { first: 4, last: 4 } }],
    });
  });

  it('that points nowhere is a finding that names the line and the value; the rest of the record stays', () => {
    const all = mapAll(YAML, {
      'personnes/a.md': { title: 'Jeanne Exemple', job: 'Coach', projet: 'Inconnu' },
      ...ORGS,
    });
    expect(first(all, 'personnes/a.md')).toMatchObject({
      projects: [],
      affiliations: [{ role: 'Coach', grade: 'stated' }],
    });
    expect(all['personnes/a.md']?.findings).toEqual([
      {
        severity: 'warning',
        code: 'reference-not-found',
        field: 'projects',
        value: 'Inconnu',
        type: 'project',
        source: 'projets',
        lines: { first: 4, last: 4 },
      },
      expect.objectContaining({ code: 'reference-not-found', lines: { first: 4, last: 4 } }),
    ]);
  });

  it('to several records that differ is left open', () => {
    const twins = { 'orgs/3.md': { id: 'org-1', title: 'Une autre' } };
    const all = mapAll(YAML, { ...ORGS, ...twins });
    expect(first(all, 'projets/carte-ouverte.md')).toMatchObject({ stewards: [] });
    expect(codes(all)).toEqual(['reference-ambiguous']);
  });

  it('to records that say the same is none the less one', () => {
    const all = mapAll(YAML, { ...ORGS, 'orgs/3.md': ORGS['orgs/1.md'] });
    expect(first(all, 'projets/carte-ouverte.md')).toMatchObject({ stewards: [{ name: 'Association Exemple' }] });
    expect(codes(all)).toEqual([]);
  });

  it('is the same whatever the order of the documents', () => {
    const documents = { 'personnes/a.md': { title: 'J', job: 'D', projet: 'Carte ouverte' }, ...ORGS };
    const forward = mapAll(YAML, documents);
    const backward = mapAll(YAML, Object.fromEntries(Object.entries(documents).reverse()));
    for (const path of Object.keys(documents)) expect(backward[path]).toEqual(forward[path]);
  });

  it('says nothing of e-mail addresses that people are referred to by', () => {
    const yaml = `sources:
${source('projets', "{type: person, fields: {name: n, projects: {ref: 'fiches/{{mail}}'}}}")}
${source('fiches', '{type: project, key: mail, fields: {name: title}}')}`;
    const all = mapAll(yaml, {
      'projets/a.md': { n: 'A', mail: 'jeanne@ville.fr' },
      'projets/b.md': { n: 'B', mail: 'nobody@ville.fr' },
      'fiches/f.md': { mail: 'jeanne@ville.fr', title: 'Fiche' },
    });
    expect(first(all, 'projets/a.md')).toMatchObject({ projects: [{ name: 'Fiche', surface: 'Fiche' }] });
    expect(JSON.stringify(all)).not.toContain('@ville');
  });

  it('in a circle ends', () => {
    const yaml = `sources:
${source('a', "{type: organization, fields: {name: n, within: {ref: 'b/{{o}}', field: within}}}")}
${source('b', "{type: organization, fields: {name: n, within: {ref: 'a/{{o}}', field: within}}}")}`;
    const all = mapAll(yaml, { 'a/1.md': { n: 'A', o: 'B' }, 'b/1.md': { n: 'B', o: 'A' } });
    expect(first(all, 'a/1.md')).toMatchObject({ organization: { name: 'A' } });
  });

  it('can be kept between runs: what waits is plain data', () => {
    const all = mapAll(YAML, ORGS);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});

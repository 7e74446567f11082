import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mlg, ONTOLOGY_FILES, ONTOLOGY_GRAPH, rdf, schema } from '../../src/map/vocab.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf } from '../support/files.ts';
import { about, nquads } from '../support/graph.ts';
import { ROOT } from '../support/imports.ts';
import { page, pagePath, village } from '../support/village.ts';

const BASE = 'https://graphe.example.org/';
const VOID = 'http://rdfs.org/ns/void#';

it('gives figures that a query over the built graph gives, too', async () => {
  const folder = folderOf(village(5));
  await buildIn(folder);
  const { store } = await openFromSnapshot(join(folder, 'build'));
  try {
    const rows = async (sparql: string): Promise<Record<string, string>[]> => {
      const { results } = JSON.parse((await store.query(sparql)).body) as {
        results: { bindings: Record<string, { value: string }>[] };
      };
      return results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v.value])));
    };
    const all = `GRAPH ?g { ?s ?p ?o } FILTER(?g NOT IN (<${BASE}graph/dataset>, <${ONTOLOGY_GRAPH}>))`;
    const own = (property: string) => `<${BASE}dataset> <${VOID}${property}> ?n`;
    const one = async (where: string) => (await rows(`SELECT ?n WHERE { ${where} }`))[0]?.n;

    const distinct = (what: string) => `{ SELECT (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ${what} WHERE { ${all} } } }`;
    expect(await one(own('triples'))).toBe(await one(distinct('?s ?p ?o')));
    expect(await one(own('distinctSubjects'))).toBe(await one(distinct('?s')));
    expect(await one(own('properties'))).toBe(await one(distinct('?p')));
    const typed = all.replace('?p', `<${rdf.type}>`);
    expect(await one(own('classes'))).toBe(await one(`{ SELECT (COUNT(DISTINCT ?o) AS ?n) WHERE { ${typed} } }`));
    expect(await one(own('entities'))).toBe(await one(`{ SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ${typed} } }`));

    const partitions = (kind: string, of: string, counted: string) =>
      rows(
        `SELECT ?x ?n WHERE { <${BASE}dataset> <${VOID}${kind}> ?part . ?part <${VOID}${of}> ?x ; <${VOID}${counted}> ?n } ORDER BY ?x`,
      );
    const classes = await partitions('classPartition', 'class', 'entities');
    expect(classes.map(({ x }) => x)).toEqual(expect.arrayContaining([schema.Person, mlg.Session]));
    expect(classes).toEqual(
      await rows(`SELECT (?o AS ?x) (COUNT(DISTINCT ?s) AS ?n) WHERE { ${typed} } GROUP BY ?o ORDER BY ?o`),
    );
    expect(await partitions('propertyPartition', 'property', 'triples')).toEqual(
      await rows(
        `SELECT (?p AS ?x) (COUNT(*) AS ?n) WHERE { SELECT DISTINCT ?s ?p ?o WHERE { ${all} } } GROUP BY ?p ORDER BY ?p`,
      ),
    );
  } finally {
    await store.close();
  }
});

it('describes itself for data portals, from the config and the days of its events', async () => {
  const tree = village(2);
  const folder = folderOf({
    ...tree,
    'maillage.config.yaml': `title: Veillées\nthemes: [EDUC]\ncountries: [FRA]\n${tree['maillage.config.yaml']}`,
  });
  const graph = about(
    nquads(`${quadsOf(await buildIn(folder)).join('\n')}\n`),
    '<https://graphe.example.org/graph/dataset>',
  );
  const of = (subject: string) =>
    about(graph, `<${BASE}${subject}> <`).filter(
      (line) => line.startsWith(`<${BASE}${subject}> `) && !line.includes(VOID),
    );
  expect(
    of('dataset').map((line) =>
      line.slice(line.indexOf('> <') + 2, -' <https://graphe.example.org/graph/dataset> .'.length),
    ),
  ).toEqual([
    '<http://purl.org/dc/terms/description> "Veillées"@fr',
    '<http://purl.org/dc/terms/language> <http://publications.europa.eu/resource/authority/language/FRA>',
    '<http://purl.org/dc/terms/license> <https://creativecommons.org/publicdomain/zero/1.0/>',
    '<http://purl.org/dc/terms/publisher> <https://graphe.example.org/dataset#publisher>',
    '<http://purl.org/dc/terms/spatial> <http://publications.europa.eu/resource/authority/country/FRA>',
    '<http://purl.org/dc/terms/temporal> <https://graphe.example.org/dataset#period>',
    '<http://purl.org/dc/terms/title> "Veillées"@fr',
    '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset>',
    '<http://www.w3.org/ns/dcat#theme> <http://publications.europa.eu/resource/authority/data-theme/EDUC>',
    '<http://www.w3.org/ns/prov#wasGeneratedBy> <https://graphe.example.org/dataset#build>',
  ]);
  expect(of('dataset#period').join('\n')).toMatch(/"2023-06-16".*\n.*"2023-03-02"/);
});

describe('the build', () => {
  const hex = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

  /** SHA-256 of each thing that the build says it used, by IRI. */
  function inputs(lines: readonly string[]): Record<string, string> {
    const used = lines.flatMap(
      (line) => /dataset#build> <http:\/\/www\.w3\.org\/ns\/prov#used> <([^>]+)>/.exec(line)?.[1] ?? [],
    );
    const hashOf = (iri: string): string =>
      lines
        .find((line) => line.startsWith(`<${iri}> <${mlg.sha256}>`) && line.includes('graph/dataset'))
        ?.match(/"(.*?)"/)?.[1] ?? '';
    return Object.fromEntries(used.sort().map((iri) => [iri, hashOf(iri)]));
  }

  it('names each of its inputs with a hash that anyone can make again from the files', async () => {
    const tree = village(2);
    const config = `judgements: judgements.jsonl\n${tree['maillage.config.yaml']}`;
    const ledger = `${JSON.stringify({ a: 'person:Zoé Puget', b: 'person:Zoé Bascou', decision: 'different', by: 'Essais', when: '2023-07-02', because: 'two people' })}\n`;
    const folder = folderOf({ ...tree, 'maillage.config.yaml': config, 'judgements.jsonl': ledger });
    const documents = [1, 2].map(pagePath).map((path) => `${path}\0${hex(String(tree[path]))}\n`);
    const ontology = ONTOLOGY_FILES.map((name) => readFileSync(join(ROOT, 'ontology', name), 'utf8')).join('');
    expect(inputs(quadsOf(await buildIn(folder)))).toEqual({
      [`${BASE}source/config/maillage.config.yaml`]: hex(config),
      [`${BASE}source/config/judgements.jsonl`]: hex(ledger),
      [`${BASE}source/agenda`]: hex(documents.join('')),
      [`${BASE}source/livret`]: hex(`livret.md\0${hex(String(tree['livret.md']))}\n`),
      [ONTOLOGY_GRAPH]: hex(ontology),
    });
  });

  it('says the same of sources that were taken over, and something else of one that was edited', async () => {
    const folder = folderOf(village(2));
    const first = inputs(quadsOf(await buildIn(folder)));
    expect(inputs(quadsOf(await buildIn(folder)))).toEqual(first);
    writeFileSync(join(folder, pagePath(2)), page(2).replace("On s'y retrouve.", 'À bientôt.'));
    const edited = inputs(quadsOf(await buildIn(folder)));
    const changed = Object.keys(first).filter((iri) => edited[iri] !== first[iri]);
    expect(changed).toEqual([`${BASE}source/agenda`]);
  });

  it('bears the newest day of its sources, or the one that it is given, and none where there is neither', async () => {
    const dayIn = (lines: readonly string[]) =>
      lines.find((line) => line.includes('dataset#build> <http://purl.org/dc/terms/date>'))?.match(/"(.*?)"/)?.[1];
    const articles = `base: ${BASE}
license: https://creativecommons.org/publicdomain/zero/1.0/
sources:
  - id: carnet
    files: '*.md'
    reader: front-matter
    records: [{ type: article, fields: { headline: titre, datePublished: jour } }]
`;
    const folder = folderOf({
      'maillage.config.yaml': articles,
      'a.md': '---\ntitre: Hier\njour: 2023-05-01\n---\n',
      'b.md': '---\ntitre: Demain\njour: 2023-05-02\n---\n',
    });
    expect(dayIn(quadsOf(await buildIn(folder)))).toBe('2023-05-02');
    expect(dayIn(quadsOf(await buildIn(folder, { day: '2024-01-01' })))).toBe('2024-01-01');
    expect(dayIn(quadsOf(await buildIn(folderOf(village(1)))))).toBeUndefined();
  });
});

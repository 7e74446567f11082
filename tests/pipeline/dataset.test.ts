import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mlg, ONTOLOGY_GRAPH, rdf, schema } from '../../src/map/vocab.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf } from '../support/files.ts';
import { about, nquads } from '../support/graph.ts';
import { village } from '../support/village.ts';

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

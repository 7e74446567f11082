import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NAMESPACES } from '../../src/map/vocab.ts';
import { readDocuments } from '../../src/search/read-documents.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';

const base = 'https://graphe.example.org/';
const turtle = `
@prefix schema: <${NAMESPACES.schema}> . @prefix mlg: <${NAMESPACES.mlg}> . @prefix dcterms: <${NAMESPACES.dcterms}> .
@prefix id: <${base}id/> .
<${base}id/person/ada> a schema:Person ; schema:name "Ada Belval" ; schema:alternateName "A. Belval", "Mme Belval" ;
  schema:affiliation <${base}id/organization/orse> .
<${base}id/organization/orse> a schema:Organization ; schema:name "Ville d’Orse" .
<${base}id/event/e> a schema:Event ; schema:name "Rencontres", "Les Rencontres" ;
  schema:startDate "2023-06-16"^^<${NAMESPACES.xsd}date>, "2023-06-15"^^<${NAMESPACES.xsd}date> ;
  schema:location <${base}id/place/p> .
<${base}id/place/p> a schema:Place ; schema:name "Halle" ; schema:address <${base}id/address/p> .
<${base}id/address/p> schema:addressLocality "Orse" .
<${base}id/article/x> a schema:Article ; schema:headline "Un article" .
<${base}id/person/old> a schema:Person ; schema:name "Ada B." ; dcterms:isReplacedBy <${base}id/person/ada> .
<${base}id/person/nameless> a schema:Person .
<https://elsewhere.example/id/person/z> a schema:Person ; schema:name "Elsewhere" .
`;
const folder = mkdtempSync(join(tmpdir(), 'maillage-search-'));
const store = createOxigraph();

beforeAll(async () => {
  writeFileSync(join(folder, 'graph.ttl'), turtle);
  await store.load([{ path: join(folder, 'graph.ttl'), graph: `${base}graph/test` }]);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('reads what has a page and a name: names, first day, what tells it apart; neither merged ids nor other bases', async () => {
  expect(await readDocuments(store, base)).toEqual([
    {
      path: 'doc/event/e',
      kind: 'event',
      name: 'Les Rencontres',
      names: ['Rencontres'],
      start: '2023-06-15',
      facts: ['Halle'],
    },
    {
      path: 'doc/person/ada',
      kind: 'person',
      name: 'Ada Belval',
      names: ['A. Belval', 'Mme Belval'],
      facts: ['Ville d’Orse'],
    },
    { path: 'doc/organization/orse', kind: 'organization', name: 'Ville d’Orse' },
    { path: 'doc/place/p', kind: 'place', name: 'Halle', facts: ['Orse'] },
    { path: 'doc/article/x', kind: 'article', name: 'Un article' },
  ]);
});

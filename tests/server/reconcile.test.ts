// Requests as OpenRefine sends them, and hostile ones, against a small invented graph.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMESPACES } from '../../src/map/vocab.ts';
import { readDocuments } from '../../src/search/read-documents.ts';
import { createSearch } from '../../src/search/search.ts';
import { createReconcile } from '../../src/server/reconcile.ts';
import { createSearchRoute } from '../../src/server/search.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';

const base = 'https://graphe.example.org/';
const turtle = `
@prefix schema: <${NAMESPACES.schema}> . @prefix mlg: <${NAMESPACES.mlg}> . @prefix xsd: <${NAMESPACES.xsd}> .
<${base}id/person/helene-de-la-tour> a schema:Person ; schema:name "Hélène de La Tour" ; schema:alternateName "H. de La Tour" ;
  schema:affiliation <${base}id/organization/la-filature> .
<${base}id/person/helene-lebrun> a schema:Person ; schema:name "Hélène Lebrun" ; schema:affiliation <${base}id/organization/aprv> .
<${base}id/person/paul-marin-1> a schema:Person ; schema:name "Paul Marin" ; schema:affiliation <${base}id/organization/aprv> .
<${base}id/person/paul-marin-2> a schema:Person ; schema:name "Paul Marin" ; schema:affiliation <${base}id/organization/la-filature> .
<${base}id/organization/la-filature> a schema:Organization ; schema:name "La Filature" ; schema:url <https://filature.example/> .
<${base}id/organization/aprv> a schema:Organization ; schema:name "Agence pour les rivières et la vallée" .
<${base}id/project/filature> a schema:Project ; schema:name "Filature" ; mlg:stewardedBy <${base}id/organization/la-filature> .
<${base}id/place/halle> a schema:Place ; schema:name "Halle <b>aux</b> grains" ; schema:address <${base}id/address/halle> .
<${base}id/address/halle> schema:addressLocality "Orse" ; schema:postalCode "09100" .
<${base}id/event/fete-2023> a schema:Event ; schema:name "Fête des communs" ; schema:startDate "2023-06-15"^^xsd:date ;
  schema:location <${base}id/place/halle> .
<${base}id/event/fete-2024> a schema:Event ; schema:name "Fête des communs" ;
  schema:startDate "2024-06-13T09:00:00+02:00"^^xsd:dateTime ; schema:location <${base}id/place/halle> .
<${base}id/session/s> a mlg:Session ; schema:name "Hélène Lebrun raconte" .
`;
const folder = mkdtempSync(join(tmpdir(), 'maillage-reconcile-'));
const store = createOxigraph();
const address = 'https://graphe.example.org/reconcile';
let app: ReturnType<typeof createReconcile>;
let searchRoute: ReturnType<typeof createSearchRoute>;

beforeAll(async () => {
  writeFileSync(join(folder, 'graph.ttl'), turtle);
  await store.load([{ path: join(folder, 'graph.ttl'), graph: `${base}graph/test` }]);
  const search = createSearch(await readDocuments(store, base));
  app = createReconcile({ base, address, title: 'Essais', language: 'fr', current: () => ({ search, store }) });
  searchRoute = createSearchRoute(() => ({ search }));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const post = (fields: Record<string, string>) =>
  app.request('/', { method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'http://127.0.0.1:3333' } });
interface Result {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly match: boolean;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly description?: string;
}
/** The candidates of one query. */
async function ask(query: unknown): Promise<readonly Result[]> {
  const response = await post({ queries: JSON.stringify({ q0: query }) });
  expect(response.status).toBe(200);
  return ((await response.json()) as { q0: { result: Result[] } }).q0.result;
}
const short = (results: readonly Result[]) => results.map(({ id, score, match }) => [id, score, match]);

describe('the manifest', () => {
  it('says what the service does, below the configured address, to any origin', async () => {
    const response = await app.request('/', { headers: { origin: 'http://127.0.0.1:3333', host: 'evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const manifest = (await response.json()) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      versions: ['0.2'],
      name: 'Essais',
      identifierSpace: `${base}id/`,
      schemaSpace: 'https://schema.org/',
      view: { url: `${address}/view?id={{id}}` },
      suggest: { entity: { service_url: address, service_path: '/suggest/entity' } },
      extend: { propose_properties: { service_url: address, service_path: '/extend/propose' } },
    });
    expect(JSON.stringify(manifest)).not.toContain('evil');
  });
  it('lets a browser ask beforehand', async () => {
    const headers = { origin: 'http://127.0.0.1:3333', 'access-control-request-method': 'POST' };
    const response = await app.request('/', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  });
});

describe('reconciliation queries', () => {
  it('answers a batch, by POST and by GET', async () => {
    const queries = JSON.stringify({
      q0: { query: 'helene lebrun', limit: 3 },
      q1: { query: 'Zzz', type: 'Person', type_strict: 'should' },
    });
    const posted = await (await post({ queries })).json();
    expect(posted).toMatchObject({
      q0: {
        result: [
          {
            id: 'person/helene-lebrun',
            name: 'Hélène Lebrun',
            description: 'Agence pour les rivières et la vallée',
            type: [{ id: 'Person', name: 'Personne' }],
            score: 100,
            match: true,
          },
          { match: false },
        ],
      },
      q1: { result: [] },
    });
    const got = await app.request(`/?queries=${encodeURIComponent(queries)}`);
    expect(await got.json()).toEqual(posted);
  });
  it('knows names by particles left out, in another order, by initials of given names, and by other names', async () => {
    expect(short(await ask({ query: 'TOUR, Hélène (de La)' }))[0]).toEqual(['person/helene-de-la-tour', 96, true]);
    expect(short(await ask({ query: 'Helene Tour' }))[0]).toEqual(['person/helene-de-la-tour', 98, true]);
    expect(short(await ask({ query: 'h de la tour' }))[0]).toEqual(['person/helene-de-la-tour', 99, true]);
    const [best] = await ask({ query: 'H. Lebrun' });
    expect(best).toMatchObject({ id: 'person/helene-lebrun', match: false });
    expect(best?.score).toBeGreaterThan(75);
  });
  it('finds a body by its acronym, and is not sure of it', async () => {
    expect(short(await ask({ query: 'ARV', type: 'Organization' }))).toEqual([['organization/aprv', 80, false]]);
  });
  it('scores a misspelt name below a right one, and does not take it for sure', async () => {
    const [best] = await ask({ query: 'Hélène Lebrunn' });
    expect(best).toMatchObject({ id: 'person/helene-lebrun', match: false });
    expect(best?.score).toBeLessThan(96);
  });
  it('is not sure where two things have the name, and is with a type or a property that tells them apart', async () => {
    expect((await ask({ query: 'Paul Marin' })).map(({ match }) => match)).toEqual([false, false]);
    const properties = [{ pid: 'affiliation', v: 'Filature' }];
    expect(short(await ask({ query: 'Paul Marin', properties }))[0]?.slice(0, 2)).toEqual([
      'person/paul-marin-2',
      99.2,
    ]);
    const byId = [{ pid: 'affiliation', v: { id: 'organization/aprv' } }];
    expect(short(await ask({ query: 'Paul Marin', properties: byId }))[0]).toEqual(['person/paul-marin-1', 100, true]);
    expect(short(await ask({ query: 'La Filature' }))[0]).toEqual(['organization/la-filature', 100, false]);
    expect(short(await ask({ query: 'La Filature', type: 'Organization' }))[0]?.[2]).toBe(true);
  });
  it('compares dates by their beginning, and takes numbers', async () => {
    const by = async (v: unknown) =>
      (await ask({ query: 'Fête des communs', properties: [{ pid: 'startDate', v }] }))[0]?.id;
    expect(await by('2023')).toBe('event/fete-2023');
    expect(await by(2024)).toBe('event/fete-2024');
    expect(await by(['2024-06-13'])).toBe('event/fete-2024');
  });
  it('is not sure of a name whose property says otherwise', async () => {
    const properties = [{ pid: 'affiliation', v: 'Imprimerie du Port' }];
    expect((await ask({ query: 'Hélène Lebrun', properties }))[0]).toMatchObject({
      id: 'person/helene-lebrun',
      match: false,
    });
  });
  it('takes properties without a name, several types, and properties that nobody knows', async () => {
    const results = await ask({
      properties: [{ pid: 'affiliation', v: 'La Filature' }],
      type: ['Person', 'Organization'],
    });
    expect(results.map(({ id }) => id)).toContain('person/helene-de-la-tour');
    expect((await ask({ query: 'Hélène Lebrun', properties: [{ pid: 'P31', v: 'Q5' }] }))[0]?.match).toBe(true);
    expect(await ask({ query: 'Hélène Lebrun', type: 'Q5' })).toEqual([]);
  });
  it('gives only people, organisations, projects, places and events', async () => {
    expect((await ask({ query: 'Hélène Lebrun raconte' })).map(({ id }) => id)).not.toContain('session/s');
  });
  it.each([
    ['not JSON', '{', /queries: not JSON/],
    ['no object', '[]', /^queries: /],
    ['neither name nor property', '{"q7":{}}', /queries\.q7.*neither/],
    ['too long', JSON.stringify({ q0: { query: 'x'.repeat(2000) } }), /1,000 characters/],
    [
      'too many',
      JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, i) => [i, { query: 'a' }]))),
      /at most 100/,
    ],
  ])('refuses what is %s, saying what is wrong', async (_what, queries, detail) => {
    const response = await post({ queries });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(((await response.json()) as { detail: string }).detail).toMatch(detail);
  });
  it('keeps queries apart from what objects are born with', async () => {
    const response = await post({
      queries: '{"__proto__":{"query":"Paul"},"constructor":{"query":"Paul"},"q":{"query":"x"}}',
    });
    expect(response.status).toBe(200);
    expect(Reflect.get({}, 'query')).toBeUndefined();
  });
  it('refuses a body that is too large', async () => {
    expect((await post({ queries: 'x'.repeat(600_000) })).status).toBe(413);
  });
  it('says what is wrong in French, too', async () => {
    const headers = { 'accept-language': 'fr' };
    const nobody = await app.request('/view?id=person/nobody', { headers });
    expect(nobody.status).toBe(404);
    expect(await nobody.json()).toMatchObject({ title: 'Introuvable', detail: expect.stringMatching(/désigne/) });
    const wrong = await app.request('/?queries=x', { headers });
    expect(await wrong.json()).toMatchObject({ title: 'Requête incorrecte' });
  });
});

describe('suggestions', () => {
  const suggest = async (path: string) => ((await (await app.request(path)).json()) as { result: Result[] }).result;
  it('completes names of things, of one type, page by page', async () => {
    expect((await suggest('/suggest/entity?prefix=hel&type=Person')).map(({ id }) => id)).toEqual([
      'person/helene-lebrun',
      'person/helene-de-la-tour',
    ]);
    expect(await suggest('/suggest/entity?prefix=hel&cursor=1&limit=1')).toHaveLength(1);
    expect(await suggest('/suggest/entity?prefix=')).toEqual([]);
  });
  it('completes types and properties in either language', async () => {
    expect(await suggest('/suggest/type?prefix=pers')).toEqual([{ id: 'Person', name: 'Personne' }]);
    expect(await suggest('/suggest/property?prefix=stew')).toEqual([{ id: 'stewardedBy', name: 'porté par' }]);
  });
});

describe('data extension', () => {
  it('proposes the properties of a type', async () => {
    const proposed = (await (await app.request('/extend/propose?type=Person&limit=2')).json()) as object;
    expect(proposed).toEqual({
      type: 'Person',
      limit: 2,
      properties: [
        { id: 'affiliation', name: 'affiliation' },
        { id: 'worksOn', name: 'travaille sur' },
      ],
    });
  });
  it('gives values: things with their ids, texts, moments; and none where there are none', async () => {
    const ids = ['person/paul-marin-1', 'event/fete-2023', 'event/fete-2024', 'person/nobody', 'x/> { } DROP'];
    const properties = ['affiliation', 'startDate', 'addressLocality'].map((id) => ({ id, settings: {} }));
    const response = await post({ extend: JSON.stringify({ ids, properties }) });
    const none = { affiliation: [], startDate: [], addressLocality: [] };
    expect(await response.json()).toEqual({
      meta: [
        { id: 'affiliation', name: 'affiliation', type: { id: 'Organization', name: 'Organisation' } },
        { id: 'startDate', name: 'début' },
        { id: 'addressLocality', name: 'commune' },
      ],
      rows: {
        'person/paul-marin-1': {
          ...none,
          affiliation: [{ id: 'organization/aprv', name: 'Agence pour les rivières et la vallée' }],
        },
        'event/fete-2023': { ...none, startDate: [{ str: '2023-06-15' }], addressLocality: [{ str: 'Orse' }] },
        'event/fete-2024': {
          ...none,
          startDate: [{ date: '2024-06-13T09:00:00+02:00' }],
          addressLocality: [{ str: 'Orse' }],
        },
        'person/nobody': none,
        'x/> { } DROP': none,
      },
    });
  });
  it('refuses an unknown property, naming those there are', async () => {
    const response = await post({ extend: '{"ids":["person/paul-marin-1"],"properties":[{"id":"P569"}]}' });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toContain('affiliation');
  });
});

describe('previews and pages', () => {
  it('shows a small page in which every text is text', async () => {
    const response = await app.request('/preview?id=place%2Fhalle');
    const text = await response.text();
    expect(text).toContain('Halle &lt;b&gt;aux&lt;/b&gt; grains');
    expect(text).not.toContain('<b>');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  });
  it('leads from an id to the thing, and from others nowhere', async () => {
    const response = await app.request('/view?id=person/helene-lebrun');
    expect([response.status, response.headers.get('location')]).toEqual([303, '../id/person/helene-lebrun']);
    expect((await app.request('/view?id=//evil.example')).status).toBe(404);
    expect((await app.request('/preview?id=person/nobody')).status).toBe(404);
  });
});

describe('search as JSON', () => {
  it('finds things of all kinds, or of some', async () => {
    const paths = async (query: string) =>
      ((await (await searchRoute.request(`/?${query}`)).json()) as { documents: { path: string }[] }).documents.map(
        ({ path }) => path,
      );
    expect(await paths('q=helene+lebrun')).toEqual(['doc/person/helene-lebrun', 'doc/session/s']);
    expect(await paths('q=helene+lebrun&kind=session&kind=nonsense')).toEqual(['doc/session/s']);
    expect(await paths('')).toEqual([]);
  });
});

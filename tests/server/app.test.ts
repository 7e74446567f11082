// Everything that is served beside SPARQL, request by request, over the hand-written graph.
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { about, createAround } from '../../src/publish/about.ts';
import { canonicalLines } from '../../src/publish/lines.ts';
import { createApp } from '../../src/server/app.ts';
import { ROOT } from '../support/imports.ts';
import { ADDRESS, serverOf, type TestServer } from '../support/server.ts';
import { hostile, SITE_BASE, siteOf } from '../support/site.ts';

// Dumps are written in a thread.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await serverOf();
});
const get: TestServer['get'] = (path, headers) => server.get(path, headers);
const type = (response: Response) => response.headers.get('content-type');
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('ids', () => {
  it('lead to what is known of a thing', async () => {
    const response = await get('/id/person/anna-lindqvist');
    expect([response.status, response.headers.get('location')]).toEqual([303, `${ADDRESS}doc/person/anna-lindqvist`]);
  });
  it('that were merged lead to the one that replaces them, for good', async () => {
    const response = await get('/id/person/anna-lindquist');
    expect([response.status, response.headers.get('location')]).toEqual([301, `${ADDRESS}id/person/anna-lindqvist`]);
    const document = await get('/doc/person/anna-lindquist');
    expect([document.status, document.headers.get('location')]).toEqual([301, `${ADDRESS}doc/person/anna-lindqvist`]);
  });
  it.each(['/id/person/who-is-gone', '/doc/person/who-is-gone', '/doc/person/who-is-gone.ttl'])(
    'that were withdrawn are gone: %s',
    async (path) => {
      const response = await get(path, { 'accept-language': 'fr' });
      expect(response.status).toBe(410);
      expect(((await response.json()) as { detail: string }).detail).toContain('retiré');
    },
  );
  it.each([
    '/id/person/nobody',
    '/id/',
    '/id/person/%3E%20a',
    '/id/person/a%22b',
    '/doc/person/nobody',
    '/doc/x/y.ttl',
  ])('that nobody gave are not there: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('what is wrong', () => {
  it.each([
    ['/nowhere', 404, '', 'Introuvable'],
    ['/doc/person/nobody.fr.html', 404, '../../', 'Introuvable'],
    ['/id/person/who-is-gone', 410, '../../', 'Retiré'],
    ['/sparql?query=SELECT%20%3Cscript%3E', 400, '', 'Requête incorrecte'],
  ])('is a page for people: %s', async (path, status, up, title) => {
    const response = await get(path, { accept: BROWSER, 'accept-language': 'fr' });
    expect([response.status, type(response)]).toEqual([status, 'text/html; charset=utf-8']);
    expect(response.headers.get('vary')).toMatch(/accept(?:,|$)/i);
    const text = await response.text();
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(`href="${up}index.en.html" hreflang="en"`);
    expect(text).toContain(`src="${up}assets/site.js"`);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('rel="canonical"');
  });

  it('is told in the language of the address', async () => {
    const text = await (await get('/nowhere.fr.html', { accept: BROWSER, 'accept-language': 'en' })).text();
    expect(text).toContain('<h1>Introuvable</h1>');
  });

  it('is JSON for programs, and at addresses too deep to climb out of', async () => {
    expect(type(await get('/nowhere', { accept: '*/*' }))).toBe('application/problem+json');
    expect(type(await get('/nowhere'))).toBe('application/problem+json');
    expect(type(await get('/a'.repeat(600), { accept: BROWSER }))).toBe('application/problem+json');
  });
});

describe('what is known of a thing', () => {
  const doc = '/doc/person/anna-lindqvist';
  it.each([
    [BROWSER, 'text/html; charset=UTF-8', 'Anna Lindqvist'],
    ['text/turtle', 'text/turtle; charset=utf-8', 'schema:name "Anna Lindqvist"'],
    ['application/ld+json', 'application/ld+json', 'Anna Lindqvist'],
    ['application/json', 'application/ld+json', 'Anna Lindqvist'],
    ['application/n-triples', 'application/n-triples; charset=utf-8', '<https://schema.org/name> "Anna Lindqvist"'],
    ['application/rdf+xml', 'application/rdf+xml', 'Anna Lindqvist'],
    ['text/html;q=0.2, text/turtle;q=0.9', 'text/turtle; charset=utf-8', 'Anna'],
  ])('with Accept: %s', async (accept, expected, text) => {
    const response = await get(doc, { accept });
    expect(response.status).toBe(200);
    expect(type(response)).toBe(expected);
    expect(response.headers.get('vary')).toMatch(/Accept\b/);
    expect(await response.text()).toContain(text);
  });
  it.each(['ttl', 'nt', 'jsonld', 'rdf'])('by its ending, whatever is accepted: .%s', async (ending) => {
    const response = await get(`${doc}.${ending}`, { accept: 'text/html' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Anna Lindqvist');
  });
  it('is a page in the language that is wanted', async () => {
    const lang = async (language: string) =>
      /<html lang="(\w+)"/.exec(await (await get(doc, { accept: BROWSER, 'accept-language': language })).text())?.[1];
    expect(await lang('en-GB, fr;q=0.3')).toBe('en');
    expect(await lang('fr')).toBe('fr');
    expect(await lang('de')).toBe('fr');
  });
  it('is refused in formats that it does not have', async () => {
    expect((await get(doc, { accept: 'image/png' })).status).toBe(406);
  });
  it('names its other forms, what it is about, and its licence', async () => {
    const link = (await get(doc, { accept: 'text/turtle' })).headers.get('link') ?? '';
    expect(link).toContain(`<${ADDRESS}doc/person/anna-lindqvist.jsonld>; rel="alternate"; type="application/ld+json"`);
    expect(link).toContain(`<${SITE_BASE}id/person/anna-lindqvist>; rel="about"`);
    expect(link).toMatch(/publicdomain\/zero\/1\.0\/>; rel="license"/);
    expect(link).toContain('rel="describedby"');
  });
  it('is what a published folder says of it, for everything', async () => {
    const lines = await canonicalLines([join(server.context.current().folder, 'segment.nq')]);
    const around = createAround(lines, SITE_BASE);
    expect(around.things.length).toBeGreaterThan(10);
    for (const thing of around.things) {
      const path = thing.slice(SITE_BASE.length).replace(/^id/, 'doc');
      const said = (await (await get(`/${path}.nt`)).text()).trimEnd().split('\n');
      const topic = { thing, document: SITE_BASE + path, base: SITE_BASE, license: server.context.license ?? '' };
      expect(said, path).toEqual(await about(around, topic));
    }
  });
});

describe('documents that were read', () => {
  const iri = () => /<(https:\/\/maillage\.example\/source\/[^#>]+)#/.exec(server.nquads)?.[1] ?? '';
  it('show their passages, each at the fragment of its IRI', async () => {
    const page = await get(new URL(iri()).pathname, { accept: BROWSER });
    expect(type(page)).toMatch('text/html');
    expect(await page.text()).toMatch(/<blockquote id="L\d+/);
    const data = await get(new URL(iri()).pathname, { accept: 'text/turtle' });
    expect(await data.text()).toContain('oa:exact');
  });
  it('are not there when nobody read them', async () => {
    expect((await get('/source/none/x.md')).status).toBe(404);
  });
});

describe('saved queries', () => {
  it('are listed for programs and for people', async () => {
    const { queries } = (await (await get('/queries', { accept: 'application/json' })).json()) as {
      queries: { name: string; url: string }[];
    };
    expect(queries.map(({ name }) => name)).toContain('sessions');
    expect(queries[0]?.url).toMatch(new RegExp(`^${ADDRESS}queries/`));
    expect(type(await get('/queries', { accept: BROWSER }))).toMatch('text/html');
  });
  it('all answer that need nothing', async () => {
    for (const { name, parameters } of server.context.queries) {
      if (parameters.some(({ required }) => required)) continue;
      const response = await get(`/queries/${name}`, { accept: '*/*' });
      expect([name, response.status]).toEqual([name, 200]);
      await response.text();
    }
  });
  it.each([
    ['/queries/sessions', '*/*', 'application/sparql-results+json'],
    ['/queries/sessions', BROWSER, 'text/html; charset=UTF-8'],
    ['/queries/sessions', 'text/csv', 'text/csv; charset=utf-8'],
    ['/queries/sessions.csv', BROWSER, 'text/csv; charset=utf-8'],
    ['/queries/sessions?format=tsv', BROWSER, 'text/tab-separated-values; charset=utf-8'],
    ['/queries/sessions.xml', BROWSER, 'application/sparql-results+xml'],
    ['/queries/sessions.rq', BROWSER, 'application/sparql-query; charset=utf-8'],
    ['/queries/sessions.ttl', BROWSER, 'text/turtle; charset=utf-8'],
  ])('%s with Accept: %s is %s', async (path, accept, expected) => {
    const response = await get(path, { accept });
    expect([response.status, type(response)]).toEqual([200, expected]);
  });
  it('take typed parameters, and say what is wrong with a value or a name', async () => {
    const about = await get('/queries/sessions-about.csv?text=ouvrir');
    expect(await about.text()).toContain('Ouvrir les données');
    const wrong = await get('/queries/sessions-about.csv?tekst=x');
    expect(wrong.status).toBe(400);
    expect(((await wrong.json()) as { detail: string }).detail).toMatch(/text/);
    const iri = await get(`/queries/said-of-actor.csv?actor=${encodeURIComponent('javascript:alert(1)')}`);
    expect(iri.status).toBe(400);
  });
  it.each(["x' } } UNION { ?s ?p ?o } #", '"""\n} ?s ?p ?o {', '$&$`\\', '<img src=x>', "\\'"])(
    'take the value %j as a value',
    async (text) => {
      const response = await get(`/queries/sessions-about.csv?text=${encodeURIComponent(text)}`);
      expect(response.status).toBe(200);
      expect((await response.text()).split('\r\n')).toHaveLength(2);
    },
  );
  it('come in parts, and tell where the others are', async () => {
    const all = (await (await get('/queries/sessions.csv')).text()).split('\r\n').slice(1, -1);
    const second = await get('/queries/sessions.csv?pageSize=1&page=2');
    expect((await second.text()).split('\r\n').slice(1, -1)).toEqual(all.slice(1, 2));
    expect(second.headers.get('x-total-count')).toBe(String(all.length));
    const link = second.headers.get('link') ?? '';
    expect(link).toContain(`<${ADDRESS}queries/sessions.csv?pageSize=1&page=1>; rel="prev"`);
    expect(link).toContain(`<${ADDRESS}queries/sessions.csv?pageSize=1&page=3>; rel="next"`);
    expect(link).toContain(`page=${all.length}>; rel="last"`);
    expect(
      (await (await get(`/queries/sessions.csv?pageSize=1&page=${all.length + 1}`)).text()).split('\r\n'),
    ).toHaveLength(2);
    for (const wrong of ['page=0', 'page=x', 'pageSize=0', 'pageSize=100000'])
      expect((await get(`/queries/sessions.csv?${wrong}`)).status).toBe(400);
  });
  it('that nobody saved are not there', async () => {
    expect((await get('/queries/nothing')).status).toBe(404);
    expect((await get('/queries/..%2f..%2fpackage.json')).status).toBe(404);
  });
  it('are described by OpenAPI, each with its parameters', async () => {
    const api = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      servers: object[];
      paths: Record<string, { get: { parameters: { name: string; required?: boolean; schema: { type: string } }[] } }>;
    };
    expect(api.openapi).toBe('3.1.0');
    expect(api.servers).toEqual([{ url: 'https://data.example.org' }]);
    for (const { name } of server.context.queries) expect(api.paths).toHaveProperty([`/queries/${name}`]);
    const [actor] = api.paths['/queries/said-of-actor']?.get.parameters ?? [];
    const preset = 'https://maillage.example/id/organization/la-mednum';
    expect(actor).toEqual({ name: 'actor', in: 'query', schema: { type: 'string', format: 'iri', default: preset } });
  });
});

describe('what there is to take away', () => {
  it.each([
    ['/dumps/graph.nq', 'application/n-quads'],
    ['/dumps/graph.ttl', 'text/turtle'],
    ['/dumps/graph.trig', 'application/trig'],
    ['/dumps/graph.jsonld', 'application/ld+json'],
    ['/dumps/graph.rdf', 'application/rdf+xml'],
    ['/tables/people.csv', 'text/csv; charset=utf-8'],
    ['/datapackage.json', 'application/json'],
    ['/catalog.ttl', 'text/turtle; charset=utf-8'],
    ['/.well-known/void', 'text/turtle; charset=utf-8'],
    ['/ontology.ttl', 'text/turtle; charset=utf-8'],
    ['/context.jsonld', 'application/ld+json'],
    ['/shapes.ttl', 'text/turtle; charset=utf-8'],
    ['/alignments.ttl', 'text/turtle; charset=utf-8'],
    ['/rules/end-before-start.rq', 'application/sparql-query; charset=utf-8'],
    ['/search.json', 'application/json'],
    ['/network/people.json', 'application/json'],
    ['/robots.txt', 'text/plain; charset=UTF-8'],
    ['/sitemap.xml', 'application/xml'],
  ])('%s is %s', async (path, expected) => {
    const response = await get(path);
    expect([response.status, type(response)]).toEqual([200, expected]);
    expect((await response.text()).length).toBeGreaterThan(50);
  });
  it('is the graph that is served', async () => {
    const lines = (await (await get('/dumps/graph.nq')).text()).trimEnd().split('\n');
    expect(lines).toHaveLength(new Set(server.nquads.trimEnd().split('\n')).size);
  });
  it('comes in ranges', async () => {
    const bytes = async (range: string) => {
      const response = await get('/dumps/graph.nq', { range });
      return {
        ...response,
        status: response.status,
        headers: response.headers,
        body: Buffer.from(await response.arrayBuffer()),
      };
    };
    const whole = Buffer.from(await (await get('/dumps/graph.nq')).arrayBuffer());
    const part = await bytes('bytes=10-19');
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(part.body).toEqual(whole.subarray(10, 20));
    expect((await bytes('bytes=-5')).body).toEqual(whole.subarray(-5));
    expect((await bytes(`bytes=${whole.length - 3}-`)).body).toEqual(whole.subarray(-3));
    const outside = await get('/dumps/graph.nq', { range: `bytes=${whole.length}-` });
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    for (const odd of ['bytes=5-2', 'bytes=-', 'lines=1-2', 'bytes=1-2,4-5'])
      expect((await get('/dumps/graph.nq', { range: odd })).status).toBe(200);
  });
  it('is nothing but that', async () => {
    for (const path of [
      '/dumps/passwd',
      '/dumps/..%2f..%2fpackage.json',
      '/tables/x.csv',
      '/assets/..%2findex.html',
      '/assets/x.js',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
  it('leads on from the IRIs of the dataset and the vocabulary', async () => {
    const location = async (path: string, accept: string) =>
      (await get(path, { accept, 'accept-language': 'en' })).headers.get('location');
    expect(await location('/dataset', 'text/turtle')).toBe(`${ADDRESS}.well-known/void`);
    expect(await location('/dataset', BROWSER)).toBe(`${ADDRESS}data.en.html`);
    expect(await location('/ontology', BROWSER)).toBe(`${ADDRESS}ontology.en.html`);
    expect(await (await get('/ontology', { accept: 'application/n-triples' })).text()).toContain(
      'ontology#Participation',
    );
  });
});

describe('pages', () => {
  it('are all there', async () => {
    for (const path of await server.context.current().pages.paths()) {
      const response = await get(`/${path}`);
      expect([path, response.status]).toEqual([path, 200]);
    }
  });
  it('begin in the language that is wanted', async () => {
    expect(await (await get('/', { 'accept-language': 'en' })).text()).toContain('<html lang="en"');
    expect(await (await get('/')).text()).toContain('<html lang="fr"');
  });
  it('have an address without language, where the one that is wanted is found', async () => {
    const { pages } = server.context.current();
    const names = (await pages.paths()).flatMap((path) => /^(.+)\.en\.html$/.exec(path)?.[1] ?? []);
    for (const name of names) {
      const headers = { accept: 'text/html', 'accept-language': 'en' };
      let response = await get(`/${name}`, headers);
      // The endpoint and the vocabulary lead to their pages.
      const to = response.status === 303 ? response.headers.get('location') : undefined;
      if (to) response = await get(to.slice(ADDRESS.length - 1), headers);
      expect(response.status, name).toBe(200);
      expect(await response.text(), name).toContain('<html lang="en"');
    }
    const network = await get('/network', { 'accept-language': 'fr' });
    expect(network.headers.get('content-location')).toBe(`${ADDRESS}network.fr.html`);
    expect(network.headers.get('vary')).toContain('Accept-Language');
    expect(await network.text()).toContain('<html lang="fr"');
    const slash = await get('/network/');
    expect([slash.status, slash.headers.get('location')]).toEqual([301, `${ADDRESS}network`]);
    expect((await get('/nowhere')).status).toBe(404);
    const found = await get('/search?q=cooperative', { accept: 'text/html' });
    expect(await found.text()).toContain('cooperative-du-lac');
    expect((await get('/search?q=cooperative', { accept: '*/*' })).headers.get('content-type')).toContain('json');
  });
  it('answer a saved query with parameters, and a search', async () => {
    expect(await (await get('/queries/sessions-about.fr.html?text=ouvrir')).text()).toContain('Ouvrir les données');
    expect(await (await get('/search.fr.html?q=cooperative')).text()).toContain('cooperative-du-lac');
    const found = (await (await get('/search?q=cooperative')).json()) as { documents: { path: string }[] };
    expect(found.documents[0]?.path).toBe('doc/organization/cooperative-du-lac');
  });
  it('run no script of a source, whatever texts hold', async () => {
    const evil = await serverOf(hostile);
    for (const path of await evil.context.current().pages.paths()) {
      if (!path.endsWith('.html')) continue;
      const text = await (await evil.get(`/${path}`)).text();
      expect(text, path).not.toMatch(/<img src=x|<script>pwned|href="?(?:javascript|data):/i);
    }
    const preview = await evil.get('/reconcile/preview?id=person/anna-lindqvist');
    expect(await preview.text()).not.toMatch(/<img src=x|<script>/);
  });
});

describe('every answer', () => {
  it('has headers that keep a browser from guessing and from asking others', async () => {
    for (const path of ['/', '/doc/person/anna-lindqvist.ttl', '/nothing', '/sparql']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
  it('can be had again for nothing, until another edition is served', async () => {
    const first = await get('/doc/person/anna-lindqvist.ttl');
    const etag = first.headers.get('etag') ?? '';
    const again = await get('/doc/person/anna-lindqvist.ttl', { 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get('/doc/person/anna-lindqvist.nt', { 'if-none-match': etag })).status).toBe(200);
    const own = await serverOf();
    own.serve({ tag: 'another' });
    expect((await own.get('/doc/person/anna-lindqvist.ttl', { 'if-none-match': etag })).status).toBe(200);
  });
  it('has one tag a language and format', async () => {
    const tag = async (headers: Record<string, string>) =>
      (await get('/doc/person/anna-lindqvist', headers)).headers.get('etag');
    const tags = [
      await tag({ accept: BROWSER, 'accept-language': 'fr' }),
      await tag({ accept: BROWSER, 'accept-language': 'en' }),
      await tag({ accept: 'text/turtle' }),
    ];
    expect(new Set(tags).size).toBe(3);
  });
  it('to HEAD has the headers of GET and no body', async () => {
    const head = await server.app.request('/doc/person/anna-lindqvist.ttl', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(type(head)).toBe('text/turtle; charset=utf-8');
  });
  it('comes compressed where that is understood', async () => {
    const response = await get('/doc/person/anna-lindqvist.ttl', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toContain('Anna Lindqvist');
  });
  it('may be read by other sites', async () => {
    for (const path of [
      '/doc/person/anna-lindqvist.ttl',
      '/queries/sessions.csv',
      '/search?q=x',
      '/reconcile',
      '/dumps/graph.nq',
    ])
      expect(
        (await get(path, { origin: 'https://elsewhere.example' })).headers.get('access-control-allow-origin'),
      ).toBe('*');
  });
  it('to a method that changes something is 405', async () => {
    const response = await server.app.request('/doc/person/anna-lindqvist', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
  it('that cannot be given is a problem of RFC 9457, in both languages', async () => {
    const fr = await get('/nothing', { 'accept-language': 'fr' });
    expect(type(fr)).toBe('application/problem+json');
    expect(await fr.json()).toMatchObject({ status: 404, title: 'Introuvable' });
    expect(await (await get('/nothing', { 'accept-language': 'en' })).json()).toMatchObject({ title: 'Not Found' });
    expect((await get(`/${'a'.repeat(40_000)}`)).status).toBe(414);
    expect((await get('/%E0%A4%A')).status).toBe(404);
  });
  it('about health is fresh', async () => {
    const response = await get('/health');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 'ok', statements: server.context.current().statements });
  });
});

describe('judgements on the quality page', () => {
  const LOCAL = 'http://127.0.0.1:8080';
  const judged: object[] = [];
  const editing = () => {
    const { context } = server;
    const folders = { web: join(ROOT, 'dist/web'), ontology: join(ROOT, 'ontology'), tables: join(ROOT, 'tables') };
    return createApp({ context, ...folders, judge: (one) => void judged.push(one) });
  };
  const send = (body: Record<string, string>, headers: Record<string, string>) =>
    editing().request(`${LOCAL}/judgements`, {
      method: 'POST',
      body: String(new URLSearchParams(body)),
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: '127.0.0.1:8080', ...headers },
    });
  const pair = { a: 'person/a', b: 'person/b', decision: 'same', because: ' a misprint ', by: '' };

  it('are taken from pages of the server, and lead back', async () => {
    const response = await send(pair, { origin: LOCAL, referer: `${LOCAL}/quality.en.html` });
    expect([response.status, response.headers.get('location')]).toEqual([303, 'quality.en.html']);
    expect(judged).toEqual([{ a: 'person/a', b: 'person/b', decision: 'same', because: 'a misprint' }]);
  });
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['nobody that says so', {}],
    ['a name that leads here', { origin: 'http://evil.example:8080', host: 'evil.example:8080' }],
    ['another port', { origin: 'http://127.0.0.1:9999' }],
  ])('are refused from %s', async (_, headers) => {
    const before = judged.length;
    expect((await send(pair, headers as Record<string, string>)).status).toBe(403);
    expect(judged).toHaveLength(before);
  });
  it('are refused where they decide nothing', async () => {
    expect((await send({ ...pair, decision: 'perhaps' }, { origin: LOCAL })).status).toBe(400);
  });
  it('are not taken where nobody edits', async () => {
    const response = await server.app.request('/judgements', { method: 'POST', headers: { origin: ADDRESS } });
    expect(response.status).toBe(405);
    expect(await (await get('/quality.fr.html')).text()).not.toContain('class="judge"');
  });
  it('have a form for each pair where editors judge, which tells what was judged', async () => {
    const edited = await siteOf({ mode: 'server', judged: () => 'unsure' });
    const text = (await edited.pages.page('quality.en.html')) ?? '';
    expect(text).toMatch(
      /<form class="judge" method="post" action="judgements#candidate-[0-9a-f]+" aria-label="Judge [^"]+ \/ [^"]+">/,
    );
    expect(text).toMatch(/value="unsure" aria-pressed="true"/);
  });
});

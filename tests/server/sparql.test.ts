// The SPARQL 1.1 Protocol, request by request (https://www.w3.org/TR/sparql11-protocol/), and the service description.
import { Parser } from 'n3';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOxigraph } from '../../src/store/oxigraph.ts';
import { ADDRESS, serverOf, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await serverOf();
});

const ASK = 'ASK { <https://maillage.example/id/person/anna-lindqvist> ?p ?o }';
const FORM = 'application/x-www-form-urlencoded';
const post = (
  body: string | Uint8Array<ArrayBuffer>,
  type?: string,
  query = '',
  headers: Record<string, string> = {},
) =>
  server.app.request(`/sparql${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: type === undefined ? headers : { ...headers, 'content-type': type },
  });
const ask = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  server.get(`/sparql?${new URLSearchParams(parameters)}`, headers);
const boolean = async (response: Response): Promise<boolean> =>
  ((await response.json()) as { boolean: boolean }).boolean;

describe('queries', () => {
  it.each([
    ['GET', () => ask({ query: ASK })],
    ['a POST of a form', () => post(String(new URLSearchParams({ query: ASK })), FORM)],
    ['a POST of a form with a charset', () => post(`query=${encodeURIComponent(ASK)}`, `${FORM}; charset=UTF-8`)],
    ['a POST of the query', () => post(ASK, 'application/sparql-query')],
  ])('are answered by %s', async (_, send) => {
    const response = await send();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/sparql-results+json');
    expect(await boolean(response)).toBe(true);
  });

  it.each([
    ['application/sparql-results+xml', 'application/sparql-results+xml', /<boolean>true/],
    ['text/csv', 'text/csv; charset=utf-8', /true/],
    ['application/json', 'application/sparql-results+json', /"boolean":\s*true/],
    ['text/turtle;q=0.9, text/tab-separated-values;q=0.5', 'text/tab-separated-values; charset=utf-8', /true/],
    ['*/*', 'application/sparql-results+json', /true/],
  ])('ASK with Accept: %s give %s', async (accept, type, body) => {
    const response = await ask({ query: ASK }, { accept });
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('vary')).toMatch(/Accept/);
    expect(await response.text()).toMatch(body);
  });

  it.each([
    ['text/turtle', 'text/turtle; charset=utf-8'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['application/ld+json', 'application/ld+json'],
    ['application/n-triples', 'application/n-triples; charset=utf-8'],
  ])('CONSTRUCT gives %s', async (accept, type) => {
    const query =
      'CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <https://maillage.example/id/person/anna-lindqvist> } ?s ?p ?o }';
    const response = await ask({ query }, { accept });
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain('Anna Lindqvist');
  });

  it('take their format from an address, too', async () => {
    expect((await ask({ query: ASK, format: 'csv' }, { accept: 'text/html' })).headers.get('content-type')).toBe(
      'text/csv; charset=utf-8',
    );
    expect((await ask({ query: ASK, format: 'docx' })).status).toBe(400);
  });

  it.each([
    ['turtle', 'text/turtle; charset=utf-8'],
    ['n3', 'text/turtle; charset=utf-8'],
    ['xml', 'application/rdf+xml'],
    ['rdf+xml', 'application/rdf+xml'],
    ['json', 'application/ld+json'],
    ['JSON-LD', 'application/ld+json'],
    ['application/n-triples', 'application/n-triples; charset=utf-8'],
  ])('take format=%s for graphs, as libraries of clients send it', async (format, type) => {
    const response = await ask({ query: 'CONSTRUCT { <urn:a> <urn:b> 1 } WHERE {}', format });
    expect(response.headers.get('content-type')).toBe(type);
  });

  it('read the graphs that the request names, whatever the query names', async () => {
    const identity = 'https://maillage.example/graph/identity';
    const count = 'SELECT (COUNT(*) AS ?n) FROM <urn:none> { ?s ?p ?o }';
    const rows = async (response: Response) => Number((await response.text()).split('\r\n')[1]);
    const one = await rows(await ask({ query: count, 'default-graph-uri': identity, format: 'csv' }));
    const inBody = `query=${encodeURIComponent(count)}&default-graph-uri=${encodeURIComponent(identity)}`;
    expect(one).toBe(server.nquads.split('\n').filter((line) => line.endsWith(` <${identity}> .`)).length);
    expect(await rows(await post(inBody, FORM, '?format=csv'))).toBe(one);
    const direct = `?format=csv&default-graph-uri=${encodeURIComponent(identity)}`;
    expect(await rows(await post(count, 'application/sparql-query', direct))).toBe(one);
    const named = await ask({
      query: 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }',
      'named-graph-uri': identity,
      format: 'csv',
    });
    expect(await named.text()).toBe(`g\r\n${identity}\r\n`);
    expect((await ask({ query: count, 'default-graph-uri': 'no iri' })).status).toBe(400);
  });
});

describe('an answer that is cut', () => {
  let small: TestServer;
  beforeAll(async () => {
    small = await serverOf();
    const store = createOxigraph({ maxRows: 2 });
    await store.load(small.context.current().segments);
    small.serve({ store });
  });
  it.each([
    ['json', /,"truncated":"[^"]*2 rows[^"]*"\}$/],
    ['xml', /<!-- [^>]*2 rows[^>]* -->\s*$/],
    ['csv', /^s\r\n[^\r]+\r\n[^\r]+\r\n$/],
  ])('says so in a header, and in %s where it can', async (format, body) => {
    const query = 'SELECT ?s { ?s ?p ?o }';
    const response = await small.get(`/sparql?${new URLSearchParams({ query, format })}`);
    expect(response.headers.get('x-truncated')).toMatch(/2 rows/);
    const text = await response.text();
    expect(text).toMatch(body);
    if (format === 'json') expect(JSON.parse(text).results.bindings).toHaveLength(2);
  });
  it('says so in Turtle, which stays Turtle', async () => {
    const query = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }';
    const response = await small.get(`/sparql?${new URLSearchParams({ query })}`);
    const text = await response.text();
    expect(text).toMatch(/\n# [^\n]*2 triples/);
    expect(new Parser().parse(text)).toHaveLength(2);
  });
});

describe('what is no query', () => {
  it.each([
    ['PUT', () => server.app.request('/sparql', { method: 'PUT', body: ASK }), 405],
    ['DELETE', () => server.app.request('/sparql', { method: 'DELETE' }), 405],
    ['two queries in an address', () => server.get(`/sparql?query=${ASK}&query=${ASK}`), 400],
    ['two queries in a form', () => post(`query=${ASK}&query=${ASK}`, FORM), 400],
    ['a query in the address of a query', () => post(ASK, 'application/sparql-query', `?query=${ASK}`), 400],
    ['a form without a query', () => post('x=y', FORM), 400],
    ['a form under another type', () => post(`query=${ASK}`, 'text/plain'), 415],
    ['no type at all', () => post(ASK), 415],
    ['another charset', () => post(ASK, 'application/sparql-query; charset=UTF-16'), 415],
    ['bytes that are no UTF-8', () => post(new Uint8Array([0xff, 0xfe, 65]), 'application/sparql-query'), 400],
    ['a wrong syntax', () => ask({ query: 'SELECT * {' }), 400],
    ['SERVICE', () => ask({ query: 'SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }' }), 400],
    ['a function that nobody knows', () => ask({ query: 'SELECT (<urn:f>(1) AS ?x) {}' }), 400],
    ['a format that a graph does not have', () => ask({ query: 'DESCRIBE <urn:x>', format: 'csv' }), 406],
    ['a type that nobody has', () => ask({ query: ASK }, { accept: 'image/png' }), 406],
    ['a body of 70 kB', () => post(`query=${'a'.repeat(70_000)}`, FORM), 413],
    ['a query of 17 KiB', () => post(`${ASK} #${'a'.repeat(17_000)}`, 'application/sparql-query'), 400],
    [
      'a query nested a thousand deep',
      () => post(`ASK ${'{'.repeat(1000)}${'}'.repeat(1000)}`, 'application/sparql-query'),
      400,
    ],
  ])('%s is refused, and told why', async (_, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { detail, status: told } = (await response.json()) as { detail: string; status: number };
    expect(told).toBe(status);
    expect(detail.length).toBeGreaterThan(10);
  });

  it('says for programs why a query was refused', async () => {
    const reason = async (query: string) => ((await (await ask({ query })).json()) as { reason: string }).reason;
    expect(await reason('SELECT * {')).toBe('syntax');
    expect(await reason('SELECT * { SERVICE <urn:x> { ?s ?p ?o } }')).toBe('service');
    expect(await reason('SELECT (<urn:f>(1) AS ?x) {}')).toBe('unsupported');
    expect(await reason('CLEAR ALL')).toBe('update');
  });

  it('names the line of an error, in the language that is wanted', async () => {
    const detail = async (language: string) =>
      (
        (await (await ask({ query: 'SELECT *\n{ ?s ?p' }, { 'accept-language': language })).json()) as {
          detail: string;
        }
      ).detail;
    expect(await detail('en')).toMatch(/line 2/);
    expect(await detail('fr-FR, en;q=0.5')).toMatch(/erreur de syntaxe.*line 2/);
  });
});

describe('updates', () => {
  const UPDATE = 'CLEAR ALL';
  it.each([
    ['of a form', () => post(String(new URLSearchParams({ update: UPDATE })), FORM)],
    ['of the update itself', () => post(UPDATE, 'application/sparql-update')],
    ['with graphs', () => post(UPDATE, 'application/sparql-update', '?using-graph-uri=urn:x')],
    ['by GET', () => server.get(`/sparql?update=${encodeURIComponent(UPDATE)}`)],
    ['that pretend to be queries', () => ask({ query: UPDATE })],
    [
      'that pretend to be queries, sent as such',
      () => post('INSERT DATA { <urn:a> <urn:b> 1 }', 'application/sparql-query'),
    ],
    ['that load', () => ask({ query: 'LOAD <http://127.0.0.1:1/>' })],
  ])('%s are refused with 403, and change nothing', async (_, send) => {
    expect((await send()).status).toBe(403);
    expect(await server.context.current().store.size()).toBe(server.context.current().statements);
  });
});

describe('the service description', () => {
  it('says what the endpoint is and can do (has-endpoint-triple, conforms-to-schema)', async () => {
    const response = await server.get('/sparql', { accept: 'text/turtle' });
    const quads = new Parser().parse(await response.text());
    const of = (subject: string, predicate: string) =>
      quads
        .filter((q) => q.subject.value === subject && q.predicate.value.endsWith(predicate))
        .map((q) => q.object.value);
    const endpoint = `${ADDRESS}sparql`;
    expect(of(endpoint, '#type')).toEqual(['http://www.w3.org/ns/sparql-service-description#Service']);
    expect(of(endpoint, '#endpoint')).toEqual([endpoint]);
    expect(of(endpoint, '#feature')).toEqual(['http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph']);
    expect(of(endpoint, '#resultFormat')).toHaveLength(8);
    expect(of(`${endpoint}#dataset`, '#namedGraph')).toHaveLength(4);
  });

  it.each(['application/rdf+xml', 'application/ld+json', 'application/n-triples'])(
    'comes as %s (returns-rdf)',
    async (accept) => {
      const response = await server.get('/sparql', { accept });
      expect(response.headers.get('content-type')?.startsWith(accept)).toBe(true);
      expect(await response.text()).toContain('UnionDefaultGraph');
    },
  );

  it('leads people to the editor, in their language', async () => {
    const response = await server.get('/sparql', { accept: 'text/html', 'accept-language': 'en' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${ADDRESS}sparql.en.html`);
  });

  it('takes its address from the config, never from a request', async () => {
    const response = await server.get('/sparql', { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(await response.text()).not.toContain('evil');
  });
});

describe('browsers of other sites', () => {
  it('may read the answers', async () => {
    const response = await ask({ query: ASK }, { origin: 'https://elsewhere.example' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const asked = await server.app.request('/sparql', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
  });
});

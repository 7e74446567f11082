// The remote store against a server that misbehaves, on loopback: what it sends, and what it makes of the answers.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { createRemote, type RemoteOptions } from '../../src/store/remote.ts';
import { QueryFailed, type Store } from '../../src/store/store.ts';

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Reply = (response: ServerResponse, request: number) => void;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A store on a server that replies so; waiting takes no time, and is written down. */
async function storeOn(reply: Reply, options: Partial<RemoteOptions> = {}) {
  const heard: Heard[] = [];
  const waits: number[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ headers: request.headers, body });
    reply(response, heard.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  const store: Store = createRemote({ endpoint, sleep, ...options });
  closing.push(
    () => store.close(),
    () => void server.close(),
    () => server.closeAllConnections(),
  );
  return { store, heard, waits, endpoint };
}

const JSON_TYPE = 'application/sparql-results+json';
const answer = (response: ServerResponse, body: string, type = JSON_TYPE) =>
  response.writeHead(200, { 'content-type': type }).end(body);
const refuse = (response: ServerResponse, status: number, body = '', headers = {}) =>
  response.writeHead(status, headers).end(body);
const rows = (...values: string[]) =>
  JSON.stringify(
    { head: { vars: ['o'] }, results: { bindings: values.map((value) => ({ o: { type: 'literal', value } })) } },
    null,
    2,
  );
const failureOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => new Error('no failure'),
    (e) => e,
  );
const SELECT = 'SELECT ?o { ?s ?p ?o }';

describe('the remote store', () => {
  it('sends the query as a form, with one row more than the cap, and its credentials in a header', async () => {
    const authorization = { type: 'basic', user: 'ada', password: 'é:x' } as const;
    const { store, heard } = await storeOn((response) => answer(response, rows('a')), { authorization, maxRows: 10 });
    expect(JSON.parse((await store.query(SELECT)).body).results.bindings).toHaveLength(1);
    expect(new URLSearchParams(heard[0]?.body).get('query')).toBe(`${SELECT}\nLIMIT 11`);
    expect(heard[0]?.headers).toMatchObject({
      accept: JSON_TYPE,
      authorization: `Basic ${Buffer.from('ada:é:x').toString('base64')}`,
    });
  });

  it('sends a token', async () => {
    const authorization = { type: 'bearer', token: 't0k' } as const;
    const { store, heard } = await storeOn((response) => answer(response, rows()), { authorization });
    await store.query(SELECT);
    expect(heard[0]?.headers.authorization).toBe('Bearer t0k');
  });

  it('asks again, later and later, where the server is overloaded, and as late as it says', async () => {
    const { store, waits } = await storeOn((response, request) => {
      if (request === 1) refuse(response, 503);
      else if (request === 2) refuse(response, 429, '', { 'retry-after': '7' });
      else if (request === 3) response.destroy();
      else answer(response, rows('a'));
    });
    expect((await store.query(SELECT)).body).toContain('"a"');
    expect(waits).toEqual([250, 7000, 1000]);
  });

  it('gives up after some tries, naming the address', async () => {
    const { store, heard, endpoint } = await storeOn((response) => refuse(response, 503, 'busy'), { attempts: 3 });
    const failure = await failureOf(store.query(SELECT));
    expect(failure).toBeInstanceOf(QueryFailed);
    expect(failure.message).toContain(`${endpoint} answers 503: busy (tried 3 times)`);
    expect(heard).toHaveLength(3);
  });

  it('does not ask again what the server stopped at its own time limit', async () => {
    const { store, heard } = await storeOn((response) => refuse(response, 503, 'Query timed out'));
    expect(await failureOf(store.query(SELECT))).toMatchObject({ reason: 'timeout' });
    expect(heard).toHaveLength(1);
  });

  it.each([
    [401, /authentication/],
    [403, /authentication/],
    [301, /sends elsewhere \(301, https:\/\/elsewhere\.example\/\)/],
    [404, /check the addresses/],
  ])('says what to mend in the config for %i, and follows no redirect', async (status, message) => {
    const headers = status === 301 ? { location: 'https://elsewhere.example/' } : {};
    const { store, heard } = await storeOn((response) => refuse(response, status, '', headers));
    const failure = await failureOf(store.query(SELECT));
    expect(failure).toBeInstanceOf(UsageError);
    expect(failure.message).toMatch(message);
    expect(heard).toHaveLength(1);
  });

  it('shows what the server says of a failure, without markup and control characters', async () => {
    const { store } = await storeOn((response) => refuse(response, 500, '<h1>Oh \u001b[31mno</h1>\n'));
    const failure = await failureOf(store.query(SELECT));
    expect(failure).toMatchObject({ reason: 'engine' });
    expect(failure.message).toMatch(/could not run it \(500\): Oh \[31mno$/);
  });

  it('takes no page for an answer, and no nonsense for JSON', async () => {
    const page = await storeOn((response) => answer(response, '<html>', 'text/html'));
    expect((await failureOf(page.store.query(SELECT))).message).toMatch(/is it a SPARQL endpoint/);
    const nonsense = await storeOn((response) => answer(response, '{"head'));
    expect(await failureOf(nonsense.store.query(SELECT))).toMatchObject({ reason: 'engine' });
  });

  it('leaves a query at its time limit', async () => {
    const { store } = await storeOn(() => {});
    expect(await failureOf(store.query(SELECT, { timeoutMs: 50 }))).toMatchObject({ reason: 'timeout' });
  });

  it('fails what is running when it is closed', async () => {
    const { store } = await storeOn(() => {});
    const running = failureOf(store.query(SELECT));
    await store.close();
    expect(await running).toMatchObject({ reason: 'closed' });
  });

  it('cuts rows at the cap and says so', async () => {
    const { store } = await storeOn((response) => answer(response, rows('a', 'b', 'c')), { maxRows: 2 });
    const { body, truncated } = await store.query(SELECT, { accept: 'csv' });
    expect(body).toBe('o\r\na\r\nb\r\n');
    expect(truncated).toMatchObject({ rows: 2, by: 'rows' });
  });

  it('reads no more than it may hold, gives whole rows and says so', async () => {
    const endless = (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': JSON_TYPE });
      response.write('{ "head": { "vars": ["o"] }, "results": { "bindings" : [\n');
      const row = `{ "o": { "type": "literal", "value": "${'x'.repeat(1000)}" } }`;
      const more = (): void => {
        while (!response.destroyed && response.write(`${row},\n`));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    const { store } = await storeOn(endless, { maxBytes: 100_000 });
    const { body, truncated } = await store.query(SELECT);
    const { bindings } = (JSON.parse(body) as { results: { bindings: unknown[] } }).results;
    expect(bindings.length).toBeGreaterThan(50);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(100_000);
    expect(truncated).toMatchObject({ rows: bindings.length, by: 'bytes' });
  });

  it.each(['csv', 'tsv', 'xml', 'json'] as const)('makes %s of a truth', async (accept) => {
    const { store } = await storeOn((response) => answer(response, '{ "head": {}, "boolean": true }'));
    expect((await store.query('ASK {}', { accept })).body).toMatch(
      { csv: /^true$/, tsv: /^true$/, xml: /<boolean>true<\/boolean>/, json: /^\{"head":\{\},"boolean":true\}$/ }[
        accept
      ],
    );
  });

  it('knows the types of terms that servers name differently, and writes each format of them', async () => {
    const xsd = 'http://www.w3.org/2001/XMLSchema#';
    const o = [
      { type: 'typed-literal', value: '01', datatype: `${xsd}integer` },
      { type: 'literal', value: 'a"<\u0002', datatype: `${xsd}string` },
      { type: 'literal', value: 'é', 'xml:lang': 'fr' },
      { type: 'bnode', value: 'b0' },
      { type: 'literal', value: '2020', datatype: `${xsd}gYear` },
    ];
    const body = JSON.stringify({ head: { vars: ['o'] }, results: { bindings: o.map((term) => ({ o: term })) } });
    const { store } = await storeOn((response) => answer(response, body));
    const as = async (accept: 'csv' | 'tsv' | 'xml') => (await store.query(SELECT, { accept })).body;
    expect(await as('csv')).toBe('o\r\n01\r\n"a""<\u0002"\r\né\r\n_:b0\r\n2020\r\n');
    expect(await as('tsv')).toBe(`?o\n01\n"a\\"<\u0002"\n"é"@fr\n_:b0\n"2020"^^<${xsd}gYear>\n`);
    expect(await as('xml')).toContain(
      `<literal datatype="${xsd}integer">01</literal></binding></result><result><binding name="o"><literal>a&quot;&lt;\uFFFD</literal>`,
    );
  });
});

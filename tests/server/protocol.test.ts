// The tests of the SPARQL 1.1 Protocol by the names that the W3C's manifest gives them
// (https://github.com/w3c/rdf-tests/tree/main/sparql/sparql11/protocol), each with a request of our own. All that write are refused.
import { Parser } from 'n3';
import { namedNode, quad } from 'oxigraph';
import { beforeAll, describe, expect, it } from 'vitest';
import { rdf } from '../../src/map/vocab.ts';
import { ADDRESS, serverOf, type TestServer } from '../support/server.ts';

const [one, two, three] = ['urn:graph:one', 'urn:graph:two', 'urn:graph:three'] as const;
let server: TestServer;
beforeAll(async () => {
  server = await serverOf((engine) => {
    for (const graph of [one, two, three])
      engine.add(quad(namedNode(graph), namedNode(rdf.type), namedNode('urn:Thing'), namedNode(graph)));
    return engine;
  });
});

const FORM = 'application/x-www-form-urlencoded';
const QUERY = 'application/sparql-query';
const UPDATE = 'application/sparql-update';

interface Sent {
  readonly method?: string;
  readonly type?: string;
  /** Parameters of the address, and what follows it as text or as bytes. */
  readonly address?: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array<ArrayBuffer>;
}
function send({ method, type, address = [], body }: Sent): Response | Promise<Response> {
  // A text as the body would set a content type of its own.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return server.app.request(`/sparql?${new URLSearchParams(address.map(([...pair]) => pair))}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(bytes === undefined ? {} : { body: bytes }),
    headers: type === undefined ? {} : { 'content-type': type },
  });
}
const form = (...fields: readonly (readonly [string, string])[]) =>
  String(new URLSearchParams(fields.map(([...pair]) => pair)));
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

const inDefault = `ASK { <${one}> a ?x . <${two}> a ?y FILTER NOT EXISTS { <${three}> a ?z } }`;
const inNamed = `ASK { GRAPH ?g { <${one}> a ?x } GRAPH ?h { <${two}> a ?y } FILTER NOT EXISTS { GRAPH ?i { <${three}> a ?z } } }`;
const inBoth = `ASK { <${three}> a ?z . GRAPH ?g { <${one}> a ?x } GRAPH ?h { <${two}> a ?y } FILTER NOT EXISTS { <${one}> a ?x } }`;
const defaults = [
  ['default-graph-uri', one],
  ['default-graph-uri', two],
] as const;
const named = [
  ['named-graph-uri', one],
  ['named-graph-uri', two],
] as const;

const TRUE: Readonly<Record<string, Sent>> = {
  query_get: { address: [['query', 'ASK {}']] },
  query_post_form: { type: FORM, body: form(['query', 'ASK {}']) },
  query_post_direct: { type: QUERY, body: 'ASK {}' },
  query_dataset_default_graphs_get: { address: [['query', inDefault], ...defaults] },
  query_dataset_default_graphs_post: { type: QUERY, address: defaults, body: inDefault },
  query_dataset_named_graphs_get: { address: [['query', inNamed], ...named] },
  query_dataset_named_graphs_post: { type: QUERY, address: named, body: inNamed },
  query_dataset_full: { type: QUERY, address: [['default-graph-uri', three], ...named], body: inBoth },
  query_multiple_dataset: { type: QUERY, address: named, body: inNamed.replace('{', `FROM <${three}> {`) },
};

const TYPES: readonly (readonly [string, string, RegExp])[] = [
  ['query_content_type_select', 'SELECT (1 AS ?one) {}', /sparql-results\+json$/],
  ['query_content_type_ask', 'ASK {}', /sparql-results\+json$/],
  ['query_content_type_describe', `DESCRIBE <${one}>`, /^text\/turtle/],
  ['query_content_type_construct', 'CONSTRUCT { <a> <b> 1 } WHERE {}', /^text\/turtle/],
];

const CLEAR = 'CLEAR ALL';
const INSERT = 'INSERT { GRAPH <urn:new> { ?s a <urn:Other> } } WHERE { ?s a <urn:Thing> }';
const using = [
  ['using-graph-uri', one],
  ['using-graph-uri', two],
] as const;
const usingNamed = [['using-named-graph-uri', two]] as const;

const UPDATES: Readonly<Record<string, Sent>> = {
  update_post_form: { type: FORM, body: form(['update', CLEAR]) },
  update_post_direct: { type: UPDATE, body: CLEAR },
  update_dataset_default_graph: { type: UPDATE, address: using.slice(0, 1), body: INSERT },
  update_dataset_default_graphs: { type: UPDATE, address: using, body: INSERT },
  update_dataset_named_graphs: { type: UPDATE, address: usingNamed, body: INSERT },
  update_dataset_full: { type: UPDATE, address: [...using, ...usingNamed], body: INSERT },
  update_base_uri: { type: UPDATE, body: 'INSERT DATA { GRAPH <urn:new> { <urn:a> <urn:b> <c> } }' },
};

const BAD: Readonly<Record<string, readonly [number, Sent]>> = {
  bad_query_method: [405, { method: 'PUT', type: FORM, address: [['query', 'ASK {}']] }],
  bad_multiple_queries: [400, { address: [...'ab'].map((name) => ['query', `ASK { ?${name} ?b ?c }`] as const) }],
  bad_query_wrong_media_type: [415, { type: 'text/plain', body: 'ASK {}' }],
  bad_query_missing_form_type: [415, { body: form(['query', 'ASK {}']) }],
  bad_query_missing_direct_type: [415, { body: 'ASK {}' }],
  bad_query_non_utf8: [415, { type: `${QUERY}; charset=UTF-16`, body: utf16('ASK {}') }],
  bad_query_syntax: [400, { address: [['query', 'ASK {']] }],
  bad_update_get: [403, { address: [['update', CLEAR]] }],
  bad_multiple_updates: [403, { type: FORM, body: form(['update', CLEAR], ['update', 'CLEAR NAMED']) }],
  bad_update_wrong_media_type: [415, { type: 'text/plain', body: CLEAR }],
  bad_update_missing_form_type: [415, { body: form(['update', CLEAR]) }],
  bad_update_non_utf8: [415, { type: `${UPDATE}; charset=UTF-16`, body: utf16(CLEAR) }],
  bad_update_syntax: [403, { type: FORM, body: form(['update', 'CLEAR WHATEVER']) }],
  bad_update_dataset_conflict: [403, { type: UPDATE, address: usingNamed, body: `WITH <${one}> ${INSERT}` }],
};

describe('the Protocol’s 34 tests', () => {
  it('are all here', () => {
    const names = [TRUE, UPDATES, BAD].flatMap(Object.keys).concat(TYPES.map(([name]) => name));
    expect(new Set(names).size).toBe(34);
  });
  it.each(Object.entries(TRUE))('%s is true', async (_, sent) => {
    const response = await send(sent);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ head: {}, boolean: true });
  });
  it.each(TYPES)('%s', async (_, body, type) => {
    const response = await send({ type: QUERY, body });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
  });
  it.each(Object.entries(UPDATES))('%s is refused, and writes nothing', async (_, sent) => {
    expect((await send(sent)).status).toBe(403);
    expect(await server.context.current().store.size()).toBe(server.context.current().statements);
  });
  it.each(Object.entries(BAD))('%s', async (_, [status, sent]) => {
    const response = await send(sent);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await server.context.current().store.size()).toBe(server.context.current().statements);
  });
});

describe('relative IRIs', () => {
  it('are those of the endpoint, unless the query has a base', async () => {
    const terms = async (query: string) => {
      const [triple] = new Parser().parse(await (await send({ type: QUERY, body: query })).text());
      return [triple?.subject.value, triple?.predicate.value, triple?.object.value];
    };
    expect(await terms('CONSTRUCT { <a> <#b> <?c> } WHERE {}')).toEqual([
      `${ADDRESS}a`,
      `${ADDRESS}sparql#b`,
      `${ADDRESS}sparql?c`,
    ]);
    expect(await terms('BASE <urn:x:y> CONSTRUCT { <#a> <#b> <#c> } WHERE {}')).toEqual(
      ['a', 'b', 'c'].map((name) => `urn:x:y#${name}`),
    );
  });
});

// Queries from a grammar, sent to the server as a client sends them, and put to the engine in this process as well.
import { join } from 'node:path';
import fc from 'fast-check';
import { Store as Engine } from 'oxigraph';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../src/store/pool.ts';
import { brokenQueries, queries } from '../support/arbitrary-queries.ts';
import { atEnd } from '../support/end.ts';
import { sharedFolderOf } from '../support/files.ts';
import { ADDRESS, serverOf, type TestServer } from '../support/server.ts';

/** What each property is tried on. The same queries in each run. */
const TRIES = { seed: 20_261_127, numRuns: 500 };
const PATIENCE = 120_000;

const names = ['<urn:x:a>', '<urn:x:b>', '<urn:x:c>', '<urn:x:d>', '<urn:x:e>'];
const objects = [...names, '"Ada"', '"Ada"@fr', '"2"', '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'];
/** Each subject with each predicate once or twice, in two graphs that have a third of them in common. */
const NQUADS = names
  .flatMap((s, i) => names.flatMap((p, j) => [0, 1].map((k) => `${s} ${p} ${objects[(i * 3 + j * 5 + k) % 9]}`)))
  .flatMap((triple, i) => (i % 3 === 0 ? [1, 2] : [1 + (i % 2)]).map((graph) => `${triple} <urn:g:${graph}> .\n`))
  .join('');
const merged = NQUADS.replaceAll(/ <urn:g:\d> \.\n/g, ' .\n');

let server: TestServer;
let engine: Engine;
/** How many answers had which status. */
const answers = new Map<number, number>();
beforeAll(async () => {
  server = await serverOf();
  const store = createPool({ timeoutMs: 500, maxRows: 200 });
  atEnd(() => store.close());
  await store.load([join(sharedFolderOf({ 'data.nq': NQUADS }), 'data.nq')]);
  server.serve({ store });
  engine = new Engine();
  engine.load(NQUADS + merged, { format: 'application/n-quads' });
});

async function post(
  query: string,
): Promise<{ readonly status: number; readonly type: string; readonly body: string; readonly isCut: boolean }> {
  const response = await server.app.request('/sparql', {
    method: 'POST',
    body: new URLSearchParams({ query }),
    headers: { accept: 'application/sparql-results+json, application/n-triples;q=0.9' },
  });
  const { status, headers } = response;
  return {
    status,
    type: headers.get('content-type') ?? '',
    body: await response.text(),
    isCut: headers.has('x-truncated'),
  };
}

/** A result, or a problem that says what is wrong with the query or the moment; and the next query is answered. */
async function answered(query: string) {
  const answer = await post(query);
  answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
  expect([200, 400, 403, 503, 504]).toContain(answer.status);
  if (answer.status !== 200) {
    expect(answer.type).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({
      status: answer.status,
      detail: expect.stringMatching(/\w/),
      reason: expect.stringMatching(/^[a-z]+$/),
    });
    expect((await post('ASK { <urn:x:a> <urn:x:a> ?o }')).body).toMatch(/"boolean":true/);
  }
  return answer;
}

/** Rows or triples in an order of their own, triples once each; what blank nodes are called is left out. */
function partsOf(type: string, body: string): string[] {
  if (type.includes('n-triples')) return [...new Set(body.replaceAll(/_:\w+/g, '_:x').split('\n'))].sort();
  const { results } = JSON.parse(body) as { results?: { bindings: object[] } };
  return results === undefined
    ? [body]
    : results.bindings
        .map((row) => JSON.stringify(Object.entries(row).sort()).replaceAll(/"bnode","value":"\w+"/g, '"bnode"'))
        .sort();
}

describe('any query', () => {
  it('is answered as the engine answers it, or refused', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const { status, type, body, isCut } = await answered(query);
        if (status !== 200) return;
        const results_format = type.split(';', 1)[0] as string;
        const own = engine.query(query, { results_format, base_iri: `${ADDRESS}sparql` }) as string;
        const [served, expected] = [partsOf(type, body), partsOf(type, own)];
        if (isCut) expect(expected).toEqual(expect.arrayContaining(served));
        else expect(served).toEqual(expected);
      }),
      TRIES,
    );
    // The grammar is worth something only while most of what it makes is answered.
    expect(answers.get(200)).toBeGreaterThan(answers.get(400) ?? 0);
  });

  it('is refused where it is none, and ends nothing', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(brokenQueries, async (query) => {
        await answered(query);
      }),
      TRIES,
    );
  });
});

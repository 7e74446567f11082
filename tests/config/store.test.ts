import { describe, expect, it } from 'vitest';
import { configOf, errorsOf } from './support.ts';

const SOURCES =
  'sources:\n  - {id: a, files: a.md, reader: front-matter, records: [{type: person, fields: {name: n}}]}\n';

describe('store', () => {
  it('is the embedded one unless a server is named', () => {
    expect(configOf(SOURCES).store).toBeUndefined();
    expect(configOf(`store: embedded\n${SOURCES}`).store).toBeUndefined();
  });
  it('names a server, and environment variables for its secrets', () => {
    const yaml = `store:
  endpoint: https://sparql.example.org/query
  update: https://sparql.example.org/update
  timeout: 60
  authentication: { type: bearer, token: GRAPH_TOKEN }
`;
    expect(configOf(yaml + SOURCES).store).toEqual({
      endpoint: 'https://sparql.example.org/query',
      update: 'https://sparql.example.org/update',
      timeout: 60,
      authentication: { type: 'bearer', token: 'GRAPH_TOKEN' },
    });
  });
  it.each([
    ['a password in an address', 'store: { endpoint: "https://ada:pw@sparql.example.org/" }'],
    ['another scheme', 'store: { endpoint: "file:///etc/passwd" }'],
    [
      'what is no name of a variable',
      'store: { endpoint: "https://e.example/", authentication: { type: bearer, token: eyJhbGciOi } }',
    ],
    ['no endpoint', 'store: { update: "https://e.example/" }'],
    ['an unknown key', 'store: { endpoint: "https://e.example/", user: ada }'],
  ])('refuses %s', (_what, yaml) => {
    const errors = errorsOf(`${yaml}\n${SOURCES}`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/line 1: store/);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSavedQuery, type SavedQuery } from '../../src/query/catalogue.ts';
import { bindParameters } from '../../src/query/parameters.ts';
import { templateOf } from '../../src/query/template.ts';
import type { Store } from '../../src/store/store.ts';
import { fill, type PageQuery } from '../../src/web/fill.ts';
import { savedQuery } from '../queries/fixture.ts';
import { siteOf } from '../support/site.ts';

let store: Store;
beforeAll(async () => {
  store = (await siteOf()).store;
}, 60_000);

const pageQuery = (saved: SavedQuery): PageQuery => ({
  name: saved.name,
  kind: saved.kind,
  ...templateOf(saved),
  parameters: saved.parameters.map(({ name, type, required, default: preset }) => ({
    name,
    type,
    required,
    ...(preset === undefined ? {} : { preset }),
  })),
});
const rows = async (sparql: string): Promise<string> => (await store.query(sparql)).body;

/** Echoes a value, and says what an optional one is. */
const ECHO = readSavedQuery(
  '#+ summary: x\nSELECT ?said ?also { BIND(STR(?_text) AS ?said) OPTIONAL { BIND(?__day_date AS ?also) } FILTER(!BOUND(?__day_date) || ?__day_date > "2000-01-01"^^<http://www.w3.org/2001/XMLSchema#date>) }',
  'echo.rq',
);

describe('a query filled in the browser', () => {
  it('answers as the one that the server binds', async () => {
    for (const [name, values] of [
      ['sessions-about', { text: 'donnees' }],
      ['sessions-about', { text: 'Ouvrir' }],
      ['sessions-of-day', { date: '2030-05-14' }],
      ['said-of-actor', { actor: 'https://maillage.example/id/organization/cooperative-du-lac' }],
    ] as const) {
      const saved = savedQuery(name);
      const given = new Map<string, string>(Object.entries(values));
      expect(await rows(fill(pageQuery(saved), given)), name).toBe(await rows(bindParameters(saved, given)));
    }
  });

  it('leaves an optional value out, or takes it', async () => {
    for (const day of ['', '2030-05-14', '1999-01-01']) {
      const given = new Map([['text', 'x'], ...(day === '' ? [] : [['day', day] as const])]);
      expect(await rows(fill(pageQuery(ECHO), given)), day).toBe(await rows(bindParameters(ECHO, given)));
    }
  });

  it('keeps any text a text', async () => {
    const tricky = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('" } DROP ALL #', '\\"', '$&', '\ue000text\ue000', "'''", '\\u0022', 'a\nb\r\tc'),
    );
    await fc.assert(
      fc.asyncProperty(tricky, async (text) => {
        const { results } = JSON.parse(await rows(fill(pageQuery(ECHO), new Map([['text', text]])))) as {
          results: { bindings: { said: { value: string } }[] };
        };
        expect(results.bindings.map(({ said }) => said.value)).toEqual([text]);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses what is no IRI, no date, and nothing where something must be', () => {
    const actor = pageQuery(savedQuery('said-of-actor'));
    for (const value of ['javascript:x', 'https://a> ?p ?o }', 'x'])
      expect(() => fill(actor, new Map([['actor', value]]))).toThrow('actor');
    expect(() =>
      fill(
        pageQuery(ECHO),
        new Map([
          ['text', 'x'],
          ['day', 'hier'],
        ]),
      ),
    ).toThrow('day');
    expect(() => fill(pageQuery(ECHO), new Map())).toThrow('text');
  });
});

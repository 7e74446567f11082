import { readdirSync } from 'node:fs';
import { literal, namedNode, quad, Store } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { mlg, NAMESPACES, prov, rdf } from '../../src/map/vocab.ts';
import { CONTRACT } from './contract.ts';
import { ask, type Case, fixture, QUERIES, quadsOf, savedQuery } from './fixture.ts';
import { QUESTIONS } from './questions.ts';

const cases: readonly (readonly [string, Case])[] = Object.entries({ ...CONTRACT, ...QUESTIONS });
const files = readdirSync(QUERIES).map((name) => name.replace(/\.rq$/, ''));

describe('the folder of queries', () => {
  it('holds a file for each tested question, and no other', () => {
    expect(files.sort()).toEqual(cases.map(([name]) => name).sort());
  });

  it('marks the contract, and nothing else, as such', () => {
    const marked = files.filter((name) => savedQuery(name).tags.includes('contract'));
    expect(marked.sort()).toEqual(Object.keys(CONTRACT).sort());
  });

  it.each(files)('%s says in English and French what it asks, and describes its columns and parameters', (name) => {
    const { summary, summaryFr, description, descriptionFr, tags, columns, parameters, kind } = savedQuery(name);
    expect(summary).toMatch(/^[A-Z].*\?$/);
    expect(summaryFr).toMatch(/^\p{Lu}.* \?$/u);
    expect(summaryFr).not.toBe(summary);
    expect(description).toMatch(/^One row /);
    expect(descriptionFr).toMatch(/^Une ligne par /);
    const named = [...columns, ...parameters.map((parameter) => parameter.name)];
    for (const word of named) {
      expect(description).toMatch(new RegExp(`\\b${word}\\b`));
      // \b takes an accented letter for the end of a word
      expect(descriptionFr).toMatch(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'));
    }
    expect(tags).not.toEqual([]);
    expect(kind).toBe('bindings');
    // whoever tries it without a value sees what it does
    for (const parameter of parameters) expect(parameter.default, parameter.name).toBeDefined();
  });

  it.each(files)('%s orders its rows', (name) => {
    expect(savedQuery(name).text).toMatch(/^ORDER BY /m);
  });
});

describe('the answers', () => {
  const store = fixture();

  it.each(cases)('%s', (name, { given, columns, rows }) => {
    expect(savedQuery(name).columns).toEqual(columns);
    expect(ask(store, name, given)).toEqual(rows);
  });

  it('leave out what the parameter does not ask for', () => {
    expect(ask(store, 'sessions-of-day', { date: '2030-05-15' }).map((row) => row[0])).toEqual(['09:00']);
    expect(ask(store, 'sessions-of-day', { date: '2030-05-16' })).toEqual([]);
    expect(ask(store, 'sessions-about', { text: 'CARTE OUVERTE' }).map((row) => row[0])).toEqual([
      'session/ouvrir-les-donnees',
    ]);
    expect(ask(store, 'sessions-about', { text: 'fabrique' })).toHaveLength(2);
    expect(ask(store, 'sessions-about', { text: '".*' })).toEqual([]);
    expect(ask(store, 'said-of-actor', { actor: 'https://maillage.example/id/person/nobody' })).toEqual([]);
  });

  it('are the same, in the same order, in whatever order the statements came', () => {
    const reversed = new Store(quadsOf(store).reverse());
    for (const [name, { given, rows }] of cases) expect(ask(reversed, name, given), name).toEqual(rows);
  });

  it('are empty, or count nothing, for an empty graph', () => {
    const empty = new Store();
    for (const [name, { given }] of cases) {
      if (name === 'counts') expect(new Set(ask(empty, name).map((row) => row[2]))).toEqual(new Set(['0']));
      else expect(ask(empty, name, given), name).toEqual([]);
    }
  });
});

describe('what is read a second time', () => {
  /** Questions about the evidence itself, where a second reading is news. */
  const evidence = new Set(['counts', 'sources', 'said-of-actor', 'tentative']);

  it('does not multiply rows', () => {
    const store = fixture();
    // every document says all of it again, in one passage at its end; mentions stay where they are
    const document = new Map<string, string>();
    for (const { subject, object } of store.match(null, namedNode(prov.wasDerivedFrom), null, null)) {
      document.set(subject.value, object.value);
    }
    const again = quadsOf(store).flatMap(({ subject, predicate, object, graph }) => {
      const home = document.get(graph.value);
      const mention = subject.value.includes('-m-') || predicate.value === mlg.rule || predicate.value === mlg.grade;
      return home === undefined || mention ? [] : [quad(subject, predicate, object, namedNode(`${home}#L9999`))];
    });
    expect(again.length).toBeGreaterThan(100);
    for (const one of again) store.add(one);
    for (const home of new Set(document.values())) {
      const passage = namedNode(`${home}#L9999`);
      const say = (property: string, object: Parameters<typeof quad>[2]) =>
        store.add(quad(passage, namedNode(property), object, namedNode('https://maillage.example/graph/provenance')));
      say(rdf.type, namedNode(mlg.Passage));
      say(prov.wasDerivedFrom, namedNode(home));
      for (const end of [mlg.firstLine, mlg.lastLine]) say(end, literal('9999', namedNode(`${NAMESPACES.xsd}integer`)));
    }
    for (const [name, { given, rows }] of cases) {
      if (!evidence.has(name)) expect(ask(store, name, given), name).toEqual(rows);
    }
  });
});

// Every statement leads back to the lines that say it: the lines are looked up in the files, not in what was built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { NAMESPACES } from '../../src/map/vocab.ts';
import { type ExplainedStatement, explainIri, type Reading } from '../../src/query/explain.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { buildIn } from '../support/build.ts';
import { sharedFolderOf, type Tree } from '../support/files.ts';
import { page, pagePath, village } from '../support/village.ts';

const ID = 'https://graphe.example.org/id/';
const tree: Tree = {
  ...village(4),
  'maillage.config.yaml': `${village(0)['maillage.config.yaml']}      location: { name: La Filature, locality: Sarlande }\n`,
  [pagePath(5)]: page(5).replace('employeur: Les Rouages', 'employeur: LES ROUAGES'),
};
const folder = sharedFolderOf(tree);
let store: Store;

beforeAll(async () => {
  await buildIn(folder);
  ({ store } = await openFromSnapshot(join(folder, 'build')));
});
afterAll(() => store?.close());

const explain = (id: string): Promise<ExplainedStatement[]> => explainIri(store, ID + id);

/** The readings of the one statement with that predicate, and object where there are several. */
async function readings(id: string, predicate: string, object?: string): Promise<readonly Reading[]> {
  const [prefix, name] = predicate.split(':') as [keyof typeof NAMESPACES, string];
  const found = (await explain(id)).filter(
    (one) =>
      one.subject === ID + id &&
      one.predicate === NAMESPACES[prefix] + name &&
      (object === undefined || one.object === object),
  );
  expect(found, `${id} ${predicate}`).toHaveLength(1);
  return found[0]?.readings ?? [];
}

/** Where a text stands in a file: `path:line` of each line that holds it. */
function places(path: string, text: string): string[] {
  const lines = String(tree[path]).split('\n');
  const found = lines.flatMap((content, at) => (content.includes(text) ? [`${path}:${at + 1}`] : []));
  expect(found.length, `"${text}" in ${path}`).toBeGreaterThan(0);
  return found;
}

const placesOf = (all: readonly Reading[]): string[] => all.map(({ path, firstLine }) => `${path}:${firstLine}`);

describe('what a programme says', () => {
  it("leads a session's title to the index that prints it, and its heading to the body", async () => {
    const title = await readings('session/reparer-ensemble', 'schema:name', 'Réparer ensemble');
    expect(placesOf(title)).toEqual(places('livret.md', 'Réparer ensemble'));
    const heading = await readings('session/reparer-ensemble', 'schema:alternateName');
    expect(placesOf(heading)).toEqual(places('livret.md', 'RÉPARER ENSEMBLE'));
  });

  it("leads a session's times to the line that prints them", async () => {
    for (const predicate of ['schema:startDate', 'schema:endDate'])
      expect(placesOf(await readings('session/cartes-et-sentiers', predicate))).toEqual(
        places('livret.md', '11h30 - 12h30'),
      );
  });

  it('leads a participation to the line that names who takes part', async () => {
    const id = 'participation/reparer-ensemble/solange-viala/facilitator';
    for (const predicate of ['mlg:participant', 'mlg:inEvent', 'mlg:capacity'])
      expect(placesOf(await readings(id, predicate))).toEqual(places('livret.md', 'Solange Viala'));
  });

  it("leads a person's name, which resolution chose, to the words that name them", async () => {
    const name = await readings('person/solange-viala', 'schema:name', 'Solange Viala');
    expect(placesOf(name)).toEqual(places('livret.md', 'Solange Viala'));
    expect(name[0]?.rules.join()).toMatch(/\(stated\)/);
  });

  it('leads an affiliation, and the role as printed, to the line that says both', async () => {
    const person = 'person/idriss-bencherif';
    const at = places('livret.md', 'Idriss Bencherif');
    expect(placesOf(await readings(person, 'schema:affiliation', `${ID}organization/les-rouages`))).toEqual(at);
    const member = 'membership/idriss-bencherif/les-rouages/charge-de-mission';
    expect(placesOf(await readings(member, 'mlg:roleAsPrinted', 'chargé de mission'))).toEqual(at);
  });
});

describe('what a config says', () => {
  it('leads a fact of an event to its line of the config', async () => {
    const event = 'event/rencontres-d-orse-2023';
    const file = 'maillage.config.yaml';
    expect(placesOf(await readings(event, 'schema:name'))).toEqual(places(file, "name: Rencontres d'Orse 2023"));
    expect(placesOf(await readings(event, 'schema:startDate'))).toEqual(places(file, 'startDate: 2023-06-15'));
    expect(placesOf(await readings(event, 'schema:endDate'))).toEqual(places(file, 'endDate: 2023-06-16'));
    expect(placesOf(await readings(event, 'schema:location'))).toEqual(places(file, 'location: { name: La Filature'));
  });
});

describe('what a page says', () => {
  it('leads each field to the line of its key', async () => {
    const event = 'event/veillee-003';
    const path = pagePath(3);
    expect(placesOf(await readings(event, 'schema:name'))).toEqual(places(path, 'titre:'));
    expect(placesOf(await readings(event, 'schema:startDate'))).toEqual(places(path, 'debut:'));
    expect(placesOf(await readings(event, 'schema:keywords', 'réemploi'))).toEqual(places(path, 'motscles:'));
    expect(placesOf(await readings(event, 'schema:organizer'))).toEqual(places(path, 'organisateur:'));
    expect(placesOf(await readings(event, 'schema:location'))).toEqual(places(path, 'lieu:'));
  });

  it('leads what several pages say to each of them', async () => {
    const name = await readings('organization/les-rouages', 'schema:name', 'Les Rouages');
    const all = ['livret.md', ...[1, 2, 3, 4, 5].map(pagePath)].flatMap((path) =>
      String(tree[path])
        .split('\n')
        .flatMap((content, at) => (/les rouages/i.test(content) ? [`${path}:${at + 1}`] : [])),
    );
    expect(placesOf(name).sort()).toEqual(all.sort());
    const inCapitals = await readings('organization/les-rouages', 'schema:alternateName', 'LES ROUAGES');
    expect(placesOf(inCapitals)).toEqual(expect.arrayContaining(places(pagePath(5), 'LES ROUAGES')));
  });
});

describe('every reading', () => {
  it('quotes the lines that it names, of the file that it names', async () => {
    const { body } = await store.query('SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s a ?c } }', { accept: 'json' });
    const { results } = JSON.parse(body) as { results: { bindings: { s: { value: string } }[] } };
    const subjects = results.bindings.map(({ s }) => s.value).filter((iri) => iri.startsWith(ID));
    expect(subjects.length).toBeGreaterThan(30);
    let count = 0;
    for (const subject of subjects) {
      for (const { readings: all } of await explainIri(store, subject)) {
        for (const { path, firstLine, lastLine, quote } of all) {
          const lines = readFileSync(join(folder, path), 'utf8').split('\n');
          const said = lines.slice(firstLine - 1, lastLine).map((line) => line.trim());
          expect(quote, `${path}:${firstLine}`).toBe(said.join('\n').trim());
          count += 1;
        }
      }
    }
    expect(count).toBeGreaterThan(300);
  });

  it('is missing only where no passage says it, and then the graph is named', async () => {
    const iri = 'https://graphe.example.org/source/livret/livret.md';
    const statements = (await explainIri(store, iri)).filter(({ subject }) => subject === iri);
    expect(statements.map(({ predicate }) => predicate)).toContain(`${NAMESPACES.mlg}sha256`);
    for (const statement of statements) {
      expect(statement.readings).toEqual([]);
      expect(statement.graph).toBe('https://graphe.example.org/graph/provenance');
    }
    for (const { predicate, readings: all, graph } of await explain('person/solange-viala'))
      expect(all.length, `${predicate} in ${graph}`).toBeGreaterThan(0);
  });

  it('tells IRIs from texts', async () => {
    const statements = await explain('session/reparer-ensemble');
    const of = (name: string) => statements.filter(({ predicate }) => predicate === NAMESPACES.schema + name);
    expect(of('name').map(({ objectIsIri }) => objectIsIri)).toEqual([false]);
    expect(of('performer').map(({ objectIsIri }) => objectIsIri)).toEqual([true, true]);
  });
});

describe('what cannot be explained', () => {
  it.each(['person/nobody', 'x y', 'x> ?p ?o } } #', '"', 'a\u0000b'])('refuses %j', async (id) => {
    await expect(explain(id)).rejects.toThrow(UsageError);
  });
});

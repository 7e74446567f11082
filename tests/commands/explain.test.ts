import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.ts';
import { UsageError } from '../../src/errors.ts';
import { buildIn } from '../support/build.ts';
import { folderOf, sharedFolderOf } from '../support/files.ts';
import { PROGRAMME, village } from '../support/village.ts';
import { paper } from './support.ts';

const folder = sharedFolderOf(village(1));
const options = { build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') };
const at = PROGRAMME.split('\n').findIndex((line) => line.startsWith('Solange Viala')) + 1;

beforeAll(async () => {
  await buildIn(folder);
});

describe('explain', () => {
  it.each(['person/solange-viala', 'id/person/solange-viala', 'https://graphe.example.org/id/person/solange-viala'])(
    'takes %s, and says file, line and words of each statement',
    async (given) => {
      const terminal = paper();
      expect(await explain(given, options, terminal)).toBe(0);
      expect(terminal.stdout()).toContain(
        `person:solange-viala  schema:name  "Solange Viala"\n    livret.md:${at}  « Solange Viala, directrice d'Orse Numérique »`,
      );
      expect(terminal.stderr()).toBe('');
    },
  );

  it('gives the same as JSON', async () => {
    const terminal = paper();
    await explain('person/solange-viala', { ...options, json: true }, terminal);
    const statements = JSON.parse(terminal.stdout()) as { predicate: string; object: string; readings: unknown[] }[];
    expect(statements.find(({ predicate }) => predicate === 'https://schema.org/name')).toMatchObject({
      object: 'Solange Viala',
      objectIsIri: false,
      readings: [{ path: 'livret.md', firstLine: at, lastLine: at, rules: [expect.stringContaining('(stated)')] }],
    });
  });

  it('explains one statement: of a thing, with a property and a value', async () => {
    const terminal = paper();
    const asked = { property: 'schema:performer', value: 'person/solange-viala' };
    expect(await explain('session/reparer-ensemble', { ...options, ...asked }, terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(
      new RegExp(`^session:reparer-ensemble {2}schema:performer {2}person:solange-viala\n {4}livret.md:${at} .*\n$`),
    );
    const title = paper();
    await explain(
      'session/reparer-ensemble',
      { ...options, property: 'https://schema.org/name', value: 'Réparer ensemble' },
      title,
    );
    expect(title.stdout()).toMatch(/^session:reparer-ensemble {2}schema:name {2}"Réparer ensemble"\n {4}livret\.md:5 /);
  });

  it('says what the graph says instead, where it does not say so', async () => {
    const asked = (more: object) => explain('session/reparer-ensemble', { ...options, ...more }, paper());
    await expect(asked({ property: 'schema:performer', value: 'person/nobody' })).rejects.toThrow(
      /does not say so: with schema:performer it says person:idriss-bencherif, person:solange-viala of </,
    );
    await expect(asked({ property: 'schema:keywords' })).rejects.toThrow(/with schema:keywords it says nothing of </);
    await expect(asked({ property: 'performer' })).rejects.toThrow(/"performer" is no property; give its IRI/);
  });

  it('leads a finding to the lines that it is about', async () => {
    const own = folderOf({ ...village(0), 'livret.md': PROGRAMME.replace('11h30 - 12h30', '') });
    await buildIn(own);
    const home = { build: join(own, 'build'), config: join(own, 'maillage.config.yaml') };
    const about = paper();
    await explain('session/cartes-et-sentiers', home, about);
    const [, finding = '', line = ''] =
      /^finding:(\w+) {2}mlg:focus {2}.*\n {4}livret\.md:(\d+) /m.exec(about.stdout()) ?? [];
    const terminal = paper();
    expect(await explain(`finding/${finding}`, { ...home, property: 'schema:description' }, terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(
      new RegExp(`^finding:${finding} {2}schema:description {2}".*\n {4}livret.md:${line} `),
    );
  });

  it('says how to find what there is, where there is nothing', async () => {
    const refused = explain('person/nobody', options, paper());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(/nothing is said of <https:.*person\/nobody>; `maillage query mentions`/);
  });
});

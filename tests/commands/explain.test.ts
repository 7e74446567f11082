import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.ts';
import { UsageError } from '../../src/errors.ts';
import { buildIn } from '../support/build.ts';
import { sharedFolderOf } from '../support/files.ts';
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

  it('says how to find what there is, where there is nothing', async () => {
    const refused = explain('person/nobody', options, paper());
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(/nothing is said of <https:.*person\/nobody>; `maillage query mentions`/);
  });
});

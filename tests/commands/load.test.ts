// The command, the config's store, and the saved queries on a real Apache Jena Fuseki.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { explain } from '../../src/commands/explain.ts';
import { load } from '../../src/commands/load.ts';
import { query } from '../../src/commands/query.ts';
import { addressOf } from '../../src/commands/remote.ts';
import { UsageError } from '../../src/errors.ts';
import { buildIn } from '../support/build.ts';
import { sharedFolderOf } from '../support/files.ts';
import { FUSEKI_JAR, type Fuseki, startFuseki } from '../support/fuseki.ts';
import { village } from '../support/village.ts';
import { paper } from './support.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const folder = sharedFolderOf(village(4));
const embedded = { build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') };

beforeAll(async () => {
  await buildIn(folder);
});

describe('where to load', () => {
  it('must be said', async () => {
    await expect(load(embedded, paper())).rejects.toThrow(/--to ENDPOINT, or "store"/);
  });
  it('is an address without a password, which is not shown', async () => {
    const failure = await load({ ...embedded, to: 'http://ada:s3cret@127.0.0.1:9/x' }, paper()).catch((e: Error) => e);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).not.toContain('s3cret');
  });
  it('takes secrets from the environment variables that the config names, and says which is missing', () => {
    const endpoint = 'https://sparql.example.org/';
    const authentication = { type: 'basic', user: 'GRAPH_USER', password: 'GRAPH_PASSWORD' } as const;
    expect(addressOf({ endpoint, authentication }, { GRAPH_USER: 'ada', GRAPH_PASSWORD: 'x' })).toEqual({
      endpoint,
      authorization: { type: 'basic', user: 'ada', password: 'x' },
    });
    expect(addressOf({ endpoint, authentication: { type: 'bearer', token: 'T' } }, { T: 't' }).authorization).toEqual({
      type: 'bearer',
      token: 't',
    });
    expect(() => addressOf({ endpoint, authentication }, { GRAPH_USER: 'ada' })).toThrow(/GRAPH_PASSWORD/);
  });
});

describe.skipIf(FUSEKI_JAR === undefined)('load (needs Fuseki: .ci/fuseki fetches it)', () => {
  let fuseki: Fuseki;
  let remote: { build: string; config: string };

  beforeAll(async () => {
    fuseki = await startFuseki();
    const config = join(folder, 'remote.config.yaml');
    const store = `store: { endpoint: "${fuseki.endpoint}", update: "${fuseki.update}", timeout: 20 }\n`;
    writeFileSync(
      config,
      `${village(4)['maillage.config.yaml']}`.replace(/^base:.*\n/, (base) => base + store),
    );
    // Queries have no build folder to fall back on.
    remote = { build: join(folder, 'nowhere'), config };
  });
  afterAll(() => fuseki?.stop());

  it('puts the build on the server of the config, says so, and has nothing to send the next time', async () => {
    const first = paper();
    expect(await load({ ...remote, build: embedded.build }, first)).toBe(0);
    expect(first.stdout()).toMatch(/^(\d+) graphs replaced, 0 removed, 0 unchanged: \d+ statements sent in 1 request/);
    expect(first.stderr()).toMatch(/load: (\d+) of \1 graphs/);
    expect(first.stderr()).not.toContain('warning');
    const again = paper();
    const to = { build: embedded.build, config: embedded.config, to: fuseki.endpoint, update: fuseki.update };
    await load({ ...to, json: true, quiet: true }, again);
    expect(JSON.parse(again.stdout())).toMatchObject({
      graphs: { replaced: 0, removed: 0 },
      statements: 0,
      requests: 0,
    });
    expect(again.stderr()).toBe('');
  });

  it.each(['contributions', 'sessions', 'events', 'mentions', 'counts', 'sources', 'quality-findings'])(
    'query %s gives the same bytes on the server as on the build folder',
    async (name) => {
      const answer = async (options: typeof remote) => {
        const terminal = paper();
        await query(name, { ...options, format: 'csv' }, terminal);
        return terminal.stdout();
      };
      const there = await answer(remote);
      expect(there.split('\r\n').length).toBeGreaterThan(1);
      expect(there).toBe(await answer(embedded));
    },
  );

  it('explain shows where a statement was read', async () => {
    const terminal = paper();
    await explain('organization/les-rouages', remote, terminal);
    const here = paper();
    await explain('organization/les-rouages', embedded, here);
    expect(terminal.stdout()).toContain('pages/');
    expect(terminal.stdout()).toBe(here.stdout());
  });
});

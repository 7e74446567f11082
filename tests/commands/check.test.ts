import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type BuildCommandOptions, build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { UsageError } from '../../src/errors.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import type { Format } from '../../src/store/store.ts';
import type { Violation } from '../../src/validate/violation.ts';
import { buildIn, quadsOf } from '../support/build.ts';
import { folderOf, sharedFolderOf, type Tree } from '../support/files.ts';
import { page, pagePath, village } from '../support/village.ts';
import { type Paper, paper } from './support.ts';

/** Builds start threads and write to disks: a busy machine takes its time for them. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** An event that ends before it starts, and sessions on a day after their event. */
const ODD: Tree = {
  ...village(2),
  [pagePath(2)]: page(2).replace(/^fin: .*$/m, 'fin: 2023-03-01 08:00'),
  'maillage.config.yaml': String(village(2)['maillage.config.yaml'])
    .replace('startDate: 2023-06-15', 'startDate: 2023-06-13')
    .replace('endDate: 2023-06-16', 'endDate: 2023-06-14'),
};

const options = (folder: string, more: Partial<BuildCommandOptions> = {}): BuildCommandOptions => ({
  ...{ build: join(folder, 'build'), config: join(folder, 'maillage.config.yaml') },
  ...more,
});

describe('check', () => {
  const folder = sharedFolderOf(ODD);
  let report: Paper;

  beforeAll(async () => {
    await buildIn(folder);
    report = paper();
    expect(await check(options(folder), report)).toBe(1);
  });

  it('says that a graph conforms, and how many things it looked at', async () => {
    const good = folderOf(village(2));
    await buildIn(good);
    const terminal = paper();
    expect(await check(options(good), terminal)).toBe(0);
    expect(terminal.stdout()).toMatch(/^conforms: 1\d\d things checked\n$/);
  });

  it('says what breaks a rule, on which line it was read and how to mend it', () => {
    expect(report.stdout()).toContain(
      `event:veillee-002  schema:endDate  "2023-03-01T08:00:00+01:00"
  Nothing ends before it starts. (end-before-start)
  at pages/002.md:4  « fin: 2023-03-01 08:00 »
  Mend the start or the end on the line named`,
    );
    expect(report.stdout()).toMatch(
      /session:reparer-ensemble {2}schema:startDate.*\n.*sub-event-outside-event.*\n {2}at livret\.md:16 /,
    );
    expect(report.stdout()).toMatch(/\n5 violation\(s\) among 1\d\d things\n$/);
  });

  it('gives the same to programs, in both languages', async () => {
    const terminal = paper();
    expect(await check(options(folder, { json: true }), terminal)).toBe(1);
    const { conforms, found, violations } = JSON.parse(terminal.stdout()) as {
      conforms: boolean;
      found: number;
      violations: Violation[];
    };
    expect({ conforms, found }).toEqual({ conforms: false, found: 5 });
    expect(violations[0]).toMatchObject({
      rule: 'end-before-start',
      focus: 'https://graphe.example.org/id/event/veillee-002',
      path: 'https://schema.org/endDate',
      value: '2023-03-01T08:00:00+01:00',
      message: { en: 'Nothing ends before it starts.', fr: 'Rien ne finit avant d’avoir commencé.' },
      readings: [{ path: 'pages/002.md', firstLine: 4, lastLine: 4, quote: 'fin: 2023-03-01 08:00' }],
    });
  });
});

describe('check of a server', () => {
  it('holds the graph that the config names to the same', async () => {
    const folder = folderOf(ODD);
    await buildIn(folder);
    const { store } = await openFromSnapshot(join(folder, 'build'));
    const accepts: Readonly<Record<string, Format>> = { 'application/n-triples': 'ntriples' };
    const server = createServer(async (request, response) => {
      const sparql = new URLSearchParams(await text(request)).get('query') ?? '';
      const answer = await store.query(sparql, { accept: accepts[request.headers.accept ?? ''] ?? 'json' });
      response.writeHead(200, { 'content-type': answer.mediaType }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const config = `store: { endpoint: "http://127.0.0.1:${port}/sparql" }\n${ODD['maillage.config.yaml']}`;
      writeFileSync(join(folder, 'maillage.config.yaml'), config);
      const terminal = paper();
      expect(await check({ ...options(folder), build: join(folder, 'nothing') }, terminal)).toBe(1);
      expect(terminal.stdout()).toMatch(/\n5 violation\(s\) among 1\d\d things\n$/);
    } finally {
      server.close();
      await store.close();
    }
  });
});

describe('the gate of a build', () => {
  const current = (folder: string): string =>
    readFileSync(join(folder, 'build/current'), 'utf8').split(' ')[0] as string;

  it('names violations and goes on, with --check', async () => {
    const folder = folderOf(ODD);
    const terminal = paper();
    expect(await build(options(folder, { check: true }), terminal)).toBe(0);
    expect(terminal.stderr()).toContain('violation: pages/002.md:4: event:veillee-002  schema:endDate');
    expect(terminal.stderr()).toMatch(/check: 5 violation\(s\) among 1\d\d things\n/);
    expect(current(folder)).toBe('1');
  });

  it('gives the build up with --strict: the build and the ledger of ids stay as they were', async () => {
    const folder = folderOf(village(2));
    expect(await build(options(folder, { strict: true }), paper())).toBe(0);
    const ledger = readFileSync(join(folder, 'identities.jsonl'), 'utf8');
    for (const path of [pagePath(2), 'maillage.config.yaml']) writeFileSync(join(folder, path), String(ODD[path]));
    writeFileSync(join(folder, pagePath(3)), page(3));
    const terminal = paper();
    expect(await build(options(folder, { strict: true, quiet: true }), terminal)).toBe(1);
    expect(terminal.stderr()).toMatch(/^(?:violation: .*\n){5}error: the graph breaks 5 shape\(s\) or rule\(s\).*\n$/);
    expect(terminal.stdout()).toBe('');
    expect(current(folder)).toBe('1');
    expect(existsSync(join(folder, 'build/generations/2'))).toBe(false);
    expect(readFileSync(join(folder, 'identities.jsonl'), 'utf8')).toBe(ledger);
    expect(await check(options(folder), paper())).toBe(0);
  });
});

describe('the day of a build', () => {
  const dayOf = (folder: string): string | undefined => {
    const generation = readFileSync(join(folder, 'build/current'), 'utf8').split(' ')[0];
    const quads = quadsOf({ folder: join(folder, 'build/generations', generation as string) });
    return quads.find((line) => line.includes('dataset#build> <http://purl.org/dc/terms/date>'))?.match(/"(.*?)"/)?.[1];
  };

  it('is that of SOURCE_DATE_EPOCH, in UTC, where that is set', async () => {
    const folder = folderOf(village(1));
    await build(options(folder, { epoch: '1700000000' }), paper());
    expect(dayOf(folder)).toBe('2023-11-14');
    await build(options(folder), paper());
    expect(dayOf(folder)).toBeUndefined();
  });

  it('is refused where it is no number of seconds', async () => {
    const folder = folderOf(village(1));
    const failed = build(options(folder, { epoch: 'yesterday' }), paper());
    await expect(failed).rejects.toThrow(UsageError);
    await expect(failed).rejects.toThrow(/SOURCE_DATE_EPOCH is "yesterday"; expected whole seconds since 1970/);
  });
});

// The program as people and scripts meet it: a process with arguments, two streams and an exit code.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGeneration } from '../../src/store/generation.ts';
import { type Ended, maillage, run } from '../support/build.ts';
import { folderOf, sharedFolderOf } from '../support/files.ts';
import { ROOT } from '../support/imports.ts';
import { village } from '../support/village.ts';

const folder = sharedFolderOf(village(40));
const here = { cwd: folder };
let built: Ended;

beforeAll(async () => {
  built = await maillage(['build'], here);
});

const PROGRAM = `'${process.execPath}' '${join(ROOT, 'bin', 'maillage.mjs')}'`;
/** `--norc`: with a socket for stdin bash would take itself for a remote shell, and read the user's settings. */
const shell = (script: string): Promise<Ended> => run('bash', ['--norc', '-c', script], here);

const STACK = /\n\s+at |node:internal|Unhandled/;

/** The commands that `--help` lists, each with its long options and their descriptions. */
let helpRead: Promise<Map<string, Map<string, string>>> | undefined;
const helpOfAll = () => (helpRead ??= readHelp());

async function readHelp(): Promise<Map<string, Map<string, string>>> {
  const { stdout } = await maillage(['--help'], { env: { COLUMNS: '400' } });
  const commands = [...(stdout.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]*)\b/gm)].map(
    ([, name]) => name as string,
  );
  const help = new Map<string, Map<string, string>>();
  for (const name of new Set(commands.filter((command) => command !== 'help' && command !== 'maillage'))) {
    const text = (await maillage([name, '--help'])).stdout;
    const options = [...text.replace(/\n {10,}/g, ' ').matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)(?: [<[]\S+)?(.*)$/gm)];
    help.set(name, new Map(options.map(([, option, words]) => [option as string, (words as string).trim()])));
  }
  return help;
}

describe('--help', () => {
  it('names every command, and of each every option with what it does', async () => {
    const { code, stdout, stderr } = await maillage(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Exit codes: 0 done; 1 failed; 2 wrong usage or config; 3 built, but/);
    const help = await helpOfAll();
    expect([...help.keys()]).toEqual(expect.arrayContaining(['build', 'query', 'sparql', 'explain']));
    // What cli.ts registers, each must be told of; what is told of must say something.
    const registered = [...readFileSync(join(ROOT, 'src/cli.ts'), 'utf8').matchAll(/\.command\('([a-z-]+)/g)];
    expect([...help.keys()].sort()).toEqual(registered.map(([, name]) => name as string).sort());
    for (const [command, options] of help) {
      expect([...options.keys()], command).toEqual(
        expect.arrayContaining(['--config', '--build', '--quiet', '--help']),
      );
      for (const [option, words] of options) expect(words, `${command} ${option}`).toMatch(/\S{3,}/);
    }
  });

  it('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await maillage(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.skipIf(!existsSync(join(ROOT, 'README.md')))(
    'has no command or option that the documents do not tell of (needs README.md)',
    async () => {
      const pages = [
        join(ROOT, 'README.md'),
        ...readdirSync(join(ROOT, 'docs')).map((name) => join(ROOT, 'docs', name)),
      ];
      const text = pages
        .filter((path) => path.endsWith('.md'))
        .map((path) => readFileSync(path, 'utf8'))
        .join('\n');
      const missing: string[] = [];
      for (const [command, options] of await helpOfAll()) {
        if (!text.includes(`maillage ${command}`)) missing.push(command);
        for (const option of options.keys())
          if (!new RegExp(`(?<![\\w-])${option}(?![\\w-])`).test(text)) missing.push(`${command} ${option}`);
      }
      expect(missing).toEqual([]);
    },
  );
});

describe('wrong usage', () => {
  it.each<[string, string[], RegExp]>([
    ['no command', [], /Usage: maillage/],
    ['an unknown command', ['bild'], /unknown command 'bild'[\s\S]*Did you mean build\?/],
    [
      'an unknown option',
      ['query', 'sessions', '--frmat', 'csv'],
      /unknown option '--frmat'[\s\S]*Did you mean --format\?/,
    ],
    ['an unknown format', ['query', 'sessions', '-f', 'pdf'], /'pdf' is invalid\. Allowed choices are table, csv/],
    ['an unknown query', ['query', 'sesions'], /^error: there is no saved query "sesions"/],
    ['too many arguments', ['query', 'sessions', 'events'], /too many arguments/],
    ['a missing argument', ['explain'], /missing required argument 'thing'/],
    ['an option without its value', ['query', 'sessions', '-f'], /argument missing/],
    ['an update', ['sparql', 'CLEAR ALL'], /^error: this store is read only/],
    ['a config that is not there', ['build', '-c', 'none.yaml'], /^error: none\.yaml: there is no such config/],
  ])('ends with 2 and says what is wrong: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await maillage(args, here);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
    expect(stdout).toBe('');
  });
});

describe('streams', () => {
  it('get data on stdout and progress on stderr', async () => {
    expect(built.code).toBe(0);
    expect(built.stdout).toMatch(/^generation 1: \d+ quads\n/);
    expect(built.stderr).toMatch(/^agenda: 40 document\(s\), \d+ quads\nlivret: 1 document\(s\), \d+ quads\n$/);
    const { code, stdout, stderr } = await maillage(['query', 'sessions', '--format', 'csv'], here);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split(/\r?\n/)[0]).toBe('session,title,event,start,end,format,page,source,line');
  });

  it('get nothing but data with --quiet', async () => {
    const { code, stdout, stderr } = await maillage(['build', '--quiet', '--json'], here);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).sources).toHaveLength(2);
  });

  it('get no colours and no cursor movements, even where they are asked for', async () => {
    const env = { FORCE_COLOR: '1', CLICOLOR_FORCE: '1', TERM: 'xterm-256color' };
    for (const args of [['query', 'sessions'], ['build'], ['bild'], ['--help'], ['explain', 'person/solange-viala']]) {
      const { stdout, stderr } = await maillage(args, { ...here, env });
      expect(stdout + stderr, args.join(' ')).toMatch(/\w/);
      expect(stdout + stderr, args.join(' ')).not.toContain('\u001b');
    }
  });

  it('may be closed early by a reader who has seen enough', async () => {
    for (const args of ['query mentions', 'query mentions --format csv', 'query', 'build', '--help']) {
      // The reader is gone long before the first byte comes.
      expect(await shell(`${PROGRAM} ${args} > >(exec true)`), args).toMatchObject({ code: 0, stdout: '' });
    }
    const some = await shell(`set -o pipefail; ${PROGRAM} query --json | head -c 1`);
    expect(some).toEqual({ code: 0, signal: null, stdout: '[', stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('say it, and end with 1, when the disk is full (needs /dev/full)', async () => {
    const { code, stderr } = await shell(`exec ${PROGRAM} query mentions > /dev/full`);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: the output cannot be written: ENOSPC[^\n]*\n$/);
  });

  it('take a query on stdin, byte for byte UTF-8', async () => {
    const input = Buffer.from('SELECT ("Sénéchal, Œuvrard — 北京" AS ?text) {}');
    expect((await maillage(['sparql', '-f', 'csv'], { ...here, input })).stdout).toMatch(
      /^text\r?\n"Sénéchal, Œuvrard — 北京"\r?\n$/,
    );
  });
});

describe('two builds at once', () => {
  it('are one too many: the second ends with 1 and says why, and the graph stays', async () => {
    const own = folderOf(village(1));
    const first = await createGeneration(join(own, 'build'), { tool: 'test 1' });
    try {
      const { code, stderr, stdout } = await maillage(['build'], { cwd: own });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^error: build: another build is running in this folder; wait until it ends[^\n]*\n$/);
    } finally {
      await first.abort();
    }
    expect((await maillage(['build'], { cwd: own })).code).toBe(0);
  });

  it('started together, leave one whole graph, and say which of them made it', async () => {
    const own = folderOf(village(30));
    const both = await Promise.all([
      maillage(['build', '--fresh'], { cwd: own }),
      maillage(['build', '--fresh'], { cwd: own }),
    ]);
    expect(both.map(({ code }) => code)).toContain(0);
    for (const { code, stderr } of both)
      if (code !== 0) expect(stderr).toMatch(/another build is running in this folder/);
    const { stdout } = await maillage(['query', 'events', '-f', 'csv'], { cwd: own });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1 + 30 + 1);
  });
});

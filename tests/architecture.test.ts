// The house of DESIGN: which room may know which. The table below is the whole truth: a room or an arrow that is not in it
// is an error, and so is an exception that nothing needs any more.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NAMESPACES } from '../src/map/vocab.ts';
import { cyclesOf, type Module, ROOT, readModule, readModules } from './support/imports.ts';

/** What a room may import besides itself: a room, or one file of it. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  errors: [],
  config: ['domain', 'errors'],
  read: ['domain', 'errors'],
  // The contract of readers, and the types and small pure functions of the config; never a reader, never the config's door.
  extract: ['domain', 'errors', 'read/reader.ts', 'config/types.ts', 'config/record-types.ts', 'config/template.ts'],
  resolve: ['domain', 'errors'],
  map: ['domain', 'errors'],
  store: ['errors', 'map/nquads.ts', 'map/tally.ts', 'map/vocab.ts'],
  query: ['errors', 'map/nquads.ts', 'map/vocab.ts', 'store'],
  validate: ['errors', 'map/nquads.ts', 'map/vocab.ts', 'store', 'query'],
  network: ['errors', 'store', 'query'],
  search: ['domain', 'errors', 'map/iri.ts', 'map/vocab.ts', 'store', 'query'],
  // HTML for people, from the store; the same for the server and for a published folder.
  pages: ['errors', 'map/iri.ts', 'map/nquads.ts', 'map/vocab.ts', 'network', 'query', 'search', 'store'],
  publish: ['errors', 'map/iri.ts', 'map/nquads.ts', 'map/vocab.ts', 'network', 'pages', 'query', 'search', 'store'],
  // What changed from one graph to another; reads dumps as publishing writes them.
  diff: ['errors', 'map/iri.ts', 'map/nquads.ts', 'map/vocab.ts', 'publish', 'store'],
  // Works on rows of saved queries that commands give it.
  evaluate: ['domain', 'errors'],
  // The browser's side talks HTTP only; the measures of networks run there as they do here.
  // So does search: over search.json, with the same words.
  // And so do answers: by the templates of the pages.
  web: [
    ...['network', 'search/document.ts', 'search/normalise.ts', 'search/search.ts'],
    ...[
      'pages/dates.ts',
      'pages/html.ts',
      'pages/kinds.ts',
      'pages/result/chart.ts',
      'pages/result/results.ts',
      'pages/result/table.ts',
      'pages/result/unknown-name.ts',
      'query/prefixes.ts',
    ],
  ],
  // The rooms that wire the others.
  pipeline: ['config', 'domain', 'errors', 'extract', 'map', 'read', 'resolve', 'store', 'validate'],
  server: ['config', 'errors', 'map', 'network', 'pages', 'publish', 'query', 'resolve', 'search', 'store', 'validate'],
  commands: [
    ...[
      'config',
      'diff',
      'domain',
      'errors',
      'evaluate',
      'map',
      'network',
      'pages',
      'pipeline',
      'publish',
      'query',
      'resolve',
      'search',
      'server',
      'store',
    ],
    'validate',
  ],
  cli: ['commands', 'errors', 'network', 'query', 'store'],
};

/** Libraries that only some rooms may know, by what they are for. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'gray-matter': ['read'],
  htmlparser2: ['read'],
  mdast: ['read'],
  'remark-gfm': ['read'],
  'remark-parse': ['read'],
  unified: ['read'],
  yaml: ['read', 'config', 'query'],
  n3: ['store', 'query', 'publish', 'validate', 'diff'],
  oxigraph: ['store', 'publish', 'web'],
  '@zazuko/yasqe': ['web'],
  rdflib: ['publish'],
  jsonld: ['publish'],
  'rdf-canonize': ['diff'],
  'rdf-validate-shacl': ['validate'],
  sparqljs: ['store', 'query'],
  commander: ['cli'],
  hono: ['server'],
  minisearch: ['search', 'web'],
  graphology: ['network', 'web'],
  'graphology-communities-louvain': ['network'],
  'graphology-layout-forceatlas2': ['network'],
  sigma: ['web'],
  pino: ['server'],
};

const modules = readModules();
const all = [...modules.values()];
const roomOf = (path: string): string => (path.split('/')[0] as string).replace(/\.ts$/, '');
const arrows = all.flatMap((module) => module.files.map((to) => ({ from: module.path, to })));

describe('the arrows of the house', () => {
  it('stand in a table that knows every room', () => {
    expect(all.length).toBeGreaterThan(100);
    expect([...new Set(all.map(({ path }) => roomOf(path)))].filter((room) => ARROWS[room] === undefined)).toEqual([]);
  });

  it('run one way: no room imports what it may not know', () => {
    expect(arrows.filter((arrow) => !mayImport(arrow)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('lead to files that are there', () => {
    expect(arrows.filter(({ to }) => !modules.has(to)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('form no cycle among files', () => {
    expect(cyclesOf(modules).map((cycle) => cycle.join(' -> '))).toEqual([]);
  });

  it('form no cycle among rooms, as the table allows them', () => {
    const rooms = Object.entries(ARROWS).map(([room, to]): [string, Module] => [
      room,
      { path: room, files: to.map(roomOf), packages: [], texts: [], lines: 0, members: [] },
    ]);
    expect(cyclesOf(new Map(rooms))).toEqual([]);
  });

  it('keep the domain free of every library, Node included', () => {
    expect(all.filter(({ path, packages }) => roomOf(path) === 'domain' && packages.length > 0)).toEqual([]);
  });

  it('keep each library in the rooms that it is for', () => {
    const strays = all.flatMap(({ path, packages }) =>
      packages.filter((name) => LIBRARIES[name]?.includes(roomOf(path)) === false).map((name) => `${path}: ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('see what a breach looks like', () => {
    const sample = readModule(
      'domain/sample.ts',
      `import type { A } from '../map/a.ts';
       export { b } from '../map/b.ts';
       type C = import('../map/c.ts').C;
       const d = await import('../map/d.ts');
       import e from '@scope/e/part.js';
       // import f from '../map/f.ts'; https://schema.org/f
       const g = \`https://schema.org/\${d}\`, h = '../map/h.ts';
       process.exit(1);`,
    );
    expect(sample.files).toEqual(['map/a.ts', 'map/b.ts', 'map/c.ts', 'map/d.ts']);
    expect(sample.packages).toEqual(['@scope/e']);
    expect(sample.texts.map(({ value }) => value)).toEqual(['https://schema.org/', '', '../map/h.ts']);
    expect(sample.texts[0]?.line).toBe(7);
    expect(sample.members).toContain('process.exit');
    expect(mayImport({ from: 'domain/sample.ts', to: 'map/a.ts' })).toBe(false);
    expect(mayImport({ from: 'extract/sample.ts', to: 'read/markdown.ts' })).toBe(false);
    const ring = ['a', 'b', 'c'].map((path, at): [string, Module] => [
      path,
      { ...sample, path, files: [['b', 'c', 'a'][at] as string] },
    ]);
    expect(cyclesOf(new Map(ring))).toEqual([['a', 'b', 'c']]);
  });
});

describe('house rules over src/', () => {
  it('only cli.ts ends the process or sets its exit code', () => {
    const ends = ['process.exit', 'process.exitCode', 'process.abort', 'process.kill'];
    const found = all.filter(({ members }) => members.some((member) => ends.includes(member))).map(({ path }) => path);
    expect(found).toEqual(['cli.ts']);
  });

  it('only map/ writes a vocabulary by its IRI', () => {
    const typed = all
      .filter(({ path }) => roomOf(path) !== 'map')
      .flatMap(({ path, texts }) =>
        texts.filter(({ value }) => isVocabulary(value)).map(({ value, line }) => `${path}:${line}: ${value}`),
      );
    expect(typed).toEqual([]);
  });

  it('splits a file before it has more than 250 lines', () => {
    expect(all.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  it('reads no clock, no locale and no chance into data', () => {
    const banned = /^(?:Date\.now|new Date|Math\.random|performance\.now)$|\.(?:localeCompare|toLocale\w*)$/;
    // The terminal knows the day, for what people decide by hand: that date is input, and stands in a ledger.
    // Logs say how long an answer took.
    const rooms = all.filter(({ path }) => path !== 'cli.ts' && path !== 'server/listen.ts');
    expect(
      rooms.flatMap(({ path, members }) => members.filter((m) => banned.test(m)).map((m) => `${path}: ${m}`)),
    ).toEqual([]);
  });

  // The list of names is made from labels that stand beside the project.
  const names = join(ROOT, '../shared/score/names.mjs');
  it.skipIf(!existsSync(names))('holds no proper name of the corpus (needs ../shared)', { timeout: 60_000 }, () => {
    expect(linesOf(names)).toEqual([]);
  });
});

// --- internal ---

/** Beginnings of what vocabularies are named by; http://schema.org/ is the other schema.org, never to be written. */
const VOCABULARIES = [
  ...Object.values(NAMESPACES),
  'http://schema.org',
  'http://www.w3.org/',
  'http://purl.org/',
  'http://xmlns.com/',
  'https://w3id.org/',
];

const isVocabulary = (value: string): boolean => VOCABULARIES.some((namespace) => value.includes(namespace));

function mayImport({ from, to }: { from: string; to: string }): boolean {
  const room = roomOf(from);
  const allowed = ARROWS[room] ?? [];
  return roomOf(to) === room || allowed.includes(roomOf(to)) || allowed.includes(to);
}

function linesOf(script: string): string[] {
  let out: string;
  try {
    out = execFileSync(process.execPath, [script], { cwd: ROOT, encoding: 'utf8' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    // It ends with 1 where it found something; without a word on stdout it did not work.
    if (stdout === '') throw new Error(`${script} failed: ${stderr}`);
    out = stdout;
  }
  return out.split('\n').filter((line) => line !== '');
}

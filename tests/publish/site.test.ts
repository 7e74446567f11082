import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser, Store } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '../../src/commands/publish.ts';
import { paper } from '../commands/support.ts';
import { buildIn } from '../support/build.ts';
import { folderOf, type Tree, writeTree } from '../support/files.ts';
import { village } from '../support/village.ts';
import { filesBelow, linksOf } from './links.ts';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** What must stand in no file that is published, in whatever way it is written in sources. */
const CANARIES = ['canari', '06 11 22 33 44', '0611223344', 'secret-field-value', '+33 6 11 22 33 44'];

const SOILED: Tree = {
  ...village(3),
  'pages/900.md': `---
titre: Veillée — écrire à canari.titre@exemple.fr
debut: 2023-04-02
lieu: Salle Haute (06 11 22 33 44)
adresse: 3 rue des Lavandières, 87999 Sarlande, canari (at) exemple.fr
organisateur: Les Rouages canari[arobase]exemple[point]fr
motscles: [canari@exemple.org, réemploi]
courriel: canari.champ@exemple.fr
telephone: 06.11.22.33.44
interne: secret-field-value
intervenants:
  - nom: Zoé Martel
    fonction: Animatrice, 06 11 22 33 44
    employeur: Les Rouages
    mail: canari.personne@exemple.fr
---

Contact : canari.corps@exemple.fr, +33 6 11 22 33 44.
`,
};

let folder: string;
let site: string;
let printed: ReturnType<typeof paper>;
const options = (more: object = {}) => ({
  config: join(folder, 'maillage.config.yaml'),
  build: join(folder, 'build'),
  output: site,
  ...more,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  writeTree(folder, SOILED);
  site = join(folder, 'site');
  await buildIn(folder);
  printed = paper();
  expect(await publish(options(), printed)).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(site, path), 'utf8');

describe('the published folder', () => {
  it('holds what docs/site.md promises', () => {
    const promised = [
      ...['index.html', 'index.fr.html', 'index.en.html', 'data.fr.html', 'search.json', 'sitemap.xml', 'robots.txt'],
      ...['dumps/graph.ttl', 'dumps/graph.nq', 'dumps/graph.trig', 'dumps/graph.jsonld', 'dumps/graph.rdf'],
      ...['tables/people.csv', 'tables/participations.csv', 'datapackage.json', 'catalog.ttl', '.well-known/void'],
      ...[
        'ontology.ttl',
        'context.jsonld',
        'shapes.ttl',
        'rules/end-before-start.rq',
        'queries/sessions.rq',
        'queries/sessions.ttl',
      ],
      ...['doc/person/zoe-bascou.fr.html', 'doc/person/zoe-bascou.ttl', 'doc/person/zoe-bascou.jsonld'],
      'id/person/zoe-bascou/index.html',
    ];
    expect(promised.filter((path) => !existsSync(join(site, path)))).toEqual([]);
    expect(printed.stdout()).toMatch(/: \d+ files, [\d.]+ MB\n$/);
  });

  it('holds no e-mail address, no telephone number and no field that the config does not map, in any file', () => {
    const found = filesBelow(site)
      .filter((path) => !path.startsWith('assets/'))
      .flatMap((path) => {
        const bytes = readFileSync(join(site, path));
        const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').toLowerCase();
        return CANARIES.filter((canary) => text.includes(canary)).map((canary) => `${path}: ${canary}`);
      });
    expect(found).toEqual([]);
  });

  it('has no broken link: each that stays below leads to a file, each fragment to an element', () => {
    const files = new Set(filesBelow(site));
    const broken = [...files]
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => linksOf(path, read(path), 'https://graphe.example.org/'))
      .filter(({ target, fragment }) => {
        const file = [target, join(target, 'index.html')].find((one) => files.has(one));
        if (file === undefined) return true;
        return fragment !== '' && file.endsWith('.html') && !read(file).includes(`id="${fragment}"`);
      });
    expect([...new Set(broken.map(({ from, target, fragment }) => `${from}: ${target} ${fragment}`))]).toEqual([]);
  });

  it('leads from each id to its page', () => {
    expect(read('id/person/zoe-bascou/index.html')).toContain('url=../../../doc/person/zoe-bascou.fr.html"');
  });

  it('gives with a thing what ties it to others and where it was read', () => {
    const turtle = read('doc/person/zoe-bascou.ttl');
    expect(turtle).toContain('schema:name "Zoé Bascou"');
    expect(turtle).toMatch(/oa:exact ".*Zoé Bascou/);
    expect(turtle).toContain('mlg:roleAsPrinted "Animatrice"');
    expect(turtle).toMatch(/organization:les-rouages schema:name "Les Rouages"/);
  });

  it('is the same, byte for byte, when it is published again', async () => {
    const before = filesBelow(site).map((path) => [path, readFileSync(join(site, path)).toString('base64')]);
    expect(await publish(options(), paper())).toBe(0);
    const after = filesBelow(site).map((path) => [path, readFileSync(join(site, path)).toString('base64')]);
    expect(after.map(([path]) => path)).toEqual(before.map(([path]) => path));
    expect(after.filter(([, bytes], at) => bytes !== before[at]?.[1]).map(([path]) => path)).toEqual([]);
  }, 120_000);

  it('counts in the catalogue the bytes that are there', () => {
    const bytes = readFileSync(join(site, 'dumps/graph.ttl')).length;
    expect(read('catalog.ttl')).toContain(`"${bytes}"^^xsd:nonNegativeInteger`);
  });

  it.each([
    ['http://www.w3.org/ns/dcat#landingPage', 'http://xmlns.com/foaf/0.1/Document'],
    ['http://xmlns.com/foaf/0.1/homepage', 'http://xmlns.com/foaf/0.1/Document'],
    ['http://www.w3.org/ns/dcat#mediaType', 'http://purl.org/dc/terms/MediaType'],
    ['http://purl.org/dc/terms/license', 'http://purl.org/dc/terms/LicenseDocument'],
    ['http://purl.org/dc/terms/publisher', 'http://xmlns.com/foaf/0.1/Agent'],
    ['http://purl.org/dc/terms/language', 'http://purl.org/dc/terms/LinguisticSystem'],
  ])('gives what stands after %s the class that DCAT-AP 3 asks for', (property, type) => {
    const catalogue = new Store(new Parser().parse(read('catalog.ttl')));
    const values = catalogue.getObjects(null, property, null);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => catalogue.countQuads(value, RDF_TYPE, type, null) === 0)).toEqual([]);
  });
});

describe('publishing refuses', () => {
  const refused = async (tree: Tree, more: object = {}): Promise<string> => {
    const own = folderOf(tree);
    await buildIn(own);
    const given = { config: join(own, 'maillage.config.yaml'), build: join(own, 'build'), output: join(own, 'site') };
    const error = await publish({ ...given, ...more }, paper()).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(readdirSync(own).filter((name) => name.includes('site'))).toEqual([]);
    return error?.message ?? 'published';
  };

  it('a source without a licence, naming it and what to add', async () => {
    const tree = village(1);
    const bare = `${tree['maillage.config.yaml']}`.replace(/^license:.*\n/m, '');
    expect(await refused({ ...tree, 'maillage.config.yaml': bare })).toMatch(
      /the source "agenda" has no licence, the source "livret" has no licence.*Add "license: https/,
    );
  });

  it('a folder that holds other files', async () => {
    const other = folderOf({ 'these.txt': 'mine' });
    expect(await refused(village(1), { output: other })).toMatch(/holds other files/);
    expect(readdirSync(other)).toEqual(['these.txt']);
  });

  it('losses above the share that is allowed, and publishes them when forced', async () => {
    writeFileSync(join(folder, 'pages/002.md'), '---\ntitre: Rien\n---\n');
    await buildIn(folder);
    const terminal = paper();
    expect(await publish(options({ previous: site, maxLoss: '5%' }), terminal)).toBe(1);
    expect(terminal.stderr()).toMatch(/event: 1 of 5 are gone \(20 %, allowed 5%\)/);
    expect(existsSync(join(site, 'doc/event/veillee-002.fr.html'))).toBe(true);
    expect(await publish(options({ previous: site, force: true }), paper())).toBe(0);
    expect(existsSync(join(site, 'doc/event/veillee-002.fr.html'))).toBe(false);
  }, 120_000);
});

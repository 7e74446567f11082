import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig, loadConfig } from '../../src/config.ts';
import { UsageError } from '../../src/errors.ts';
import { configOf, errorsOf, withFields } from './support.ts';

const FULL = `base: https://graphe.exemple.org/
language: fr
timezone: Indian/Reunion
license: https://www.etalab.gouv.fr/licence-ouverte-open-licence/
publisher: {name: Exemple, url: https://exemple.org/}
title: Un graphe
description: Pour essayer
identities: identities.jsonl
quality: quality.jsonl
grades: [stated]
sources:
  - id: agenda
    files: sources/agenda/*.md
    exclude: ['**/_index.md']
    reader: front-matter
    license: https://exemple.org/licence
    publisher: Une collectivité
    maxFileSize: 500 kB
    text: fr-page
    records:
      - type: event
        key: '{{slug}}'
        when: event_start_date
        unless: [draft, hidden]
        fields:
          name: title
          startDate: event_start_date
          location.name: lieu
          location.address: adresse
          keywords: [categories, tags]
  - id: salon-2022
    files: [sources/salon.md]
    reader: programme
    event:
      name: Salon 2022
      startDate: 2022-09-28
      endDate: 2022-09-29T18:00:00+02:00
      location: {name: Palais, locality: Lens, country: FR}
      organizers: [Une association]
      url: https://salon.exemple.org/
`;

describe('loadConfig', () => {
  it('gives every value its type', () => {
    const config = configOf(FULL);
    expect(config).toMatchObject({
      base: 'https://graphe.exemple.org/',
      baseIsDefault: false,
      language: 'fr',
      timezone: 'Indian/Reunion',
      publisher: { name: 'Exemple', url: 'https://exemple.org/' },
      identities: 'identities.jsonl',
      quality: 'quality.jsonl',
      grades: ['stated'],
      text: FULL,
      sha256: createHash('sha256').update(FULL).digest('hex'),
    });
    const [agenda, salon] = config.sources;
    expect(agenda).toMatchObject({
      id: 'agenda',
      files: ['sources/agenda/*.md'],
      exclude: ['**/_index.md'],
      publisher: { name: 'Une collectivité' },
      maxFileSize: 500_000,
      text: 'fr-page',
    });
    expect(agenda?.records[0]).toMatchObject({
      type: 'event',
      key: '{{slug}}',
      when: [{ path: 'event_start_date' }],
      unless: [{ path: 'draft' }, { path: 'hidden' }],
    });
    expect([...(agenda?.records[0]?.fields.keys() ?? [])]).toEqual(['name', 'startDate', 'location', 'keywords']);
    expect(salon).toMatchObject({
      files: ['sources/salon.md'],
      records: [],
      event: {
        name: 'Salon 2022',
        startDate: '2022-09-28',
        endDate: '2022-09-29T18:00:00+02:00',
        location: { name: 'Palais', locality: 'Lens', country: 'FR' },
        organizers: ['Une association'],
        url: 'https://salon.exemple.org/',
      },
    });
  });

  it('fills in defaults, and says that the base is one', () => {
    const config = configOf(withFields('name: title'));
    expect(config).toMatchObject({
      base: 'https://maillage.example/',
      baseIsDefault: true,
      language: 'fr',
      timezone: 'Europe/Paris',
      grades: ['stated', 'inferred'],
    });
    expect(config.sources[0]).toMatchObject({ exclude: [], maxFileSize: 10_000_000 });
    expect(config).not.toHaveProperty('license');
  });

  it('knows the lines of each value, of a line break in it, and of the nearest ancestor of what is not there', () => {
    const config = configOf(`title: >-
  Un graphe
  en deux lignes

publisher:
  name: Exemple
  url: https://exemple.org/
sources:
  - id: pages
    files:
      - a/*.md
      - b/*.md
    reader: front-matter
    records: [{type: event, fields: {name: title}}]
`);
    expect(config.linesOf(['title'])).toEqual({ first: 1, last: 3 });
    expect(config.linesOf(['publisher'])).toEqual({ first: 5, last: 7 });
    expect(config.linesOf(['publisher', 'url'])).toEqual({ first: 7, last: 7 });
    expect(config.linesOf(['publisher', 'email', 0])).toEqual({ first: 5, last: 7 });
    expect(config.linesOf(['sources', 0, 'files', 1])).toEqual({ first: 12, last: 12 });
    expect(config.linesOf(['sources', 0, 'records', 0, 'fields', 'name'])).toEqual({ first: 14, last: 14 });
    expect(config.linesOf([])).toEqual({ first: 1, last: 14 });
  });

  it('understands anchors, and places what they repeat where it is used', () => {
    const config = configOf(`sources:
  - id: a
    files: a.md
    reader: front-matter
    records: &records
      - type: event
        fields: {name: title}
  - id: b
    files: b.md
    reader: front-matter
    records: *records
`);
    expect(config.sources[1]?.records[0]?.type).toBe('event');
    expect(config.linesOf(['sources', 1, 'records', 0, 'type'])).toEqual({ first: 11, last: 11 });
  });

  it('reads CRLF files and a byte order mark', () => {
    const config = configOf(`\uFEFF${FULL.replace(/\n/g, '\r\n')}`);
    expect(config.sources.map(({ id }) => id)).toEqual(['agenda', 'salon-2022']);
    expect(config.linesOf(['timezone'])).toEqual({ first: 3, last: 3 });
  });

  it('reports all errors at once, in file order, with line, path, value and what is allowed', () => {
    expect(
      errorsOf(`base: graphe.exemple.org
timezon: Europe/Paris
sources:
  - id: Mes pages
    files: /etc/*.md
    reader: frontmatter
    records:
      - type: evnt
        fields: {name: title}
`),
    ).toEqual([
      `line 1: base = "graphe.exemple.org": must be the graph's base: an http(s) address that ends in /, without ? or #`,
      'line 2: timezon = "Europe/Paris": is not a known key. Did you mean "timezone"? Allowed: base, language, timezone, license, publisher, title, description, themes, countries, identities, judgements, suppressions, links, quality, grades, store, sources',
      'line 4: sources[0].id = "Mes pages": must be an id of a-z, 0-9 and single hyphens',
      'line 5: sources[0].files = "/etc/*.md": must be a glob or a list of globs, relative to the config, with / between folders',
      'line 6: sources[0].reader = "frontmatter": must be one of front-matter, programme',
      'line 8: sources[0].records[0].type = "evnt": must be one of event, article, person, organization, project, concept, cohort',
    ]);
  });

  const source = (lines: string) => `sources:
  - id: a
    files: a.md
    reader: front-matter
    records: [{type: event, fields: {name: title}}]
${lines}`;

  it.each([
    ['base: http://exemple.org/#x/', 'line 1: base = "http://exemple.org/#x/": must be the graph\'s base'],
    ['base: https://a:b@exemple.org/', 'line 1: base = "https://a:b@exemple.org/": must be the graph\'s base'],
    ['base: "javascript:alert(1)/"', 'line 1: base = "javascript:alert(1)/": must be the graph\'s base'],
    ['language: français', 'line 1: language = "français": must be a language tag such as fr'],
    ['timezone: Europe/Pari', 'line 1: timezone = "Europe/Pari": must be an IANA time zone such as Europe/Paris'],
    ['timezone: "+02:00"', 'line 1: timezone = "+02:00": must be an IANA time zone'],
    ['license: libre', 'line 1: license = "libre": must be an http(s) address'],
    ['publisher: {nom: X}', 'line 1: publisher.name: is missing: give a name'],
    ['publisher: {name: X, url: x}', 'line 1: publisher.url = "x": must be an http(s) address'],
    ['title: 3', 'line 1: title = 3: must be text'],
    ['identities: C:\\ids', 'line 1: identities = "C:\\\\ids": must be the path of the ledger of ids'],
    ['quality: /q.jsonl', 'line 1: quality = "/q.jsonl": must be the path of the measurements of quality'],
    ['grades: [inferred]', 'line 1: grades: must be [stated, inferred] or [stated]'],
    ['grades: [stated, sure]', 'line 1: grades[1] = "sure": must be [stated, inferred] or [stated]'],
    ['grades: stated', 'line 1: grades = "stated": must be [stated, inferred] or [stated]'],
  ])('refuses %s', (line, message) => {
    expect(errorsOf(`${line}\n${source('')}`)[0]).toContain(message);
  });

  it.each([
    [
      'maxFileSize: 5 Mo',
      'sources[0].maxFileSize = "5 Mo": must be a number of bytes, or a size such as 500 kB or 5 MB',
    ],
    ['maxFileSize: -1', 'sources[0].maxFileSize = -1: must be a number of bytes'],
    ['text: fr', 'sources[0].text = "fr": must be one of fr-page'],
    ['exclude: []', 'sources[0].exclude: must be a glob or a list of globs'],
    ['publisher: {}', 'sources[0].publisher.name: is missing: give a name'],
    ['event: {name: X}', 'sources[0].event: fits only sources whose reader is programme'],
    [
      'licence: https://exemple.org/',
      'sources[0].licence = "https://exemple.org/": is not a known key. Did you mean "license"?',
    ],
  ])('refuses a source with %s', (line, message) => {
    expect(errorsOf(source(`    ${line}\n`)).join('\n')).toContain(`line 6: ${message}`);
  });

  it('needs sources, each with an id of its own and something to read', () => {
    expect(errorsOf('title: x')).toEqual(['line 1: sources: is missing: give a list of sources']);
    expect(errorsOf('sources: []')).toEqual(['line 1: sources: must be a list of at least one source']);
    expect(errorsOf('- a')[0]).toContain('must be a map of keys such as base and sources');
    expect(errorsOf('')[0]).toContain('must be a map of keys such as base and sources');
    expect(errorsOf(`${source('')}  - id: a\n    files: b.md\n    reader: front-matter\n`)).toEqual([
      'line 6: sources[1].id = "a": is the id of sources[0] too: ids are unique',
      'line 6: sources[1].records: is missing: give the records that each row of this source yields',
    ]);
  });

  it('needs the event of a programme, and its dates right', () => {
    const programme = (event: string) => `sources:\n  - id: p\n    files: p.md\n    reader: programme\n${event}`;
    expect(errorsOf(programme(''))).toEqual([
      'line 2: sources[0].event: is missing: give the event that it is the programme of',
    ]);
    expect(
      errorsOf(
        programme('    event: {name: X, startDate: 2022-02-30, endDate: 2022-03-01T10:00, location: {street: y}}'),
      ),
    ).toEqual([
      'line 5: sources[0].event.startDate = "2022-02-30": must be a date such as 2022-09-28, or a date-time with its offset',
      'line 5: sources[0].event.endDate = "2022-03-01T10:00": must be a date such as 2022-09-28, or a date-time with its offset',
      'line 5: sources[0].event.location: must be a place with a name or a locality',
    ]);
  });

  it('names the faults of YAML with their lines', () => {
    expect(() => configOf('a: 1\na: 2\nb: [\n')).toThrow(
      /maillage\.config\.yaml: this is not valid YAML:\n {2}line 2: .*unique/,
    );
    expect(() => configOf(Buffer.from([0x61, 0xff]))).toThrow('this is not UTF-8 text: save it as UTF-8');
  });

  it('refuses an alias bomb', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 9; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(',')}]`,
      );
    expect(() => configOf(bomb.join('\n'))).toThrow(UsageError);
  });

  it('lets no key reach the prototype of objects', () => {
    expect(errorsOf('__proto__: {polluted: 1}\nsources: []').join('\n')).toContain('__proto__');
    expect(errorsOf(withFields('name: title\n__proto__: {from: x}'))[0]).toContain('fields.__proto__: is not a field');
    expect(errorsOf(withFields('name: constructor.name'))[0]).toContain('uses constructor, which no source may have');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('says what to do about a file that is not there', () => {
    expect(() => loadConfig('/nowhere/x.yaml')).toThrow('/nowhere/x.yaml: this config cannot be read: check the path');
    expect(() => loadConfig(tmpdir())).toThrow('this is not a file');
  });
});

describe('findConfig', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillage-find-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the one named, else the one here, else the one in data', () => {
    mkdirSync(join(folder, 'data'));
    for (const file of ['data/maillage.config.yaml', 'other.yaml']) writeFileSync(join(folder, file), '');
    expect(findConfig(undefined, folder)).toBe(join(folder, 'data/maillage.config.yaml'));
    writeFileSync(join(folder, 'maillage.config.yaml'), '');
    expect(findConfig(undefined, folder)).toBe(join(folder, 'maillage.config.yaml'));
    expect(findConfig('other.yaml', folder)).toBe(join(folder, 'other.yaml'));
  });

  it('says what was looked for', () => {
    expect(() => findConfig(undefined, folder)).toThrow(
      `no config found: looked for maillage.config.yaml and data/maillage.config.yaml in ${folder}`,
    );
    expect(() => findConfig('x.yaml', folder)).toThrow('x.yaml: there is no such config');
  });
});

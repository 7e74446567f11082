import { describe, expect, it } from 'vitest';
import { configOf, errorsOf, withFields } from './support.ts';

/** Two sources: projects with stewards, and what is under test. */
const besideProjects = (fields: string, type: string) => `sources:
  - id: projets
    files: projets/*.md
    reader: front-matter
    records:
      - type: project
        fields: {name: title, stewards: who, description: desc}
  - id: pages
    files: pages/*.md
    reader: front-matter
    records:
      - type: ${type}
        fields: ${fields}
`;

const at = 'sources[0].records[0].fields';

describe('the fields of a record', () => {
  it.each([
    [
      'nam: title\nname: title',
      `line 8: ${at}.nam = "title": is not a field of a record of type event. Did you mean "name"? Allowed: name, startDate, endDate, location, organizers, partners, about, keywords, abstract, urls`,
    ],
    ['startDate: x', `line 7: ${at}: has no name: a record of type event needs one`],
    [
      'name: title\nemail: mail',
      `line 9: ${at}.email = "mail": is not a field of a record of type event. Allowed: name`,
    ],
    [
      'name: 3',
      `line 8: ${at}.name = 3: must be a key of the source, a list of keys, or an object; a fixed value is {const: …}`,
    ],
    ['name: []', `line 8: ${at}.name: must be a key of the source`],
    ['name: [a, 3]', `line 8: ${at}.name[1] = 3: must be a key of the source`],
    ['name: a..b', `line 8: ${at}.name = "a..b": has an empty step`],
    ['name: "{{title}}"', `line 8: ${at}.name = "{{title}}": is a template: write {template: …}`],
    [
      'name: {from: a, const: b}',
      `line 8: ${at}.name: must say where its value comes from by exactly one of from, const, template, link, ref, forEach; it has from and const`,
    ],
    [
      'name: {split: ","}',
      `line 8: ${at}.name: must say where its value comes from by exactly one of from, const, template, link, ref, forEach; it has none`,
    ],
    [
      'name: {form: a}',
      `line 8: ${at}.name.form = "a": is not a known key. Did you mean "from"? Allowed: from, const, template, link, ref, field, split, lookup, default, as`,
    ],
    ['name: {template: "{{a"}', `line 8: ${at}.name.template = "{{a": a {{ is not closed by }}`],
    ['name: {template: "{{a..b}}"}', `{{a..b}} has an empty step`],
    ['name: {const: x, split: ","}', `line 8: ${at}.name.split = ",": needs a from or template to split`],
    ['name: {from: x, split: ""}', `line 8: ${at}.name.split = "": must be a separator`],
    [
      'name: {from: x, as: dat}',
      `line 8: ${at}.name.as = "dat": must be one of text, date, url, integer, fr-role, fr-address`,
    ],
    [
      'name: {from: x, as: fr-role}',
      `line 8: ${at}.name.as = "fr-role": does not fit this field. Allowed: text, integer, date, url`,
    ],
    [
      'name: a\nstartDate: {from: x, as: text}',
      `line 9: ${at}.startDate.as = "text": does not fit this field. Allowed: date`,
    ],
    ['name: {from: x, field: y}', `line 8: ${at}.name.field = "y": needs a ref to take the field from`],
    [
      'name: {from: x, link: "https://exemple.org/{{x}}"}',
      `line 8: ${at}.name.link = "https://exemple.org/{{x}}": fits only fields that take an address or a named thing`,
    ],
    [
      'name: a\nurls: {link: "https://{{host}}/x"}',
      'must be an http(s) address with a fixed host, such as https://example.org/{{slug}}',
    ],
    ['name: a\nurls: {link: "javascript:{{x}}"}', 'must be an http(s) address with a fixed host'],
    ['name: {from: x, lookup: [a]}', `line 8: ${at}.name.lookup: must be a table of values`],
    ['name: {from: x, lookup: {a: [b]}}', `line 8: ${at}.name.lookup.a: must be a value`],
    [
      'name: a\nlocation.nme: x',
      `line 9: ${at}.location.nme = "x": is not a part of this field. Did you mean "name"? Allowed: name, street, postalCode, locality, country, address`,
    ],
    ['name: a\nkeywords.x: y', `line 9: ${at}.keywords.x = "y": has no parts: leave out what follows the dot`],
    [
      'name: a\nlocation: x\nlocation.name: y',
      `line 10: ${at}.location.name = "y": is given twice: as location and as location.name`,
    ],
    ['name: a\nurl: x\nurls: y', `line 10: ${at}.urls = "y": is given twice: urls is the same field`],
    [
      'name: a\nkeywords: {forEach: tags, fields: {name: x}}',
      `line 9: ${at}.keywords.forEach = "tags": fits only fields of parts; for plain values write the path through the list: tags.label`,
    ],
    [
      'name: a\norganizers: {forEach: orgs, field: {name: x}}',
      `line 9: ${at}.organizers.field: is not a known key. Did you mean "fields"? Allowed: forEach, fields`,
    ],
    [
      'name: a\norganizers: {forEach: 3, fields: {name: x}}',
      `line 9: ${at}.organizers.forEach = 3: must be the path of a list of objects`,
    ],
    [
      'name: a\norganizers: {forEach: orgs, fields: {nom: x}}',
      `line 9: ${at}.organizers.fields.nom = "x": is not a part of this field. Did you mean "name"? Allowed: name, alternateName, within, url`,
    ],
  ])('refuses %j', (fields, message) => {
    expect(errorsOf(withFields(fields)).join('\n')).toContain(message);
  });

  it('knows singular names, and the name of an article', () => {
    const fields = configOf(withFields('name: a\nurl: b\nkeyword: c', 'article')).sources[0]?.records[0]?.fields;
    expect([...(fields?.keys() ?? [])]).toEqual(['headline', 'urls', 'keywords']);
  });

  it('checks kinds of projects where the config states them', () => {
    expect(errorsOf(withFields('name: a\nkind: {const: sofware}', 'project'))).toEqual([
      expect.stringContaining('kind.const = "sofware": is no kind of project. Did you mean "software"?'),
    ]);
    expect(errorsOf(withFields('name: a\nkind: {from: k, lookup: {Logiciel: logiciel}}', 'project'))).toEqual([
      expect.stringContaining('kind.lookup.Logiciel = "logiciel": is no kind of project'),
    ]);
    expect(errorsOf(withFields('name: a\nkind: {from: k, lookup: {Logiciel: software}}', 'project'))).toEqual([]);
  });

  it.each([
    [
      "{name: a, projects: {ref: 'projet/{{p}}'}}",
      'projects.ref = "projet/{{p}}": names no source with records. Did you mean "projets"? Allowed: projets, pages',
    ],
    [
      "{name: a, projects: {ref: 'projets'}}",
      'projects.ref = "projets": must be a source, a slash and a key, such as projets/{{key}}',
    ],
    ["{name: a, projects: {ref: 'projets/{{p'}}", 'projects.ref = "projets/{{p": a {{ is not closed by }}'],
    [
      "{name: a, affiliations.organization: {ref: 'projets/{{p}}'}}",
      'finds no organization there: projets yields project. Name the field to take (field: …)',
    ],
    [
      "{name: a, affiliations.organization: {ref: 'projets/{{p}}', field: stewrd}}",
      'field = "stewrd": is no field that projets maps. Did you mean "stewards"? Allowed: name, stewards, description',
    ],
    [
      "{name: a, affiliations.organization: {ref: 'projets/{{p}}', field: description}}",
      'field = "description": of projets is of another nature than what is filled here',
    ],
    [
      "{name: a, urls: {ref: 'projets/{{p}}'}}",
      'urls.ref = "projets/{{p}}": needs a field: which field of the referenced record to take',
    ],
    ["{name: {ref: 'projets/{{p}}', field: name}}", 'name.ref = "projets/{{p}}": cannot stand here'],
    ["{name: a, affiliations.role: {ref: 'projets/{{p}}', field: name}}", 'cannot stand here'],
  ])('refuses the reference in %s', (fields, message) => {
    expect(errorsOf(besideProjects(fields, 'person')).join('\n')).toContain(message);
  });

  it('takes references to records, and to their fields by any name of those', () => {
    const fields =
      "{name: a, projects: {ref: 'projets/{{p}}'}, affiliation.organization: {ref: 'projets/{{p}}', field: steward}}";
    const person = configOf(besideProjects(fields, 'person')).sources[1]?.records[0];
    expect(person?.fields.get('projects')).toMatchObject({
      refs: [{ source: 'projets', type: 'project', key: '{{p}}' }],
    });
    expect(person?.fields.get('affiliations')).toMatchObject({
      parts: new Map([
        [
          'organization',
          expect.objectContaining({ refs: [{ source: 'projets', type: 'project', key: '{{p}}', field: 'stewards' }] }),
        ],
      ]),
    });
  });
});

describe('a record', () => {
  const record = (lines: string, type = 'event') =>
    withFields('name: a', type).replace('        fields:', `        ${lines}\n        fields:`);

  it.each([
    ['scheme: themes', 'scheme = "themes": fits only records of type concept'],
    ['key: a..b', 'key = "a..b": has an empty step'],
    ["key: '{{a'", 'key = "{{a": a {{ is not closed by }}'],
    ['when: ""', 'when = "": must be a path of keys'],
    ['when: [a..b]', 'when: has an empty step'],
    ['unless: {a: {b: c}}', 'unless.a: must be a value, or a list of values'],
    ['forEach: a.', 'forEach = "a.": has an empty step'],
    [
      'filed: {}',
      'filed: is not a known key. Did you mean "fields"? Allowed: type, scheme, key, forEach, when, unless, fields',
    ],
  ])('refuses %s', (line, message) => {
    expect(errorsOf(record(line)).join('\n')).toContain(`sources[0].records[0].${message}`);
  });

  it('takes conditions as a path, a list, or paths with values', () => {
    const when = (text: string) => configOf(record(`when: ${text}`)).sources[0]?.records[0]?.when;
    expect(when('a')).toEqual([{ path: 'a' }]);
    expect(when('[a, b.c]')).toEqual([{ path: 'a' }, { path: 'b.c' }]);
    expect(when('{kind: x, year: [2022, 2023]}')).toEqual([
      { path: 'kind', values: ['x'] },
      { path: 'year', values: ['2022', '2023'] },
    ]);
  });

  it('takes a path as its key too', () => {
    expect(configOf(record('key: id')).sources[0]?.records[0]?.key).toBe('{{id}}');
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIELDS, RECORD_TYPES } from '../../src/config/record-types.ts';
import { errorsOf, indent } from './support.ts';

const page = readFileSync(new URL('../../docs/config.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml ?(\w*)\n(.*?)```/gs)].map(([, type, yaml]) => ({ type, yaml: yaml ?? '' }));

/** What the examples refer to. */
const REFERRED = `
  - {id: projets, files: p.md, reader: front-matter, records: [{type: project, fields: {name: t, stewards: s}}]}
  - {id: themes, files: t.md, reader: front-matter, records: [{type: concept, fields: {name: t}}]}
  - {id: impacts, files: i.md, reader: front-matter, records: [{type: concept, fields: {name: t}}]}
`;

it('has examples', () => {
  expect(examples.length).toBeGreaterThan(10);
});

it.each(examples)('the documented example loads: $yaml', ({ type, yaml }) => {
  const config =
    type === ''
      ? yaml
      : `sources:${REFERRED}  - id: pages\n    files: a.md\n    reader: front-matter\n    records:\n      - type: ${type}\n        fields:\n${indent(yaml, 10)}\n`;
  expect(errorsOf(config)).toEqual([]);
});

it.each(RECORD_TYPES)('the fields of %s are documented', (type) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${type} |`));
  const documented = row
    ?.split('|')[2]
    ?.split(',')
    .map((field) => field.replace(/[* ]/g, ''));
  expect(documented).toEqual([...FIELDS[type].keys()]);
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/commands/explain.ts';
import { judge } from '../../src/commands/judge.ts';
import { review } from '../../src/commands/review.ts';
import { suppress } from '../../src/commands/suppress.ts';
import { UsageError } from '../../src/errors.ts';
import { buildIn, quadsOf } from '../support/build.ts';
import { writeTree } from '../support/files.ts';
import { paper } from './support.ts';

const page = (name: string) => `---\nnom: ${name}\n---\n`;
const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
writeTree(folder, {
  'maillage.config.yaml': `base: https://graphe.example.org/
identities: identities.jsonl
judgements: judgements.jsonl
suppressions: suppressions.jsonl
sources:
  - { id: annuaire, files: a/*.md, reader: front-matter, records: [{ type: person, fields: { name: nom } }] }
`,
  'a/1.md': page('Zoé Lagarde'),
  'a/2.md': page('Zoé Lagarge'),
  'a/3.md': page('Ève Roy'),
});
const options = { config: join(folder, 'maillage.config.yaml'), build: join(folder, 'build') };
const ledger = (): string => {
  const path = join(folder, 'judgements.jsonl');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const SAME = { a: 'person/zoe-lagarde', b: 'person/zoe-lagarge', decision: 'same' };
const at = (input: string) => ({ ...paper(input), today: () => '2030-06-01' });

describe('an editor', () => {
  beforeAll(() => buildIn(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('sees both sides with their lines, and answers with a key and a reason', async () => {
    const terminal = at('x\ns une coquille\n');
    expect(await review({ ...options, by: 'Anna' }, terminal)).toBe(0);
    expect(terminal.stdout()).toContain('a/1.md:2');
    expect(terminal.stdout()).toContain('« nom: Zoé Lagarge »');
    expect(terminal.stdout()).toContain('one-letter: Zoé Lagarde / Zoé Lagarge');
    expect(terminal.stderr()).toContain('"x" is no answer');
    expect(JSON.parse(ledger())).toEqual({ ...SAME, by: 'Anna', when: '2030-06-01', because: 'une coquille' });
  });

  it('leaves open what is passed over, and what comes after the end', async () => {
    writeFileSync(join(folder, 'judgements.jsonl'), '');
    for (const input of ['n\n', 'q\n', '']) expect(await review(options, at(input))).toBe(0);
    expect(ledger()).toBe('');
  });

  it('may fill in a table instead, with commas or semicolons', async () => {
    const terminal = at('');
    await review({ ...options, format: 'csv' }, terminal);
    const [head = '', row = ''] = terminal.stdout().split('\r\n');
    expect(head).toMatch(/^a,b,decision,because,/);
    expect(row).toMatch(/^person\/zoe-lagarde,person\/zoe-lagarge,,,Zoé Lagarde,/);
    const sheet = join(folder, 'sheet.csv');
    writeFileSync(
      sheet,
      `\ufeffa;b;decision;because\r\n${SAME.b};${SAME.a};Different;"deux, vraiment"\r\nperson/eve-roy;${SAME.a};;\r\n`,
    );
    await review({ ...options, from: sheet }, terminal);
    expect(terminal.stderr()).toContain('1 judgement(s) written to judgements.jsonl, 1 row(s) left open');
    expect(JSON.parse(ledger())).toEqual({
      ...SAME,
      decision: 'different',
      when: '2030-06-01',
      because: 'deux, vraiment',
    });
    writeFileSync(sheet, `a,b,decision\n${SAME.a},${SAME.b},maybe\n`);
    await expect(review({ ...options, from: sheet }, terminal)).rejects.toThrow(
      /sheet\.csv:2: .*"maybe" is no decision/,
    );
  });

  it('may judge in a script: ids, IRIs, names; a second judgement of the same two replaces the first', async () => {
    const terminal = at('');
    await judge(
      'https://graphe.example.org/id/person/zoe-lagarge',
      'id/person/zoe-lagarde',
      'same',
      { ...options, because: 'x' },
      terminal,
    );
    expect(JSON.parse(ledger())).toEqual({ ...SAME, when: '2030-06-01', because: 'x' });
    expect(terminal.stderr()).toContain('(was: different)');
    for (const [a, b, decision] of [
      ['zoe', SAME.b, 'same'],
      [SAME.a, SAME.a, 'same'],
      [SAME.a, SAME.b, 'perhaps'],
    ] as const)
      await expect(judge(a, b, decision, options, terminal)).rejects.toThrow(UsageError);
  });

  it('finds in explain why names are one', async () => {
    await buildIn(folder);
    const terminal = at('');
    await explain('person/zoe-lagarde', options, terminal);
    expect(terminal.stdout()).toContain('judged same: x');
    await explain('person/zoe-lagarge', options, terminal);
    expect(terminal.stdout()).toContain('replaced by https://graphe.example.org/id/person/zoe-lagarde');
  });

  it('leaves out who asks for it, with the judgements about them; the ledger does not say who', async () => {
    const terminal = at('');
    await suppress('person/zoe-lagarde', options, terminal);
    expect(terminal.stderr()).toContain('2 name(s) will be left out');
    expect(ledger()).toBe('');
    expect(readFileSync(join(folder, 'suppressions.jsonl'), 'utf8')).not.toMatch(/zo|lagar/i);
    expect(quadsOf(await buildIn(folder)).join('\n')).not.toMatch(/lagar[dg]e/i);
    await expect(suppress('person/personne', options, terminal)).rejects.toThrow(UsageError);
  });
});

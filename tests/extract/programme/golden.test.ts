import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Attested, Lines } from '../../../src/domain/evidence.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import type { Participation } from '../../../src/domain/participation.ts';
import { messageOf } from '../../../src/map/finding-messages.ts';
import { read } from './support.ts';

/**
 * A booklet of all layouts and what it says, with lines. After a change that is meant, write it anew with
 * `MAILLAGE_GOLDEN=write npx vitest run tests/extract/programme/golden.test.ts`, and read the difference line by line.
 */
const FOLDER = new URL('../../golden/programme/', import.meta.url);
const EXPECTED = fileURLToPath(new URL('expected.json', FOLDER));

it('reads the golden booklet as written down', () => {
  const found = `${JSON.stringify(digest(readFileSync(new URL('booklet.md', FOLDER), 'utf8')), null, 2)}\n`;
  if (process.env['MAILLAGE_GOLDEN'] === 'write') {
    if (process.env['CI'] !== undefined)
      throw new Error('Golden files are written by hand on one machine, never in CI.');
    writeFileSync(EXPECTED, found);
  }
  expect(found).toBe(readFileSync(EXPECTED, 'utf8'));
});

// --- internal ---

function digest(text: string) {
  const { sessions, people, findings } = read(text);
  return {
    sessions: sessions.map((session) => ({
      title: at(session.title),
      heading: at(session.heading),
      start: at(session.start),
      end: at(session.end),
      format: at(session.format),
      page: at(session.page),
      abstract: at(session.abstract),
      presents: session.presents.map(
        ({ kind, position, project, steward }) =>
          `${position ?? '-'} ${kind}: ${project.name}${steward === undefined ? '' : ` < ${steward.name}`} @ ${lines(project.lines)}`,
      ),
      people: people.filter((one) => one.in === session.key).map(person),
    })),
    findings: findings.map(
      (finding) => `${finding.severity} ${finding.code} @ ${lines(finding.lines)}: ${messageOf(finding, 'en')}`,
    ),
  };
}

function person(one: Participation): string {
  const posts = one.affiliations.map(
    ({ role, organization, past, grade }) =>
      `${past ? 'past ' : ''}${role ?? '-'} / ${organization === undefined ? '-' : body(organization)}${grade === 'inferred' ? ' (inferred)' : ''}`,
  );
  const kind = one.participantKind === undefined ? '' : ` [${one.participantKind.value}]`;
  const who = `${one.capacity}${one.tentative ? '?' : ''}: ${one.actor.name}${kind}`;
  return `${[who, ...posts].join('; ')} @ ${lines(one.lines)}`;
}

const body = ({ name, within }: Mention): string => (within === undefined ? name : `${name} < ${body(within)}`);

const at = (value: Attested<string | number> | undefined): string | null =>
  value === undefined ? null : `${value.value} @ ${lines(value.lines)} ${value.rule} (${value.grade})`;

const lines = ({ first, last }: Lines): string => (first === last ? `${first}` : `${first}-${last}`);

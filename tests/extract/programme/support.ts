import type { Participation } from '../../../src/domain/participation.ts';
import type { Session } from '../../../src/domain/session.ts';
import { extractProgramme } from '../../../src/extract/programme/programme.ts';
import { programme } from '../../../src/read/programme.ts';
import type { SourceFile } from '../../../src/read/reader.ts';

export const EVENT = { key: 'rencontre', startDate: '2024-03-05', endDate: '2024-03-06', timezone: 'Europe/Paris' };

export const file = (text: string): SourceFile => ({
  sourceId: 'test',
  path: 'programme.md',
  name: 'programme.md',
  text,
  sha256: '',
});

/** What a booklet in Markdown yields. */
export function read(text: string, event: Parameters<typeof extractProgramme>[1] = EVENT) {
  const { records, findings } = extractProgramme(programme.read(file(text)), event);
  const sessions = records.filter((record): record is Session => record.type === 'session');
  const people = records.filter((record): record is Participation => record.type === 'participation');
  return { records, findings, sessions, people };
}

/** `day start-end format | title` */
export const line = (session: Session): string => {
  const time = [session.start, session.end]
    .map((at) => at?.value.slice(11, 16))
    .filter((part) => part !== undefined && part !== '');
  const when = [session.start?.value.slice(0, 10), time.join('-')].filter((part) => part !== undefined && part !== '');
  return `${[...when, session.format?.value].filter((part) => part !== undefined).join(' ')} | ${session.title.value}`;
};

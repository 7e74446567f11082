import { describe, expect, it } from 'vitest';
import type { Participation } from '../../../src/domain/participation.ts';
import { knownNames, proseMentions } from '../../../src/extract/programme/prose-mentions.ts';
import { projectsOfBlocks } from '../../../src/extract/projects/initiative.ts';
import type { Block } from '../../../src/read/reader.ts';
import { read } from './support.ts';

const evidence = { lines: { first: 1, last: 1 }, rule: 'people-block', grade: 'stated' } as const;
const person: Participation = {
  type: 'participation',
  in: 'session',
  capacity: 'speaker',
  tentative: false,
  actor: { kind: 'person', name: 'Solène Kerbrat', surface: 'Solène KERBRAT', ...evidence },
  affiliations: [
    {
      past: false,
      organization: { kind: 'organization', name: 'Ondine', surface: 'Ondine', ...evidence },
      ...evidence,
    },
  ],
  ...evidence,
};
const mentions = (text: string) => {
  const blocks: Block[] = [{ kind: 'paragraph', text, lines: { first: 10, last: 9 + text.split('\n').length } }];
  return proseMentions(blocks, knownNames([person]), projectsOfBlocks(blocks)).map(({ mention }) => [
    mention.kind,
    mention.name,
    mention.surface,
    mention.lines.first,
  ]);
};

describe('whom and what the prose of a session names', () => {
  it('are the people and bodies that people blocks vouch for, on their lines', () => {
    expect(mentions('Une idée née sans bruit,\nque Solène Kerbrat a portée avec Ondine.')).toEqual([
      ['person', 'Solène Kerbrat', 'Solène Kerbrat', 11],
      ['organization', 'Ondine', 'Ondine', 11],
    ]);
  });
  it('are bodies by their kind or letters, too', () => {
    expect(mentions("La Ville de Sète et l'OPF agissent.").map(([, name]) => name)).toEqual(['Ville de Sète', 'OPF']);
  });
  it('are not names that nobody vouches for, nor what projects are called', () => {
    expect(mentions("Léa Marchetti présente l'outil Ondine.")).toEqual([]);
  });
  it('take a body for no project, where its people are there', () => {
    const told = (people: string) =>
      read(
        `**Le 5 mars**\n\n## 10h à 11h\n\n# LES QUAIS\n\nL'Observatoire des quais a suivi trente ports.\n\n**AVEC**\n\n${people}\n`,
      ).records.flatMap((record) => (record.type === 'project' ? record.project.name : []));
    expect(told('Léa Marchetti, directrice d’Ondine')).toEqual(['Observatoire des quais']);
    expect(told("Léa Marchetti, directrice de l'Observatoire des quais")).toEqual([]);
  });
});

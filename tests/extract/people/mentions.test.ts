import { describe, expect, it } from 'vitest';
import { scanPeople } from '../../../src/extract/people/list.ts';
import { linesAt, participation } from '../../../src/extract/people/mentions.ts';

const read = (text: string, first = 10) => {
  const passage = { text, lines: { first, last: first + text.split('\n').length - 1 } };
  return scanPeople(text, 'speaker').map((one) => participation(one, passage, 'a-session', 'people-block'));
};

describe('participations and their evidence', () => {
  it('carry the lines of their own words', () => {
    const [one, two] = read('Solène Kerbrat,\nmédiatrice\nMalik Oubara, graphiste');
    expect(one?.lines).toEqual({ first: 10, last: 11 });
    expect(two?.lines).toEqual({ first: 12, last: 12 });
  });

  it('never point outside the passage', () => {
    const passage = { text: 'a\nb\nc', lines: { first: 3, last: 4 } };
    expect(linesAt(passage, 0, 5)).toEqual({ first: 3, last: 4 });
    expect(linesAt(passage, 4, 5)).toEqual({ first: 4, last: 4 });
    expect(linesAt(passage, 0, 0)).toEqual({ first: 3, last: 3 });
  });

  it('grade as inferred what was taken over from the neighbour, and only that', () => {
    const [one, two] = read(
      'Solène Kerbrat, directrice générale, et Malik Oubara, directeur des finances de la Ville de Brumance',
    );
    expect(one).toMatchObject({ grade: 'stated', rule: 'people-block' });
    expect(one?.affiliations[0]).toMatchObject({ grade: 'inferred', rule: 'people-block:shared' });
    expect(two?.affiliations[0]).toMatchObject({ grade: 'stated', rule: 'people-block' });
  });

  it('say how a collective takes part, with the surface as printed', () => {
    const [team] = read("l'équipe Labo Vert");
    expect(team).toMatchObject({
      actor: { kind: 'organization', name: 'Labo Vert', surface: "l'équipe Labo Vert" },
      participantKind: { value: 'team' },
      in: 'a-session',
    });
  });
});

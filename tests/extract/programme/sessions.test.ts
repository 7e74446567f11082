import { describe, expect, it } from 'vitest';
import { line, read } from './support.ts';

const lines = (text: string): string[] => read(text).sessions.map(line);

describe('slots of a booklet', () => {
  it.each([
    ['after the title', '## Coudre ensemble\n\n10h – 11h\n\nAtelier'],
    ['in the title', '## 10h – 11h Coudre ensemble\n\nAtelier'],
    ['behind the title, in brackets', '## Coudre ensemble (10h-11h)\n\nAtelier'],
    ['with the format', '## Coudre ensemble\n\nAtelier | de 10h à 11h | Salle des Cordiers'],
    ['with the room', '## Coudre ensemble\n\n10 h – 11 h, Grande Halle\n\n_Atelier_'],
    ['as a heading of its own', '## Coudre ensemble\n\n### 10:00 - 11:00\n\nAtelier'],
    ['before the title, after a page break', '---\n\n10h – 11h\n\n## Coudre ensemble\n\nAtelier'],
  ])('have their time %s', (_where, text) => {
    expect(lines(`# Mardi 5 mars 2024\n\n${text}\n`)).toEqual(['2024-03-05 10:00-11:00 atelier | Coudre ensemble']);
  });

  it('have titles over several headings', () => {
    const text = '# Mardi 5 mars\n\n## Coudre\n\n### ensemble et dehors\n\n10h – 11h\n';
    expect(lines(text)).toEqual(['2024-03-05 10:00-11:00 | Coudre ensemble et dehors']);
  });

  it('take the day of their section, or of their own footer', () => {
    const text = '# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\n# Mercredi 6 mars\n\n## Semer\n\n9h – 10h\n';
    expect(lines(text)).toEqual(['2024-03-05 10:00-11:00 | Coudre', '2024-03-06 09:00-10:00 | Semer']);
    const footed = '## Coudre\n\n10h – 11h\n\nMardi 5 mars · 3\n\n---\n\n## Semer\n\n9h – 10h\n\nMercredi 6 mars · 4\n';
    expect(lines(footed)).toEqual(['2024-03-05 10:00-11:00 | Coudre', '2024-03-06 09:00-10:00 | Semer']);
  });

  it('stand together under a heading that is only a time, where the programme prints its times so', () => {
    const text =
      '# Mardi 5 mars\n\n## 10h – 11h\n\n### Coudre\n\nOn coud.\n\n**Semer**\n\nOn sème.\n\n## 11h – 12h\n\nPause.\n\n## 12h – 13h\n\n### Lire\n\nOn lit.\n';
    expect(lines(text)).toEqual([
      '2024-03-05 10:00-11:00 | Coudre',
      '2024-03-05 10:00-11:00 | Semer',
      '2024-03-05 12:00-13:00 | Lire',
    ]);
  });

  it('have the time below their title where headings of times stand there', () => {
    const text =
      '# Mardi 5 mars\n\n## Coudre\n\n### 10h – 11h\n\nOn coud.\n\n## Semer\n\n### 11h – 12h\n\nOn sème.\n\n## Lire\n\n### 12h – 13h\n\nOn lit.\n';
    expect(lines(text)).toEqual([
      '2024-03-05 10:00-11:00 | Coudre',
      '2024-03-05 11:00-12:00 | Semer',
      '2024-03-05 12:00-13:00 | Lire',
    ]);
  });

  it('take the day that their line of times prints, one session a day', () => {
    const text =
      '# Sommaire\n\n## Mercredi 6 mars\n\n01 Coudre ........ 4\n\n02 Semer ........ 5\n\n03 Lire ........ 6\n\n---\n\nSession 01\n\n# COUDRE\n\nmardi 5 mars 2024 | 10h00-11h00 | Salle Bleue\n\nmercredi 6 mars 2024 | 14h00-15h00 | Salle Bleue\n\nOn coud.\n';
    expect(lines(text)).toEqual(['2024-03-05 10:00-11:00 | Coudre', '2024-03-06 14:00-15:00 | Coudre']);
  });

  it('have the rest of a title in capitals that the OCR left as a line', () => {
    const text = '# Mardi 5 mars\n\n# COUDRE :\n\nCE QUE LE FIL CHANGE\n\n10h – 11h\n\nOn coud.\n';
    expect(lines(text)).toEqual(['2024-03-05 10:00-11:00 | Coudre : ce que le fil change']);
    const room = '# Mardi 5 mars\n\n# COUDRE LES VOILES\n\nSALLE DES CORDIERS\n\n10h – 11h\n\nOn coud.\n';
    expect(lines(room)).toEqual(['2024-03-05 10:00-11:00 | Coudre les voiles']);
  });

  it('keep what stands after the footer', () => {
    const text = '# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\nMardi 5 mars · 3\n\nAVEC\n\nSolène Kerbrat\n';
    expect(read(text).people.map(({ actor }) => actor.name)).toEqual(['Solène Kerbrat']);
  });

  it('are no pauses, and no sections of the booklet', () => {
    const text =
      '# Mardi 5 mars\n\n## Venir en bus\n\nLe bus 4 part de la gare.\n\n## Pause 10h – 11h\n\n## Coudre\n\n11h – 12h\n';
    expect(lines(text)).toEqual(['2024-03-05 11:00-12:00 | Coudre']);
  });

  it('abstain from a day where the event has several and none is printed', () => {
    expect(read('## Coudre\n\n10h – 11h\n').sessions[0]?.start).toBeUndefined();
    const oneDay = { key: 'e', startDate: '2024-03-05', timezone: 'Europe/Paris' };
    expect(read('## Coudre\n\n10h – 11h\n', oneDay).sessions[0]?.start?.value).toBe('2024-03-05T10:00:00+01:00');
  });

  it('tell people, and each in their capacity', () => {
    const text =
      '# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\nOn coud des voiles.\n\nANIMÉ PAR\n\nSolène Kerbrat, médiatrice\n\n**Avec :** Malik Oubara\n';
    expect(read(text).people.map(({ actor, capacity, lines }) => [actor.name, capacity, lines.first])).toEqual([
      ['Solène Kerbrat', 'facilitator', 11],
      ['Malik Oubara', 'speaker', 13],
    ]);
  });

  it('tell who presents a numbered item, for its carrier', () => {
    const text =
      "# Mardi 5 mars\n\n## Outils\n\n10h – 11h\n\n1. Brumelab, un outil porté par l'Agence des brumes, par Malik Oubara.\n2. La Voile, une malle, présentée par Solène Kerbrat.\n3. Le Quai, un jeu conçu par Brume Agglo.\n";
    expect(
      read(text).people.map(({ actor, affiliations }) => [actor.name, affiliations[0]?.organization?.name]),
    ).toEqual([
      ['Malik Oubara', 'Agence des brumes'],
      ['Solène Kerbrat', undefined],
    ]);
  });

  it('tell people in the last paragraph, and who presents them', () => {
    const text =
      '# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\nOn coud des voiles.\n\nSolène KERBRAT, de la Ville de Brume, et Malik Oubara, graphiste, raconteront une tournée.\n';
    expect(read(text).people.map(({ actor }) => actor.name)).toEqual(['Solène Kerbrat', 'Malik Oubara']);
    const presented =
      "# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\nPar Solène Kerbrat, autrice. Séance présentée par Malik Oubara, de l'Agence des brumes.\n";
    expect(read(presented).people.map(({ actor, capacity }) => [actor.name, capacity])).toEqual([
      ['Solène Kerbrat', 'speaker'],
      ['Malik Oubara', 'facilitator'],
    ]);
  });

  it('take those whom the abstract introduces as participants', () => {
    const text =
      '# Mardi 5 mars\n\n## Coudre\n\n10h – 11h\n\nUn regard introduit par Solène Kerbrat, élue à la Ville de Brumance.\n';
    expect(read(text).people.map(({ actor, capacity }) => [actor.name, capacity])).toEqual([
      ['Solène Kerbrat', 'participant'],
    ]);
  });

  it('present the numbered items of their list', () => {
    const text =
      '# Mardi 5 mars\n\n## Le marché des idées\n\n10h – 11h\n\nAVEC\n\n1. L’association Passerelle propose des cours du soir.\n2. La Boussole, portée par la Ville de Brumance, oriente les habitants.\n';
    expect(read(text).sessions[0]?.presents.map((one) => [one.position, one.project.name, one.steward?.name])).toEqual([
      [1, 'Passerelle', undefined],
      [2, 'La Boussole', 'Ville de Brumance'],
    ]);
  });
});

describe('what is odd about a booklet', () => {
  const codes = (text: string): string[] => read(text).findings.map(({ code, lines }) => `${code} ${lines.first}`);
  const DAY = '# Mardi 5 mars 2024\n\n';

  it('is a weekday that is not that of its date', () =>
    expect(codes('# Lundi 5 mars 2024\n\n## Coudre\n\n10h – 11h\n')).toEqual(['weekday-mismatch 1']));

  it('is an end before the start', () => {
    const { findings } = read(`${DAY}## Coudre\n\n11h – 10h\n`);
    expect(findings).toMatchObject([{ code: 'end-before-start', severity: 'error', lines: { first: 5 } }]);
  });

  it('is a session without a time', () => {
    expect(codes(`${DAY}## Coudre\n\nAVEC\n\nSolène Kerbrat\n`)).toEqual(['missing-time 3']);
  });

  it('is an index that differs from the bodies', () => {
    const text = `# Sommaire\n\nCoudre ensemble ........ 3\nSemer dehors ........ 3\n\n---\n\n${DAY}## Coudre ensemble\n\n10h – 11h\n\n---\n\n## Pétrir\n\n11h – 12h\n`;
    expect(codes(text)).toEqual(['index-without-body 4', 'body-without-index 16', 'page-used-twice 4']);
  });

  it('is a person in two places at once', () => {
    const text = `${DAY}## Coudre\n\n10h – 11h\n\nAVEC\n\nSolène Kerbrat\n\n---\n\n## Semer\n\n10h30 – 12h\n\nAVEC\n\nSolène Kerbrat\n`;
    expect(codes(text)).toEqual(['same-person-twice 19']);
  });

  it('is a people block that stands twice', () => {
    const block = 'AVEC\n\nSolène Kerbrat et Malik Oubara\n';
    const text = `${DAY}## Coudre\n\n10h – 11h\n\n${block}\n---\n\n## Semer\n\n11h – 12h\n\n${block}`;
    expect(codes(text)).toEqual(['repeated-people-block 19']);
  });

  it('is a name one letter from another', () => {
    const text = `${DAY}## Coudre\n\n10h – 11h\n\nAVEC\n\nSolène Kerbrat\n\n---\n\n## Semer\n\n11h – 12h\n\nAVEC\n\nSolène Kerbrat-\n\n---\n\n## Lire\n\n12h – 13h\n\nAVEC\n\nSolène Kerbras\n`;
    expect(codes(text)).toContain('near-names 29');
  });

  it('is a count that the list does not keep', () => {
    const text = `${DAY}## 3 idées neuves\n\n10h – 11h\n\nAVEC\n\n1. L’association Passerelle propose des cours.\n2. L’association Fil Rouge propose des thés.\n`;
    expect(codes(text)).toEqual(['count-mismatch 3']);
  });

  it('is a people line that names nobody', () => {
    const text = `${DAY}## Coudre\n\n10h – 11h\n\nAVEC\n\nsurprise\n`;
    expect(codes(text)).toEqual(['unread-people-line 9']);
  });

  it('is nothing in a sound booklet', () => {
    expect(codes(`${DAY}## Coudre\n\n10h – 11h\n\nAVEC\n\nSolène Kerbrat\n`)).toEqual([]);
  });
});

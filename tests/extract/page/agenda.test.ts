import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventPage, line, names, pageOf, person, plain, read, wordsOn } from './support.ts';

const agenda = (body: string) => read(eventPage(`## Programme\n\n${body}`));
const lines = (body: string): string[] => agenda(body).items.map(line);

describe('lines of an agenda, as authors lay them out', () => {
  it.each([
    ['bullets with a colon', '- 9h30 : Café\n- 10h15 : Bilan de l’année'],
    ['brackets', '[9h30] Café\n[10h15] Bilan de l’année'],
    ['bold times and a bar', '**9h30** | Café\n\n**10h15** | Bilan de l’année'],
    ['plain lines with a dash', '9h30 – Café\n10h15 – Bilan de l’année'],
    ['an emoji, a colon in the time', '⏰ 9:30 Café\n⏰ 10:15 Bilan de l’année'],
    ['times in bold with "à"', '- **À 9h30** : Café\n- **À 10h15** : Bilan de l’année'],
    ['times at the end', '- Café (9h30)\n- Bilan de l’année – 10h15'],
    [
      'times in brackets after bold titles',
      '1. **Café** (9h30)\n2. **Bilan de l’année** (10h15) – Solène Kerbrat, maire',
    ],
    ['headings', '### 9h30 – Café\n\n### 10h15 : Bilan de l’année'],
    ['a table', '| Heure | Quoi |\n| --- | --- |\n| 9h30 | Café |\n| 10h15 | Bilan de l’année |'],
    ['an HTML list', '<ul><li><b>9h30</b> : Café</li>\n<li><b>10h15</b> : Bilan de l’année</li></ul>'],
  ])('%s', (_layout, body) => {
    expect(lines(body)).toEqual(['09:30 Café', '10:15 Bilan de l’année']);
  });

  it.each([
    ['10h-11h – Café', '10:00-11:00 Café'],
    ['de 10h à 11h30 : Café', '10:00-11:30 Café'],
    ['10h00 – 11h00 | Café', '10:00-11:00 Café'],
    ['[10h - 11h] Café', '10:00-11:00 Café'],
    ['9-10h : Café', '09:00-10:00 Café'],
    ['12h - 14h : Déjeuner', '12:00-14:00 Déjeuner'],
    ['Midi : déjeuner', '12:00 déjeuner'],
  ])('%s', (printed, expected) => {
    expect(lines(`- ${printed}\n- 18h : Fin`)[0]).toBe(expected);
  });

  it('takes the people after a time in brackets, and the title that stands in quotes before what it is', () => {
    const { items, people } = agenda(
      '- **Semer** (9h30) – Solène Kerbrat, maire de Brumance\n- 10h : « Tailler, disent-ils » : conférence de Hugo Astier, jardinier',
    );
    expect(items.map(line)).toEqual(['09:30 Semer', '10:00 Tailler, disent-ils']);
    expect(items[1]?.format?.value).toBe('conference');
    expect(people.map(({ actor }) => actor.name)).toEqual(['Solène Kerbrat', 'Hugo Astier']);
  });

  it('gives times the offset of their day, in winter and in summer', () => {
    const winter = pageOf('title: X\nstart: 2024-01-09T09:00:00+01:00', '- 9h : Un\n- 10h : Deux');
    expect(read(winter).items[0]?.start?.value).toBe('2024-01-09T09:00:00+01:00');
    expect(agenda('- 9h : Un\n- 10h : Deux').items[0]?.start?.value).toBe('2024-05-14T09:00:00+02:00');
  });

  it('takes the day from the heading above', () => {
    const page = pageOf(
      'title: X\nstart: 2024-05-14T09:00:00+02:00\nend: 2024-05-15T17:00:00+02:00',
      '## Programme\n### Mardi 14 mai\n- 9h : Un\n### Mercredi 15 mai\n- 9h : Deux\n- 10h : Trois',
    );
    expect(read(page).items.map(({ start }) => start?.value.slice(0, 10))).toEqual([
      '2024-05-14',
      '2024-05-15',
      '2024-05-15',
    ]);
  });

  it('counts days that are only numbered', () => {
    const page = pageOf(
      'title: X\nstart: 2024-05-14\nend: 2024-05-15',
      '### Jour 1\n- 9h : Un\n### Jour 2\n- 9h : Deux',
    );
    expect(read(page).items.map(({ start }) => start?.value.slice(0, 10))).toEqual(['2024-05-14', '2024-05-15']);
  });

  it('makes an item of a day that is announced in prose only', () => {
    const { items } = read(eventPage('## Programme « jardin » du mardi 14 mai :\nDes plantations toute la journée.'));
    expect(items.map(line)).toEqual(['Programme « jardin » du mardi 14 mai']);
    expect(items[0]?.start?.value).toBe('2024-05-14');
  });

  it('reads bullets under an agenda heading even without times', () => {
    expect(lines('- Accueil\n- Bilan\n- Perspectives')).toEqual(['Accueil', 'Bilan', 'Perspectives']);
  });

  it('reads bullets under an item as its parts, without times', () => {
    expect(lines('10h : Ateliers\n\n- Dessiner\n- Coudre\n\n12h : Fin')).toEqual([
      '10:00 Ateliers',
      'Dessiner',
      'Coudre',
      '12:00 Fin',
    ]);
  });

  it('keeps a time that a list swallowed as an item of its own', () => {
    expect(lines('9h : Début\n* Partie une\n11h : Pause\n12h : Fin')).toEqual([
      '09:00 Début',
      'Partie une',
      '11:00 Pause',
      '12:00 Fin',
    ]);
  });

  it('reads what an introduction says the bullets are', () => {
    const { items } = read(
      eventPage(
        '**Trois démonstrations sont proposées :**\n\n- **Le four solaire** chauffe du pain.\n- **Le vélo cargo** se charge.',
      ),
    );
    expect(items.map(({ title, format }) => [title.value, format?.value])).toEqual([
      ['Le four solaire', 'demonstration'],
      ['Le vélo cargo', 'demonstration'],
    ]);
  });

  it.each([
    ['opening hours', '## Informations pratiques\n\n- 9h : ouverture des portes\n- 18h : fermeture'],
    ['a time in prose', 'À 9h, le soleil était déjà haut sur la vallée.'],
    ['a length of time', '- 2h de marche\n- 3h de repos'],
    ['bullets of no agenda', '## À apporter\n\n- Un carnet\n- Un crayon'],
  ])('%s make no item', (_what, body) => {
    expect(read(eventPage(body)).items).toEqual([]);
  });
});

describe('the title of an item', () => {
  const title = (words: string) => {
    const item = agenda(`- 9h : ${words}\n- 18h : Fin`).items[0];
    return [item?.title.value, item?.format?.value];
  };

  it.each([
    ['Plénière : choisir ses outils', 'choisir ses outils', 'pleniere'],
    ['Table ronde n° 2 – Qui décide ?', 'Qui décide ?', 'table-ronde'],
    ['Atelier « Coudre un drapeau »', 'Atelier « Coudre un drapeau »', 'atelier'],
    ['Deux ateliers au choix', 'Deux ateliers au choix', 'atelier'],
    ['Visite du moulin', 'Visite du moulin', 'visite'],
    ['Conférence de Lucie Armand, apicultrice : « Le miel et nous »', 'Le miel et nous', 'conference'],
    ['« Le miel et nous », conférence de Lucie Armand', 'Le miel et nous', 'conference'],
    ['Keynote ou table ronde - à confirmer', 'Keynote ou table ronde', undefined],
    ['Bilan (45 min)', 'Bilan', undefined],
    ['Jeu de rôle : le marché', 'Jeu de rôle : le marché', undefined],
    ['Mot d’accueil par Lucie Armand, maire', 'Mot d’accueil', undefined],
    ['Remise des prix par le maire, Paul Berthier', 'Remise des prix', undefined],
    ['Les jardins accompagnés par la Ville', 'Les jardins accompagnés par la Ville', undefined],
    ['Rencontre avec Lucie Armand', 'Rencontre avec Lucie Armand', undefined],
    ['Introduction (Direction du paysage)', 'Introduction', undefined],
    ['Semis en équipes, avec l’aide de Lucie Armand, maire', 'Semis en équipes', undefined],
    ['Accueil (Salle des fêtes)', 'Accueil (Salle des fêtes)', undefined],
  ])('%s', (words, expected, format) => {
    expect(title(words)).toEqual([expected, format]);
  });

  it('ends where its bold words end, and the text says who hosts', () => {
    const { items } = agenda(
      '9h : Forum\n\n- **Semer à plusieurs.** On apporte ses graines. *Atelier proposé par la coopérative Le Sillon, Terre Vive et le CIVAM.*\n\n18h : Fin',
    );
    expect(items[1]?.title.value).toBe('Semer à plusieurs');
    expect(items[1]?.format?.value).toBe('atelier');
    expect(names(items[1]?.hosts ?? [])).toEqual(['Le Sillon', 'Terre Vive', 'CIVAM']);
  });

  it('takes the format of the item that it is part of, as inferred', () => {
    const { items } = agenda('9h : Trois ateliers au choix\n\n- Semer\n- Tailler\n\n18h : Fin');
    expect(items[1]?.format).toMatchObject({ value: 'atelier', grade: 'inferred' });
  });
});

describe('who takes part in an item', () => {
  it.each([
    ['Ouverture par Lucie Armand, maire de Rochebelle', ['Lucie Armand (opening): maire @ Rochebelle']],
    ['Atelier, animé par Paul Berthier et Aya Koné', ['Paul Berthier (facilitator)', 'Aya Koné (facilitator)']],
    ['Bilan – Paul Berthier, trésorier', ['Paul Berthier (speaker): trésorier']],
    ['Bilan (Paul Berthier, INRAE)', ['Paul Berthier (speaker): INRAE']],
    [
      'Mots d’accueil de Lucie Armand et de Paul Berthier (Terre Vive)',
      ['Lucie Armand (opening)', 'Paul Berthier (opening): Terre Vive'],
    ],
    [
      'Dialogue entre Lucie Armand, maire, et Aya Koné, paysagiste',
      ['Lucie Armand (speaker): maire', 'Aya Koné (speaker): paysagiste'],
    ],
    ['Semis, avec l’aide de Lucie Armand, maire', ['Lucie Armand (speaker): maire']],
    ['Lecture du poème de Prévert', []],
  ])('%s', (words, expected) => {
    const { people, items } = agenda(`- 9h : ${words}\n- 18h : Fin`);
    expect(people.map(person)).toEqual(expected);
    expect(people.every((one) => one.in === items[0]?.key)).toBe(true);
  });

  it('reads who gives it below its heading', () => {
    const { people } = agenda(
      '### 9h – Conférence : le sol\n\nPar Lucie Armand, agronome. Elle creusera.\n\n### 10h – Fin',
    );
    expect(people.map(person)).toEqual(['Lucie Armand (speaker): agronome']);
  });

  it('reads the lines below: lists of names and labels', () => {
    const { people } = agenda(
      '- 9h : Table ronde : Et après ?\n  - Lucie Armand, maire\n  - Aya Koné (Terre Vive)\n- 10h : Débat\n  Avec Paul Berthier, géologue. Modération : Inès Roche\n- 18h : Fin',
    );
    expect(people.map((one) => `${one.in.slice(-1)} ${person(one)}`)).toEqual([
      '1 Lucie Armand (speaker): maire',
      '1 Aya Koné (speaker): Terre Vive',
      '2 Paul Berthier (speaker): géologue',
      '2 Inès Roche (facilitator)',
    ]);
  });

  it('reads the column of a table that names them, not the room', () => {
    const { people, items } = agenda(
      '| Horaire | Séance | Salle | Avec |\n|---|---|---|---|\n| 9h | Bilan | Salle Jean Moulin | Lucie Armand, maire |\n| 10h | Suites | Préau | |',
    );
    expect(items.map(line)).toEqual(['09:00 Bilan', '10:00 Suites']);
    expect(people.map(person)).toEqual(['Lucie Armand (speaker): maire']);
  });
});

describe('an agenda of known structure', () => {
  const word = fc.constantFrom(
    'Semis',
    'greffe',
    'bilan',
    'du',
    'verger',
    'partagé',
    'récolte',
    'de',
    'printemps',
    'marché',
  );
  const titleOf = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `Sujet ${words.join(' ')} final`);
  const layouts: readonly ((time: string, title: string) => string)[] = [
    (time, title) => `- ${time} : ${title}`,
    (time, title) => `[${time}] ${title}`,
    (time, title) => `**${time}** | ${title}\n`,
    (time, title) => `${time} – ${title}`,
    (time, title) => `- **${time}** ${title}`,
  ];
  const clock = (minutes: number): string => `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, '0')}`;

  it('is read back: titles, times and lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: titleOf, length: fc.integer({ min: 5, max: 50 }), ends: fc.boolean() }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.constantFrom(...layouts),
        (slots, layout) => {
          let at = 9 * 60;
          const printed = slots.map(({ title, length, ends }) => {
            const time = ends ? `${clock(at)} - ${clock(at + length)}` : clock(at);
            const expected = `${clock(at).replace('h', ':').padStart(5, '0')}${
              ends
                ? `-${clock(at + length)
                    .replace('h', ':')
                    .padStart(5, '0')}`
                : ''
            } ${title}`;
            at += length;
            return { text: layout(time, title), expected, title };
          });
          const page = agenda(printed.map(({ text }) => text).join('\n'));
          expect(page.items.map(line)).toEqual(printed.map(({ expected }) => expected));
          for (const { title } of page.items) expect(wordsOn(page.source, title.lines)).toContain(plain(title.value));
        },
      ),
      { numRuns: 60 },
    );
  });
});

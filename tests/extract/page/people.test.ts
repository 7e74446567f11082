import { describe, expect, it } from 'vitest';
import { articlePage, eventPage, person, read, wordsOn } from './support.ts';

const inArticle = (body: string): string[] => read(articlePage(body)).people.map(person);
const onPage = (body: string): string[] => read(eventPage(body)).people.map(person);

describe('those who speak in an article', () => {
  it.each([
    ['« Il faut semer », explique Lucie Armand, maire de Rochebelle.', ['Lucie Armand (speaker): maire @ Rochebelle']],
    [
      '« Semons », a rappelé Paul Berthier, président de la Fédération des jardins.',
      ['Paul Berthier (speaker): président @ Fédération des jardins'],
    ],
    ['Selon Lucie Armand, agronome, les haies reviennent.', ['Lucie Armand (speaker): agronome']],
    ['D’après Paul Berthier (INRAE), tout commence par le sol.', ['Paul Berthier (speaker): INRAE']],
    ['Pour Inès Roche, adjointe au maire, « rien n’est perdu ».', ['Inès Roche (speaker): adjointe au maire']],
    ['Lucie Armand, agronome, a présenté ses essais.', ['Lucie Armand (speaker): agronome']],
    ['Comme l’a souligné Paul Berthier, le verger vieillit.', ['Paul Berthier (speaker)']],
    ['Paul Berthier compte planter des haies.', ['Paul Berthier (speaker)']],
    ['« Un bel élan ! » — Inès Roche, bénévole', ['Inès Roche (speaker): bénévole']],
    ['La géologue Inès Roche a détaillé la coupe.', ['Inès Roche (speaker): géologue']],
    ['La directrice de Terre Vive, Inès Roche, a conclu.', ['Inès Roche (speaker): directrice @ Terre Vive']],
    ['En ouverture, Lucie Armand, maire, a remercié les bénévoles.', ['Lucie Armand (opening): maire']],
    ['Ont plaidé pour la haie Lucie Armand.', []],
  ])('%s', (sentence, expected) => {
    expect(inArticle(sentence)).toEqual(expected);
  });

  it('reads two subjects of one verb, each with the post printed before or after', () => {
    expect(
      inArticle('Lucie Armand, maire de Rochebelle, et la botaniste Inès Roche ont plaidé pour les haies.'),
    ).toEqual(['Lucie Armand (speaker): maire @ Rochebelle', 'Inès Roche (speaker): botaniste']);
  });

  it('reads an interview', () => {
    expect(inArticle('**Lucie Armand :** Nous semons.\n\n**Paul Berthier :** Et nous récoltons.')).toEqual([
      'Lucie Armand (speaker)',
      'Paul Berthier (speaker)',
    ]);
  });

  it('holds "sa directrice" to the body that the text named last, as inferred', () => {
    const { people } = read(
      articlePage('La Maison des semences a ouvert un grenier. « Il déborde », se réjouit sa directrice, Inès Roche.'),
    );
    expect(people.map(person)).toEqual(['Inès Roche (speaker): directrice @ Maison des semences']);
    expect(people[0]?.affiliations[0]?.grade).toBe('inferred');
  });

  it.each([
    ['a street', 'Rendez-vous rue Jules Ferry, devant le marché.'],
    ['the author of a book', 'Le livre de Pierre Rabhi se trouve en rayon.'],
    ['a law', 'La loi Simone Veil a été citée en exemple.'],
    ['an homage', 'Une minute de silence en mémoire de Paul Berthier.'],
    ['a prize', 'Le prix Marie Curie sera remis en juin.'],
    ['a contact', 'Renseignements : Lucie Armand.'],
    ['a photographer', '*Photo : Lucie Armand*'],
    ['who wrote it down', 'Propos recueillis par Lucie Armand.'],
    ['a place that a sentence opens with', 'À Rochebelle Agglomération, la présidente en fait un outil.'],
    ['a body with a name like a person’s', 'Codes Ouverts a présenté ses outils.'],
  ])('%s is nobody who takes part', (_what, body) => {
    expect(inArticle(body)).toEqual([]);
  });
});

describe('those whom an announcement names', () => {
  it('reads a list after "en compagnie de"; brackets belong to the name before them', () => {
    expect(
      onPage('Venez débattre, en compagnie de Lucie Armand (INRAE), Paul Berthier et Inès Roche (Terre Vive).'),
    ).toEqual([
      'Lucie Armand (participant): INRAE',
      'Paul Berthier (participant)',
      'Inès Roche (participant): Terre Vive',
    ]);
  });

  it.each([
    ['La journée se tient en présence de Lucie Armand, préfète du Lot.', ['Lucie Armand (participant): préfète @ Lot']],
    ['Un échange animé par Paul Berthier, journaliste.', ['Paul Berthier (facilitator): journaliste']],
    [
      'Nous aurons le plaisir d’accueillir Inès Roche, sociologue au CNRS.',
      ['Inès Roche (speaker): sociologue @ CNRS'],
    ],
    ['La journée sera ouverte par Lucie Armand, maire.', ['Lucie Armand (opening): maire']],
    ['Modération : Paul Berthier, journaliste.', ['Paul Berthier (facilitator): journaliste']],
    [
      'Intervenantes : Lucie Armand, agronome, et Inès Roche, botaniste.',
      ['Lucie Armand (speaker): agronome', 'Inès Roche (speaker): botaniste'],
    ],
  ])('%s', (sentence, expected) => {
    expect(onPage(sentence)).toEqual(expected);
  });
});

describe('one participation a person', () => {
  it('keeps the fuller posts, and what says more of the capacity', () => {
    const page = read(
      articlePage(
        '« Semons », dit Lucie Armand.\n\nPour finir, Lucie Armand, maire de Rochebelle, a salué les bénévoles.',
      ),
    );
    expect(page.people.map(person)).toEqual(['Lucie Armand (speaker): maire @ Rochebelle']);
  });

  it('stands in the agenda item, not a second time for the page', () => {
    const page = read(
      eventPage(
        'La journée se tient en présence de Lucie Armand, maire de Rochebelle.\n\n## Programme\n- 9h : Bilan par Lucie Armand\n- 10h : Suites',
      ),
    );
    expect(page.people.map(person)).toEqual(['Lucie Armand (speaker): maire @ Rochebelle']);
    expect(page.people[0]?.in).toBe(page.items[0]?.key);
  });

  it('mentions them in captions, where nobody else is added', () => {
    const page = read(
      articlePage(
        '« Semons », dit Lucie Armand.\n\n<figure><img src="/a.jpg"><figcaption>Lucie Armand et Paul Berthier</figcaption></figure>',
      ),
    );
    expect(page.people.map(person)).toEqual(['Lucie Armand (speaker)']);
    expect(
      page.mentions.filter(({ kind }) => kind === 'person').map(({ surface, lines }) => [surface, lines.first]),
    ).toEqual([['Lucie Armand', 8]]);
  });

  it('carries the lines of its words, over line ends too', () => {
    const page = read(
      articlePage(
        'Une longue ligne de texte qui se plie avant la fin, comme le rappelle\nLucie Armand, directrice générale de la Maison des semences du Quercy,\nà qui veut bien l’entendre.',
      ),
    );
    const [one] = page.people;
    expect(one?.lines).toEqual({ first: 7, last: 7 });
    expect(wordsOn(page.source, one?.lines ?? { first: 1, last: 1 })).toContain('Lucie Armand, directrice générale');
  });
});

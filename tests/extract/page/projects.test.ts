import { describe, expect, it } from 'vitest';
import { articlePage, eventPage, names, pageOf, project, read } from './support.ts';

const named = (body: string): string[] => read(articlePage(body)).projects.map(project);

describe('projects that a text names', () => {
  it.each([
    ['Le programme Graines Libres reprend en juin.', ['Graines Libres [programme]']],
    ['Nous utilisons la plateforme libre de partage Semailles.', ['Semailles [service]']],
    ['On feuillette le guide « Semer sans eau », publié par l’INRAE.', ['Semer sans eau [report] < INRAE']],
    ['Terrassol, une application de relevés, sort en mars.', ['Terrassol [software]']],
    ['Terrassol, développé par le collectif Le Sillon, sort en mars.', ['Terrassol [software] < Le Sillon']],
    [
      'Terrassol, une application qui relève les sols, portée par la Région Occitanie et l’INRAE.',
      ['Terrassol [software] < Région Occitanie, INRAE'],
    ],
    [
      'Le programme Graines Libres, piloté par Terre Vive en partenariat avec l’INRAE.',
      ['Graines Libres [programme] < Terre Vive'],
    ],
    ['Le programme Graines Libres de l’Agence du paysage grandit.', ['Graines Libres [programme] < Agence du paysage']],
    ['Le Sillon développe aussi le logiciel Boussole.', ['Boussole [software] < Le Sillon']],
    ['Des communs numériques tels que Semailles ou Pollen.', ['Semailles [digital-common]', 'Pollen [digital-common]']],
    ['L’appel et ses lauréats : Semailles et Pollen.', ['Semailles [digital-common]', 'Pollen [digital-common]']],
    ['Plusieurs outils (Boussole, Compas) sont prêts.', ['Boussole [software]', 'Compas [software]']],
    ['La démarche s’appuie sur des cartes GrandChamp.', ['GrandChamp']],
    ['Inscrite au plan pour un paysage vivant (PPV), la haie revient.', ['plan pour un paysage vivant [programme]']],
    ['On sème avec Brindille, un outil que l’association Terre Vive maintient.', ['Brindille [software] < Terre Vive']],
    [
      'Voici Boussole, une application du Département du Lot lancée en 2019.',
      ['Boussole [software] < Département du Lot'],
    ],
    [
      '- [Terrassol](https://terrassol.example/), le planning des semis que développe Le Sillon ;',
      ['Terrassol < Le Sillon'],
    ],
    ['- **Tour de garde**, le planning que développe la Ville de Rochebelle.', ['Tour de garde < Ville de Rochebelle']],
    ['- Pluie fine : l’enquête que mène l’INRAE.', ['Pluie fine [report] < INRAE']],
    [
      '1. Chambre verte, service de prêt de la Ville de Rochebelle ;',
      ['Chambre verte [service] < Ville de Rochebelle'],
    ],
    ['- Gourde, chapeau et crème', []],
    ['- Anne Morel, jardinière de la Ville de Rochebelle', []],
    ['- Ville de Rochebelle, partenaire de la Région Occitanie', []],
    ['Le Sillon a suivi, dans le cadre de son programme Graines Libres.', ['Graines Libres [programme] < Le Sillon']],
    [
      'Le Sillon injecte ses relevés dans [Terrassol](https://terrassol.example/), sa carte des sols.',
      ['Terrassol [service] < Le Sillon'],
    ],
    ['Le Semoir, atelier itinérant porté par la Ville de Rochebelle, viendra.', ['Le Semoir < Ville de Rochebelle']],
    ['Tous ont aidé le programme Semer pour tous, financé par l’INRAE.', ['Semer pour tous [programme]']],
    ['On a vu les rencontres Terre, Mer, organisées par Le Sillon.', ['Terre, Mer [event] < Le Sillon']],
  ])('%s', (sentence, expected) => {
    expect(named(sentence)).toEqual(expected);
  });

  it.each([
    ['a noun alone', 'Le programme de la journée est prêt, le service aussi.'],
    ['a body', 'L’association Terre Vive et la Ville de Rochebelle plantent.'],
    ['a person with a post', 'Lucie Armand, directrice du service paysage, explique.'],
    ['what a noun belongs to', 'La plateforme de la DREAL est en ligne.'],
    ['a document', 'Le format PDF suffit.'],
  ])('%s is none', (_what, sentence) => {
    expect(named(sentence)).toEqual([]);
  });

  it('reads what someone founded, as inferred', () => {
    const { projects } = read(articlePage('« Semons », dit Lucie Armand, fondatrice de Semailles et Pollen.'));
    expect(projects.map(({ project: { name }, grade }) => [name, grade])).toEqual([
      ['Semailles', 'inferred'],
      ['Pollen', 'inferred'],
    ]);
  });

  it('makes one record of all places, and mentions of the later ones', () => {
    const page = read(
      articlePage(
        'Le programme Graines Libres (PGL) démarre.\n\nGraines Libres, piloté par Terre Vive, sème.\n\nLe PGL grandit.',
      ),
    );
    expect(page.projects.map(project)).toEqual(['Graines Libres [programme] < Terre Vive']);
    expect(page.projects[0]?.project.aliases).toEqual(['PGL']);
    const again = page.mentions
      .filter(({ kind }) => kind === 'project')
      .map(({ surface, name, lines }) => [surface, name, lines.first]);
    expect(again).toEqual([
      ['Graines Libres', 'Graines Libres', 8],
      ['PGL', 'Graines Libres', 10],
    ]);
  });

  it('takes teams that an introduction lists for those of the body', () => {
    const { projects } = read(
      eventPage(
        'Venez voir les équipes de la DREAL telles que :\n\n- [Semailles](https://semailles.example) et ses lauréats : Pollen et Nectar\n- Des équipes de produits comme Boussole et Compas',
      ),
    );
    expect(projects.map(project)).toEqual([
      'Semailles < DREAL',
      'Pollen [digital-common]',
      'Nectar [digital-common]',
      'Boussole [service] < DREAL',
      'Compas [service] < DREAL',
    ]);
  });

  it('says that an event is about what its title or abstract names', () => {
    const page = read(
      pageOf(
        "title: Semer avec Semailles\nstart: 2024-05-14\nabstract: Une journée pour l'application Boussole.",
        'On y verra aussi le site Compas et la plateforme Semailles.',
      ),
    );
    expect(names(page.event.about).sort()).toEqual(['Boussole', 'Semailles']);
  });

  it('tells the agenda item which projects its words name', () => {
    const { items } = read(eventPage('## Programme\n- 9h : Découvrir l’outil Boussole\n- 10h : Suites'));
    expect(items.map(({ projects }) => names(projects))).toEqual([['Boussole'], []]);
  });
});

describe('links', () => {
  it('give addresses to what the words around them name', () => {
    const page = read(
      articlePage(
        'La plateforme [Semailles](https://semailles.example/), portée par l’association [Terre Vive](https://terre.example).',
      ),
    );
    expect(page.projects.map(({ project: { name }, urls }) => [name, urls.map(({ value }) => value)])).toEqual([
      ['Semailles', ['https://semailles.example/']],
    ]);
    expect(
      page.organizations.map(({ organization: { name }, urls }) => [name, urls.map(({ value }) => value)]),
    ).toEqual([['Terre Vive', ['https://terre.example']]]);
  });

  it('give addresses in abstracts too', () => {
    const page = read(
      pageOf(
        'title: X\nstart: 2024-05-14\nabstract: "Lancement de l’[Accélérateur de haies](https://haies.example), le 14 mai."',
        'Venez.',
      ),
    );
    expect(page.projects.map(({ project: { name }, urls }) => [name, urls[0]?.value])).toEqual([
      ['Accélérateur de haies', 'https://haies.example'],
    ]);
  });

  it.each([
    "[S'inscrire](https://a.example)",
    '[Je m’inscris](https://a.example)',
    '[En savoir plus](https://a.example)',
    '[Plus d’infos](https://a.example)',
    '[Infos pratiques](https://a.example)',
    '[Télécharger le programme](https://a.example/p.pdf)',
    '[le site des journées](https://a.example)',
    '[a.example](https://a.example)',
    '[Facebook](https://facebook.example)',
    '[bonjour@a.example](mailto:bonjour@a.example)',
    '[Le Sillon](/le-sillon)',
    '[Lucie Armand](https://a.example/lucie)',
  ])('%s names nothing', (link) => {
    const page = read(articlePage(`Texte : ${link}.`));
    expect([...page.projects, ...page.organizations]).toEqual([]);
  });
});

describe('bodies that a text names in passing', () => {
  const bodies = (body: string): string[] =>
    names(read(articlePage(body)).mentions.filter(({ kind }) => kind === 'organization'));

  it.each([
    [
      'Le ministère de la Culture et la Ville de Rochebelle plantent.',
      ['ministère de la Culture', 'Ville de Rochebelle'],
    ],
    ['Un jardin de la DREAL.', ['DREAL']],
    ['La direction du paysage accueille.', ['direction du paysage']],
    ['L’IA et les API changent tout.', []],
    ['La ville a grandi, la région aussi.', []],
    ['Un collectif de voisins jardine.', []],
  ])('%s', (sentence, expected) => {
    expect(bodies(sentence)).toEqual(expected);
  });
});

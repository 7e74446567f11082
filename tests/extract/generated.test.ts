import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { scanName } from '../../src/extract/people/name.ts';
import { splitRole } from '../../src/extract/people/role.ts';
import { presentedItem } from '../../src/extract/presented.ts';
import { indexEntries } from '../../src/extract/programme/index-page.ts';
import { carriersIn } from '../../src/extract/projects/carried-by.ts';
import { tokenize } from '../../src/extract/text/tokens.ts';
import { bodyLine } from './people/support.ts';
import { line, read } from './programme/support.ts';

// Many programmes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What is printed from a known structure is read back as that structure. Lists of people and agendas have files of their own. */

const GIVEN = fc.constantFrom('Solène', 'Malik', 'Jean-Baptiste', 'Maëlle', 'Inès', 'Ferrucio-Malik');
const SURNAME = fc.constantFrom('Kerbrat', 'Oubara', "N'Diaye", "O'Rourke", 'Dufresnoy-Abadie', 'Zilliox', 'Le Tallec');
const upper = (text: string): string => text.toUpperCase();

describe('a name', () => {
  const STYLES: readonly ((given: string, surname: string) => string)[] = [
    (given, surname) => `${given} ${surname}`,
    (given, surname) => `${given} ${upper(surname)}`,
    (given, surname) => `${upper(given)} ${upper(surname)}`,
    (given, surname) => `${upper(surname)} ${given}`,
    (given, surname) => `Mme ${given} ${surname}`,
    (given, surname) => `M. ${given} ${upper(surname)}`,
    (given, surname) => `${given}\n${surname}`,
  ];

  it('is the same however it is printed, and ends where it ends', () => {
    fc.assert(
      fc.property(
        GIVEN,
        SURNAME,
        fc.constantFrom(...STYLES),
        fc.constantFrom('', ', médiatrice', ' (ANNR)', ' et Yves Zilliox', ' – directeur'),
        (given, surname, print, after) => {
          const printed = print(given, surname);
          const tokens = tokenize(printed + after);
          const found = scanName(printed + after, tokens, 0);
          expect(found?.value.name).toBe(`${given} ${surname}`);
          expect(found?.value.known).toBe(true);
          expect(tokens[(found?.next ?? 0) - 1]?.end).toBe(printed.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may be initials and a surname', () => {
    fc.assert(
      fc.property(fc.constantFrom('S.', 'J.-B.', 'JB', 'P'), SURNAME, (initials, surname) => {
        const printed = `${initials} ${surname}`;
        expect(scanName(printed, tokenize(printed), 0)?.value.name).toBe(printed);
      }),
    );
  });
});

const ROLE = fc.constantFrom(
  'directrice',
  'directeur de la communication',
  'chargée de mission',
  'cheffe de projet numérique',
  'responsable du pôle médiation',
  'adjointe à la culture',
  'coordinateur·rice des bénévoles',
  'vice-président',
  'médiatrice et formatrice',
);

interface Body {
  /** With its article. */
  readonly printed: string;
  readonly line: string;
}

const place = fc.constantFrom('Brumance', 'Valombre', 'Port-Salin', 'Haute-Lande');
const proper = fc.constantFrom('Passerelle', 'Quai-Neuf', 'Terre Vive', 'La Boussole', 'Rhin’Occ');
const body: fc.Arbitrary<Body> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ['la ', 'Ville'],
        ["l'", 'Université'],
        ['la ', 'Mairie'],
        ['la ', 'Métropole'],
        ['la ', 'Région'],
      ),
      place,
    )
    .map(([[article, kind], where]) => ({ printed: `${article}${kind} de ${where}`, line: `${kind} de ${where}` })),
  fc
    .tuple(fc.constantFrom("l'association ", 'la coopérative ', 'le collectif ', "l'entreprise "), proper)
    .map(([label, name]) => ({ printed: label + name, line: name })),
  fc.constantFrom('ANNR', 'CRBV').map((letters) => ({ printed: `l'${letters}`, line: letters })),
  fc.constant({
    printed: "l'Agence nationale des rivages vivants (ANRV)",
    line: 'Agence nationale des rivages vivants (ANRV)',
  }),
);

describe('a post in a body', () => {
  it('comes apart into role and body', () => {
    fc.assert(
      fc.property(ROLE, body, fc.constantFrom(' à ', ' au sein de ', ' chez '), (role, where, tie) => {
        const { organization, ...rest } = splitRole(role + tie + where.printed);
        expect(rest.role).toBe(role);
        expect(organization === undefined ? '' : bodyLine(organization)).toBe(where.line);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a numbered item', () => {
  const thing = fc.constantFrom(
    ['La plateforme ', 'service'],
    ["L'application ", 'software'],
    ['Le programme ', 'programme'],
  );
  const name = fc.constantFrom('Cartovent', 'Roule-Clic', 'Cap Lande', 'Semailles');
  const carried = fc.constantFrom(
    'porté',
    'portée',
    'développée',
    'piloté',
    'mise en place',
    'créée en 2021',
    'animée',
  );

  it('gives what it presents, of which kind, and who carries it', () => {
    fc.assert(
      fc.property(
        thing,
        name,
        carried,
        body,
        fc.constantFrom('.', ', aide les communes.', ' ; à suivre.'),
        ([noun = '', kind], called, participle, carrier, end) => {
          const item = presentedItem(`${noun}${called}, ${participle} par ${carrier.printed}${end}`);
          expect([item?.kind, item?.name]).toEqual([kind, called]);
          expect(item?.steward === undefined ? '' : bodyLine(item.steward)).toBe(carrier.line);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may be in quotes, and have two carriers', () => {
    fc.assert(
      fc.property(
        name,
        fc.uniqueArray(body, { minLength: 2, maxLength: 2, selector: (one) => one.line }),
        (called, two) => {
          const text = `« ${called} », un outil porté par ${two.map(({ printed }) => printed).join(' et ')}.`;
          expect(presentedItem(text)?.name).toBe(called);
          expect(carriersIn(text).map(bodyLine)).toEqual(two.map((one) => one.line));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('an index', () => {
  const title = fc.constantFrom(
    'Réparer ensemble',
    'À quoi sert un atlas ?',
    'Cartes, plans et relevés',
    'Les 12 travaux',
  );
  const layouts: readonly ((title: string, page: number) => string)[] = [
    (words, page) => `p.${String(page).padStart(2, '0')} — ${words}`,
    (words, page) => `p. ${page} – ${words}`,
    (words, page) => `${words} ........ ${page}`,
    (words, page) => `${words} (p. ${page})`,
  ];

  it('is read back line for line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(title, fc.integer({ min: 1, max: 200 })), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...layouts),
        (entries, print) => {
          const text = entries.map(([words, page]) => print(words, page)).join('\n');
          const found = indexEntries({ kind: 'paragraph', text, lines: { first: 3, last: 2 + entries.length } });
          expect(found).toEqual(
            entries.map(([words, page], n) => ({ title: words, page, lines: { first: 3 + n, last: 3 + n } })),
          );
        },
      ),
    );
  });
});

describe('a programme', () => {
  const FORMATS = fc.constantFrom(['Table ronde', 'table-ronde'], ['Atelier', 'atelier'], ['Conférence', 'conference']);
  const session = fc.record({
    format: FORMATS,
    given: GIVEN,
    surname: SURNAME,
    body,
    length: fc.integer({ min: 20, max: 55 }),
  });
  const TITLES = ['Réparer ensemble', 'Un atlas des rivages', 'Cartes et relevés', 'Ce que disent les marées'];
  const clock = (minutes: number, mark: string): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}${mark}${String(minutes % 60).padStart(2, '0')}`;

  it('is read back: days, times, formats, titles and people', () => {
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 4 }), (all) => {
        let at = 9 * 60;
        const planned = all.map((one, n) => {
          const [from, to] = [at, at + one.length];
          at = to + 5;
          return { ...one, title: TITLES[n] as string, from, to };
        });
        const text = planned.map(
          ({ title, from, to, format, given, surname, body: where }) =>
            `## ${title}\n\n${clock(from, 'h')} – ${clock(to, 'h')}\n\n${format[0]}\n\nAvec : ${given} ${surname}, médiatrice à ${where.printed}\n`,
        );
        const { sessions, people } = read(`# Mardi 5 mars 2024\n\n${text.join('\n')}`);
        expect(sessions.map(line)).toEqual(
          planned.map(
            ({ title, from, to, format }) => `2024-03-05 ${clock(from, ':')}-${clock(to, ':')} ${format[1]} | ${title}`,
          ),
        );
        expect(people.map(({ actor }) => actor.name)).toEqual(
          planned.map(({ given, surname }) => `${given} ${surname}`),
        );
      }),
      { numRuns: 50 },
    );
  });
});

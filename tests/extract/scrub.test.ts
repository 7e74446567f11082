import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrub } from '../../src/extract/scrub.ts';

const EMAILS = [
  'jeanne.exemple@ville.fr',
  'j.e+liste@sous.domaine.example',
  'éléonore@exemple.fr',
  'jeanne [at] ville.fr',
  'jeanne[@]ville.fr',
  'jeanne(at)ville.fr',
  'jeanne [at] ville',
  'jeanne [ AT ] ville [dot] fr',
  'jeanne (arobase) ville (point) fr',
  'jeanne arobase ville point fr',
  'jeanne arobase ville.fr',
  'jeanne at ville dot fr',
  'jeanne @ ville.fr',
  'jeanne＠ville.fr',
  'jeanne%40ville.fr',
  'jeanne&#64;ville.fr',
  'jeanne{at}ville.co.uk',
  'JEANNE@VILLE.FR',
];

const TELEPHONES = [
  '06 12 34 56 78',
  '0612345678',
  '06.12.34.56.78',
  '06-12-34-56-78',
  '06/12/34/56/78',
  '06 - 12 - 34 - 56 - 78',
  '06\u00a012\u00a034\u00a056\u00a078',
  '01\u202f23\u202f45\u202f67\u202f89',
  '06-12 34 56 78',
  '0 800 123 456',
  '0800 123 456',
  '0475 12 34 56',
  '022 123 45 67',
  '(01) 23 45 67 89',
  '+33 6 12 34 56 78',
  '+33612345678',
  '+33 (0)6 12 34 56 78',
  '+33(0)612345678',
  '(+33) 6 12 34 56 78',
  '+33-6 12 34 56 78',
  '+33 06 12 34 56 78',
  '0033 6 12 34 56 78',
  '00 33 6 12 34 56 78',
  '0033612345678',
  '+32 2 123 45 67',
  '+1 (0)212-555-0199',
  '+44 20 7946 0958',
  '+352 621 123 456',
];

const KEPT = [
  '2024-04-10 09:00:00 +02:00',
  '2024-04-10T09:00:00+02:00',
  '10/04/2024 10:30',
  '01/02/2023 10h30',
  '01.02.2023 10:30',
  'du 28 09 2022 au 29 09 2022',
  '01 02 2023 10h',
  '75015 Paris',
  '33076 Bordeaux',
  '01000 Bourg-en-Bresse',
  'p. 04, p. 30 et p. 104',
  'pages 01 02 03 04 05',
  '10 12 14 16 18',
  '123456789',
  '012345678',
  '123 456 789',
  '123 456 789 00012',
  '12345678900012',
  'W751234567',
  '978-2-07-036822-8',
  'ISSN 0123-4567',
  '+100 000 000 euros',
  '+ 100K',
  '1 000 000 000 habitants',
  '9h 10h 11h 12h 13h 14h',
  '09:00 10:00 11:00 12:00',
  '10.5281/zenodo.0123456789',
  'de 2010 à 2020, 0,5 % puis 0.75 %',
  'l’atelier @ Nantes',
  'suivez @exemple',
  'https://mastodon.example/@exemple',
  'un temps (à table) et un [atelier] chez nous',
  'le chat rencontre at home un chien',
  'C++ 2023',
  'IP 192.168.0.1',
  'le téléphone 1998-2003',
  'le télétravail 123456789',
];

describe('scrub', () => {
  it.each(EMAILS)('takes out the e-mail address %s', (email) => {
    const { text, removed } = scrub(`Écrire à ${email}, merci`);
    expect(text).toBe('Écrire à […], merci');
    expect(removed).toEqual(['e-mail address']);
  });

  it.each(TELEPHONES)('takes out the telephone number %s', (number) => {
    const { text, removed } = scrub(`Appeler le ${number}, merci`);
    expect(text).toBe('Appeler le […], merci');
    expect(removed).toEqual(['telephone number']);
  });

  it('takes out whatever number follows the word for it', () => {
    expect(scrub('Tél. : 12 34 56 78 (bureau)').text).toBe('Tél. : […] (bureau)');
    expect(scrub('☎ 123456').text).toBe('☎ […]');
  });

  it.each(KEPT)('leaves %s as it is', (text) => {
    expect(scrub(text)).toEqual({ text, removed: [] });
  });

  it('leaves what stands beside a number', () => {
    expect(scrub('+33 6 12 34 56 78 10 rue Haute').text).toBe('[…] 10 rue Haute');
    expect(scrub('06 12 34 56 78 75015 Paris').text).toBe('[…] 75015 Paris');
    expect(scrub('le 10/04/2024 au 01 23 45 67 89.').text).toBe('le 10/04/2024 au […].');
    expect(scrub('a@b.fr et c@d.fr').text).toBe('[…] et […]');
  });

  it('leaves no trace where no mark is wanted', () => {
    expect(scrub('Jeanne Exemple <jeanne@ville.fr>', '').text).toBe('Jeanne Exemple');
    expect(scrub('Jeanne Exemple - 06 12 34 56 78', '').text).toBe('Jeanne Exemple');
  });

  it('finds every canary in any text around it', () => {
    const words = fc.array(fc.constantFrom('le', 'Atelier', 'données', '2023', '14h', 'Paris,', '(suite)', 'a', '«'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(...EMAILS, ...TELEPHONES), words, (before, canary, after) => {
        const text = [...before, 'contact :', canary, '-', ...after].join(' ');
        expect(scrub(text).text).not.toContain(canary);
      }),
    );
  });

  it('finds numbers however their pairs are joined', () => {
    const pairs = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        pairs,
        fc.constantFrom('', ' ', '.', '-', '\u00a0'),
        (first, rest, joint) => {
          const groups = [`0${first}`, ...rest.map((n) => String(n).padStart(2, '0'))];
          const isCounting = groups.every((g, i) => i === 0 || Number(g) === Number(groups[i - 1]) + 1);
          const number = groups.join(joint);
          expect(scrub(`au ${number}.`).text).toBe(isCounting && joint !== '' ? `au ${number}.` : 'au […].');
        },
      ),
    );
  });

  it('never touches dates and times, nor nine digits in a row', () => {
    const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 1900, max: 2099 });
    const texts = fc.oneof(
      fc.tuple(year, two(12), two(28), two(23), two(59)).map(([y, m, d, h, n]) => `${y}-${m}-${d} ${h}:${n}:00 +02:00`),
      fc.tuple(two(28), two(12), year, two(23), two(59)).map(([d, m, y, h, n]) => `${d}/${m}/${y} ${h}h${n}`),
      fc.tuple(two(28), two(12), year, two(23), two(59)).map(([d, m, y, h, n]) => `le ${d}.${m}.${y} à ${h}:${n}`),
      fc.stringMatching(/^[0-9]{9}$/),
      fc.stringMatching(/^[0-9]{5} [A-Z][a-z]{3,9}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(scrub(text).text).toBe(text);
      }),
    );
  });

  it('says the same of its own output', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '@', '.', '0', '6', '1', ' ', '+', '(', ')', '[', 't', '-') }),
        (text) => {
          const once = scrub(text);
          expect(once.removed.length > 0).toBe(once.text !== text);
        },
      ),
    );
  });

  it.each(['@', 'a@', '0', '+1', '0 1', '(', '[at]', ' at ', 'tél', '.', '06 12 34 56 ', 'a.', '%40'])(
    'stays quick on 50 KB of %j',
    (unit) => {
      const text = unit.repeat(Math.ceil(50_000 / unit.length));
      const start = performance.now();
      scrub(text);
      expect(performance.now() - start).toBeLessThan(1000);
    },
  );
});

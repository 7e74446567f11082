import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeDocuments, type SearchDocument } from '../../src/search/document.ts';
import { contentWords, initialsOf, words } from '../../src/search/normalise.ts';
import { createSearch } from '../../src/search/search.ts';

const documents: SearchDocument[] = [
  { path: 'doc/event/fete-des-communs', kind: 'event', name: 'Fête des commun·s', start: '2023-06-15' },
  { path: 'doc/session/atelier', kind: 'session', name: 'L’atelier des données', facts: ['Fête des commun·s'] },
  { path: 'doc/person/helene-lebrun', kind: 'person', name: 'Hélène Lebrun', facts: ['La Filature'] },
  { path: 'doc/person/helene-de-la-tour', kind: 'person', name: 'Hélène de La Tour', names: ['H. de La Tour'] },
  { path: 'doc/organization/aprv', kind: 'organization', name: 'Agence pour les rivières et la vallée' },
  { path: 'doc/organization/la-filature', kind: 'organization', name: 'La Filature', names: ['Filature d’Orse'] },
  { path: 'doc/project/filature-ouverte', kind: 'project', name: 'Filature ouverte' },
];
const search = createSearch(documents);
const find = (text: string, options = {}) => search.find(text, options).map(({ path }) => path.slice(4));

describe('the words of names', () => {
  it('have no accents, no case, no elided article and no inclusive ending apart', () => {
    expect(words('L’Atelier d’Œuvres — qu’on « aime »')).toEqual(['atelier', 'oeuvres', 'on', 'aime']);
    expect(words('Numérique en Commun[s], habitant·es')).toEqual(['numerique', 'en', 'communs', 'habitantes']);
    expect(words("aujourd'hui, C++ et no 3")).toEqual(['aujourd', 'hui', 'c++', 'et', 'no', '3']);
    expect(words('A.P.R.V.')).toEqual(['aprv']);
  });
  it('leave out articles and particles, unless there is nothing else', () => {
    expect(contentWords('Hélène de La Tour')).toEqual(['helene', 'tour']);
    expect(contentWords('De la')).toEqual(['de', 'la']);
  });
  it('give initials from three words on', () => {
    expect(initialsOf('Agence pour les rivières et la vallée d’Orse')).toBe('arvo');
    expect(initialsOf('La Filature')).toBeUndefined();
  });
  it('come from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}+#@]+$/u);
      }),
    );
  });
});

describe('search', () => {
  it('finds without accents, case, articles', () => {
    expect(find('HELENE LEBRUN')).toEqual(['person/helene-lebrun']);
    expect(find('l’atelier des donnees')).toEqual(['session/atelier']);
    expect(find('communs')[0]).toBe('event/fete-des-communs');
  });
  it('finds by beginnings of words, and with a letter wrong in longer words', () => {
    expect(find('hel leb')).toEqual(['person/helene-lebrun']);
    expect(find('Helenne Lebrum')).toEqual(['person/helene-lebrun']);
    expect(find('xyz')).toEqual([]);
  });
  it('puts the whole name first, whatever else shares its words', () => {
    expect(find('la filature').slice(0, 1)).toEqual(['organization/la-filature']);
    expect(find('filature ouverte')[0]).toBe('project/filature-ouverte');
  });
  it('finds by other names and by initials', () => {
    expect(find('filature orse')[0]).toBe('organization/la-filature');
    expect(find('ARV')[0]).toBe('organization/aprv');
  });
  it('asks for all words, and for any of them where nothing has all', () => {
    expect(find('Hélène Filature')).toEqual(['person/helene-lebrun']);
    expect(find('Hélène Ouverte').sort()).toEqual([
      'person/helene-de-la-tour',
      'person/helene-lebrun',
      'project/filature-ouverte',
    ]);
  });
  it('keeps to kinds and to a limit', () => {
    expect(find('filature', { kinds: ['project'] })).toEqual(['project/filature-ouverte']);
    expect(find('filature', { limit: 1 })).toHaveLength(1);
    expect(find('')).toEqual([]);
  });
  it('gives the same order for the same documents, after a way through search.json', () => {
    const again = createSearch((JSON.parse(encodeDocuments(documents)) as { documents: SearchDocument[] }).documents);
    fc.assert(
      fc.property(fc.constantFrom('filature', 'hélène', 'la', 'fête', 'orse', 'd', 'communs données'), (text) => {
        expect(again.find(text)).toEqual(search.find(text));
      }),
    );
  });
  it('takes any text, names of methods included', () => {
    fc.assert(fc.property(fc.string({ maxLength: 1000 }), (text) => void search.find(text)));
    expect(find('constructor __proto__ toString')).toEqual([]);
  });
});

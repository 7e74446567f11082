import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUrl } from '../../../src/extract/fields/urls.ts';

describe('readUrl', () => {
  it.each([
    ['https://exemple.org/page', 'https://exemple.org/page'],
    ['http://exemple.org/', 'http://exemple.org/'],
    ['https://exemple.org/à propos', 'https://exemple.org/%C3%A0%20propos'],
    ['https://exemple.org/fr%C3%A9d', 'https://exemple.org/fr%C3%A9d'],
    ['https://exemple.org/a?b=<c>|{d}^`"\\', 'https://exemple.org/a?b=%3Cc%3E%7C%7Bd%7D%5E%60%22%5C'],
    ['https://exemple.org/100%', 'https://exemple.org/100%25'],
    ['https://exemple.org/e/598397582277/0123456789', 'https://exemple.org/e/598397582277/0123456789'],
    ['https://mastodon.example/@exemple', 'https://mastodon.example/@exemple'],
  ])('writes %s as %s', (text, url) => {
    expect(readUrl(text)).toBe(url);
  });

  it.each([
    ['javascript:alert(1)', 'only http and https'],
    ['data:text/html,x', 'only http and https'],
    ['mailto:jeanne@ville.fr', 'only http and https'],
    ['ftp://exemple.org/', 'only http and https'],
    ['www.exemple.org', 'a full web address'],
    ['/uploads/a.png', 'a full web address'],
    ['https://', 'a full web address'],
    ['https://jeanne:secret@exemple.org/', 'user name'],
    ['https://exemple.org/?de=jeanne@ville.fr', 'e-mail'],
    ['https://exemple.org/?de=jeanne%40ville.fr', 'e-mail'],
  ])('refuses %s: %s', (text, reason) => {
    expect(() => readUrl(text)).toThrow(reason);
  });

  it('only gives what an IRI may hold, and gives it back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (path) => {
        let url: string;
        try {
          url = readUrl(`https://exemple.org/${path}`);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        expect(url).toMatch(/^https:\/\/exemple\.org\/(?:[^\p{Cc}\s<>"{}|\\^`%]|%[0-9A-Fa-f]{2})*$/u);
        expect(readUrl(url)).toBe(url);
      }),
    );
  });
});

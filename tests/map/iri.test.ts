import fc from 'fast-check';
import { parse } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { SourceError, UsageError } from '../../src/errors.ts';
import { createIris, linkToken, slugOfText } from '../../src/map/iri.ts';
import { isIri } from '../../src/map/nquads.ts';
import { BASE } from '../support/graph.ts';

const iris = createIris(BASE);

describe('createIris', () => {
  it('names things below the base', () => {
    expect(iris.graph('provenance')).toBe(`${BASE}graph/provenance`);
    expect(iris.entity('agenda-item', 'accueil')).toBe(`${BASE}id/agenda-item/accueil`);
    expect(iris.participation('s', 'ada', 'speaker')).toBe(`${BASE}id/participation/s/ada/speaker`);
    expect(iris.membership('ada', 'o', undefined)).toBe(`${BASE}id/membership/ada/o/-`);
    expect(iris.membership('ada', undefined, 'dir')).toBe(`${BASE}id/membership/ada/-/dir`);
    expect(iris.address('p')).toBe(`${BASE}id/address/p`);
  });

  it('percent-encodes each segment of a document', () => {
    const document = iris.document('agenda', 'sous dossier/été #1?.md');
    expect(document).toBe(`${BASE}source/agenda/sous%20dossier/%C3%A9t%C3%A9%20%231%3F.md`);
    expect(iris.passage(document, { first: 3, last: 3 })).toBe(`${document}#L3`);
    expect(iris.passage(document, { first: 3, last: 5 })).toBe(`${document}#L3-L5`);
    expect(iris.mention(document, 3, 'ada')).toBe(`${document}#L3-m-ada`);
  });

  it('refuses names of documents that would climb', () => {
    for (const name of ['../a.md', 'a/../b', 'a//b', './a', '']) {
      expect(() => iris.document('agenda', name), name).toThrow(SourceError);
    }
  });

  it('refuses slugs that are empty or say "none"', () => {
    for (const slug of ['', '-', '.', '..']) expect(() => iris.entity('person', slug), slug).toThrow(RangeError);
  });

  it('refuses bases that are none, naming the value', () => {
    for (const base of [
      '',
      'x',
      'ftp://x.test/',
      'https://x.test',
      'https://x.test/?a/',
      'https://x.test/#/',
      'https://x .test/',
    ]) {
      expect(() => createIris(base), base).toThrow(UsageError);
    }
    expect(() => createIris('ftp://x.test/')).toThrow(/base = "ftp:\/\/x\.test\/"/);
  });

  it('makes a legal IRI below the base of any name and slug', { timeout: 60_000 }, () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, text, (name, slug) => {
        fc.pre(!['-', '.', '..'].includes(slug) && !name.split('/').some((part) => ['', '.', '..'].includes(part)));
        const document = iris.document('s', name);
        const all = [document, iris.mention(document, 1, slug), iris.entity('person', slug), iris.address(slug)];
        return all.every((iri) => isIri(iri) && iri.startsWith(BASE) && new URL(iri).href === iri);
      }),
    );
  });
});

describe('slugOfText', () => {
  it('reads well', () => {
    expect(slugOfText('Directeur Général')).toBe('directeur-general');
    expect(slugOfText('L’Œuvre & Cie')).toBe('l-oeuvre-et-cie');
  });

  it('is never empty, never long, always safe, and tells long texts apart', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[a-z0-9-]{1,89}$/.test(slugOfText(text))));
    const long = 'mot '.repeat(1_000);
    expect(slugOfText(long)).toMatch(/^[a-z0-9-]{1,89}$/);
    expect(slugOfText(`${long}a`)).not.toBe(slugOfText(`${long}b`));
    expect(slugOfText('北京')).not.toBe(slugOfText('東京'));
  });
});

describe('linkToken', () => {
  it('takes absolute http and https addresses', () => {
    for (const url of ['https://x.test/', 'http://x.test:80/a?b=c&d=(e)#f', 'HTTPS://X.test/é', 'http://[::1]/a'])
      expect(linkToken(url)).toBe(`<${url}>`);
  });

  it('encodes square brackets outside the host', () => {
    expect(linkToken('https://x.test/?a[]=1')).toBe('<https://x.test/?a%5B%5D=1>');
  });

  it('refuses everything else', () => {
    for (const url of [
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        'mailto:a@b.test',
        '//x.test/',
        '/x',
        'x',
        '',
        'http:x',
        'http:///x',
      ],
      ...['https://x.test/a b', 'https://x.test/"', 'https://x.test/<b>', 'https://x.test/{x}', 'https://x.test/a|b'],
      ...['https://x.test/a^b', 'https://x.test/a`b', 'https://x.test/a\\b', 'https://x.test/\n', 'https://x.test/\0'],
      ...[
        'https://x.test/%zz',
        'https://x.test/%',
        'https://x.test/#a#b',
        'https://x.test/\ud800',
        'https://x.test/\ue000',
      ],
      ...[
        'https://user:secret@x.test/',
        ' https://x.test/',
        `https://x.test/${'a'.repeat(2_048)}`,
        'https://x.test:99999/',
      ],
    ])
      expect(linkToken(url), url).toBeUndefined();
  });

  it('passes only what oxigraph takes as an IRI', { timeout: 60_000 }, () => {
    const tail = fc.oneof(fc.string({ unit: 'binary' }), fc.webPath(), fc.string({ unit: 'grapheme-ascii' }));
    fc.assert(
      fc.property(
        fc.constantFrom('https://x.test/', 'http://x.test/?', 'http://x.test/#', 'http://'),
        tail,
        (start, rest) => {
          const token = linkToken(start + rest);
          if (token === undefined) return;
          expect(parse(`<a:s> <a:p> ${token} .`, { format: 'application/n-triples' })).toHaveLength(1);
        },
      ),
      { numRuns: 4_000 },
    );
  });
});

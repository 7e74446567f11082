import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { contextIn, contextOf, createCompactor } from '../../src/publish/context.ts';

const schema = 'https://schema.org/';

describe('createCompactor', () => {
  it('names predicates and classes by terms, else by prefixes, else in full', () => {
    const compactor = createCompactor({ schema, name: 'schema:name', url: { '@id': 'schema:url', '@type': '@id' } });
    expect(compactor.key(`${schema}name`)).toEqual({ key: 'name' });
    expect(compactor.key(`${schema}url`)).toEqual({ key: 'url', coercion: '@id' });
    expect(compactor.key(`${schema}about`)).toEqual({ key: 'schema:about' });
    expect(compactor.className(`${schema}Person`)).toBe('schema:Person');
    expect(compactor.key('https://x.test/p')).toEqual({ key: 'https://x.test/p' });
  });

  it('keeps off terms that do more than name and coerce', () => {
    for (const more of [
      ...[{ '@container': '@list' }, { '@container': '@language' }, { '@context': {} }, { '@type': '@json' }],
      ...[{ '@type': '@vocab' }, { '@language': 'fr' }, { '@nest': 'x' }],
    ]) {
      const compactor = createCompactor({ schema, name: { '@id': 'schema:name', ...more } });
      expect(compactor.key(`${schema}name`), JSON.stringify(more)).toEqual({ key: 'schema:name' });
    }
  });

  it('writes no prefixed name that the context defines otherwise, nor one that would read as an address', () => {
    const compactor = createCompactor({
      schema,
      'schema:name': { '@id': 'schema:name', '@container': '@list' },
      x: 'https:',
    });
    expect(compactor.key(`${schema}name`).key).toBe(`${schema}name`);
    expect(compactor.key('https://y.test/p').key).toBe('https://y.test/p');
  });

  it('does not trust plain strings where the context gives them a language', () => {
    expect(createCompactor({ schema }).plainStrings).toBe(true);
    expect(createCompactor({ '@language': 'fr' }).plainStrings).toBe(false);
  });
});

describe('contextIn', () => {
  it('takes a file with or without its wrapping', () => {
    expect(contextIn({ '@context': { schema } })).toEqual({ schema });
    expect(contextIn({ schema })).toEqual({ schema });
  });

  it('refuses what would be fetched', () => {
    for (const json of [
      'https://x.test/c',
      { '@context': 'https://x.test/c' },
      { '@context': [{ schema }] },
      null,
      { '@import': 'x' },
    ])
      expect(() => contextIn(json), JSON.stringify(json)).toThrow(UsageError);
  });
});

describe('contextOf', () => {
  it('holds the prefixes that JSON-LD can use', () => {
    expect(contextOf({ schema, '': 'https://x.test/', odd: 'https://x.test/a' })).toEqual({ schema });
  });
});

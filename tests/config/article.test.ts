import { describe, expect, it } from 'vitest';
import { configOf } from './support.ts';

const source = (records: string, text = '    text: fr-page\n') => `sources:
  - id: pages
    files: '*.md'
    reader: front-matter
${text}    records:
${records}`;

const EVENT = `      - {type: event, when: start, fields: {name: title, startDate: start, abstract: chapeau, location.name: lieu}}
`;

describe('a page whose text is read and that is no event', () => {
  it('is an article of the same title and abstract, published on its date', () => {
    const [event, article] = configOf(source(EVENT)).sources[0]?.records ?? [];
    expect(article).toMatchObject({ type: 'article', unless: event?.when, when: [] });
    expect([...(article?.fields.keys() ?? [])].sort()).toEqual(['abstract', 'datePublished', 'headline']);
    expect(article?.fields.get('headline')).toEqual(event?.fields.get('name'));
  });

  it('is what the source says, where it maps articles itself', () => {
    const own = `${EVENT}      - {type: article, unless: start, fields: {headline: other}}\n`;
    const records = configOf(source(own)).sources[0]?.records ?? [];
    expect(records.map(({ type }) => type)).toEqual(['event', 'article']);
    expect([...(records[1]?.fields.keys() ?? [])]).toEqual(['headline']);
  });

  it('is nothing where the text is not read, or where every page is an event', () => {
    const always = EVENT.replace('when: start, ', '');
    expect(configOf(source(EVENT, '')).sources[0]?.records).toHaveLength(1);
    expect(configOf(source(always)).sources[0]?.records).toHaveLength(1);
  });
});

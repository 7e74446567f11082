import type { Article } from '../domain/article.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

export function mapArticle(scribe: Scribe, record: Article): void {
  const { token } = scribe.record(record);
  scribe.say(scribe.at(record), token, term.rdf.type, term.schema.Article);
  scribe.text(token, term.schema.headline, record.headline);
  scribe.date(token, term.schema.datePublished, record.datePublished);
  scribe.text(token, term.schema.abstract, record.abstract);
  scribe.texts(token, term.schema.keywords, record.keywords);
  scribe.links(token, term.schema.url, record.urls);
}

import type { LooseMention } from '../domain/record.ts';
import type { Scribe } from './scribe.ts';
import { term } from './vocab.ts';

/** A mention without a record of its own; an article that holds it is said to mention it. */
export function mapLooseMention(scribe: Scribe, { mention }: LooseMention): void {
  const at = scribe.at(mention);
  const { token } = scribe.thing(mention, at);
  const article = scribe.articleAround(mention);
  if (article !== undefined) scribe.say(at, article.token, term.schema.mentions, token);
}

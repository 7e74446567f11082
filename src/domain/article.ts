import type { Attested, Evidence } from './evidence.ts';

/** A page that tells of something without being the page of an event. */
export interface Article extends Evidence {
  readonly type: 'article';
  readonly key: string;
  readonly headline: Attested;
  readonly datePublished?: Attested;
  readonly abstract?: Attested;
  readonly keywords: readonly Attested[];
  readonly urls: readonly Attested[];
}

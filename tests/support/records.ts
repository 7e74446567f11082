import type { Attested, Evidence } from '../../src/domain/evidence.ts';
import type { EntityKind, Mention } from '../../src/domain/mention.ts';
import type { DocumentInfo, Ids, Source } from '../../src/map/index.ts';
import { slugOfText } from '../../src/map/iri.ts';
import { createMapper, type Mapper } from '../../src/map/mapper.ts';
import { BASE } from './graph.ts';

/** Evidence on line `first`, or on the lines from `first` to `last`. */
export function on(first: number, last = first, rule = 'test-rule'): Evidence {
  return { lines: { first, last }, rule, grade: 'stated' };
}

/** A value read on a line. */
export function value<T>(first: number, text: T): Attested<T> {
  return { ...on(first), value: text };
}

/** A mention read on a line; its surface is its name unless another is given. */
export function mention(
  kind: EntityKind,
  first: number,
  name: string,
  more: Partial<Omit<Mention, 'kind' | 'name'>> = {},
): Mention {
  return { ...on(first), kind, name, surface: name, ...more };
}

/** Identity by name alone: what a test needs of `resolve/`. */
export const namesakes: Ids = {
  slugOf: ({ name }) => slugOfText(name),
  slugOfKey: (_kind, _key, name) => slugOfText(name),
};

export const DOCUMENT: DocumentInfo = {
  sourceId: 'agenda',
  name: 'a b.md',
  path: 'sources/agenda/a b.md',
  sha256: '00ff',
};

export const CONFIG: Source = {
  document: { sourceId: 'config', name: 'maillage.config.yaml', path: 'maillage.config.yaml', sha256: '11ee' },
  lineText: ({ first, last }) => `config ${first}-${last}`,
};

/** A mapper that keeps what it emits. */
export function recorder(ids: Ids = namesakes, scrub: (text: string) => string = (text) => text) {
  const pieces: string[] = [];
  const mapper: Mapper = createMapper({ base: BASE, ids, emit: (text) => pieces.push(text), scrub });
  return { mapper, pieces, text: () => pieces.join('') };
}

/** What a line of the test document says. */
export const lineText = ({ first, last }: { first: number; last: number }): string =>
  Array.from({ length: last - first + 1 }, (_, i) => `  line ${first + i} `).join('\n');

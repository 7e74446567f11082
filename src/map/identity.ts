import type { EntityKind } from '../domain/mention.ts';
import type { Iris } from './iri.ts';
import { literal, quad } from './nquads.ts';
import { term } from './vocab.ts';

/** An entity with the name to show and its other names, as `resolve/` decided them. */
export interface Entity {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly label: string;
  readonly others: readonly string[];
}

/** The identity graph, as N-Quads lines: exactly one name an entity, the other names once each. */
export function identityQuads(
  iris: Iris,
  entities: Iterable<Entity>,
  scrub: (text: string) => string,
): Iterable<string> {
  const graph = `<${iris.graph('identity')}>`;
  const lines = new Set<string>();
  for (const { kind, slug, label, others } of entities) {
    const node = `<${iris.entity(kind, slug)}>`;
    const name = literal(scrub(label));
    lines.add(quad(node, term.schema.name, name, graph));
    if (kind === 'concept') lines.add(quad(node, term.skos.prefLabel, name, graph));
    for (const other of others.map((text) => literal(scrub(text)))) {
      if (other !== name) lines.add(quad(node, term.schema.alternateName, other, graph));
    }
  }
  return lines;
}

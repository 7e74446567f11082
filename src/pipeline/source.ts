import type { Config, FieldSpec, SourceConfig } from '../config/types.ts';

/**
 * Groups sources that must be read together: those whose records refer to each other. A source without references is a
 * group of its own and is read one document at a time.
 */
export function sourceGroups(config: Config): SourceConfig[][] {
  const groups: SourceConfig[][] = config.sources.map((source) => [source]);
  const groupOf = (id: string): number => groups.findIndex((group) => group.some((source) => source.id === id));
  for (const source of config.sources) {
    for (const target of referencesOf(source)) {
      const [a, b] = [groupOf(source.id), groupOf(target)].sort((x, y) => x - y) as [number, number];
      if (a === b || a < 0) continue;
      groups[a]?.push(...(groups[b] ?? []));
      groups.splice(b, 1);
    }
  }
  const order = new Map(config.sources.map((source, at) => [source.id, at]));
  return groups.map((group) => group.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)));
}

/** Ids of the sources that a source's records refer to. */
export function referencesOf(source: SourceConfig): Set<string> {
  const targets = new Set<string>();
  for (const record of source.records) for (const spec of record.fields.values()) collect(spec, targets);
  return targets;
}

// --- internal ---

function collect(spec: FieldSpec, targets: Set<string>): void {
  if ('parts' in spec) for (const part of spec.parts.values()) collect(part, targets);
  else for (const { source } of spec.refs) targets.add(source);
}

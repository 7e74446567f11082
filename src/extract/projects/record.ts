import type { Evidence } from '../../domain/evidence.ts';
import type { Project } from '../../domain/project.ts';
import { linesAt, organizationMention } from '../people/mentions.ts';
import type { ProjectInBlock } from './project-name.ts';

/** A project that running text names, as a record: its name, its kind and who carries it. */
export function projectRecord(named: ProjectInBlock): Project {
  const evidence: Evidence = {
    lines: linesAt(named.block, named.start, named.end),
    rule: 'named-project',
    grade: 'stated',
  };
  return {
    type: 'project',
    project: {
      kind: 'project',
      name: named.name,
      surface: named.surface,
      ...(named.alias === undefined ? {} : { aliases: [named.alias] }),
      ...evidence,
    },
    kind: { value: named.kind, ...evidence, grade: 'inferred' },
    stewards: named.stewards.map((steward) => organizationMention(steward, evidence)),
    concepts: [],
    keywords: [],
    location: [],
    cohorts: [],
    urls: [],
    sameAs: [],
    ...evidence,
  };
}

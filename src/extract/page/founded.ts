import type { Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Participation } from '../../domain/participation.ts';
import type { Project } from '../../domain/project.ts';

/**
 * `fondatrice de X`: what someone founded is taken for a project as well, unless its name is of a body's make.
 * @param known folded names of projects that are read already
 */
export function foundedProjects(participations: readonly Participation[], known: ReadonlySet<string>): Project[] {
  const projects = new Map<string, Project>();
  for (const { role, organization } of participations.flatMap(({ affiliations }) => affiliations)) {
    if (organization === undefined || role === undefined || !FOUNDER.test(role)) continue;
    const { name, surface, lines } = organization;
    const proper = name === surface && !/\s/.test(name) && /\p{Ll}/u.test(name);
    if (!proper || known.has(fold(name)) || projects.has(fold(name))) continue;
    const evidence: Evidence = { lines, rule: 'project-founded', grade: 'inferred' };
    const lists = { stewards: [], concepts: [], keywords: [], location: [], cohorts: [], urls: [], sameAs: [] };
    projects.set(fold(name), {
      type: 'project',
      project: { kind: 'project', name, surface, ...evidence },
      ...lists,
      ...evidence,
    });
  }
  return [...projects.values()];
}

// --- internal ---

const FOUNDER = /^(?:co-?)?(?:fondat|créat|concept|initiat)/iu;

import { evaluateIdentity } from './identity.ts';
import { type Labels, PARTS, type Part } from './labels.ts';
import type { Evaluation } from './measures.ts';
import { evaluatePages } from './pages.ts';
import { evaluateProgramme } from './programme.ts';
import { evaluateProjects } from './projects.ts';
import type { QueryName, Rows } from './rows.ts';

/** The queries whose rows each part of the labels is compared with. */
export const QUERIES_OF: Readonly<Record<Part, readonly QueryName[]>> = {
  programme: ['sessions', 'contributions', 'organization-contributions', 'presented'],
  pages: ['events', 'agenda', 'people-in-pages'],
  projects: ['projects'],
  identity: ['mentions'],
};

/** The parts that a set of labels has. */
export const partsOf = (labels: Labels): Part[] => PARTS.filter((part) => labels[part] !== undefined);

/** What one part of the labels came to. */
export interface PartEvaluation extends Evaluation {
  readonly part: Part;
}

/**
 * Compares what a graph says with what people labelled.
 * @param rows of the queries that `QUERIES_OF` names for the parts
 * @param parts those that the labels do not have are left out
 */
export function evaluate(labels: Labels, rows: Rows, parts: readonly Part[] = PARTS): PartEvaluation[] {
  const { programme, pages, projects, identity } = labels;
  const done: Record<Part, () => Evaluation | undefined> = {
    programme: () => programme && evaluateProgramme(programme, rows),
    pages: () => pages && evaluatePages(pages, rows),
    projects: () => projects && evaluateProjects(projects, rows),
    identity: () => identity && evaluateIdentity(identity, rows),
  };
  return parts.flatMap((part) => {
    const evaluation = done[part]();
    return evaluation === undefined ? [] : [{ part, ...evaluation }];
  });
}

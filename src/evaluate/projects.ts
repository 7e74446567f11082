import { bareName, likeness } from './compare.ts';
import type { ProjectLabel } from './labels.ts';
import { type Evaluation, miss, rightMeasure } from './measures.ts';
import { pairUp } from './pairing.ts';
import type { Row, Rows } from './rows.ts';

/** Projects named anywhere, and who runs them. What is found beyond the labels is not counted: they need not be complete. */
export function evaluateProjects(labels: readonly ProjectLabel[], rows: Rows): Evaluation {
  const byProject = new Map<string, Row[]>();
  for (const row of rows('projects')) {
    const id = row.project ?? '';
    const known = byProject.get(id);
    if (known === undefined) byProject.set(id, [row]);
    else known.push(row);
  }
  const projects = [...byProject.values()];
  const { pairs, missed } = pairUp(
    labels,
    projects,
    ({ name, surfaces }, own) =>
      own
        .flatMap((row) => [row.name, row.nameAsPrinted])
        .some((called) => [name, ...surfaces].some((label) => isLike(label, called)))
        ? 1
        : 0,
    1,
  );
  const found = pairs.filter(([label]) => isSure(label));
  const run = found.filter(([{ stewards }]) => stewards.length > 0);
  const wrong = run.filter(([{ stewards }, own]) => !own.some((row) => stewards.some((name) => runs(name, row))));
  const sure = labels.filter(isSure);
  return {
    measures: [
      rightMeasure('projects', found.length, sure.length),
      rightMeasure('project-stewards', run.length - wrong.length, sure.filter((one) => one.stewards.length > 0).length),
    ],
    misses: [
      ...missed.filter(isSure).map(({ name, kind }) => miss('projects', 'missed', kind ? `${name} (${kind})` : name)),
      ...wrong.map(([{ name, stewards }, own]) =>
        miss(
          'project-stewards',
          'wrong',
          `${name} expected ${stewards.join(' or ')}, found ${[...new Set(own.map((row) => row.steward ?? 'none'))].join(', ')}`,
          own[0],
        ),
      ),
    ],
  };
}

// --- internal ---

const SAME_NAME = 0.85;

/** Labels of low confidence may be found or not. */
const isSure = ({ confidence }: ProjectLabel): boolean => confidence !== 'low';

const isLike = (name: string, called: string | undefined): boolean =>
  called !== undefined && (bareName(name) === bareName(called) || likeness(name, called) >= SAME_NAME);

const runs = (name: string, { steward, stewardAsPrinted }: Row): boolean =>
  isLike(name, steward) || (stewardAsPrinted !== undefined && bareName(name) === bareName(stewardAsPrinted));

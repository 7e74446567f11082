import { fold } from '../../domain/fold.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Affiliation, Participation } from '../../domain/participation.ts';
import type { OrganizationName } from '../people/body-name.ts';
import { holdsName } from '../projects/candidates.ts';
import type { NamedProject } from '../projects/project-name.ts';

/**
 * `cheffe de projet X à la Ville de Y`: where a text does not say who carries a project, the only body for which someone is
 * in charge of it does.
 * @param named projects of a session @param participations of the same session
 */
export function carriedByPosts<P extends NamedProject>(
  named: readonly P[],
  participations: readonly Participation[],
): P[] {
  const charges = participations.flatMap(({ affiliations }) => affiliations.filter(isInCharge));
  return named.map((project) => {
    if (project.stewards.length > 0) return project;
    const bodies = new Map(
      charges.flatMap((charge) => {
        const body = bodyBehind(charge, project.name);
        return body === undefined ? [] : [[fold(body.name), body] as const];
      }),
    );
    const [body] = bodies.values();
    return bodies.size === 1 && body !== undefined ? { ...project, stewards: [nameOf(body)] } : project;
  });
}

// --- internal ---

const IN_CHARGE =
  /^(?:co-?)?(?:chef|cheffe|responsable|charge|chargee|directeur|directrice|pilote|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|manager|project manager|product owner|product manager|intrapreneur|intrapreneuse|referente?)(?:\b|·)/;

const isInCharge = ({ role, past }: Affiliation): boolean => !past && role !== undefined && IN_CHARGE.test(fold(role));

/** The body of a post that names the project: `responsable de X à Y`, also where X was taken for a part of Y. */
function bodyBehind({ role, organization }: Affiliation, project: string): Mention | undefined {
  if (organization !== undefined && fold(organization.name) === fold(project)) return organization.within;
  return holdsName(role ?? '', project) ? organization : undefined;
}

const nameOf = ({ name, surface, within, aliases }: Mention): OrganizationName => ({
  name,
  surface,
  unit: false,
  aliases: aliases ?? [],
  ...(within === undefined ? {} : { within: nameOf(within) }),
});
